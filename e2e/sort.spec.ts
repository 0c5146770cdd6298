import { expect, test, type Locator, type Page } from '@playwright/test';
import { attempts, awake, hold, openExercise, progress, sort, statement, tabTo } from './steps.ts';

const address = '/exercises/deir-ez-zor-sort/';
const total = 14;
const drawers = ['Sourced claim', 'Unverified figure', 'Opinion'];
/** A mixture of right and wrong ones, by number key. */
const given = [3, 2, 1, 2, 2, 1, 3, 1, 1, 3, 1, 1, 2, 1];

test('every statement can be sorted, handed in, revised and handed in again with the keyboard alone', async ({
  page,
}) => {
  await openExercise(page, address);
  for (let n = 1; n <= total; n += 1) {
    const label = statement(page, n).getByRole('group', { name: 'What is the marked part?' });
    const sure = statement(page, n).getByRole('group', { name: 'How sure are you?' });
    const drawer = label.getByRole('radio', { name: drawers[given[n - 1]! - 1]! });
    await tabTo(page, label, n === 1 ? 30 : 1);
    if (n % 2 === 0) {
      await page.keyboard.press(String(given[n - 1]));
    } else {
      await page.keyboard.press('Space');
      for (let down = 1; down < given[n - 1]!; down += 1) await page.keyboard.press('ArrowDown');
    }
    await expect(drawer).toBeChecked();
    await expect(drawer).toBeFocused();
    await tabTo(page, sure, 1);
    await page.keyboard.press('4');
    await expect(sure.getByRole('radio', { name: 'Very', exact: true })).toBeChecked();
    await expect(progress(page)).toHaveText(`${n} of ${total}`);
  }
  await expect(page.getByText(`All ${total} answered.`)).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Hand in' }), 1);
  await page.keyboard.press('Enter');

  const result = page.getByRole('region', { name: /^\d+ of 14 as the key has them$/ });
  await expect(result).toBeFocused();
  await expect(result.getByRole('heading', { name: 'Sure, and right?' })).toBeVisible();
  const first = await result.getByRole('heading', { level: 2 }).textContent();

  await tabTo(page, page.getByRole('button', { name: 'Revise once' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your second look.')).toBeVisible();
  const open = page.getByRole('group', { name: 'What is the marked part?' }).first();
  await expect(page.getByRole('listitem').filter({ has: open }).first()).toBeFocused();
  await tabTo(page, open, 2);
  const before = await open.getByRole('radio', { checked: true }).getAttribute('value');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByRole('button', { name: 'Hand in again' }));
  await page.keyboard.press('Space');

  await expect(
    page.getByText(`The first time it was ${first!.split(' as ')[0]}. Both rounds are kept.`),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Revise once' })).toHaveCount(0);
  await expect.poll(async () => (await attempts(page)).length).toBe(2);
  const [one, two] = await attempts(page);
  expect(two!.revises).toBe(one!.id);
  expect(Object.values(one!.answer).filter((value) => value === '4')).toHaveLength(total);
  const changed = Object.keys(one!.answer).filter((field) => one!.answer[field] !== two!.answer[field]);
  expect(changed).toHaveLength(1);
  expect(one!.answer[changed[0]!]).toBe(before);
});

test('a keyboard user can go back over a choice, take it back, and leave the form with what stood there', async ({
  page,
}) => {
  await openExercise(page, address);
  await tabTo(page, statement(page, 1).getByRole('group').first(), 30);
  await page.keyboard.press('1');
  await page.keyboard.press('3');
  await tabTo(page, statement(page, 2).getByRole('group').first(), 3);
  await page.keyboard.press('2');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(statement(page, 1).getByRole('radio', { name: 'Opinion' })).toBeFocused();

  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.press('Enter');
  await expect(statement(page, 2).getByRole('radio', { checked: true })).toHaveCount(0);
  await undo.press('Enter');
  await expect(statement(page, 1).getByRole('radio', { name: 'Sourced claim' })).toBeChecked();
  await page.getByRole('button', { name: 'Clear' }).press('Space');
  await expect(progress(page)).toHaveText(`0 of ${total}`);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await undo.press('Enter');
  await expect(statement(page, 1).getByRole('radio', { name: 'Sourced claim' })).toBeChecked();
});

test('“Nothing to hand in” is said for as long as it is so', async ({ page }) => {
  await openExercise(page, address);
  const nothing = page.getByText('Nothing to hand in yet: answer at least one statement.');
  await sort(page, 1, 'Opinion');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(nothing).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(progress(page)).toHaveText(`1 of ${total}`);
  await expect(nothing).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
    contextOptions: { reducedMotion: 'reduce' },
  });

  test('there is no way to the next statement before it can be gone', async ({ page }) => {
    const wake = await hold(page);
    await page.goto(address, { waitUntil: 'commit' });
    await statement(page, 1).getByText('Opinion', { exact: true }).tap();
    const next = page.getByRole('button', { name: 'Next' });
    await expect(next).toHaveCount(0);
    wake();
    await next.tap();
    await expect(statement(page, 2)).toBeInViewport();
  });

  test('every statement can be sorted by touch, one at a time, handed in and revised', async ({ page }) => {
    await openExercise(page, address);
    for (let n = 1; n <= total; n += 1) {
      await expect(page.getByRole('listitem', { name: /^Statement/ })).toHaveCount(1);
      await expect(statement(page, n)).toBeInViewport();
      await statement(page, n)
        .getByText(drawers[given[n - 1]! - 1]!, { exact: true })
        .tap();
      await statement(page, n).getByText('Fairly', { exact: true }).tap();
      if (n < total) await statement(page, n).getByRole('button', { name: 'Next' }).tap();
    }
    await expect(statement(page, total).getByRole('button', { name: 'Next' })).toBeDisabled();
    await page.getByRole('button', { name: 'Hand in' }).tap();
    await expect(page.getByRole('heading', { name: /of 14 as the key has them/ })).toBeInViewport();
    await expect(page.getByRole('listitem', { name: /^Statement/ })).toHaveCount(total);

    await page.getByRole('button', { name: 'Revise once' }).tap();
    const shown = page.getByRole('listitem', { name: /^Statement/ });
    await expect(shown).toHaveCount(1);
    await shown.getByRole('radio', { checked: false }).first().tap();
    await page.getByRole('button', { name: 'Hand in again' }).tap();
    await expect(page.getByText('Both rounds are kept.')).toBeVisible();
    await expect
      .poll(async () => (await attempts(page)).map((attempt) => Boolean(attempt.revises)))
      .toEqual([false, true]);
  });

  test('whoever comes back goes on at the first statement that is left', async ({ page }) => {
    await openExercise(page, address);
    const shown = page.getByRole('listitem', { name: /^Statement/ });
    for (const n of [1, 2]) {
      await sort(page, n, 'Opinion');
      await statement(page, n).getByRole('button', { name: 'Next' }).tap();
    }
    await page.reload();
    await expect(shown).toHaveAccessibleName(/^Statement 3 of/);
    await expect(statement(page, 3)).not.toBeFocused();
    await statement(page, 3).getByRole('button', { name: 'Back' }).tap();
    await expect(statement(page, 2).getByRole('radio', { name: 'Opinion' })).toBeChecked();
  });

  test('whoever has begun before the script comes stays where they are', async ({ page }) => {
    const come = await hold(page);
    await page.goto(address, { waitUntil: 'commit' });
    await sort(page, 1, 'Opinion');
    come();
    await awake(page);
    await expect(page.getByRole('listitem', { name: /^Statement/ })).toHaveAccessibleName(/^Statement 1 of/);
  });
});

test('what is about to be clicked stands still, in a second look as well', async ({ page }) => {
  /** By how many pixels what is gone to moves once it is there. */
  const moves = (place: Locator) =>
    place.evaluate(async (element) => {
      const frame = () => new Promise((shown) => requestAnimationFrame(shown));
      for (let n = 0; n < 10; n += 1) await frame();
      element.scrollIntoView({ block: 'center' });
      const tops: number[] = [];
      for (let n = 0; n < 10; n += 1) {
        tops.push(Math.round(element.getBoundingClientRect().top));
        await frame();
      }
      return Math.max(...tops) - Math.min(...tops);
    });
  await openExercise(page, address);
  const handIn = page.getByRole('button', { name: 'Hand in' });
  await sort(page, 1, 'Opinion');
  expect(await moves(handIn)).toBeLessThanOrEqual(2);
  await handIn.click();
  const revise = page.getByRole('button', { name: 'Revise once' });
  await expect(revise).toBeEnabled();
  expect(await moves(statement(page, total))).toBeLessThanOrEqual(2);
  await revise.click();
  expect(await moves(page.getByRole('button', { name: 'Hand in again' }))).toBeLessThanOrEqual(2);
});

test('the first frame has the first statement alone, each further one one more, and then all are there', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const counts: number[] = [];
    Object.assign(window, { counts });
    const look = () => {
      const all = [...document.querySelectorAll('.items > li')];
      counts.push(all.filter((each) => getComputedStyle(each).contentVisibility === 'visible').length);
      if (counts.length < 30) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openExercise(page, address);
  await expect(page.locator('[data-laying]')).toHaveCount(0);
  await expect(page.locator('.items > li').last()).toHaveCSS('content-visibility', 'visible');
  const counts = await page.evaluate(() => (window as unknown as { counts: number[] }).counts);
  const growing = counts.filter((count, at) => count > 0 && count !== counts[at - 1]);
  expect(growing[0]).toBe(1);
  expect(Math.max(...growing.map((count, at) => count - (growing[at - 1] ?? 0)))).toBe(1);
});

test('whoever loads the page again is where they were', async ({ page }) => {
  const last = page.locator('.items > li').last();
  await openExercise(page, address);
  await last.evaluate((place) => place.scrollIntoView());
  const top = () => last.evaluate((place) => place.getBoundingClientRect().top);
  const before = await top();
  await page.reload();
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(60);
});

test.describe('in the frame of handing in', () => {
  test.beforeEach(async ({ page }) => {
    await openExercise(page, address);
    const key = page.waitForResponse('**/keys/*.json');
    const result = page.waitForResponse('**/result.*.js');
    await sort(page, 1, 'Opinion');
    await (await key).finished();
    // What draws the reasons has been read, too, with all that comes beside it.
    await page.waitForLoadState('networkidle');
    await page.evaluate((url) => import(url), (await result).url());
  });

  test('the first reason is there before all else, and stands alone', async ({ page }) => {
    const found = await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.requestSubmit();
      return {
        reasons: [...form.querySelectorAll('.feedback')].map((each) => each.closest('li')!.id),
        open: form.querySelectorAll('fieldset[data-fields]:enabled').length,
        progress: form.querySelectorAll('progress').length,
      };
    });
    expect(found).toEqual({ reasons: ['deir-ez-zor-sort-1'], open: total - 1, progress: 1 });
    await expect(page.locator('.feedback')).toHaveCount(total);
    await expect(statement(page, 1).locator('.feedback')).toHaveCount(1);
  });

  test('a second click hands in nothing more', async ({ page }) => {
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.requestSubmit();
      form.requestSubmit();
    });
    await expect(page.getByRole('button', { name: 'Revise once' })).toBeEnabled();
    expect(await attempts(page)).toHaveLength(1);
  });

  test('whoever takes back their only answer goes on answering', async ({ page }) => {
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.requestSubmit();
      [...form.querySelectorAll('button')].find((button) => button.textContent === 'Undo')!.click();
    });
    await expect(page.locator('.feedback')).toHaveCount(0);
    await sort(page, 1, 'Sourced claim');
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('button', { name: 'Revise once' })).toBeEnabled();
    expect((await attempts(page)).map(({ answer }) => Object.values(answer))).toEqual([['sourced-claim']]);
  });
});

