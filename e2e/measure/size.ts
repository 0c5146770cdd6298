/**
 * What a first visit transfers, against the budget: `npm run size`. Each page is opened in a browser with an empty
 * cache, served with Brotli; counted are the bodies as they came over the wire, and the scripts inside the page by
 * their own compressed size. kB are 1,000 bytes.
 */
import { chromium } from '@playwright/test';
import { serve } from '@hono/node-server';
import { readFileSync, readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createApp } from '#server/app.ts';
import { build } from '#server/built.ts';
import { linkTo } from '#storage/handout.ts';
import { chromiumArgs, installedBrowser } from '../browser.ts';
import { assignmentOf } from '../collected.ts';

/** Budgets in kB: everything but fonts, scripts among it, fonts. */
const budgets: Record<string, { all: number; script: number; fonts: number }> = {
  '/exercises/deir-ez-zor-mark/': { all: 45, script: 25, fonts: 60 },
  '/exercises/deir-ez-zor-sort/': { all: 45, script: 25, fonts: 60 },
  ...Object.fromEntries(
    readdirSync('content/lessons').map((file) => [
      `/lessons/${file.replace('.mdx', '')}/`,
      { all: 45, script: 25, fonts: 60 },
    ]),
  ),
  '/measure/': { all: 45, script: 25, fonts: 60 },
  // With one exercise to do, all of which is fetched at once: it can be done without a connection.
  [await linkTo('/assignment/', assignmentOf(['deir-ez-zor-first-six']))]: { all: 80, script: 55, fonts: 60 },
  '/cases/deir-ez-zor-600/read/': { all: 25, script: 5, fonts: 60 },
  '/': { all: 25, script: 5, fonts: 60 },
};

build();

const server = serve({ fetch: createApp('dist').fetch, port: 0 });
await new Promise((listening) => server.once('listening', listening));
const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
const executablePath = installedBrowser();
const browser = await chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) });

let over = 0;
for (const [path, budget] of Object.entries(budgets)) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const loaded: { type: string; bytes: Promise<number> }[] = [];
  page.on('requestfinished', (request) =>
    loaded.push({
      // A module that is imported later is fetched as a file first.
      type: new URL(request.url()).pathname.endsWith('.js') ? 'script' : request.resourceType(),
      bytes: request.sizes().then((sizes) => sizes.responseBodySize),
    }),
  );
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  const sum = async (wanted: (type: string) => boolean) =>
    (await Promise.all(loaded.filter(({ type }) => wanted(type)).map(({ bytes }) => bytes))).reduce(
      (a, b) => a + b,
      0,
    );
  const fonts = await sum((type) => type === 'font');
  const all = (await sum(() => true)) - fonts;
  const script = (await sum((type) => type === 'script')) + inlineScript(path);
  await context.close();

  const row = { all, script, fonts };
  console.log(
    `${path.replace(/#.*/, '').padEnd(32)} ${Object.entries(row)
      .map(([name, bytes]) => {
        const limit = budget[name as keyof typeof budget] * 1000;
        if (bytes > limit) over += 1;
        return `${name} ${(bytes / 1000).toFixed(2)} of ${limit / 1000} kB${bytes > limit ? ' (OVER)' : ''}`;
      })
      .join(', ')}`,
  );
}
await browser.close();
server.close();
if (over > 0) {
  console.error(`${over} over budget. Take something out, or load it when it is first needed.`);
  process.exitCode = 1;
}

/** The compressed size of the scripts that stand in a page, each on its own. */
function inlineScript(path: string): number {
  const html = readFileSync(join('dist', path.replace(/#.*/, ''), 'index.html'), 'utf8');
  return [...html.matchAll(/<script(?! type="application)[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => brotliCompressSync(match[1]!).length)
    .reduce((a, b) => a + b, 0);
}
