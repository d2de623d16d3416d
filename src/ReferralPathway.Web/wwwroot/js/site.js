// Improves pages that already work without it. No component is told anything that its markup does not say.
import { Button, CharacterCount, ErrorSummary, ExitThisPage, PasswordInput, createAll } from '../lib/govuk-frontend-6.6.0.js';
import { followChoices } from './choices.js';
import { openFoldsOnTheWay } from './folds.js';
import { saveDrafts } from './drafts.js';
import { lockWhenIdle } from './idle.js';
import { askForPasskeys } from './passkeys.js';

document.body.classList.add('govuk-frontend-supported');
openFoldsOnTheWay();
followChoices();
lockWhenIdle();
saveDrafts();
askForPasskeys();
for (const part of [ExitThisPage, ErrorSummary, Button, CharacterCount, PasswordInput]) createAll(part);

// The server counts the composed text: so does the counter.
document.addEventListener('change', ({ target }) => {
  if (target.matches('textarea') && target.value !== target.value.normalize()) target.value = target.value.normalize();
});
