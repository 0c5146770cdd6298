import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { hold, tabTo } from './steps.ts';

const address = '/teach/present/';
/** The number of hands that stands there for a label. */
const count = async (page: Page, label: string, hands: number) =>
  expect(page.getByText(`Hands for ${label}:`).locator('..')).toHaveText(`Hands for ${label}: ${hands}`);
const start = (page: Page) => page.getByRole('button', { name: 'Start with the class' });
const on = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const claimHeading = (page: Page, n: number, of: number) =>
  page.getByRole('heading', { name: `Claim ${n} of ${of}` });

/** Opens the page with a set of claims chosen, and waits until it can begin. */
async function choose(page: Page, set = 'deir-ez-zor-first-six'): Promise<void> {
  // From the same page, another set in the address would load nothing.
  await page.goto('about:blank');
  await page.goto(`${address}#${set}`);
  await start(page).waitFor();
}

/** Presses keys in a row: "1 1 2 Space". */
async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

/** The numbers of a split, row by row: "14 of 25". */
async function split(page: Page): Promise<string[]> {
  const rows = await page.getByRole('table', { name: 'How the class voted' }).locator('tbody tr').all();
  return Promise.all(rows.map(async (row) => (await row.innerText()).replace(/\s+/g, ' ').trim()));
}

