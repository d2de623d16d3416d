// Signs in as each of the people who met a page, and looks at it. What is looked for is said in ./run.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import lighthouse, { snapshot } from 'lighthouse';
import { pageFunctions } from 'lighthouse/core/lib/page-functions.js';
import puppeteer from 'puppeteer-core';

const [folder, asked = 'check', part = ''] = process.argv.slice(2);
const errands = asked.split('+');
const { address: base, password, pages } = JSON.parse(readFileSync(join(folder, 'pages.json')));
const ledger = 'docs/quality.md';
const rows = new Map((existsSync(ledger) ? readFileSync(ledger, 'utf8') : '').split('\n').filter((line) => line.startsWith('| `')).map((line) => [line.split('`')[1], line]));
// What was never looked at comes first, then what was looked at longest ago.
const day = ({ page }) => rows.get(page)?.match(/\d{4}-\d\d-\d\d/)?.[0] ?? '';
const wanted = pages.filter(({ page }) => page.includes(part)).sort((one, other) => day(one).localeCompare(day(other)));
const languages = ['sv', 'en'];
const html = join(folder, 'html');
// Four at a time, each with a browser of its own: the inspectors wait more than they work.
const shares = 4;
// How fast this machine is says nothing of a page, and would be measured for a second each time.
pageFunctions.computeBenchmarkIndex = function computeBenchmarkIndex() { return 1000; };
// What was looked at so far.
const found = new Map();
const scores = new Map();

if (isMainThread) {
  mkdirSync(html, { recursive: true });
  // Whoever cannot wait for the end gets what there is; the next run goes on from there.
  process.once('SIGINT', finish).once('SIGTERM', finish);
  await Promise.all(Array.from({ length: shares }, (_, share) => walked(share)));
  finish();
} else {
  // One browser for each account: it has so many sessions and no more.
  const accounts = [...new Set(wanted.map(({ account }) => account))];
  await walk(wanted.filter(({ account }) => accounts.indexOf(account) % shares === workerData));
}

function walked(share) {
  return new Promise((done, fail) => new Worker(new URL(import.meta.url), { argv: process.argv.slice(2), workerData: share })
    .on('message', ({ page, faults, score }) => {
      // Some pages are looked at as each role meets them.
      found.set(page, [...found.get(page) ?? [], ...faults]);
      scores.set(page, Object.fromEntries(Object.entries(score).map(([category, value]) => [category, Math.min(value, scores.get(page)?.[category] ?? 1)])));
    })
    .on('exit', done)
    .on('error', fail));
}

function finish() {
  if (errands.includes('tour')) index();
  if (errands.some((errand) => errand !== 'tour')) report();
  process.exit();
}

async function walk(mine) {
  const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: flags });
  for (const account of new Set(mine.map((one) => one.account))) {
    const context = await browser.createBrowserContext();
    const window = await context.newPage();
    if (account) await signIn(window, account);
    for (const one of mine.filter((one) => one.account === account)) {
      found.set(one.page, []);
      scores.set(one.page, { accessibility: 1, 'best-practices': 1 });
      if (errands.includes('tour')) await photograph(window, one);
      if (errands.some((errand) => errand !== 'tour')) await inspect(window, one);
      process.stdout.write('.');
      parentPort.postMessage({ page: one.page, faults: found.get(one.page), score: scores.get(one.page) });
    }
    await context.close();
  }
  await browser.close();
}

async function signIn(window, account) {
  await window.goto(new URL('/sign-in', base));
  await window.type('[name=Email]', `${account}@sample.example`);
  await window.type('[type=password]', password);
  await Promise.all([window.waitForNavigation(), window.keyboard.press('Enter')]);
}

async function open(window, one, language) {
  const go = () => window.goto(new URL(`/language?to=${language}&back=${encodeURIComponent(one.address)}`, base));
  const answer = await go();
  // An account has so many sessions and no more: another inspector may have ended this one.
  if (!one.account || new URL(window.url()).pathname !== '/sign-in') return answer;
  await signIn(window, one.account);
  return go();
}

async function inspect(window, one) {
  for (const language of languages) {
    await window.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    const answer = await open(window, one, language);
    writeFileSync(join(html, `${name(one.page)}.${language}.${one.account ?? ''}.html`), await answer.text());
    if (!errands.includes('check')) continue;
    await look(one, `${language}, light`, await lighthouse(new URL(one.address, base).href, options('navigation', one), undefined, window));
    await window.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await open(window, one, language);
    await look(one, `${language}, dark`, await snapshot(window, { flags: options('snapshot') }));
  }
}

function options(mode, one) {
  return {
    onlyCategories: mode === 'navigation' ? ['accessibility', 'best-practices'] : ['accessibility'],
    formFactor: 'desktop', screenEmulation: { disabled: true }, throttlingMethod: 'simulate', disableStorageReset: true, logLevel: 'silent',
    // What is looked at stands still as soon as it is loaded; speed is measured elsewhere, and nobody looks at the pictures.
    skipAboutBlank: true, disableFullPageScreenshot: true, pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0,
    // A page of an error answers with it, and the browser says so.
    ignoreStatusCode: true, skipAudits: one?.page.startsWith('/status/') ? ['errors-in-console'] : null,
  };
}

