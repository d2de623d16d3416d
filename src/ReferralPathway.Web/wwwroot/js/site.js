// Improves pages that already work without it. No component is told anything that its markup does not say.
import {
  Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, PasswordInput, Radios, createAll,
} from '../lib/govuk-frontend-6.6.0.js';
import { openFoldsOnTheWay } from './folds.js';

document.body.classList.add('govuk-frontend-supported');
openFoldsOnTheWay();
for (const part of [ExitThisPage, ErrorSummary, Button, Radios, Checkboxes, CharacterCount, PasswordInput]) createAll(part);
