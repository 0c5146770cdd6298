import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { get, type IncomingMessage } from 'node:http';

/** Asks the server as it stands, without a browser in between. */
function ask(baseURL: string, path: string, headers = {}): Promise<IncomingMessage & { text: string }> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Object.assign(response, { text: Buffer.concat(parts).toString() })));
    }).on('error', reject);
  });
}

function start(port: string, env = {}) {
  return spawnSync(process.execPath, ['src/server/start.ts'], {
    env: { ...process.env, ...env, PORT: port },
    encoding: 'utf8',
    timeout: 30_000,
  });
}

test('a file with a hash in its name may be kept for a year, anything else is asked about again', async ({
  baseURL,
}) => {
  const page = await ask(baseURL!, '/exercises/sleep-headband-sort/');
  expect(page.statusCode).toBe(200);
  expect(page.headers['cache-control']).toBe('no-cache');
  const module = /modulepreload" href="(\/_astro\/[^"]+\.js)"/.exec(page.text)![1]!;
  const font = /\/_astro\/[^"')]+\.woff2/.exec(page.text)![0];
  const { text: index } = await ask(baseURL!, '/pagefind/pagefind-entry.json');
  const piece = `/pagefind/pagefind.${/"hash":"(\w+)"/.exec(index)![1]!}.pf_meta`;
  for (const path of [module, font, piece]) {
    const { statusCode, headers } = await ask(baseURL!, path);
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  }
  for (const path of ['/favicon.png', '/_astro/none.js', '/no-such-page/']) {
    expect((await ask(baseURL!, path)).headers['cache-control'], path).toBe('no-cache');
  }
});

test('a module asks the browser to compile all of it while it comes', async ({ baseURL }) => {
  const { text: page } = await ask(baseURL!, '/exercises/sleep-headband-sort/');
  const modules = [...page.matchAll(/modulepreload" href="([^"]+)"/g)];
  expect(modules.length).toBeGreaterThan(1);
  for (const [, path] of modules)
    expect((await ask(baseURL!, path!)).text).toMatch(/^\/\/# allFunctionsCalledOnLoad\n./);
});

test('text comes compressed as the browser can read it, and tells caches apart', async ({ baseURL }) => {
  for (const [accepts, gets] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ] as const) {
    const { headers } = await ask(baseURL!, '/cases/', { 'accept-encoding': accepts });
    expect(headers['content-encoding'], accepts).toBe(gets);
    expect(headers['content-type']).toMatch(/^text\/html/);
    if (gets) expect(headers['vary']).toMatch(/accept-encoding/i);
  }
});

test('an address without a page gets status 404 and a page that leads on', async ({ page }) => {
  const response = await page.goto('/cases/none/');
  expect(response!.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'All cases' }).click();
  await expect(page).toHaveURL('/cases/');
});

test('nothing outside the built site is served', async ({ baseURL }) => {
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/_astro/../../package.json',
    '/_astro/..%2f..%2fpackage.json',
    '/..%5cpackage.json',
    '//etc/passwd',
    '/%00',
    '/%',
  ]) {
    const { statusCode, text } = await ask(baseURL!, path);
    expect([400, 404], path).toContain(statusCode);
    expect(text, path).not.toMatch(/"dependencies"|root:/);
  }
});

test('a port in use is named, with a way out', ({ baseURL }) => {
  const { port } = new URL(baseURL!);
  // For another path the site would have to be built anew: not before this is said.
  const { status, stdout, stderr } = start(port, { BASE: '/elsewhere/' });
  expect(stdout).toBe('');
  expect(stderr.trim()).toBe(
    `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=4322 npm start`,
  );
  expect(status).toBe(1);
});

test('a PORT that is no port is refused with what to write instead', () => {
  for (const port of ['http', '0', '70000', '80.5', '']) {
    const { status, stderr } = start(port);
    expect(stderr.trim()).toBe(
      `PORT is "${port}". Set it to a whole number from 1 to 65535, or leave it out for 4321.`,
    );
    expect(status).toBe(1);
  }
});

test('a page that has not changed is not sent again', async ({ request }) => {
  const first = await request.get('/');
  const again = await request.get('/', { headers: { 'If-None-Match': first.headers()['etag']! } });
  expect(again.status()).toBe(304);
});
