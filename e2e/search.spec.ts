import { expect, test, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { hold, tabTo } from './steps.ts';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Words to look for' });
const places = (page: Page) => page.getByRole('main').getByRole('listitem');
const said = (page: Page) => page.getByRole('status');

test('a word is found in lesson, article and glossary by keyboard, told, and the way leads to its place', async ({
  page,
}) => {
  await page.goto('/search/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await tabTo(page, field(page));
  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await page.keyboard.type('sortie');
  await expect(said(page)).toHaveText('3 places found for “sortie”.');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'sortie',
    /^Russian Cruise Missiles/,
    'Who says it?',
  ]);
  await expect(places(page).locator('.kicker')).toHaveText([
    'Glossary',
    'Article · Six hundred in one strike?',
    'Lesson 3',
  ]);
  await expect(places(page).last().locator('mark').first()).toHaveText('sorties.');
  expect(page.url()).toMatch(/\/search\/#q=sortie$/);

  await tabTo(page, page.getByRole('link', { name: 'sortie' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/glossary/#sortie');
  await page.goBack();
  await expect(said(page)).toHaveText('3 places found for “sortie”.');
});

test('what is searched for before the script has come is found when it has', async ({ page }) => {
  const come = await hold(page);
  await page.goto('/search/', { waitUntil: 'commit' });
  await field(page).fill('sortie');
  await page.getByRole('button', { name: 'Search' }).click();
  come();
  await expect(said(page)).toHaveText('3 places found for “sortie”.');
});

test('only lessons, cases and glossary are found, and of them neither exercises nor plainer versions', async ({
  page,
}) => {
  await page.goto('/search/#q=claim');
  await expect(said(page)).toHaveText(/found for/);
  for (const link of await places(page).getByRole('link').all())
    expect(await link.getAttribute('href')).toMatch(/^\/(lessons|cases|glossary)\//);
  for (const [where, words] of [
    ['/lessons/05-words-that-lean/', 'Three short questions about hedges'],
    ['/cases/sleep-headband/read/', 'They scored their own stress'],
  ] as const) {
    expect(await (await page.request.get(where)).text()).toContain(words);
    await page.goto(`/search/#q=${encodeURIComponent(`"${words}"`)}`);
    await expect(said(page)).toHaveText(/^Nothing found/);
  }
});

test('nothing found, nothing typed and no connection are each told, with a way on', async ({
  page,
  context,
}) => {
  await page.goto('/search/');
  await page.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(said(page)).toHaveText('Type a word to look for.');

  await context.setOffline(true);
  await field(page).fill('hedge');
  await expect(said(page)).toHaveText('You are offline, and this device does not have the search yet.');
  await expect(page.getByRole('main').getByRole('link', { name: 'Glossary' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(said(page)).toHaveText(/^\d+ places found for “hedge”/);
  await expect(field(page)).toBeFocused();

  await field(page).fill('xylophone');
  await expect(said(page)).toHaveText(/^Nothing found for “xylophone”/);
  await expect(page.getByRole('main').getByRole('link', { name: 'Lessons' })).toBeVisible();
});

test('once loaded, it goes on without a connection', async ({ page, context }) => {
  const pieces = new Set<string>();
  const last = readdirSync('dist/pagefind/fragment').map((name) => `/pagefind/fragment/${name}`);
  let fetched!: () => void;
  const allFetched = new Promise<void>((resolve) => (fetched = resolve));
  page.on('requestfinished', (request) => {
    pieces.add(new URL(request.url()).pathname);
    if (last.every((piece) => pieces.has(piece))) fetched();
  });
  await page.goto('/search/#q=hedge');
  await expect(said(page)).toHaveText(/found for “hedge”/);
  // What it fetches beforehand ends with all the places that can be found.
  await allFetched;
  let before = -1;
  await expect
    .poll(
      () => {
        const still = pieces.size === before;
        before = pieces.size;
        return still && pieces.size > 40;
      },
      { intervals: [1500] },
    )
    .toBe(true);
  await context.setOffline(true);
  for (const words of ['zoo', 'toll', 'stake', 'missile', 'headband', '600', 'quote']) {
    await field(page).fill(words);
    await expect(said(page)).toHaveText(new RegExp(`(found for|Nothing found for) “${words}”`));
  }
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so, and leads to the lists', async ({ page }) => {
    await page.goto('/search/');
    await expect(field(page)).toBeHidden();
    for (const name of ['lessons', 'cases', 'glossary'])
      await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible();
  });
});

test('lessons and cases carry data that learning platforms read', async ({ page }) => {
  for (const [address, name, codes] of [
    ['/lessons/02-three-drawers/', 'Three drawers', /RH\.6-8\.8/],
    ['/cases/bus-lane/', 'A bus lane divides a town', /R\.8\.4/],
  ] as const) {
    await page.goto(address);
    const text = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(text!)).toMatchObject({ '@type': 'LearningResource', name });
    expect(text).toMatch(codes);
  }
});
