import { expect, test, type Page } from '@playwright/test';
import {
  attempts,
  awake,
  claim,
  firstLetters,
  hold,
  openClaim,
  openExercise,
  progress,
  question,
  tabTo,
} from './steps.ts';

const address = '/exercises/sleep-headband-mark/';
const total = 13;
/** Right but for claims 3 and 8, and claim 11 left out. By number key; the last claim is disputed. */
const given = [2, 3, 1, 1, 2, 1, 2, 3, 4, 3, undefined, 1, 4];
const shorts = ['sourced', 'figure', 'opinion', 'no source'];

/** Labels the claims of {@link given} by number keys, from claim to claim. */
async function markAll(page: Page): Promise<void> {
  await tabTo(page, claim(page, 1), 30);
  for (const [at, key] of given.entries()) {
    if (key) await page.keyboard.press(String(key));
    if (at < total - 1) await page.keyboard.press('ArrowRight');
  }
  await expect(progress(page)).toHaveText(`12 of ${total}`);
}

/** Goes into the question about claim 5 before the page wakes, and finds the focus there when it has. */
async function goOnWhileWaking(page: Page, come: () => void): Promise<void> {
  const choice = question(page, 5).getByRole('radio', { name: 'Opinion' });
  await openClaim(page, 5);
  await choice.focus();
  come();
  await awake(page);
  await page.waitForLoadState();
  await expect(choice).toBeFocused();
}

