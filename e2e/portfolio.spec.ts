import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { attempts, openClaim, openExercise, question } from './steps.ts';

const portfolio = '/my-work/portfolio/';
const section = (page: Page, name: string) => page.getByRole('region', { name });
const handIn = (page: Page) => page.getByRole('button', { name: 'Hand in', exact: true }).click();
const kept = (page: Page, n: number) => expect.poll(async () => (await attempts(page)).length).toBe(n);

interface Work {
  exercise: string;
  answer: Record<string, string>;
  at?: string;
}

/** Brings in, as a file, what was handed in on another device; a day each unless it says when. */
async function bringIn(page: Page, work: readonly Work[]): Promise<void> {
  const file = {
    format: 'who-says',
    version: 1,
    attempts: work.map((each, n) => ({
      id: randomUUID(),
      at: `2025-03-${String(n + 1).padStart(2, '0')}T10:00:00.000Z`,
      ...each,
    })),
  };
  await page.goto('/my-work/');
  await page.getByLabel('Bring in a file').setInputFiles({
    name: 'work.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.getByRole('status')).toContainText('Brought in');
}

/** A test of ten claims with every claim called an opinion. */
async function tenOpinions(page: Page, exercise: string): Promise<Work> {
  const { claims } = await (await page.request.get(`/keys/${exercise}.json`)).json();
  return {
    exercise,
    answer: Object.fromEntries(claims.map(({ id }: { id: string }) => [`label:${id}`, 'opinion'])),
  };
}

test('a portfolio is made from the work itself: headline, marked article in two rounds, trust', async ({
  page,
}) => {
  await openExercise(page, '/exercises/six-hundred-headline/');
  await page.getByRole('textbox').fill('روسيا تقول: 600 قتيل');
  await handIn(page);
  await kept(page, 1);
  await openExercise(page, '/exercises/headline-trust/');
  await page.getByRole('spinbutton').fill('70');
  await handIn(page);
  await kept(page, 2);
  await openExercise(page, '/exercises/sleep-headband-mark/');
  const { claims } = await (await page.request.get('/keys/sleep-headband-mark.json')).json();
  const names: Record<string, string> = {
    'sourced-claim': 'Sourced claim',
    'unverified-figure': 'Unverified figure',
    opinion: 'Opinion',
    'no-source-shown': 'No source shown',
  };
  const key = names[claims[0].label]!;
  const wrong = key === 'Opinion' ? 'Sourced claim' : 'Opinion';
  await openClaim(page, 1);
  await question(page, 1).getByRole('radio', { name: wrong }).check();
  await handIn(page);
  await page.getByRole('button', { name: 'Revise once' }).click();
  await openClaim(page, 1);
  await question(page, 1).getByRole('radio', { name: key }).check();
  await page.getByRole('button', { name: 'Hand in again' }).click();
  await kept(page, 4);

  await page.goto('/my-work/');
  await page.getByRole('main').getByRole('link', { name: 'My portfolio' }).click();
  await expect(section(page, 'My headline').locator('blockquote')).toHaveText('روسيا تقول: 600 قتيل');
  await expect(section(page, 'My headline').locator('blockquote')).toHaveCSS('direction', 'rtl');
  await expect(section(page, 'How far I trusted it').getByRole('listitem')).toContainText(
    '70 of 100: The headline',
  );
  const marked = section(page, 'A whole article, marked');
  await expect(marked).toContainText(
    '1 of 1 as the key has them, on second look. The first time it was 0 of 1.',
  );
  await expect(
    marked.getByRole('table', { name: 'Claim by claim' }).getByRole('row').nth(1).getByRole('cell'),
  ).toContainText([wrong, key, key, 'We agree']);
  await expect(marked.getByText('Left out').first()).toBeVisible();
  await expect(section(page, 'Everything else')).toHaveCount(0);
});

test('a test shows nothing of its result until the second is taken, not even its key is fetched', async ({
  page,
}) => {
  const keys: string[] = [];
  const first = await tenOpinions(page, 'bus-lane-test');
  await bringIn(page, [first, { ...first, at: '2025-03-20T10:00:00.000Z' }]);
  page.on('request', (request) => {
    if (request.url().includes('/keys/')) keys.push(request.url());
  });
  await page.goto(portfolio);
  await expect(page.getByText('Your first test is kept.')).toBeVisible();
  // The same test taken again is no second one.
  await expect(section(page, 'Everything else')).toContainText(
    'a test: shown once you have taken the next one',
  );
  await expect(page.getByText(/as the key has/)).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  expect(keys).toEqual([]);

  await bringIn(page, [await tenOpinions(page, 'jobless-rate-test')]);
  await page.goto(portfolio);
  await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  await expect(section(page, 'Everything else')).toContainText(/\d+ of \d+ as the key has them/);
});

test('what is not there is said: nothing yet, nothing readable, an exercise that is gone, a key out of reach', async ({
  page,
}) => {
  await page.goto(portfolio);
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Print/ })).toHaveCount(0);

  await bringIn(page, [
    { exercise: 'long-gone', answer: { 'headline:it': 'A headline that stays' } },
    { exercise: 'also-gone', answer: { 'label:it': 'opinion' } },
    { exercise: 'deir-ez-zor-mark', answer: { 'label:toll-lead': 'unverified-figure' } },
    { exercise: 'three-drawers-say', answer: { 'say:sentence': 'Ask who counted.' } },
  ]);
  await page.route('**/keys/**', (route) => route.abort());
  await page.goto(portfolio);
  await expect(page.getByRole('alert')).toContainText('the key could not be fetched');
  await expect(section(page, 'My headline')).toContainText('A headline that stays');
  await expect(section(page, 'In one sentence')).toContainText('Ask who counted.');
  await expect(section(page, 'A whole article, marked')).toContainText('Not marked');
  await expect(section(page, 'Everything else')).toContainText('an exercise that is no longer on this site');
  await page.unroute('**/keys/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(section(page, 'A whole article, marked')).toContainText('1 of 1 as the key has them');
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await page.goto(portfolio);
  await expect(page.getByText('This browser does not let us read what it keeps')).toBeVisible();
});