function look(one, how, { lhr }) {
  if (lhr.runtimeError) found.get(one.page).push(`${how}: ${lhr.runtimeError.code}`);
  for (const [name, category] of Object.entries(lhr.categories)) {
    const all = scores.get(one.page);
    all[name] = Math.min(all[name], category.score ?? 0);
    for (const { id, weight } of category.auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 1) found.get(one.page).push(`${how}: ${id} ${JSON.stringify(audit.details?.items?.slice(0, 3).map((i) => i.node?.snippet ?? i.description ?? i) ?? '')}`);
    }
  }
}

function report() {
  const vnu = createRequire(import.meta.url)('vnu-jar');
  let messages;
  try {
    messages = JSON.parse(execFileSync('java', ['-jar', vnu, '--format', 'json', '--stdout', '--exit-zero-always', html], { maxBuffer: 1 << 28 })).messages;
  } catch (fault) {
    throw new Error(`The HTML checker did not run: ${fault.message}`);
  }
  const nu = new Map([...found.keys()].map((page) => [page, 0]));
  const named = new Map([...found.keys()].map((page) => [name(page), page]));
  for (const { url, message, extract } of messages) {
    const [file, language] = url.split('/').pop().split('.');
    const page = named.get(file);
    // Of a page that was left half looked at nothing is said.
    if (!page) continue;
    nu.set(page, nu.get(page) + 1);
    found.get(page).push(`${language}, Nu: ${message} ${JSON.stringify(extract)}`);
  }
  if (errands.includes('check')) write(nu);
  const total = [...found.values()].flat();
  process.stdout.write('\n');
  for (const [page, faults] of found) for (const fault of faults) console.log(`${page}: ${fault}`);
  console.log(`${found.size} of ${new Set(wanted.map(({ page }) => page)).size} pages, ${total.length} findings`);
  process.exitCode = total.length === 0 && found.size === new Set(wanted.map(({ page }) => page)).size ? 0 : 1;
}

// Of pages that were not looked at this time it keeps what was said the last time.
function write(nu) {
  for (const [page, { accessibility, 'best-practices': practices }] of scores) {
    rows.set(page, `| \`${page}\` | ${nu.get(page)} | ${Math.round(accessibility * 100)} | ${Math.round(practices * 100)} | ${new Date().toISOString().slice(0, 10)} |`);
  }
  const all = [...new Set(pages.map(({ page }) => page))].sort();
  for (const page of all) if (!rows.has(page)) rows.set(page, `| \`${page}\` | | | | not yet |`);
  const known = all.map((page) => rows.get(page));
  writeFileSync(ledger, [
    '# Every page, inspected', '',
    'Made by `tests/quality/run`; do not edit. Each page as somebody who meets it, in Swedish and English: findings of the Nu HTML checker (errors and warnings of both languages together), and the lower',
    'of Lighthouse\'s scores: accessibility light and dark, best practices; and the day on which it was looked at. axe looks at every page as part of `./test`.', '',
    `${known.filter((row) => !row.includes('not yet')).length} of ${all.length} pages. Lighthouse ${createRequire(import.meta.url)('lighthouse/package.json').version}, Nu ${createRequire(import.meta.url)('vnu-jar/package.json').version}.`, '',
    '| Page | Nu | Accessibility | Best practices | Looked at |', '|---|---|---|---|---|', ...known, '',
  ].join('\n'));
}

async function photograph(window, one) {
  // The inspection before it ended in the dark.
  await window.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  for (const [language, width] of [['sv', 360], ['en', 1280]]) {
    await window.setViewport({ width, height: 900 });
    await open(window, one, language);
    mkdirSync('docs/tour', { recursive: true });
    await window.screenshot({ path: `docs/tour/${name(one.page)}.${language}.webp`, type: 'webp', quality: 50, fullPage: true });
  }
}

function index() {
  const keep = new Set(pages.flatMap(({ page }) => [`${name(page)}.sv.webp`, `${name(page)}.en.webp`]));
  if (!part) {
    for (const file of readdirSync('docs/tour')) if (file.endsWith('.webp') && !keep.has(file)) rmSync(join('docs/tour', file));
    writeFileSync('docs/tour/README.md', [
      '# Every page', '', 'Made by `tests/quality/run tour`, from invented people. In Swedish as on a telephone, in English as on a screen.', '',
      '| Page | Telephone | Screen |', '|---|---|---|',
      ...[...new Set(pages.map(({ page }) => page))].sort().map((page) => `| \`${page}\` | [Swedish](${name(page)}.sv.webp) | [English](${name(page)}.en.webp) |`), '',
    ].join('\n'));
  }
  console.log(`\n${found.size} pages`);
}

function name(page) {
  return page === '/' ? 'overview' : page.replace(/\{[^}]*\}/g, 'x').replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
}
