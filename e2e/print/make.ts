/**
 * Makes the PDFs of the site: `npm run pdf`. Those of pages that have not changed since are left as they are, unless all
 * are asked for: `npm run pdf -- --all`. They are kept in the repository, because a machine that builds the site need not
 * have a browser.
 */
import { serve } from '@hono/node-server';
import { chromium, type BrowserContext } from '@playwright/test';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { finished, objectsIn } from '../../src/build/pdf-file.ts';
import { sheetsIn, type Sheet } from '../../src/build/printed.ts';
import { createApp } from '#server/app.ts';
import { build } from '#server/built.ts';
import {
  fileOf,
  isOutdated,
  manifestFile,
  papers,
  pdfFolder,
  readManifest,
  type Noted,
  type PaperSize,
} from '#teaching/print/pdfs.ts';
import { chromiumArgs, installedBrowser } from '../browser.ts';

const began = Date.now();
build('Building the site first …');

const all = process.argv.includes('--all');
const manifest = readManifest();
const sheets = sheetsIn('dist');
const due = sheets.flatMap((sheet) => {
  const sizes = papers.filter((paper) => all || isOutdated(sheet, paper, manifest));
  return sizes.length > 0 ? [{ sheet, sizes }] : [];
});
const wanted = sheets.flatMap(({ name }) => papers.map((paper) => fileOf(name, paper)));
const noted: Record<string, Noted> = Object.fromEntries(
  wanted.flatMap((file) => (manifest[file] ? [[file, manifest[file]]] : [])),
);

/**
 * The fonts of the site, a file for each weight. Of a font whose weight can be varied, which the site has, Chromium draws
 * every letter anew as a shape: larger files, and coarse letters on many screens.
 */
const faces = `${[
  ['Source Serif 4', 'source-serif-4'],
  ['Source Sans 3', 'source-sans-3'],
]
  .flatMap(([family, folder]) =>
    [400, 600, 700].map((weight) => {
      const file = readFileSync(
        `node_modules/@fontsource/${folder}/files/${folder}-latin-${weight}-normal.woff2`,
      );
      return `@font-face { font-family: 'Paper ${family}'; font-weight: ${weight}; src: url(data:font/woff2;base64,${file.toString('base64')}); }`;
    }),
  )
  .join('\n')}
:root.fonts {
  --serif: 'Paper Source Serif 4', 'Source Serif 4', serif;
  --sans: 'Paper Source Sans 3', 'Source Sans 3', sans-serif;
}`;

const building = Date.now();
mkdirSync(pdfFolder, { recursive: true });
if (due.length > 0) await makeAll();
for (const name of readdirSync(pdfFolder))
  if (name.endsWith('.pdf') && !(name in noted)) rmSync(`${pdfFolder}/${name}`);
writeFileSync(manifestFile, `${JSON.stringify(sorted(noted), undefined, 2)}\n`);

const seconds = (from: number) => ((Date.now() - from) / 1000).toFixed(1);
const bytes = Object.keys(noted).reduce((sum, file) => sum + readFileSync(`${pdfFolder}/${file}`).length, 0);
console.log(
  `${due.flatMap(({ sizes }) => sizes).length} of ${wanted.length} PDFs made in ${seconds(building)} s (${seconds(began)} s with the build). ` +
    `All are ${(bytes / 1e6).toFixed(1)} MB, in ${pdfFolder}/.`,
);

async function makeAll(): Promise<void> {
  const server = serve({ fetch: createApp('dist', process.env['BASE']).fetch, port: 0 });
  await new Promise((listening) => server.once('listening', listening));
  const executablePath = installedBrowser();
  const browser = await chromium.launch({
    args: chromiumArgs,
    ...(executablePath ? { executablePath } : {}),
  });
  // The faces below stand in no policy.
  const context = await browser.newContext({
    baseURL: `http://localhost:${(server.address() as AddressInfo).port}`,
    bypassCSP: true,
  });
  const queue = [...due];
  const worker = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await make(context, job.sheet, job.sizes);
  };
  await Promise.all([worker(), worker()]);
  await browser.close();
  server.close();
}

/** Makes the tagged PDFs of a sheet, with an outline each. */
async function make(
  context: BrowserContext,
  { name, path, fingerprint }: Sheet,
  sizes: readonly PaperSize[],
): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await page.addStyleTag({ content: faces });
  await page.evaluate(async () => {
    // They would lead to the server that this script has just begun.
    for (const link of document.querySelectorAll('a[href]:not([href^="#"])')) link.removeAttribute('href');
    await Promise.all([...document.fonts].map((face) => face.load()));
  });
  for (const paper of sizes) {
    const pdf = finished(await page.pdf({ format: paper, tagged: true, outline: true }), 'Who Says?');
    const file = fileOf(name, paper);
    writeFileSync(`${pdfFolder}/${file}`, pdf);
    noted[file] = { from: fingerprint, pages: pagesIn(pdf) };
  }
  await page.close();
}

function pagesIn(pdf: Buffer): number {
  return objectsIn(pdf).filter((object) => /\/Type \/Page\b/.test(object)).length;
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