test.describe('a class votes', () => {
  test('by keyboard alone: three claims, two votes each, reasons, the whole article', async ({ page }) => {
    // High enough for every reason: no key has to turn to what stands below.
    await page.setViewportSize({ width: 1280, height: 1000 });
    await choose(page);
    await tabTo(page, start(page), 60);
    await page.keyboard.press('Enter');

    // The note on what the story is about comes first, with a way to another.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Six hundred in one strike?');
    await expect(page.getByText('nobody will ask why')).toBeVisible();
    await expect(on(page, 'Choose another story')).toBeVisible();
    await expect(page.getByRole('navigation')).toHaveCount(0);

    for (let n = 1; n <= 3; n += 1) {
      await press(page, 'ArrowRight');
      await expect(claimHeading(page, n, 6)).toBeVisible();
      await expect(page.locator('mark')).toBeVisible();
      await press(page, '1 1 1 2 3 Shift+1 1 3 Backspace');
      await count(page, 'sourced claim', 3);
      await count(page, 'opinion', 1);
      await press(page, 'Space');
      await expect(page.getByRole('heading', { name: 'Talk to your neighbour' })).toBeVisible();
      expect(await split(page)).toEqual([
        'Sourced claim 3 of 5',
        'Unverified figure 1 of 5',
        'Opinion 1 of 5',
      ]);
      // Nothing is counted while they talk.
      await press(page, '1 1 Enter');
      await count(page, 'sourced claim', 0);
      await press(page, '2 2 2 2 1 ArrowRight');
      expect(await split(page)).toEqual([
        'Sourced claim 3 of 5 1 of 5',
        'Unverified figure 1 of 5 4 of 5',
        'Opinion 1 of 5 0 of 5',
      ]);
      await press(page, 'PageDown');
      await expect(page.getByText('Who says it:')).toBeVisible();
      await expect(page.getByText(/^\d of 5 hands said so\.$/)).toBeVisible();
    }
    // A step back leads to what was there, and on again.
    await press(page, 'PageUp');
    expect((await split(page))[1]).toBe('Unverified figure 1 of 5 4 of 5');
    await press(page, 'e');

    await expect(page.getByRole('heading', { level: 1, name: 'How the class saw it' })).toBeFocused();
    const article = page.locator('.article');
    await expect(article.getByRole('link')).toHaveCount(3);
    await expect(article.getByText('4 of 5')).toHaveCount(3);
    await expect(
      page.getByRole('region', { name: 'Where the class moved most' }).getByRole('listitem'),
    ).toHaveCount(3);
    await expect(page.getByText('Unverified figure 1 → 4')).toHaveCount(3);
    // Each claim leads to its numbers.
    const words = await article.getByRole('link').first().innerText();
    await article.getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: words })).toBeFocused();
    await expect(page).toHaveURL(/#class$/);
    await press(page, 'Escape');
    await expect(on(page, 'Go on')).toBeVisible();
  });

  test('by touch, on a telephone, with three answers', async ({ browser }) => {
    const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await choose(page, 'practice-three-a');
    await start(page).tap();
    await on(page, 'Start').tap();
    await expect(page.getByRole('button', { name: /^One hand more/ })).toHaveCount(3);
    const more = page.getByRole('button', { name: 'One hand more for opinion' });
    const less = page.getByRole('button', { name: 'One hand less for opinion' });
    for (const button of [more, less]) {
      const box = (await button.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    }
    await less.tap();
    await count(page, 'opinion', 0);
    for (let n = 0; n < 3; n += 1) await more.tap();
    await less.tap();
    await count(page, 'opinion', 2);
    await expect(page.getByRole('status')).toHaveText('Opinion: 2');
    await on(page, 'Show the split').tap();
    await expect(page.getByRole('heading', { name: 'Talk to your neighbour' })).toBeVisible();
    expect(await split(page)).toEqual(['Sourced claim 0 of 2', 'Unverified figure 0 of 2', 'Opinion 2 of 2']);
    await on(page, 'To the reasons').tap();
    await expect(page.getByText('Who says it:')).toBeVisible();
    await context.close();
  });

  test('over claims that careful readers disagree about: both views, and no right answer', async ({
    page,
  }) => {
    await choose(page);
    await page.getByRole('radio', { name: /^Only those that careful readers disagree about/ }).check();
    await start(page).click();
    await press(page, 'Space 1 3 r');
    await expect(page.getByText('there is no right answer')).toBeVisible();
    await expect(page.getByText('One view:')).toBeVisible();
    await expect(page.getByText('Another view.')).toBeVisible();
    await expect(page.getByText(/hands said so/)).toHaveCount(0);
    await press(page, 'e');
    await expect(page.getByText('there is no right answer')).toBeVisible();
  });

  test('over claims of the teacher’s own choice, in the order of the article', async ({ page }) => {
    await choose(page);
    await page.getByRole('radio', { name: /^My own choice/ }).check();
    await start(page).click();
    await expect(page.getByRole('alert')).toHaveText('No claims are chosen. Choose at least one.');
    await page.getByRole('checkbox', { name: 'Syria’s capital city' }).check();
    await page.getByRole('checkbox', { name: 'Russian Cruise Missiles Hit ISIS' }).check();
    await page.getByRole('radio', { name: /^Three/ }).check();
    await expect(page.getByText('2 claims need the fourth answer and are left out.')).toBeVisible();
    await page.getByRole('radio', { name: /^Four/ }).check();
    await expect(page.getByText('2 claims, about 6 minutes.')).toBeVisible();
    await start(page).click();
    await press(page, 'PageDown');
    await expect(page.locator('mark')).toHaveText('Russian Cruise Missiles Hit ISIS');
    await expect(page.getByText('from the headline')).toBeVisible();
    await press(page, 'n');
    await expect(page.locator('mark')).toHaveText('Syria’s capital city');
  });
});

test('keys: a blank screen counts nothing, the list opens and closes, single keys can be turned off', async ({
  page,
}) => {
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown 1');
  await page.keyboard.press('.');
  const blank = page.getByRole('button', { name: 'The screen is blank. Show it again' });
  await expect(blank).toBeVisible();
  await press(page, '1 1');
  await press(page, 'b');
  await expect(blank).toHaveCount(0);
  await count(page, 'sourced claim', 1);

  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list.getByText('count a hand for that answer')).toBeVisible();
  await press(page, '1');
  await list.getByRole('checkbox').uncheck();
  await press(page, 'Escape');
  await expect(list).toBeHidden();
  await press(page, '1 b');
  await expect(blank).toHaveCount(0);
  await count(page, 'sourced claim', 1);
  await press(page, 'PageDown');
  await expect(page.getByRole('heading', { name: 'Talk to your neighbour' })).toBeVisible();

  // A button that has the focus does what it says, and only that.
  await on(page, 'Back').focus();
  await press(page, 'Space');
  await count(page, 'sourced claim', 1);
});

