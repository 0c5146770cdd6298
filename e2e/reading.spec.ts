import { expect, test, type Locator, type Page } from '@playwright/test';
import { firstLetters, tabTo } from './steps.ts';

const address = '/cases/deir-ez-zor-600/read/';
const aids = (page: Page) => page.getByText('Reading aids');
const layer = (page: Page, name: string) => page.getByRole('checkbox', { name });
const note = (page: Page, which: RegExp) =>
  page
    .getByRole('note')
    .getByRole('listitem')
    .filter({ has: page.getByText(which) })
    .first();
/** The words of the article that are a claim, in the version that is shown. */
const words = (page: Page, text: string) =>
  page.getByRole('article').getByText(text).filter({ visible: true }).first();

/** What each layer shows of the claim about the toll in the first paragraph. */
const layers: [name: string, shown: (page: Page) => Locator][] = [
  ['Who says it', (page) => page.getByRole('note').getByText('a group without names').first()],
  [
    'Has anyone checked it',
    (page) =>
      page
        .getByRole('note')
        .getByText(/^\s*Rung 1 of 6/)
        .first(),
  ],
  ['Loaded words', (page) => page.locator('rt', { hasText: 'fighters' }).filter({ visible: true }).first()],
  [
    'What others reported',
    (page) =>
      page
        .getByRole('note')
        .getByText(/\d+ reports? on this/)
        .first(),
  ],
];

test('every layer is off at first, and each is turned on and off again with the keyboard', async ({
  page,
}) => {
  await page.goto(address);
  await expect(page.getByRole('note')).toHaveCount(0);
  await expect(page.locator('rt').filter({ visible: true })).toHaveCount(0);
  await tabTo(page, aids(page));
  await page.keyboard.press('Enter');
  for (const [name, shown] of layers) {
    await tabTo(page, layer(page, name), 1);
    await expect(layer(page, name)).not.toBeChecked();
    await page.keyboard.press('Space');
    await expect(shown(page)).toBeVisible();
    for (const [other, hidden] of layers) if (other !== name) await expect(hidden(page), other).toBeHidden();
    await page.keyboard.press('Space');
    await expect(shown(page)).toBeHidden();
  }
});

test('the plain version has every claim, and shows it at the same place', async ({ page }) => {
  await page.goto(address);
  const shownClaims = () =>
    page
      .locator('[data-claim]')
      .filter({ visible: true })
      .evaluateAll((claims) => claims.map((claim) => claim.getAttribute('data-claim')));
  const published = await shownClaims();
  expect(published.length).toBeGreaterThan(40);
  const text = await page.getByRole('article').innerText();
  await aids(page).click();

  for (const [from, to] of [
    ['As published', 'In plainer words'],
    ['In plainer words', 'As published'],
  ]) {
    await page.getByRole('radio', { name: from! }).check();
    for (const at of [0.3, 0.6, 0.9]) {
      await page.evaluate(
        (part) =>
          scrollTo({
            top: part * (document.documentElement.scrollHeight - innerHeight),
            behavior: 'instant',
          }),
        at,
      );
      // The block at the top of what can be read, below the aids that stay in view.
      const top = () =>
        page.evaluate(() => {
          const below = document.querySelector('form.aids')!.getBoundingClientRect().bottom;
          const blocks = [...document.querySelectorAll('.block')];
          const kept =
            document.querySelector('[data-kept]') ??
            blocks.find((block) => block.getBoundingClientRect().bottom > below)!;
          kept.setAttribute('data-kept', '');
          return kept.getBoundingClientRect().top;
        });
      const before = await top();
      await page.getByRole('radio', { name: to! }).check();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(Math.abs((await top()) - before), `from “${from}” at ${at}`).toBeLessThanOrEqual(4);
      await page.getByRole('radio', { name: from! }).check();
      await page.locator('[data-kept]').evaluate((block) => block.removeAttribute('data-kept'));
    }
  }
  await page.getByRole('radio', { name: 'In plainer words' }).check();
  expect((await shownClaims()).toSorted()).toEqual(published.toSorted());
  expect(await page.getByRole('article').innerText()).not.toBe(text);
});

test('a glossary term opens in place and closes with Escape', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  const term = page.getByRole('button', { name: 'Objective control' }).filter({ visible: true });
  await term.focus();
  await page.keyboard.press('Enter');
  const definition = page.locator('[popover]').filter({ visible: true });
  await expect(definition).toContainText('objective control (data)');
  await expect(definition).toBeInViewport({ ratio: 1 });
  const [from, to] = [await term.boundingBox(), await definition.boundingBox()];
  const gap = Math.max(to!.y - (from!.y + from!.height), from!.y - (to!.y + to!.height));
  expect(gap, 'right above or below the term').toBeLessThan(40);
  await page.keyboard.press('Escape');
  await expect(definition).toHaveCount(0);
  await expect(term).toBeFocused();
});