test('the whole article can be marked, sourced and handed in with the keyboard alone', async ({ page }) => {
  await openExercise(page, address);
  await tabTo(page, claim(page, 1), 30);
  await page.keyboard.press('2');
  await expect(claim(page, 1)).toHaveAccessibleName(/, figure$/);
  await page.keyboard.press('ArrowDown');
  await expect(claim(page, 2)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(claim(page, 1)).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(question(page, 1).getByRole('radio', { name: 'Unverified figure' })).toBeFocused();
  await page.keyboard.press('1');
  await expect(claim(page, 1)).toHaveAccessibleName(/, sourced$/);
  await page.keyboard.press('ArrowDown');
  await expect(claim(page, 1)).toHaveAccessibleName(/, figure$/);
  const says = question(page, 1).getByRole('combobox', { name: 'Who says it?' });
  await tabTo(page, says, 1);
  await page.keyboard.type('Tom');
  await expect(says).toHaveValue('averill');
  await page.keyboard.press('Escape');
  await expect(claim(page, 1)).toBeFocused();

  // "n" opens the next claim without a label: the second, then, from there, the third.
  await page.keyboard.press('n');
  await expect(question(page, 2).getByRole('radio', { name: 'Sourced claim' })).toBeFocused();
  await page.keyboard.press('3');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(question(page, 3).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Escape');
  for (let n = 3; n <= total; n += 1) {
    await expect(claim(page, n)).toBeFocused();
    await page.keyboard.press('4');
    await page.keyboard.press('ArrowRight');
  }
  await expect(progress(page)).toHaveText(`${total} of ${total}`);
  await expect(page.getByText(`All ${total} answered.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next unmarked' })).toBeDisabled();

  await tabTo(page, page.getByRole('button', { name: 'Hand in' }));
  await page.keyboard.press('Enter');
  const result = page.getByRole('region', { name: /of 12 as the key has them/ });
  await expect(result).toBeFocused();
  await expect(result.getByText('You named the source that the key names in 0 of 1.')).toBeVisible();
  await tabTo(page, claim(page, 1));
  await page.keyboard.press('Enter');
  await expect(question(page, 1)).toBeFocused();
  await expect(question(page, 1)).toContainText(
    'you chose Tom Averill, founder of Nodbury; the key has the writer',
  );
  await page.keyboard.press('Escape');
  await expect(claim(page, 1)).toBeFocused();
  await expect.poll(async () => (await attempts(page)).length).toBe(1);
});

test('the name of a claim tells its place, its words and its label; the page shows the label as text, too', async ({
  page,
}) => {
  await openExercise(page, address);
  const words = 'And Exam Season Will Never Be The Same';
  await expect(claim(page, 2)).toHaveAccessibleName(
    new RegExp(`^Claim 2 of ${total}: ${words} ?, not labelled$`),
  );
  await tabTo(page, claim(page, 2), 30);
  const looks: string[] = [];
  for (const [at, short] of shorts.entries()) {
    await page.keyboard.press(String(at + 1));
    await expect(claim(page, 2)).toHaveAccessibleName(
      new RegExp(`^Claim 2 of ${total}: ${words} ?, ${short}$`),
    );
    await expect(page.getByRole('heading', { name: words }).locator('sup').nth(1)).toHaveText(`2 ${short}`);
    looks.push(
      await claim(page, 2).evaluate((link) => {
        const { textDecorationStyle, textDecorationColor } = getComputedStyle(link);
        return `${textDecorationStyle} ${textDecorationColor}`;
      }),
    );
  }
  expect(new Set(looks.map((look) => look.split(' ')[0])).size, 'patterns').toBe(4);
  expect(new Set(looks.map((look) => look.replace(/^\w+ /, ''))).size, 'colours').toBe(4);
});

test('a label and its source stand when one comes back to them, and can be taken back, emptied and brought back', async ({
  page,
}) => {
  await openExercise(page, address);
  await openClaim(page, 1);
  await question(page, 1).getByRole('radio', { name: 'Opinion' }).check();
  const says = question(page, 1).getByRole('combobox', { name: 'Who says it?' });
  await says.selectOption('Tom Averill, founder of Nodbury');
  await expect(progress(page)).toHaveText(`1 of ${total}`);

  await question(page, 1).getByRole('button', { name: 'Next' }).click();
  await expect(question(page, 2).getByRole('combobox')).toHaveValue('');
  await question(page, 2).getByRole('button', { name: 'Previous' }).click();
  await expect(says).toHaveValue('averill');

  const undo = page.getByRole('button', { name: 'Undo' });
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(progress(page)).toHaveText(`0 of ${total}`);
  await expect(question(page, 1).getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(says).toHaveValue('');
  await undo.click();
  await expect(question(page, 1).getByRole('radio', { name: 'Opinion' })).toBeChecked();
  await expect(says).toHaveValue('averill');
  await undo.click();
  await expect(says).toHaveValue('');
  await undo.click();
  await expect(progress(page)).toHaveText(`0 of ${total}`);
  await expect(undo).toBeDisabled();

  // A source alone answers nothing, but it is something to clear.
  await says.selectOption('Tom Averill, founder of Nodbury');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(says).toHaveValue('');
});

test('“next unmarked” goes on from where the learner is, and round to the first', async ({ page }) => {
  await openExercise(page, address);
  const next = page.getByRole('button', { name: 'Next unmarked' });
  await openClaim(page, 12);
  await question(page, 12).getByRole('radio', { name: 'Sourced claim' }).check();
  await next.click();
  await expect(question(page, 13)).toBeVisible();
  await question(page, 13).getByRole('radio', { name: 'Opinion' }).check();
  await next.click();
  await expect(question(page, 1)).toBeVisible();
  await expect(question(page, 13)).toBeHidden();
});

test('whoever answers nothing but what is disputed gets no count, then or in the second look', async ({
  page,
}) => {
  await openExercise(page, address);
  await openClaim(page, 13);
  await question(page, 13).getByRole('radio', { name: 'Opinion' }).check();
  await page.getByRole('button', { name: 'Hand in' }).click();
  const result = page.getByRole('region', { name: 'To discuss, not to count' });
  await expect(result).toContainText('Careful readers do not agree about what you answered');
  await expect(result).toContainText(`You left ${total - 1} claims out; they count nowhere.`);
  await expect(result.getByRole('heading')).toHaveCount(1);
  await expect(result).not.toContainText('of 0');

  await page.getByRole('button', { name: 'Revise once' }).click();
  await openClaim(page, 1);
  await question(page, 1).getByRole('radio', { name: 'Unverified figure' }).check();
  await page.getByRole('button', { name: 'Hand in again' }).click();
  await expect(page.getByRole('region', { name: '1 of 1 as the key has them' })).toContainText(
    'The first time there was nothing to count. Both rounds are kept.',
  );
});

test('handed in, the article is its own answer sheet', async ({ page }) => {
  await openExercise(page, address);
  await markAll(page);
  await page.getByRole('button', { name: 'Hand in' }).click();
  const result = page.getByRole('region', { name: '9 of 11 as the key has them' });
  await expect(result).toBeVisible();

  await expect(claim(page, 1)).toHaveAccessibleName(/, agreed: figure$/);
  await expect(claim(page, 3)).toHaveAccessibleName(/, differs: sourced, key: figure$/);
  await expect(claim(page, 8)).toHaveAccessibleName(/, differs: opinion, key: no source$/);
  await expect(claim(page, 11)).toHaveAccessibleName(/, left out, key: sourced$/);
  await expect(claim(page, 13)).toHaveAccessibleName(/, to discuss$/);
  await expect(page.getByText('✗ sourced, key: figure')).toBeVisible();
  await expect(page.getByText('◇ to discuss')).toBeVisible();

  await openClaim(page, 3);
  await expect(question(page, 3)).toContainText('You said: Sourced claim. The key says:');
  await expect(question(page, 3)).toContainText(/Unverified figure\s*says: Nodbury/);
  await expect(question(page, 3)).toContainText('Why not sourced claim?');
  await expect(question(page, 3).getByRole('radio')).toHaveCount(0);
  const [words, reasons] = [await claim(page, 3).boundingBox(), await question(page, 3).boundingBox()];
  expect(reasons!.x, 'the reasons stand beside the text').toBeGreaterThan(words!.x + words!.width - 1);

  await openClaim(page, 13);
  await expect(question(page, 13)).toContainText('To discuss, not marked. Careful readers disagree here.');
  await expect(question(page, 13)).toContainText('One view: no source shown.');
  await expect(question(page, 13)).toContainText('Another view.');
});

test('a number key beyond the labels answers nothing, though the question has more to choose', async ({
  page,
}) => {
  await openExercise(page, '/exercises/deir-ez-zor-mark/');
  await claim(page, 1).focus();
  await expect(question(page, 1).getByRole('radio')).toHaveCount(8);
  for (const key of ['5', '7']) await page.keyboard.press(key);
  await page.keyboard.press('4');
  await page.keyboard.press('8');
  await expect(claim(page, 1)).toHaveAccessibleName(/, no source$/);
  await expect(progress(page)).toHaveText('1 of 44');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(progress(page)).toHaveText('0 of 44');
});

test('an address that ends in a question far down goes there', async ({ page }) => {
  await openExercise(page, '/exercises/deir-ez-zor-mark/#deir-ez-zor-mark-q-capital');
  await expect(page.locator('#deir-ez-zor-mark-q-capital')).toBeInViewport();
});

test('“Only where we differ” takes previous and next through the differences alone', async ({ page }) => {
  await openExercise(page, address);
  await markAll(page);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('checkbox', { name: 'Only where we differ (2)' }).check();
  await openClaim(page, 1);
  await question(page, 1).getByRole('button', { name: 'Next' }).click();
  await expect(question(page, 3)).toBeVisible();
  await expect(question(page, 3).getByRole('button', { name: 'Previous' })).toBeDisabled();
  await question(page, 3).getByRole('button', { name: 'Next' }).click();
  await expect(question(page, 8)).toBeVisible();
  await expect(question(page, 8).getByRole('button', { name: 'Next' })).toBeDisabled();
  await question(page, 8).press('Escape');
  await page.keyboard.press('ArrowLeft');
  await expect(claim(page, 3)).toBeFocused();

  await openClaim(page, 5);
  await page.getByText('Choose a claim to read the reasons.').click();
  await expect(question(page, 5)).toBeVisible();

  await page.getByRole('checkbox', { name: 'Only where we differ (2)' }).uncheck();
  await claim(page, 3).press('ArrowRight');
  await expect(claim(page, 4)).toBeFocused();
});

test('a revision opens the claims that differ or were left out, and both rounds are kept', async ({
  page,
}) => {
  await openExercise(page, address);
  await markAll(page);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Revise once' }).click();
  await expect(claim(page, 3)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('2');
  await expect(claim(page, 3)).toHaveAccessibleName(/, figure$/);
  await page.getByRole('button', { name: 'Hand in again' }).click();
  await expect(page.getByRole('heading', { name: '10 of 11 as the key has them' })).toBeVisible();
  await expect(page.getByText('The first time it was 9 of 11. Both rounds are kept.')).toBeVisible();
  await expect.poll(async () => (await attempts(page)).length).toBe(2);
  const [first, second] = await attempts(page);
  expect(second!.answer).toEqual({ ...first!.answer, 'label:lead-stress': 'unverified-figure' });
});

test.describe('on a phone', () => {
  test.use({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
    contextOptions: { reducedMotion: 'reduce' },
  });

  test('the whole article can be marked, sourced, handed in and read by touch', async ({ page }) => {
    await openExercise(page, address);
    await claim(page, 1).tap(await firstLetters(claim(page, 1)));
    for (let n = 1; n <= total; n += 1) {
      await expect(question(page, n)).toBeVisible();
      await question(page, n)
        .getByText(n % 3 === 0 ? 'Opinion' : 'Sourced claim', { exact: true })
        .tap();
      await question(page, n).getByRole('combobox', { name: 'Who says it?' }).selectOption({ index: 1 });
      if (n < total) await question(page, n).getByRole('button', { name: 'Next' }).tap();
    }
    const [words, below] = [await claim(page, 13).boundingBox(), await question(page, 13).boundingBox()];
    expect(below!.y, 'the question stands below its paragraph').toBeGreaterThan(words!.y + words!.height - 1);
    await page.getByRole('button', { name: 'Hand in' }).tap();
    await expect(page.getByRole('heading', { name: /of 12 as the key has them/ })).toBeInViewport();
    // The claims are marked one after the other, and the sign of one moves the next.
    await expect(claim(page, 6)).toHaveAccessibleName(/, (agreed|differs): /);
    await claim(page, 6).tap(await firstLetters(claim(page, 6)));
    await expect(question(page, 6)).toContainText('The key says:');
    await expect(question(page, 6)).toContainText('Who says it:');
  });
});

test('every question asks about its own claim, under its own names, once it is opened', async ({ page }) => {
  await openExercise(page, '/exercises/deir-ez-zor-mark/');
  const asked = await page.locator('a.claim').evaluateAll((links: HTMLAnchorElement[]) =>
    links.map((link) => {
      link.click();
      const place = document.querySelector(link.hash)!;
      return {
        legend: place.querySelector('legend')?.textContent,
        names: [
          ...new Set([...place.querySelectorAll('input, select')].map((field) => field.getAttribute('name'))),
        ],
      };
    }),
  );
  const claims = await page
    .locator('a.claim')
    .evaluateAll((links: HTMLAnchorElement[]) =>
      links.map((link) => [link.dataset['claim']!, link.querySelector('[data-words]')!.textContent]),
    );
  expect(claims).toHaveLength(44);
  expect(asked).toEqual(
    claims.map(([id, words], at) => ({
      legend: `Claim ${at + 1} is ${words}`,
      names: ['label', 'says', 'sure'].map((name) => `${name}:${id}`),
    })),
  );
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

/** Translates the page as Chromium does it: each text goes into elements of the browser’s own. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) all.push(text as Text);
    for (const text of all) {
      if (!text.data.trim() || text.parentElement!.closest('[translate=no], script, style')) continue;
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild!.textContent = text.data.replaceAll('e', 'é');
      text.replaceWith(font);
    }
  });

test('a page that the browser has translated asks about each claim in turn, and counts', async ({ page }) => {
  await openExercise(page, address);
  await translate(page);
  await openClaim(page, 5);
  const words = (await claim(page, 5).locator('[data-words]').textContent())!;
  expect(words).toContain('é');
  await expect(question(page, 5).getByRole('group', { name: `Claim 5 is ${words}` })).toBeVisible();
  await question(page, 5).getByRole('radio').first().check();
  await expect(progress(page)).toContainText('1 of');
  await expect(page.getByText('12 claims still without an answer.')).toBeVisible();
});

test('before the page is awake, and on its paper, every question can be answered', async ({ page }) => {
  const come = await hold(page);
  await page.goto(address, { waitUntil: 'commit' });
  await openClaim(page, 5);
  await expect(page.locator('.ask:visible')).toHaveCount(1);
  await expect(claim(page, 5)).toHaveClass(/current/);
  await question(page, 5).getByRole('radio', { name: 'Opinion' }).check();
  await page.emulateMedia({ media: 'print' });
  for (const asked of await page.locator('.ask').all())
    await expect(asked.getByRole('radio').first()).toBeVisible();
  await page.emulateMedia({ media: null });
  come();
  await awake(page);
  await expect(question(page, 5).getByRole('radio', { name: 'Opinion' })).toBeChecked();
  await expect(claim(page, 5)).toHaveAccessibleName(/, opinion$/);
});

test('the claim that has the focus when the page wakes is the one that a number labels', async ({ page }) => {
  const come = await hold(page);
  await page.goto(address, { waitUntil: 'commit' });
  await claim(page, 5).focus();
  come();
  await awake(page);
  await expect(claim(page, 5)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('1');
  await expect(claim(page, 5)).toHaveAccessibleName(/, sourced$/);
  await expect(claim(page, 1)).toHaveAccessibleName(/, not labelled$/);
});

test('before the page is awake, an address leads to its question', async ({ page }) => {
  await openExercise(page, address);
  const hash = await claim(page, 10).getAttribute('href');
  await page.goto('/');
  await hold(page);
  await page.goto(address + hash!, { waitUntil: 'commit' });
  await expect(question(page, 10)).toBeInViewport();
  await expect(page.locator('.ask:visible')).toHaveCount(1);
});

test('one claim is the current one, from the start', async ({ page }) => {
  await openExercise(page, address);
  await expect(page.locator('[aria-current]')).toHaveCount(1);
  await expect(claim(page, 1)).toHaveAttribute('aria-current', 'true');
});

test('an address that changes goes to the question it names', async ({ page }) => {
  await openExercise(page, address);
  await page.evaluate(
    () => (location.hash = document.querySelectorAll<HTMLAnchorElement>('a.claim')[6]!.hash),
  );
  await expect(question(page, 7)).toBeVisible();
  await expect(page.locator('.ask:focus-within')).toHaveAttribute('aria-label', 'Claim 7');
  await expect(question(page, 1)).toBeHidden();
});

test('whoever has gone on by the time the page wakes keeps the focus and the place', async ({ page }) => {
  const come = await hold(page);
  await page.goto(address, { waitUntil: 'commit' });
  await goOnWhileWaking(page, come);
});

test('whoever has skipped to the article, and gone on, keeps the focus and the place when the page wakes', async ({
  page,
}) => {
  const come = await hold(page);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, claim(page, 3));
  const place = await page.evaluate(() => scrollY);
  come();
  await awake(page);
  await page.waitForLoadState();
  await expect(claim(page, 3)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(place);
});

test('whoever came by an address to a claim, and has gone on, keeps the focus when the page wakes', async ({
  page,
}) => {
  await openExercise(page, address);
  const words = await claim(page, 10).getAttribute('id');
  await page.goto('/');
  const come = await hold(page);
  await page.goto(`${address}#${words}`, { waitUntil: 'commit' });
  await goOnWhileWaking(page, come);
  await expect(claim(page, 5)).toHaveAttribute('aria-current', 'true');
});

test('nothing below a question moves when the page wakes', async ({ page }) => {
  const bottoms = () =>
    page.locator('.block').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().bottom));
  await page.setViewportSize({ width: 360, height: 740 });
  // The fonts are on the device.
  await openExercise(page, address);
  for (const n of [1, 5]) {
    const come = await hold(page);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await openClaim(page, n);
    await page.evaluate(() => document.fonts.ready);
    await expect(page.locator('html[data-laying]')).toHaveCount(0);
    const before = await bottoms();
    come();
    await awake(page);
    expect(await bottoms()).toEqual(before);
    await page.unrouteAll();
  }
});

test('a question stays where it is when its label comes beside the words above it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openExercise(page, '/exercises/deir-ez-zor-mark/');
  await openClaim(page, 1);
  for (let n = 1; n <= 44; n += 1) {
    const choice = question(page, n).getByText('No source shown', { exact: true });
    const place = async () => (await choice.boundingBox())!.y;
    const before = await place();
    await choice.click();
    await expect(claim(page, n)).toHaveAccessibleName(/, no source$/);
    expect(Math.abs((await place()) - before), `claim ${n}`).toBeLessThan(2);
    if (n < 44) await page.getByRole('button', { name: 'Next →' }).click();
  }
});

test('a claim opens in another tab for whoever asks for that', async ({ page, context }) => {
  await openExercise(page, address);
  const opened = context.waitForEvent('page');
  await claim(page, 5).click({ modifiers: ['ControlOrMeta'], ...(await firstLetters(claim(page, 5))) });
  await awake(await opened);
  await expect(question(await opened, 5)).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
});

test('“Undo” and “Clear” keep the focus when there is nothing left to undo or clear', async ({ page }) => {
  await openExercise(page, address);
  for (const name of ['Undo', 'Clear']) {
    await question(page, 1).getByRole('radio', { name: 'Opinion' }).check();
    const button = page.getByRole('button', { name, exact: true });
    await button.press('Enter');
    await expect(progress(page)).toHaveText(`0 of ${total}`);
    await expect(button).toBeFocused();
  }
});

test('on the smallest of phones each question stands below the bar, with its first words', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openExercise(page, address);
  await openClaim(page, 1);
  for (let n = 1; n <= total; n += 1) {
    const bar = (await page.locator('.bar').boundingBox())!;
    const legend = (await question(page, n).locator('legend').first().boundingBox())!;
    expect(legend.y, `claim ${n}`).toBeGreaterThanOrEqual(bar.y + bar.height);
    expect(legend.y + legend.height, `claim ${n}`).toBeLessThanOrEqual(640);
    if (n < total) await page.getByRole('button', { name: 'Next →' }).click();
  }
});

test('on a phone with text twice as large, what has the focus is seen', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args!, '--blink-settings=defaultFontSize=32'],
  });
  const page = await browser.newPage({ baseURL: baseURL!, viewport: { width: 320, height: 640 } });
  await openExercise(page, address);
  await openClaim(page, 1);
  for (let n = 1; n <= total; n += 1) {
    const choice = question(page, n).locator('label', { has: page.locator(':focus') });
    await expect(choice, `claim ${n}`).toBeInViewport({ ratio: 1 });
    if (n < total) await page.getByRole('button', { name: 'Next →' }).click();
  }
  await browser.close();
});
