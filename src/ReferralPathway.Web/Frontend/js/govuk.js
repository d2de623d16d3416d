// The only parts of govuk-frontend that our pages run. Everything works without them.
export {
  Button, CharacterCount, ErrorSummary, ExitThisPage, PasswordInput, createAll,
} from 'govuk-frontend';