test.describe('with a course’s work', () => {
  test.beforeEach(async ({ page }) => {
    const { claims } = await (await page.request.get('/keys/deir-ez-zor-mark.json')).json();
    const labels = ['sourced-claim', 'unverified-figure', 'opinion', 'no-source-shown'];
    await bringIn(page, [
      await tenOpinions(page, 'bus-lane-test'),
      { exercise: 'headline-trust', answer: { 'trust:headline': '72' } },
      {
        exercise: 'deir-ez-zor-mark',
        answer: Object.fromEntries(
          claims.map(({ id }: { id: string }, n: number) => [`label:${id}`, labels[n % 4]!]),
        ),
      },
      {
        exercise: 'disclaimer-trust',
        answer: { 'trust:as-published': '60', 'trust:disclaimer-first': '35' },
      },
      { exercise: 'six-hundred-headline', answer: { 'headline:six-hundred': 'Wort'.repeat(4_000) } },
      {
        exercise: 'three-drawers-say',
        answer: { 'say:sentence': 'Ask who counted.\nThen ask who checked.' },
      },
      { exercise: 'sleep-headband-sort', answer: { 'label:volunteers': 'opinion' } },
      await tenOpinions(page, 'record-crowd-test'),
    ]);
    await page.goto(portfolio);
    await expect(page.getByRole('heading', { name: 'What has changed' })).toBeVisible();
  });

  test('the portfolio prints with a line for a name and nothing that only a screen can use', async ({
    page,
  }) => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Name:')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.locator('.screen-only').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('table', { name: 'Claim by claim' })).toBeVisible();
    await expect(page.getByText('We differ').first()).toBeVisible();
    for (const format of ['A4', 'Letter'])
      expect((await page.pdf({ format })).length, format).toBeGreaterThan(10_000);
  });

  test('axe finds nothing on the portfolio, and nothing scrolls sideways at 320 px', async ({ page }) => {
    for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }] as const) {
      await page.emulateMedia(media);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });
});
