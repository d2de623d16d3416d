// Makes wwwroot/lib from the sources here and the three packages of package.json. `npm ci && npm run build`.
// What it makes is committed: whoever runs or tests the application needs no Node.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { compile } from 'sass';

const lib = new URL('../wwwroot/lib/', import.meta.url);
const packages = new URL('node_modules/', import.meta.url);

rmSync(lib, { recursive: true, force: true });
mkdirSync(new URL('fonts/', lib), { recursive: true });

const { css } = compile('scss/site.scss', { loadPaths: ['node_modules'], style: 'compressed', quietDeps: true });
for (const [trace, meaning] of [[/GDS Transport/, 'the reserved typeface'], [/url\((?!["']?fonts\/)/, 'an asset of somebody else']]) {
  if (trace.test(css)) throw new Error(`The style sheet names ${meaning}.`);
}
writeFileSync(new URL('site.css', lib), `${css}\n`);

for (const set of ['latin', 'latin-ext']) {
  const file = `source-sans-3-${set}-wght-normal.woff2`;
  cpSync(new URL(`@fontsource-variable/source-sans-3/files/${file}`, packages), new URL(`fonts/${file}`, lib));
}

const { version } = JSON.parse(readFileSync(new URL('govuk-frontend/package.json', packages)));
buildSync({
  entryPoints: ['js/govuk.js'], outfile: new URL(`govuk-frontend-${version}.js`, lib).pathname,
  bundle: true, format: 'esm', minify: true, target: 'es2020', legalComments: 'none',
  banner: { js: `/*! govuk-frontend ${version}, MIT, see licences/govuk-frontend-MIT.txt */` },
});

cpSync('licences/', new URL('licences/', lib), { recursive: true });
