// Says after fourteen minutes that the page will lock, and after fifteen locks it: what has been typed goes to the server first. The server counts by itself;
// without this script the lock is the same, only unannounced.
const minute = 60_000;
const here = 'BroadcastChannel' in window ? new BroadcastChannel('pathway-activity') : null;

/** Somebody is typing: the server has just heard of it. */
export let stillHere = () => {};

export function lockWhenIdle() {
  const notice = document.querySelector('[data-idle]');
  if (!notice) return;
  let warn, lock;
  const begin = () => {
    clearTimeout(warn);
    clearTimeout(lock);
    notice.hidden = true;
    warn = setTimeout(() => { notice.hidden = false; }, 14 * minute);
    lock = setTimeout(lockNow, 15 * minute);
  };
  // Another tab that asked the server for something keeps this one awake too; one in which somebody signs out takes this one with it.
  here?.addEventListener('message', ({ data }) => (data === 'out' ? location.replace('/sign-in') : begin()));
  for (const form of document.querySelectorAll('form[data-leaves]')) form.addEventListener('submit', leaveTogether);
  stillHere = () => {
    here?.postMessage('here');
    begin();
  };
  stillHere();
}

/** The other tabs hear of it when the session has ended, not before: they would still find it. */
async function leaveTogether(event) {
  event.preventDefault();
  try {
    await fetch(event.target.action, { method: 'POST', body: new FormData(event.target), redirect: 'manual' });
  } catch {
    event.target.submit();
    return;
  }
  here?.postMessage('out');
  location.replace('/sign-in');
}

function lockNow() {
  const at = encodeURIComponent(location.pathname + location.search);
  const form = document.querySelector('main form[method="post"]');
  if (!form || form.enctype === 'multipart/form-data') {
    location.replace(`/sign-in/unlock?back=${at}`);
    return;
  }
  const target = encodeURIComponent(new URL(form.action).pathname + new URL(form.action).search);
  form.action = `/sign-in/lock?at=${target}`;
  form.submit();
}