test.describe('the dossier opens at the click of a claim', () => {
  for (const { width, height, beside } of [
    { width: 1280, height: 800, beside: true },
    { width: 390, height: 780, beside: false },
  ]) {
    test(`${beside ? 'beside its paragraph' : 'below its paragraph'} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(address);
      await aids(page).click();
      await layer(page, 'What others reported').check();
      const claim = words(page, 'About 600 ISIS');
      const reports = note(page, /^About 600 ISIS terrorists died/);
      await expect(reports.getByRole('listitem')).toHaveCount(0);
      await claim.click(await firstLetters(claim));
      const card = reports.getByRole('listitem').first();
      await expect(card).toBeVisible();
      await card.getByText(/./).first().click();
      await expect(card.getByText('Limits.')).toBeVisible();
      await expect(card.getByRole('link', { name: 'Whole card' })).toBeVisible();

      const paragraph = await claim.locator('xpath=ancestor::p').boundingBox();
      const box = await card.boundingBox();
      if (beside) expect(box!.x).toBeGreaterThan(paragraph!.x + paragraph!.width);
      else expect(box!.y).toBeGreaterThanOrEqual(paragraph!.y + paragraph!.height);
      expect(box!.x + box!.width).toBeLessThanOrEqual(width);

      await card.getByRole('link', { name: 'Whole card' }).click();
      await expect(page.locator(':target')).toBeInViewport();
    });
  }
});

test('the layers and the version that a reader chose are there after a reload and on the next case', async ({
  page,
}) => {
  await page.goto(address);
  await aids(page).click();
  await layer(page, 'Who says it').check();
  await layer(page, 'Loaded words').check();
  await page.getByRole('radio', { name: 'In plainer words' }).check();
  for (const where of [address, '/cases/sleep-headband/read/']) {
    await page.goto(where);
    await aids(page).click();
    await expect(layer(page, 'Who says it')).toBeChecked();
    await expect(layer(page, 'Loaded words')).toBeChecked();
    await expect(layer(page, 'Has anyone checked it')).not.toBeChecked();
    await expect(page.getByRole('radio', { name: 'In plainer words' })).toBeChecked();
    await expect(page.getByRole('note').first()).toBeVisible();
  }
});

test('a line of the article holds 60 to 75 characters', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  const perLine = await page.getByRole('article').evaluate((article) => {
    const lengths: number[] = [];
    for (const text of article.querySelectorAll<HTMLElement>('.paragraph .standard')) {
      // Not the neutral words, which only stand there when they are asked for.
      const { length } = text.innerText;
      const lines = text.offsetHeight / parseFloat(getComputedStyle(text).lineHeight);
      if (length > 250) lengths.push(length / lines);
    }
    return lengths.reduce((a, b) => a + b) / lengths.length;
  });
  expect(perLine).toBeGreaterThan(60);
  expect(perLine).toBeLessThan(75);
});

test('on the lowest of screens the reading aids leave room for the article, and each can be reached', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(address);
  await aids(page).click();
  await layer(page, 'Has anyone checked it').check();
  const place = words(page, 'let loose');
  await place.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  await expect(place).toBeInViewport();
  for (const control of await page.getByRole('checkbox').or(page.getByRole('radio')).all()) {
    await control.focus();
    await expect(control).toBeInViewport({ ratio: 1 });
  }
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  test('the article, its layers, its plain version, its terms and its dossier are there', async ({
    page,
  }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveAccessibleName(/600 Terrorists Dead/);
    await aids(page).click();
    for (const [name, shown] of layers) {
      await layer(page, name).check();
      await expect(shown(page)).toBeVisible();
    }
    const reports = note(page, /^About 600 ISIS terrorists died/);
    await reports.getByText(/reports? on this/).click();
    await expect(reports.getByRole('listitem').first()).toBeVisible();
    await page.getByRole('button', { name: 'Objective control' }).filter({ visible: true }).click();
    await expect(page.locator('[popover]').filter({ visible: true })).toHaveCount(1);
    await page.getByRole('radio', { name: 'In plainer words' }).check();
    await expect(page.getByText('· plainer words')).toBeVisible();
  });

  for (const [exercise, questions, fields] of [
    ['deir-ez-zor-sort', 14, 28],
    ['deir-ez-zor-mark', 44, 88],
    ['sleep-headband-mark', 13, 13],
  ] as const) {
    test(`${exercise}: every question is there to be answered, and the key stands behind a summary`, async ({
      page,
    }) => {
      await page.goto(`/exercises/${exercise}/`);
      await page.waitForURL(`/exercises/${exercise}/no-script/`);
      await expect(
        page
          .getByRole('group')
          .filter({ has: page.getByRole('radio') })
          .locator('legend'),
      ).toHaveCount(fields);
      for (const legend of await page.locator('legend').all()) await expect(legend).toBeVisible();
      await expect(page.getByRole('button', { name: 'Hand in' })).toHaveCount(0);
      // No script is there to say that the fonts have come.
      await expect(page.locator('h1')).toHaveCSS('font-family', /^"Source Serif 4"/);
      const sheet = page
        .getByRole('group')
        .filter({ hasText: 'The key, with reasons' })
        .getByRole('listitem');
      await expect(sheet).toHaveCount(0);
      await page.locator('noscript summary').click();
      await expect(sheet).toHaveCount(questions);
      await expect(sheet.first()).toContainText(/· says: .*Not /s);
    });
  }
});