test('a clicker turns the pages of what is longer than the screen, then goes on', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 683, height: 384 });
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown 1 2 r');
  // Once it stands still: the browser glides when it turns a page itself, and a key in between may be lost.
  const top = () =>
    page.evaluate(async () => {
      let before: number;
      do {
        before = scrollY;
        await new Promise((shown) => setTimeout(() => requestAnimationFrame(shown), 200));
      } while (scrollY !== before);
      return before;
    });
  await press(page, 'PageDown');
  await expect.poll(top).toBeGreaterThan(0);
  await expect(page.getByText('Who says it:')).toBeVisible();
  await press(page, 'PageUp');
  await expect.poll(top).toBe(0);
  for (let n = 0; n < 8 && !(await claimHeading(page, 2, 6).isVisible()); n += 1) {
    await press(page, 'PageDown');
    await top();
  }
  await expect(claimHeading(page, 2, 6)).toBeVisible();
});

test('the arrow and Enter, too, turn to what stands below before they go on', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 683, height: 384 });
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown 1 2 r');
  for (const key of ['ArrowRight', 'Enter']) {
    await page.evaluate(() => scrollTo(0, 0));
    await press(page, key);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await expect(page.getByText('Who says it:')).toBeVisible();
  }
});

test('reasons fit the screens of classrooms; on a lower one a sign says that more stands below', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const fits = async (what: string) => {
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 1024, height: 768 },
    ]) {
      await page.setViewportSize(viewport);
      const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect(over, `${what}, ${viewport.width}`).toBeLessThanOrEqual(0);
    }
  };
  // The stories with the longest reasons.
  for (const story of ['record-crowd', 'lakes-plastic', 'jobless-rate']) {
    await choose(page, story);
    await page.getByRole('radio', { name: /^All that have a right answer/ }).check();
    await page.getByRole('radio', { name: /^Four/ }).check();
    await start(page).click();
    await fits(`${story}, opening`);
    await press(page, 'n');
    while (await page.locator('mark').isVisible()) {
      // A hand for the answer that tempts: why it fails is said as well.
      await press(page, '1 r');
      await fits(await page.locator('mark').innerText());
      await press(page, 'n');
    }
    await press(page, 'Escape');
  }

  await page.setViewportSize({ width: 683, height: 384 });
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown 1 2 r');
  const sign = page.getByText('More below');
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors });
    await page.evaluate(() => scrollTo(0, 0));
    await expect(sign).toBeInViewport();
    await expect(page.getByRole('paragraph').filter({ has: sign }), 'for eyes alone').toHaveCount(0);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(sign).toHaveCount(0);
  }
});

test('after a click on + the space bar goes on, and counts no hand', async ({ page }) => {
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown');
  await on(page, 'One hand more for opinion').click();
  await count(page, 'opinion', 1);
  await press(page, 'Space');
  await expect(on(page, 'One hand more for opinion')).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'How the class voted' })).toBeVisible();
  expect((await split(page)).join()).toMatch(/Opinion 1 of 1/i);
});

test('full screen is taken and given back', async ({ page }) => {
  await choose(page);
  await start(page).click();
  const filled = () => page.evaluate(() => document.fullscreenElement !== null);
  await on(page, 'Full screen').click();
  await expect.poll(filled).toBe(true);
  await press(page, 'f');
  await expect.poll(filled).toBe(false);
});

