// A form that a passkey fills in. Where the browser knows no passkeys, or scripts do not run, the page has another way.
export function askForPasskeys() {
  const known = typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';
  for (const part of document.querySelectorAll('[data-needs-passkeys]')) part.hidden = !known;
  for (const part of document.querySelectorAll('[data-without-passkeys]')) part.hidden = known;
  if (known) for (const form of document.querySelectorAll('form[data-passkey]')) asks(form);
}

function asks(form) {
  const said = form.querySelector('[data-said]');
  const { Answer: answer, Asked: asked } = form.elements;

  form.addEventListener('submit', async (event) => {
    if (answer.value) return;
    event.preventDefault();
    said.hidden = true;
    try {
      const question = await fetch(form.dataset.passkey);
      if (!question.ok) throw new Error(question.status);
      // A session that is locked or over answers with a way elsewhere: the form goes there.
      if (!question.redirected) {
        const given = await question.json();
        asked.value = given.asked;
        answer.value = JSON.stringify(await credential(given.options));
      }
    } catch {
      // Whoever closed the window of the browser, has no passkey here or took too long, can try again.
      said.hidden = false;
      said.textContent = form.dataset.failed;
      return;
    }
    HTMLFormElement.prototype.submit.call(form);
  });

  // A page that comes back from the browser's memory holds no answer that was used.
  window.addEventListener('pageshow', () => { answer.value = ''; });
}

function credential(options) {
  return 'rp' in options
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
