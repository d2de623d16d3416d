// Every form saves itself, on the server, a moment after something was typed. Nothing is kept in the browser.
import { stillHere } from './idle.js';

const moment = 1_200;
const again = 10_000;

export function saveDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) saves(form);
}

function saves(form) {
  const said = form.querySelector('[data-drafted]');
  let timer, saving, unsaved = false, lost = false;

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save(leaving = false) {
    clearTimeout(timer);
    if (!unsaved) return;
    if (saving && !leaving) return later(moment);
    unsaved = false;
    const mine = saving = new AbortController();
    try {
      const answer = await fetch('/drafts', { method: 'POST', body: typed(form), redirect: 'manual', keepalive: leaving, signal: mine.signal });
      lost = !answer.ok;
      // A session that is over answers with a way elsewhere.
      say(answer.ok ? await answer.text() : answer.type === 'opaqueredirect' ? form.dataset.out : form.dataset.unsaved);
      if (answer.ok) stillHere();
    } catch {
      if (mine.signal.aborted) return;
      lost = true;
      say(form.dataset.unsaved);
    } finally {
      if (saving === mine) saving = undefined;
    }
    if (!lost) return;
    unsaved = true;
    later(again);
  }

  function say(what) {
    said.hidden = false;
    said.textContent = what;
    said.classList.toggle('govuk-error-message', lost);
    said.classList.toggle('govuk-hint', !lost);
  }

  form.addEventListener('input', () => {
    unsaved = true;
    later(lost ? again : moment);
  });
  window.addEventListener('pagehide', () => save(true));
  window.addEventListener('online', () => save());
  document.addEventListener('visibilitychange', () => document.hidden && save());

  form.addEventListener('submit', (event) => {
    if (!lost && navigator.onLine) {
      // What is sent is no draft any more.
      clearTimeout(timer);
      unsaved = false;
      saving?.abort();
      return;
    }
    // The form would be lost on a page that says there is no network: it is sent when a draft has come through.
    event.preventDefault();
    unsaved = true;
    save().then(() => {
      if (!lost) return form.requestSubmit(event.submitter);
      say(form.dataset.unsent);
      said.focus();
    });
  });
}

function typed(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'act') fields.append(name, value);
  // A box that is not ticked, and an answer that was not chosen, are answers too.
  for (const { name, type } of form.elements) {
    if (type === 'password') fields.delete(name);
    else if (name && name !== 'act' && !fields.has(name)) fields.append(name, '');
  }
  fields.append('of', form.elements.namedItem('act').value);
  fields.append('form', form.id);
  fields.append('page', location.pathname + location.search);
  return fields;
}
