// The only parts of govuk-frontend that our pages run. Everything works without them.
export {
  Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, PasswordInput, Radios, createAll, isSupported,
} from 'govuk-frontend';