test('once it is loaded it works without a connection, to the end and into the record', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await choose(page);
  await context.setOffline(true);
  await start(page).click();
  await press(page, 'PageDown 1 1 2 PageDown PageDown 2 2 2 PageDown PageDown ArrowRight 3 e');
  await expect(page.locator('.article').getByRole('link')).toHaveCount(2);
  await expect(page.getByText('The class record is kept on this device')).toBeVisible();
  const saved = page.waitForEvent('download');
  await on(page, 'Save the class record').click();
  expect(JSON.parse(await readFile(await (await saved).path(), 'utf8'))).toMatchObject({
    format: 'who-says-tally',
    case: 'deir-ez-zor-600',
  });
});

test('where the story cannot be fetched the page says so, and tries again', async ({ page, context }) => {
  await choose(page);
  await context.setOffline(true);
  await page.getByRole('radio', { name: /^Plastic in every lake/ }).check();
  await expect(page.getByRole('alert')).toContainText('The story could not be fetched.');
  await context.setOffline(false);
  await on(page, 'Try again').click();
  await expect(start(page)).toBeVisible();
  await expect(page.getByText('One of the before-and-after tests uses this story too.')).toBeVisible();
});

test('a reload in the middle loses nothing; the teacher can leave, go on and end it', async ({ page }) => {
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown 1 1 2 PageDown PageDown 2 2');
  await page.reload();
  await expect(claimHeading(page, 1, 6)).toBeVisible();
  await count(page, 'unverified figure', 2);
  await press(page, '2');
  await page.reload();
  await count(page, 'unverified figure', 3);

  await on(page, 'Leave').click();
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeVisible();
  await page.goto(address);
  await on(page, 'Go on').click();
  await count(page, 'unverified figure', 3);
  await page.goBack();
  await expect(start(page)).toBeVisible();
  await on(page, 'End it').click();
  await expect(on(page, 'Go on')).toHaveCount(0);
  await page.reload();
  await expect(start(page)).toBeVisible();
  await expect(on(page, 'Go on')).toHaveCount(0);
  // What was counted is in the class records.
  await page.getByRole('button', { name: /^Open the record of/ }).click();
  await expect(page.getByText('Unverified figure 1 → 3')).toBeVisible();
});

