// Questions under an answer, and the answer that excludes the others. Written by us because the modules of govuk-frontend put
// aria-expanded on radios and tick boxes, which ARIA does not allow there.

const choices = 'input[type="radio"], input[type="checkbox"]';

export function followChoices() {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(choices)) return;
    if (target.type === 'checkbox' && target.checked) clearOthers(target);
    show();
  });
  window.addEventListener('pageshow', show);
  show();
}

function show() {
  for (const input of document.querySelectorAll('input[data-reveals]')) {
    const kind = input.type === 'radio' ? 'radios' : 'checkboxes';
    document.getElementById(input.dataset.reveals)?.classList.toggle(`govuk-${kind}__conditional--hidden`, !input.checked);
  }
}

function clearOthers(ticked) {
  const alone = 'exclusive' in ticked.dataset;
  for (const other of ticked.form?.elements ?? []) {
    if (other.name === ticked.name && other !== ticked && (alone || 'exclusive' in other.dataset)) other.checked = false;
  }
}
