import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { awake, sort } from './steps.ts';

const base = '/who-says';
const site = 'https://site.example';
const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
/** Makes a program that asks another host say so. */
const listening =
  '--import=data:text/javascript,globalThis.fetch=async(asked)=>console.error(`asks\\x20${asked}`)';
let dist: string;
let server: Server;
let said: string;

/** Any static host: files below a path, nothing else. */
function serveFiles(folder: string): Promise<Server> {
  const host = createServer((request, response) => {
    const path = new URL(request.url!, 'http://host').pathname;
    let file = path.startsWith(`${base}/`) ? join(folder, path.slice(base.length)) : '';
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) return response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  return new Promise((listening) => host.listen(0, () => listening(host)));
}

// One build for all: in a row, in one process.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  dist = mkdtempSync(join(tmpdir(), 'who-says-'));
  const build = ['node_modules/astro/bin/astro.mjs', 'build', '--silent'];
  const { stderr } = await promisify(execFile)(process.execPath, [listening, ...build], {
    env: { ...process.env, BASE: base, SITE: site, OUT: dist },
  });
  said = stderr;
  server = await serveFiles(dist);
});
test.afterAll(() => {
  server.close();
  rmSync(dist, { recursive: true, force: true });
});

test('below a path of any static host the way from the front page to the end of an exercise works', async ({
  page,
}) => {
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });

  await page.goto(`${origin}${base}/`);
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Cases' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /headband/i })
    .click();
  await page.getByRole('link', { name: 'Read the article' }).click();
  await page.getByRole('link', { name: 'Sort the statements' }).click();
  await awake(page);
  await sort(page, 1, 'Sourced claim');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: '1 of 1 as the key has them' })).toBeVisible();
  await page.getByRole('link', { name: 'My work' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Sort the statements/ })
    .click();
  await expect(page).toHaveURL(`${origin}${base}/exercises/sleep-headband-sort/`);
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('sortie');
  await page.getByRole('main').getByRole('link', { name: 'sortie' }).click();
  await expect(page).toHaveURL(`${origin}${base}/glossary/#sortie`);
  await page.getByRole('link', { name: 'Who Says?' }).click();
  await expect(page).toHaveURL(`${origin}${base}/`);
  expect(failed).toEqual([]);
});

test('below a path a browser that runs no script is sent to the page that has all of an exercise', async ({
  browser,
}) => {
  const address = `http://localhost:${(server.address() as AddressInfo).port}${base}/exercises/sleep-headband-sort/`;
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(address);
  await page.waitForURL(`${address}no-script/`);
  await page.locator('noscript summary').click();
  await expect(page.locator('noscript').getByRole('listitem').first()).toBeVisible();
  await page.close();
});

test('building the site asks no other host', () => {
  expect(said).not.toContain('asks');
});

test('built for an address, pages name it and their picture, and the site map lists them; else nothing does', () => {
  const html = (folder: string, path: string) => readFileSync(join(folder, path, 'index.html'), 'utf8');
  const address = `${site}${base}/lessons/02-three-drawers/`;
  for (const path of ['lessons/02-three-drawers', 'routes/fifteen/02-three-drawers'])
    expect(html(dist, path)).toContain(`<link rel="canonical" href="${address}">`);
  const [, picture] = /property="og:image" content="([^"]+)"/.exec(html(dist, 'cases/bus-lane'))!;
  expect(picture).toBe(`${site}${base}/share/cases/bus-lane.png`);
  expect(existsSync(join(dist, 'share/cases/bus-lane.png'))).toBe(true);
  const map = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
  expect(map).toContain(`<loc>${address}</loc>`);
  for (const out of ['routes/', 'my-work/', 'no-script/', '404']) expect(map).not.toContain(out);

  expect(html('dist', 'lessons/02-three-drawers')).not.toMatch(/canonical|og:|share\//);
  for (const file of ['sitemap.xml', 'share']) expect(existsSync(join('dist', file))).toBe(false);
});