test('whoever begins another loses nothing of the one before', async ({ page }) => {
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown 1 1 2 Escape');
  await page.getByRole('radio', { name: /^A record crowd/ }).check();
  await start(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A record crowd at the match?');
  await press(page, 'PageDown');
  await count(page, 'sourced claim', 0);
  await press(page, 'Escape');
  await page.getByRole('button', { name: /^Open the record of .*Six hundred in one strike/ }).click();
  await expect(page.locator('.article').getByText('2 of 3')).toBeVisible();
});

test('a story that comes late does not come in the way of one begun meanwhile', async ({ page }) => {
  const material = '**/material/deir-ez-zor-600.json';
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown 1 1 2 Escape');
  const come = await hold(page, material);
  await page.reload();
  await page.getByRole('radio', { name: /^A record crowd/ }).check();
  await start(page).waitFor();
  await on(page, 'Go on').click();
  await expect(page.getByRole('status').filter({ hasText: 'Fetching the story …' })).toBeVisible();
  await start(page).click();
  await press(page, 'PageDown 1 1');
  const late = page.waitForResponse(material);
  come();
  await (await late).finished();
  // Whatever waited for it has had its turn.
  await page.evaluate(() => fetch('/material/deir-ez-zor-600.json').then((response) => response.text()));
  await press(page, '1');
  await count(page, 'sourced claim', 3);
  await page.unroute(material);
  await page.reload();
  await count(page, 'sourced claim', 3);
  await press(page, 'Escape');
  await expect(page.getByText(/^A record crowd at the match\?, begun on/)).toBeVisible();
});

test('what is counted in one tab is what another goes on with, ends and keeps', async ({ page, context }) => {
  await choose(page);
  await start(page).click();
  await press(page, 'PageDown 1');
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(on(tab, 'Go on')).toBeVisible();
  await page.bringToFront();
  await press(page, '1 2');
  await tab.bringToFront();
  await on(tab, 'Go on').click();
  await count(tab, 'sourced claim', 2);
  await page.bringToFront();
  await press(page, 'Space Space 2 2');
  await count(tab, 'unverified figure', 2);
  await tab.bringToFront();
  await press(tab, 'Escape');
  await page.bringToFront();
  await press(page, '2 e');
  await expect(page.getByRole('heading', { name: 'How the class saw it' })).toBeVisible();

  await tab.bringToFront();
  const record = tab.getByRole('button', { name: /^Open the record of/ });
  await expect(record).toBeVisible();
  await on(tab, 'End it').click();
  await expect(on(tab, 'Go on')).toHaveCount(0);
  await expect(
    page.getByRole('status').filter({
      hasText: 'Another tab has ended this. What was counted is in the class records.',
    }),
  ).toBeVisible();
  await record.click();
  await expect(tab.getByText('Unverified figure 1 → 3')).toBeVisible();

  // One that is begun here is there as well.
  await on(tab, 'Close the record').click();
  await tab.getByRole('radio', { name: /^A record crowd/ }).check();
  await start(tab).click();
  await expect(page.getByText(/^A record crowd at the match\?, begun on/)).toBeVisible();
});

test('a device that keeps nothing says so, and counts on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  await choose(page);
  await start(page).click();
  await expect(page.getByRole('alert')).toContainText('This device keeps nothing');
  await press(page, 'PageDown 1 1 e');
  await expect(page.getByText('This device could not keep the class record')).toBeVisible();
  await expect(page.locator('.article').getByText('2 of 2')).toBeVisible();
});