test('handing in nothing is answered with what to do, and keeps the form open', async ({ page }) => {
  await openExercise(page, address);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByText('Nothing to hand in yet: answer at least one statement.')).toBeVisible();
  await sort(page, 1, 'Opinion');
  await expect(
    page.getByText('13 statements still without an answer. You can hand in anyway.'),
  ).toBeVisible();
  expect(await attempts(page)).toEqual([]);
});

test.describe('a known set of answers', () => {
  /** Sleep headband, twelve statements in the exercise's order; the key and the learner's answer of each. */
  const known: [key: string, given: string | undefined, sure?: string][] = [
    ['Sourced claim', 'Unverified figure', 'Very'], // volunteers: doubted
    ['Unverified figure', 'Sourced claim', 'Fairly'], // worriers: trusted
    ['No source shown', 'No source shown', 'Very'],
    ['Sourced claim', 'Sourced claim'],
    ['Opinion', 'Opinion'],
    ['Unverified figure', 'Unverified figure'],
    ['Sourced claim', 'Opinion'], // no comparison: doubted
    ['Opinion', 'Opinion'],
    ['Unverified figure', 'Unverified figure'],
    ['No source shown', 'Unverified figure'], // exam month: doubted
    ['Sourced claim', 'Sourced claim'],
    ['Unverified figure', undefined],
  ];

  async function handInKnown(page: Page): Promise<void> {
    await openExercise(page, '/exercises/sleep-headband-sort/');
    for (const [at, [, label, sure]] of known.entries()) {
      if (label) await sort(page, at + 1, label);
      if (sure)
        await statement(page, at + 1)
          .getByRole('radio', { name: sure, exact: true })
          .check();
    }
    await expect(
      page.getByText('1 statement still without an answer. You can hand in anyway.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Hand in' }).click();
  }

  test('is read out with its exact numbers', async ({ page }) => {
    await handInKnown(page);
    const result = page.getByRole('region', { name: '7 of 11 as the key has them' });
    await expect(result.getByText('You are on the way')).toBeVisible();
    await expect(result.getByText('You left 1 statement out; they count nowhere.')).toBeVisible();

    const labels = result.getByRole('definition');
    await expect(labels).toHaveText([/2 of 4/, /2 of 3/, /2 of 2/, /1 of 2/]);
    await expect(result.getByRole('term')).toHaveText([...drawers, 'No source shown']);

    await expect(result.getByText('You doubted 3 statements more than they deserve:')).toBeVisible();
    await expect(
      result.getByText('You took 1 statement for sourced, though nobody had checked'),
    ).toBeVisible();
    await expect(result.getByRole('listitem')).toHaveText([
      /41 pupils signed up/,
      /had no other group/,
      /exams begin this month/,
      /52 per cent/,
    ]);

    await expect(result.getByRole('row', { name: 'Very 1 of 2' })).toBeVisible();
    await expect(result.getByRole('row', { name: 'Fairly 0 of 1' })).toBeVisible();

    const table = result.getByRole('table').filter({ hasText: 'The key says' });
    await page.emulateMedia({ media: 'print' });
    await expect(table).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await expect(table).toBeHidden();
    await result.getByText('What you took for what').click();
    await expect(table.getByRole('row')).toHaveText([
      /sourced claim.*unverified figure.*opinion.*no source shown/,
      /Sourced claim\s*2\s*1\s*1\s*–/,
      /Unverified figure\s*1\s*2\s*–\s*–/,
      /Opinion\s*–\s*–\s*2\s*–/,
      /No source shown\s*–\s*1\s*–\s*1/,
    ]);
  });

  test('gets label, source, reason and, where it differs, why the answer given fails', async ({ page }) => {
    await handInKnown(page);
    const doubted = statement(page, 1);
    await expect(doubted).toContainText('You said: Unverified figure. The key says:');
    await expect(doubted).toContainText(/Sourced claim\s*says: Averill/);
    await expect(doubted).toContainText('Why not unverified figure?');
    expect(
      (await doubted.getByText('Why not unverified figure?').locator('..').textContent())!.length,
    ).toBeGreaterThan(60);

    const agreed = statement(page, 3);
    await expect(agreed).toContainText('We agree.');
    await expect(agreed).toContainText(/No source shown\s*says: the writer/);
    await expect(agreed).not.toContainText('Why not');
    await expect(statement(page, 12)).toContainText('You left this one out.');

    await page.getByRole('button', { name: /52 per cent/ }).click();
    await expect(statement(page, 2)).toBeFocused();

    await page.getByRole('button', { name: 'Revise once' }).click();
    for (const [at, [key, label]] of known.entries()) {
      await expect(
        statement(page, at + 1).getByRole('group', { name: 'What is the marked part?' }),
      ).toHaveCount(label === key ? 0 : 1);
    }
  });
});