test.describe('the class record', () => {
  test('is saved to a file, erased, and opened again from the file, as it was', async ({ page }) => {
    await choose(page);
    await start(page).click();
    await press(page, 'PageDown 1 1 2 PageDown PageDown 2 2 2 e');
    // At hand, without hiding what the class is to see.
    await expect(on(page, 'Save the class record')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.article p').first()).toBeInViewport({ ratio: 1 });
    const saved = page.waitForEvent('download');
    await on(page, 'Save the class record').click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^who-says-votes-deir-ez-zor-600-\d{4}-\d\d-\d\d\.json$/);
    const text = await readFile(await download.path(), 'utf8');
    const record = JSON.parse(text);
    expect(record).toMatchObject({ version: 1, case: 'deir-ez-zor-600' });
    expect(record.claims).toHaveLength(6);
    expect(record.rounds).toEqual([
      {
        claim: record.claims[0],
        first: { 'sourced-claim': 2, 'unverified-figure': 1 },
        second: { 'unverified-figure': 3 },
      },
    ]);
    // It is on the device as well, where the report looks for it.
    const { format, version, ...kept } = record;
    expect(format).toBe('who-says-tally');
    expect(await page.evaluate(() => JSON.parse(localStorage.getItem('who-says:tallies')!))).toEqual({
      version,
      tallies: [kept],
    });

    await on(page, 'Finish').click();
    await page.getByRole('button', { name: /^Erase the record of/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
    await expect(page.getByText('The class record is erased from this device.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Open the record of/ })).toHaveCount(0);

    await page
      .getByLabel('Open a class record')
      .setInputFiles({ name: 'votes.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(page.getByRole('heading', { name: 'How the class saw it' })).toBeFocused();
    await expect(page.locator('.article').getByText('3 of 3')).toBeVisible();
    await expect(page.getByText('Sourced claim 2 → 0')).toBeVisible();
    await on(page, 'Close the record').click();
    await expect(page.getByRole('button', { name: /^Open the record of/ })).toHaveCount(1);
  });

  test('is refused with the reason where it is damaged, foreign, or about another site’s story', async ({
    page,
  }) => {
    await choose(page);
    const open = (text: string) =>
      page
        .getByLabel('Open a class record')
        .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await open('{"format":"who-says-tal');
    await expect(page.getByText('This file is damaged or cut off')).toBeVisible();
    await open('{"format":"who-says","version":2,"attempts":[]}');
    await expect(page.getByText('This is not a class record')).toBeVisible();
    const record = {
      format: 'who-says-tally',
      version: 1,
      case: 'of-another-site',
      claims: ['a'],
      at: '2026-01-01T10:00:00.000Z',
      rounds: [{ claim: 'a', first: { opinion: 3 }, second: {} }],
    };
    await open(JSON.stringify(record));
    await expect(page.getByText('about a story that is not on this site (of-another-site)')).toBeVisible();
    await open(JSON.stringify({ ...record, case: 'bus-lane' }));
    await expect(page.getByText('One claim of this record is no longer in the article')).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any step, in ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await choose(page);
    const found: string[] = [];
    const look = async (where: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
        .analyze();
      for (const { id, nodes } of violations) found.push(`${where}: ${id} at ${nodes[0]?.target}`);
    };
    await page.getByRole('radio', { name: /^My own choice/ }).check();
    await look('choosing');
    await page.getByRole('radio', { name: /^Six claims/ }).check();
    await start(page).click();
    await look('opening');
    for (const [where, keys] of [
      ['first vote', 'PageDown 1 1 2 3'],
      ['talk', 'Space'],
      ['second vote', 'Space 2 2 1'],
      ['shift', 'Space'],
      ['reasons', 'Space'],
      ['keys', '?'],
      ['end', 'Escape n 1 2 e'],
    ] as const) {
      await press(page, keys);
      await look(where);
    }
    expect(found).toEqual([]);
  });
}

for (const [width, height] of [
  [320, 640],
  [683, 384],
] as const) {
  test(`nothing scrolls sideways at ${width} × ${height}, in any step`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await choose(page);
    const look = async (where: string) => {
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('main *')]
          .filter(
            (element) =>
              element.checkVisibility() &&
              !element.closest('.visually-hidden, dialog') &&
              element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
          )
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(wide, where).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
        where,
      ).toBeLessThanOrEqual(0);
    };
    await look('choosing');
    await start(page).click();
    await look('opening');
    for (const [where, keys] of [
      ['first vote', 'PageDown 1 1 1 1 1 1 1 1 1 1 1 2 3'],
      ['talk', 'Space'],
      ['second vote', 'Space 2 2 1'],
      ['shift', 'Space'],
      ['reasons', 'Space'],
      ['end', 'e'],
    ] as const) {
      await press(page, keys);
      await look(where);
    }
  });
}

test('on the screens of classrooms, every step of the longest passage but its reasons stands without scrolling', async ({
  page,
}) => {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(viewport);
    await choose(page);
    await page.getByRole('radio', { name: /^My own choice/ }).check();
    await page.getByRole('checkbox', { name: /^Western leaders and experts/ }).check();
    await page.getByRole('radio', { name: /^Four/ }).check();
    await start(page).click();
    for (const keys of ['PageDown 1 1 2', 'Space', 'Space 1 2 2', 'Space']) {
      await press(page, keys);
      const { over, size } = await page.evaluate(() => ({
        over: document.documentElement.scrollHeight - innerHeight,
        size: parseFloat(getComputedStyle(document.querySelector('mark')!).fontSize) / innerHeight,
      }));
      expect(over, `${viewport.width} ${keys}`).toBeLessThanOrEqual(0);
      // To be read from the back row: letters of about a thirtieth of the screen's height.
      expect(size, `${viewport.width} ${keys}`).toBeGreaterThan(1 / 32);
    }
    await press(page, 'Escape');
    await page.evaluate(() => localStorage.clear());
  }
});
