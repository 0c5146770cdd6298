import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import {
  attempts,
  awake,
  claim,
  hold,
  openClaim,
  openExercise,
  progress,
  question,
  sort,
  statement,
} from './steps.ts';

const sorting = '/exercises/sleep-headband-sort/';
const marking = '/exercises/sleep-headband-mark/';
const draft = 'who-says:draft:sleep-headband-sort';
const handedIn = (page: Page) => page.getByRole('heading', { name: /as the key has them$/ });
const handIn = (page: Page) => page.getByRole('button', { name: 'Hand in' }).click();
const label = (page: Page, n: number, name: string) => statement(page, n).getByRole('radio', { name });

/**
 * What the island leaves for a task of its own comes seconds later: the form is its own by then, but not awake.
 */
const wakeSlowly = (page: Page) =>
  page.addInitScript(() => {
    const later = setTimeout.bind(globalThis) as typeof setTimeout;
    globalThis.setTimeout = ((run: () => void, delay = 4000) => later(run, delay)) as typeof setTimeout;
  });

/** What stands beside “Hand in” where it was pressed before the island woke. */
const saidEarly = (page: Page) =>
  page.locator('.hand-in').evaluate((place) => getComputedStyle(place, '::after').content);

const notWhole = 'This page did not load whole. Load it again: nothing is lost.';

/** Holds back the module of the log. */
const holdLog = (page: Page) => hold(page, '**/_astro/log.*.js');

test('an unfinished attempt survives a reload and a closed tab', async ({ page, context }) => {
  await openExercise(page, sorting);
  await sort(page, 1, 'Opinion');
  await statement(page, 1).getByRole('radio', { name: 'Fairly' }).check();
  await page.reload();
  await awake(page);
  await expect(label(page, 1, 'Opinion')).toBeChecked();
  await sort(page, 2, 'Sourced claim');
  await page.close();

  const later = await context.newPage();
  await openExercise(later, sorting);
  await expect(progress(later)).toHaveText('2 of 12');
  await expect(label(later, 1, 'Opinion')).toBeChecked();
  await expect(statement(later, 1).getByRole('radio', { name: 'Fairly' })).toBeChecked();
  await expect(label(later, 2, 'Sourced claim')).toBeChecked();
});

test('an unfinished revision survives a reload with what it revises', async ({ page }) => {
  await openExercise(page, sorting);
  await sort(page, 2, 'Opinion');
  await sort(page, 3, 'Opinion');
  await handIn(page);
  await page.getByRole('button', { name: 'Revise once' }).click();
  await sort(page, 2, 'Unverified figure');
  for (let time = 0; time < 3; time += 1) {
    await page.reload();
    await awake(page);
    await expect(page.getByText('Your second look.')).toBeVisible();
  }
  await expect(label(page, 2, 'Unverified figure')).toBeChecked();
  await page.getByRole('button', { name: 'Hand in again' }).click();
  await expect(handedIn(page)).toHaveText('1 of 2 as the key has them');
  await expect.poll(async () => (await attempts(page)).length).toBe(2);
  const [first, second] = await attempts(page);
  expect(second!.revises).toBe(first!.id);
});

test('a revision that is handed in before its first answer is found stays its revision', async ({ page }) => {
  await openExercise(page, sorting);
  await sort(page, 2, 'Opinion');
  await handIn(page);
  await page.getByRole('button', { name: 'Revise once' }).click();
  await sort(page, 2, 'Unverified figure');
  const open = await holdLog(page);
  await page.reload();
  await awake(page);
  await page.getByRole('button', { name: /^Hand in/ }).click();
  await expect(handedIn(page)).toBeVisible();
  open();
  await expect.poll(async () => (await attempts(page)).length).toBe(2);
  const [first, second] = await attempts(page);
  expect(second!.revises).toBe(first!.id);
  await expect(page.getByText('The first time it was 0 of 1.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Revise once' })).toHaveCount(0);
});

test.describe('when the network goes', () => {
  test('whoever comes back finds what was handed in', async ({ page, context }) => {
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    await handIn(page);
    await handedIn(page).waitFor();
    await expect.poll(() => attempts(page)).toHaveLength(1);
    await page.goto('/');
    await context.setOffline(true);
    await page.goBack();
    await expect(handedIn(page)).toBeVisible();
    await expect(statement(page, 1).locator('[data-feedback]')).not.toBeEmpty();
  });

  test('a revision that is handed in is one, and the last', async ({ page, context }) => {
    await openExercise(page, sorting);
    await sort(page, 2, 'Opinion');
    await handIn(page);
    await page.getByRole('button', { name: 'Revise once' }).click();
    await sort(page, 2, 'Unverified figure');
    await page.goto('/');
    await context.setOffline(true);
    await page.goBack();
    await awake(page);
    await expect(page.getByText('Your second look.')).toBeVisible();
    await page.getByRole('button', { name: 'Hand in again' }).click();
    await expect(handedIn(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Revise once' })).toHaveCount(0);
    await expect.poll(() => attempts(page)).toHaveLength(2);
    const [first, second] = await attempts(page);
    expect(second!.revises).toBe(first!.id);
  });

  test('what was handed in shows as soon as the log comes', async ({ page }) => {
    await openExercise(page, sorting);
    await sort(page, 2, 'Opinion');
    await handIn(page);
    await handedIn(page).waitFor();
    await expect.poll(() => attempts(page)).toHaveLength(1);
    await page.route('**/_astro/log.*.js', (route) => route.fulfill({ status: 503 }));
    await page.reload();
    await awake(page);
    await expect(progress(page)).toHaveText('0 of 12');
    await page.unrouteAll();
    await expect(handedIn(page)).toBeVisible({ timeout: 10_000 });
  });

  test('a revision that is handed in while the log does not come is one, and the last', async ({ page }) => {
    await openExercise(page, sorting);
    await sort(page, 2, 'Opinion');
    await handIn(page);
    await page.getByRole('button', { name: 'Revise once' }).click();
    await sort(page, 2, 'Unverified figure');
    await page.route('**/_astro/log.*.js', (route) => route.abort());
    await page.reload();
    await awake(page);
    await page.getByRole('button', { name: /^Hand in/ }).click();
    await expect(page.getByText('Your answer is still being kept on this device.')).toBeVisible();
    await page.unrouteAll();
    await expect(page.getByText('The first time it was 0 of 1.')).toBeVisible({ timeout: 10_000 });
    await expect(page.getByRole('button', { name: 'Revise once' })).toHaveCount(0);
    const [first, second] = await attempts(page);
    expect(second!.revises).toBe(first!.id);
  });
});

test.describe('with two tabs open', () => {
  async function twoTabs(context: BrowserContext, address: string): Promise<[Page, Page]> {
    const tabs: [Page, Page] = [await context.newPage(), await context.newPage()];
    for (const tab of tabs) await openExercise(tab, address);
    return tabs;
  }

  test('an answer given in one shows in the other at once', async ({ context }) => {
    const [one, other] = await twoTabs(context, marking);
    await openClaim(other, 2);
    await one.bringToFront();
    await openClaim(one, 2);
    await question(one, 2).getByRole('radio', { name: 'Opinion' }).check();
    await question(one, 2).getByRole('combobox').selectOption('averill');
    await other.bringToFront();
    await expect(progress(other)).toHaveText('1 of 13');
    await expect(question(other, 2).getByRole('radio', { name: 'Opinion' })).toBeChecked();
    await expect(question(other, 2).getByRole('combobox')).toHaveValue('averill');

    await question(other, 2).getByRole('radio', { name: 'Sourced claim' }).check();
    await expect(claim(one, 2)).toHaveAccessibleName(/, sourced$/);
    await one.bringToFront();
    await one.getByRole('button', { name: 'Clear' }).click();
    await expect(progress(other)).toHaveText('0 of 13');
    await expect(question(other, 2).getByRole('combobox')).toHaveValue('');
  });

  test('handing in in one hands in for both, even where the other was worked in last', async ({
    context,
  }) => {
    const [one, other] = await twoTabs(context, sorting);
    await one.bringToFront();
    await sort(one, 1, 'Sourced claim');
    await other.bringToFront();
    await expect(label(other, 1, 'Sourced claim')).toBeChecked();
    await sort(other, 2, 'Sourced claim');
    await one.bringToFront();
    await expect(progress(one)).toHaveText('2 of 12');
    await handIn(one);
    await other.bringToFront();
    await expect(handedIn(other)).toHaveText('1 of 2 as the key has them');
    expect(await attempts(other)).toHaveLength(1);

    await other.getByRole('button', { name: 'Revise once' }).click();
    await expect(one.getByText('Your second look.')).toBeVisible();
    await sort(other, 2, 'Unverified figure');
    await other.getByRole('button', { name: 'Hand in again' }).click();
    await expect(handedIn(one)).toHaveText('2 of 2 as the key has them');
    await expect(one.getByRole('button', { name: 'Revise once' })).toHaveCount(0);
  });

  test('a tab that was busy meanwhile shows what stands now, not what it heard of first', async ({
    context,
  }) => {
    const [one, other] = await twoTabs(context, sorting);
    await sort(other, 2, 'Sourced claim');
    await handIn(other);
    await expect(handedIn(one)).toHaveText('0 of 1 as the key has them');
    const busy = one.evaluate(() => {
      const end = performance.now() + 4000;
      while (performance.now() < end);
    });
    await other.getByRole('button', { name: 'Revise once' }).click();
    await sort(other, 2, 'Unverified figure');
    await other.getByRole('button', { name: 'Hand in again' }).click();
    await expect(other.getByText('Both rounds are kept.')).toBeVisible();
    await busy;
    await expect(handedIn(one)).toHaveText('1 of 1 as the key has them');
  });

  test('a revision that is opened in a second tab is one in both', async ({ context }) => {
    const one = await context.newPage();
    await openExercise(one, sorting);
    await sort(one, 2, 'Opinion');
    await handIn(one);
    await one.getByRole('button', { name: 'Revise once' }).click();
    await sort(one, 2, 'Unverified figure');
    const other = await context.newPage();
    await openExercise(other, sorting);
    for (const tab of [one, other]) await expect(tab.getByText('Your second look.')).toBeVisible();
    await one.getByRole('button', { name: 'Hand in again' }).click();
    await expect.poll(async () => (await attempts(one)).length).toBe(2);
    const [first, second] = await attempts(one);
    expect(second!.revises).toBe(first!.id);
  });
});

test('what is typed in a second look, or from the start again, can be taken back as what was typed first', async ({
  page,
}) => {
  await openExercise(page, '/exercises/three-drawers-say/');
  const words = page.locator('form textarea, form input[type=text]').first();
  await words.pressSequentially('Who counted them?');
  for (const again of ['Revise once', 'Start again']) {
    await handIn(page);
    await page.getByRole('button', { name: again }).click();
    const before = await words.inputValue();
    await words.press('End');
    await words.pressSequentially(' And who checked?');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(words).toHaveValue(before);
    await words.fill('Who says so?');
  }
});

test.describe('before the island wakes', () => {
  test('styles that are needed later, and do not come, hold nothing up', async ({ page }) => {
    await page.route('**/_astro/later.*.css', () => undefined);
    await page.goto(sorting, { waitUntil: 'commit' });
    await awake(page);
    await expect(page.locator('[data-laying]')).toHaveCount(0);
    await sort(page, 1, 'Opinion');
    await handIn(page);
    await expect(page.locator('.feedback').first()).toBeVisible();
    await expect(page.locator('.feedback').first()).toHaveCSS('border-inline-start-width', '0px');
  });

  test('styles that are needed later apply when they come', async ({ page }) => {
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    await handIn(page);
    await expect(page.locator('.feedback').first()).not.toHaveCSS('border-inline-start-width', '0px');
  });

  test('what was kept shows, and later styles apply, though no script has come', async ({ page }) => {
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    await hold(page);
    await page.reload({ waitUntil: 'commit' });
    await expect(progress(page)).toHaveText('1 of 12');
    await expect(page.locator('link[href*="later."]:not([media])')).toHaveCount(1);
  });

  test('an answer moves the progress, and is kept when the island comes', async ({ page }) => {
    const release = await hold(page);
    await page.goto(sorting, { waitUntil: 'commit' });
    await label(page, 1, 'Opinion').check();
    await label(page, 3, 'No source shown').check();
    await expect(progress(page)).toHaveText('2 of 12');
    await expect(page.getByRole('progressbar')).toHaveJSProperty('value', 2);
    await expect(page.locator('form[data-awake]')).toHaveCount(0);

    release();
    await awake(page);
    await expect(progress(page)).toHaveText('2 of 12');
    await expect(label(page, 1, 'Opinion')).toBeChecked();
    await sort(page, 2, 'Opinion');
    await page.reload();
    await awake(page);
    await expect(progress(page)).toHaveText('3 of 12');
  });

  test('an answer that comes while the island is waking moves the progress, and so does the next', async ({
    page,
  }) => {
    await wakeSlowly(page);
    await page.goto(sorting);
    await page.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
    await expect(page.locator('form[data-awake]')).toHaveCount(0);
    await label(page, 1, 'Opinion').check();
    await expect(page.locator('form[data-awake]')).toHaveCount(0);
    await expect(progress(page)).toHaveText('1 of 12');

    await awake(page);
    await sort(page, 2, 'Opinion');
    await expect(progress(page)).toHaveText('2 of 12');
    await expect(page.getByRole('progressbar')).toHaveJSProperty('value', 2);
  });

  test('handing in waits for the island, and stops no script from coming', async ({ page }) => {
    const wake = await hold(page);
    await page.goto(sorting, { waitUntil: 'commit' });
    await sort(page, 1, 'Opinion');
    await handIn(page);
    expect(await saidEarly(page)).toBe('"One moment …"');
    wake();
    await expect(handedIn(page)).toHaveText('0 of 1 as the key has them');
    await expect.poll(async () => (await attempts(page)).length).toBe(1);
  });

  test('whoever goes on answering after that, or presses Enter on an answer, has not handed in', async ({
    page,
  }) => {
    const wake = await hold(page);
    await page.goto(sorting, { waitUntil: 'commit' });
    await sort(page, 1, 'Opinion');
    await handIn(page);
    await sort(page, 2, 'Opinion');
    await label(page, 2, 'Opinion').press('Enter');
    expect(await saidEarly(page)).toBe('none');
    wake();
    await awake(page);
    await expect(progress(page)).toHaveText('2 of 12');
    await expect(handedIn(page)).toHaveCount(0);
  });

  test('what is handed in while the island is waking stays handed in, and is one attempt', async ({
    page,
  }) => {
    await wakeSlowly(page);
    await page.goto(sorting);
    await page.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
    await label(page, 1, 'Opinion').check();
    await handIn(page);
    await expect(page.locator('form[data-awake]')).toHaveCount(0);
    await awake(page);
    await expect(handedIn(page)).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole('button', { name: 'Revise once' })).toBeEnabled({ timeout: 15_000 });
    expect(await attempts(page)).toHaveLength(1);
  });

  test('a second look that is answered while the island is waking stays one', async ({ page }) => {
    await openExercise(page, sorting);
    await sort(page, 2, 'Opinion');
    await handIn(page);
    await page.getByRole('button', { name: 'Revise once' }).click();
    await wakeSlowly(page);
    await page.reload();
    await page.locator('astro-island:not([ssr])').waitFor({ state: 'attached' });
    await label(page, 3, 'Opinion').check();
    await expect(page.locator('form[data-awake]')).toHaveCount(0);
    await awake(page);
    await page.getByRole('button', { name: 'Hand in again' }).click();
    await expect(page.getByText('Both rounds are kept.')).toBeVisible({ timeout: 15_000 });
    await expect
      .poll(async () => (await attempts(page)).map((attempt) => Boolean(attempt.revises)))
      .toEqual([false, true]);
  });

  test('label and source of the first claim are kept even by a page that never woke', async ({ page }) => {
    await hold(page);
    await page.goto(marking, { waitUntil: 'commit' });
    await question(page, 1).getByRole('radio', { name: 'Opinion' }).check();
    await question(page, 1).getByRole('combobox').selectOption('averill');
    await expect(progress(page)).toHaveText('1 of 13');
    // Kept in the task after the one in which it shows.
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('who-says:draft:sleep-headband-mark')))
      .toContain('averill');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await openExercise(page, marking);
    await expect(claim(page, 1)).toHaveAccessibleName(/, opinion$/);
    await expect(question(page, 1).getByRole('combobox')).toHaveValue('averill');
  });

  test('an answer that is taken back does not return with the island', async ({ page }) => {
    const release = await hold(page);
    await page.goto('/exercises/three-drawers-say/', { waitUntil: 'commit' });
    const words = page.getByRole('textbox').first();
    for (const text of ['Who counted?', '']) {
      await words.fill(text);
      await words.blur();
    }
    release();
    await awake(page);
    await expect(words).toHaveValue('');
  });

  test('the script that wakes it is asked for again', async ({ page }) => {
    let times = 0;
    await page.route('**/_astro/islands.*.js', (route) => (times++ === 0 ? route.abort() : route.continue()));
    await page.goto(sorting);
    await sort(page, 1, 'Opinion');
    await awake(page);
    await handIn(page);
    await expect(handedIn(page)).toBeVisible();
  });

  test('a page that cannot wake says so, and has lost nothing when it is loaded again', async ({ page }) => {
    await page.route('**/_astro/client.*.js', (route) => route.abort());
    await page.goto(sorting);
    await sort(page, 1, 'Opinion');
    await handIn(page);
    await expect(page.getByRole('alert')).toHaveText(notWhole);
    await expect(page.getByRole('alert')).toBeInViewport();
    expect(await saidEarly(page)).toBe('none');
    await page.unrouteAll();
    await page.reload();
    await awake(page);
    await expect(label(page, 1, 'Opinion')).toBeChecked();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  const others = ['/my-work/', '/search/', '/measure/', '/teach/assign/', '/assignment/'];
  for (const address of others)
    test(`${address} says so, too`, async ({ page }) => {
      await page.route('**/_astro/client.*.js', (route) => route.abort());
      await page.goto(address);
      await expect(page.getByRole('alert')).toHaveText(notWhole);
    });

  for (const address of [sorting, ...others])
    test(`${address} asks again for the script that wakes it, and says so the second time`, async ({
      page,
    }) => {
      let times = 0;
      await page.route('**/_astro/islands.*.js', (route) => (times++ < 2 ? route.abort() : route.continue()));
      await page.goto(address);
      await expect(page.locator('astro-island[ssr]')).toHaveCount(1);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(page.getByRole('alert')).toHaveText(notWhole, { timeout: 8_000 });
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0, { timeout: 8_000 });
      await expect(page.getByRole('alert')).toHaveCount(0);
    });

  test('only the progress tells of what is answered by then', async ({ page }) => {
    const toDo = page.locator('.hand-in p');
    const wake = await hold(page);
    await page.goto(sorting, { waitUntil: 'commit' });
    await expect(toDo).toHaveText(/^12 statements still/);
    await sort(page, 1, 'Opinion');
    await expect(progress(page)).toHaveText('1 of 12');
    await expect(toDo).toHaveText('');
    wake();
    await expect(toDo).toHaveText(/^11 statements still/);
  });

  test('fonts that do not come are no error', async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.route('**/*.woff2', (route) => route.abort());
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    await expect(progress(page)).toHaveText('1 of 12');
    expect(errors).toEqual([]);
  });

  test('a claim chosen early is the one that stands open when the island comes', async ({ page }) => {
    const release = await hold(page);
    await page.goto(marking, { waitUntil: 'commit' });
    // The page has come whole and has its fonts: the words no longer move.
    await page.getByRole('contentinfo').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await openClaim(page, 4);
    release();
    await awake(page);
    await expect(question(page, 4)).toBeVisible();
  });

  test('a new answer joins those kept from an earlier visit', async ({ page }) => {
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    const release = await hold(page);
    await page.reload({ waitUntil: 'commit' });
    await label(page, 2, 'Opinion').check();
    release();
    await awake(page);
    await expect(progress(page)).toHaveText('2 of 12');
    await expect(label(page, 1, 'Opinion')).toBeChecked();
    await expect(label(page, 2, 'Opinion')).toBeChecked();
  });
});

test.describe('after handing in', () => {
  test('what is read from a slow device takes nothing back', async ({ page }) => {
    const wake = await hold(page);
    await page.addInitScript(() => {
      const open = indexedDB.open.bind(indexedDB);
      // The answers of IndexedDB come late.
      indexedDB.open = (name, version) => {
        const request = open(name, version);
        const add = request.addEventListener.bind(request);
        request.addEventListener = (type: string, heard: EventListener) =>
          add(type, type === 'success' ? (event: Event) => setTimeout(() => heard(event), 1500) : heard);
        return request;
      };
    });
    await page.goto(sorting, { waitUntil: 'commit' });
    await sort(page, 1, 'Opinion');
    wake();
    await awake(page);
    await handIn(page);
    await expect(handedIn(page)).toBeVisible();
    await expect.poll(() => attempts(page)).toHaveLength(1);
    await expect(handedIn(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Revise once' })).toBeVisible();
  });

  test('whoever is told so may leave: it is kept, however slow the log', async ({ page }) => {
    // The page would tell them without the log when that takes too long. Here that is a minute: the log comes first.
    await page.addInitScript(() => {
      const later = setTimeout.bind(globalThis) as typeof setTimeout;
      globalThis.setTimeout = ((run: () => void, delay = 0) =>
        later(run, delay < 1000 ? delay : 60_000)) as typeof setTimeout;
    });
    const come = await holdLog(page);
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    await handIn(page);
    await expect(statement(page, 1).locator('[data-feedback]')).not.toBeEmpty();
    await expect(handedIn(page)).toHaveCount(0);
    void page.waitForTimeout(300).then(come);
    await handedIn(page).waitFor();
    await page.goto('/about/');
    expect(await attempts(page)).toHaveLength(1);
  });

  test('a log that does not come keeps nobody from the sum', async ({ page }) => {
    await holdLog(page);
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    await handIn(page);
    await expect(handedIn(page)).toBeVisible();
    await page.reload();
    await awake(page);
    await expect(label(page, 1, 'Opinion')).toBeChecked();
  });

  test('reasons that are long in coming are announced', async ({ page }) => {
    await openExercise(page, sorting);
    const release = await hold(page, '**/keys/*.json');
    await sort(page, 2, 'Opinion');
    await handIn(page);
    await expect(page.getByRole('region', { name: 'Handed in' })).toContainText(
      'The reasons are on their way.',
    );
    release();
    await expect(handedIn(page)).toBeVisible();
  });

  test('nothing takes the place of an answer that is still being kept', async ({ page }) => {
    await openExercise(page, sorting);
    const release = await holdLog(page);
    await sort(page, 2, 'Opinion');
    await handIn(page);
    await expect(handedIn(page)).toBeVisible();
    const goingOn = page.getByRole('button', { name: /^(Revise once|Start again)$/ });
    const wait = page.getByText('Your answer is still being kept on this device.');
    await expect(wait).toBeVisible();
    await expect(goingOn).toHaveCount(2);
    for (const button of await goingOn.all()) await expect(button).toBeDisabled();
    release();
    await expect(wait).toHaveCount(0);
    expect(await attempts(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'Start again' }).click();
    await sort(page, 3, 'Opinion');
    await page.reload();
    await awake(page);
    await expect(label(page, 2, 'Opinion')).not.toBeChecked();
    await page.reload();
    await awake(page);
    await expect(label(page, 3, 'Opinion')).toBeChecked();
  });

  test('a test that is still being kept lets nobody go on', async ({ page }) => {
    await openExercise(page, '/exercises/bus-lane-test/');
    const come = await holdLog(page);
    await page.getByRole('radio', { name: 'Opinion' }).first().check();
    await handIn(page);
    const result = page.getByRole('region', { name: 'Handed in' });
    await expect(result.getByRole('status')).toHaveText(
      'Your answer is still being kept on this device. Leave the page open until it is.',
    );
    const goOn = result.getByRole('link', { name: 'Before and after' });
    await expect(goOn).toHaveCount(0);
    come();
    await expect(goOn).toBeVisible();
    expect(await attempts(page)).toHaveLength(1);
  });

  for (const [what, which] of [
    ['the key', '**/keys/*.json'],
    ['what marks', '**/_astro/result.*.js'],
    ['what that imports', '**/_astro/lists.*.js'],
    ['the log', '**/_astro/log.*.js'],
  ] as const) {
    test(`${what} does not come the first time: it is asked for again`, async ({ page }) => {
      await openExercise(page, sorting);
      let times = 0;
      await page.route(which, (route) => (times++ === 0 ? route.abort() : route.continue()));
      await sort(page, 1, 'Opinion');
      await expect.poll(() => times).toBeGreaterThan(0);
      await handIn(page);
      await expect(handedIn(page)).toBeVisible({ timeout: 10_000 });
      await expect.poll(() => attempts(page), { timeout: 10_000 }).toHaveLength(1);
    });
  }

  for (const [what, which] of [
    ['the key', '**/keys/*.json'],
    ['the key and every module', '**/{_astro,keys}/**'],
  ] as const) {
    test(`${what} could not be fetched: the answer is kept and its reasons come, when the network is back`, async ({
      page,
    }) => {
      await openExercise(page, sorting);
      await page.route(which, (route) => route.abort());
      await sort(page, 1, 'Opinion');
      await handIn(page);
      await expect(
        page.getByText('You seem to be offline. The reasons come when you are back.'),
      ).toBeVisible();
      // Where the log could not be fetched either, whoever leaves would lose it.
      const wait = page.getByText(
        'Your answer is still being kept on this device. Leave the page open until it is.',
      );
      await expect(wait).toHaveCount(which.includes('_astro') ? 1 : 0);
      await page.unrouteAll();
      await expect(handedIn(page)).toBeVisible({ timeout: 10_000 });
      await expect(page.getByText('You seem to be offline.')).toHaveCount(0);
      await expect.poll(async () => (await attempts(page)).length, { timeout: 10_000 }).toBe(1);
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  }
});

test.describe('where the device keeps nothing', () => {
  const refusals: [title: string, script: () => void][] = [
    [
      'local storage is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
    [
      'local storage is denied',
      () => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      },
    ],
  ];
  for (const [title, script] of refusals) {
    test(`${title}: the learner is told at the first answer, and what is handed in is marked and kept`, async ({
      page,
    }) => {
      await page.addInitScript(script);
      await openExercise(page, sorting);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await sort(page, 2, 'Unverified figure');
      await expect(page.getByRole('alert')).toContainText('This device does not let us keep your answers');
      await expect(progress(page)).toHaveText('1 of 12');
      await handIn(page);
      await expect(handedIn(page)).toHaveText('1 of 1 as the key has them');
      await expect(page.getByRole('alert')).toHaveCount(0);
      await page.reload();
      await expect(handedIn(page)).toHaveText('1 of 1 as the key has them');
    });
  }

  for (const [title, script, told] of [
    [
      'is denied',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('denied', 'SecurityError');
        };
      },
      'This device keeps nothing here: its storage is blocked.',
    ],
    [
      'does not exist',
      () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
      'This device keeps nothing here: its storage is blocked.',
    ],
    [
      'is full',
      () => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
      'Nothing yet.',
    ],
  ] as const) {
    test(`the database ${title}: the answer is marked, the learner is told, and the form can be handed in again`, async ({
      page,
    }) => {
      await page.addInitScript(script);
      await openExercise(page, sorting);
      await sort(page, 2, 'Unverified figure');
      await handIn(page);
      await expect(handedIn(page)).toHaveText('1 of 1 as the key has them');
      await expect(page.getByRole('alert')).toContainText('this device could not keep it');
      await page.reload();
      await awake(page);
      await expect(label(page, 2, 'Unverified figure')).toBeChecked();
      await page.goto('/my-work/');
      await expect(page.getByText(told)).toBeVisible();
    });
  }

  test('an entry that is damaged hides no other, on the page of the exercise or among my work', async ({
    page,
  }) => {
    await openExercise(page, sorting);
    await sort(page, 2, 'Unverified figure');
    await handIn(page);
    await expect.poll(async () => (await attempts(page)).length).toBe(1);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('who-says');
          request.onsuccess = () => {
            const tx = request.result.transaction('attempts', 'readwrite');
            for (const row of [
              { id: 'zz' },
              { id: 'a1', exercise: 'sleep-headband-sort', at: 'now', answer: null },
              {
                id: 'a2',
                exercise: 'sleep-headband-sort',
                at: '2099-01-01T00:00:00.000Z',
                answer: { 'label:a': 5 },
              },
            ])
              tx.objectStore('attempts').add(row);
            tx.oncomplete = () => resolve();
          };
        }),
    );
    await page.reload();
    await expect(handedIn(page)).toHaveText('1 of 1 as the key has them');
    await page.goto('/my-work/');
    await expect(page.getByRole('button', { name: 'Save to a file' })).toBeVisible();
    await expect(page.locator('main li')).toHaveCount(1);
  });

  test('a first answer that found no room is kept with its revision', async ({ page }) => {
    await page.addInitScript(() => {
      const add = IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = function (value: { revises?: string }) {
        IDBObjectStore.prototype.add = add;
        throw new DOMException(`no room for ${JSON.stringify(value)}`, 'QuotaExceededError');
      };
    });
    await openExercise(page, sorting);
    await sort(page, 2, 'Opinion');
    await handIn(page);
    await expect(page.getByRole('alert')).toContainText('this device could not keep it');
    await page.getByRole('button', { name: 'Revise once' }).click();
    await sort(page, 2, 'Unverified figure');
    await page.getByRole('button', { name: 'Hand in again' }).click();
    await expect(handedIn(page)).toHaveText('1 of 1 as the key has them');
    await expect.poll(async () => (await attempts(page)).length).toBe(2);
    const [first, second] = await attempts(page);
    expect(second!.revises).toBe(first!.id);
  });

  test('what stands in local storage and cannot be read does no harm', async ({ page }) => {
    for (const rubbish of [
      '{"version":1,"ans',
      '[]',
      '{"version":9,"answer":{}}',
      '{"version":1,"answer":{"label:volunteers":7}}',
      'null',
    ]) {
      await page.addInitScript(
        ([key, value]) => {
          localStorage.setItem(key!, value!);
          localStorage.setItem('who-says:reading', value!);
        },
        [draft, rubbish],
      );
      const errors: Error[] = [];
      const note = (error: Error) => errors.push(error);
      page.on('pageerror', note);
      await openExercise(page, sorting);
      await expect(progress(page)).toHaveText('0 of 12');
      await sort(page, 1, 'Opinion');
      await expect(progress(page)).toHaveText('1 of 12');
      await page.goto('/cases/sleep-headband/read/');
      await page.getByText('Reading aids').click();
      await page.getByRole('checkbox', { name: 'Who says it' }).check();
      await expect(page.getByRole('note').first()).toBeVisible();
      expect(errors, rubbish).toEqual([]);
      page.off('pageerror', note);
    }
  });
});

test.describe('my work', () => {
  const nothing = (page: Page) =>
    page.getByText('Nothing yet. When you hand in an exercise, it is listed here.');
  const bringIn = (page: Page, text: string) =>
    page
      .getByLabel('Bring in a file')
      .setInputFiles({ name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  /** Hands in an exercise and its revision, leaves another begun, saves the file. */
  async function someWork(page: Page): Promise<string> {
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    await handIn(page);
    await page.getByRole('button', { name: 'Revise once' }).click();
    await sort(page, 1, 'Sourced claim');
    await page.getByRole('button', { name: 'Hand in again' }).click();
    await expect.poll(async () => (await attempts(page)).length).toBe(2);
    await openExercise(page, marking);
    await openClaim(page, 1);
    await question(page, 1).getByRole('radio', { name: 'Opinion' }).check();
    await page.goto('/my-work/');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^who-says-\d{4}-\d\d-\d\d\.json$/);
    await expect(page.getByRole('status')).toHaveText('Saved 2 answers to a file.');
    return readFile(await file.path(), 'utf8');
  }

  test('is listed with both rounds, saved to a file, erased whole, brought back whole, and never doubled', async ({
    page,
  }) => {
    const text = await someWork(page);
    const entries = page.getByRole('main').getByRole('listitem');
    await expect(entries).toHaveText([
      /Sort the statements.*second look, .*1 answered/,
      /Sort the statements.*handed in, .*1 answered/,
    ]);
    const before = await attempts(page);

    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    await expect(entries).toHaveCount(2);
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText('Everything is erased from this device.');
    await expect(nothing(page)).toBeVisible();
    expect(await attempts(page)).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await openExercise(page, marking);
    await expect(progress(page)).toHaveText('0 of 13');

    await page.goto('/my-work/');
    await bringIn(page, text);
    await expect(page.getByRole('status')).toHaveText('Brought in 2 answers.');
    expect(await attempts(page)).toEqual(before);
    await bringIn(page, text);
    await expect(page.getByRole('status')).toHaveText('Everything in this file was here already.');
    await expect(entries).toHaveCount(2);
    await openExercise(page, sorting);
    await expect(handedIn(page)).toHaveText('1 of 1 as the key has them');
    await expect(page.getByText('The first time it was 0 of 1.')).toBeVisible();
  });

  test('what was handed in in another tab since is in the file, too', async ({ page, context }) => {
    await someWork(page);
    const other = await context.newPage();
    await openExercise(other, '/exercises/three-drawers-say/');
    await other.getByRole('textbox').fill('Who counted?');
    await handIn(other);
    await expect.poll(async () => (await attempts(other)).length).toBe(3);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    expect(await readFile(await (await saving).path(), 'utf8')).toContain('Who counted?');
    await expect(page.getByRole('status')).toHaveText('Saved 3 answers to a file.');
  });

  test('what the device does not let go of is not said to be erased', async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.clear = () => {
        throw new DOMException('refused', 'UnknownError');
      };
    });
    await someWork(page);
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
    await expect(page.getByRole('status')).toHaveText(
      'This device did not let go of it. Close other tabs of this site, and try again.',
    );
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
    await openExercise(page, marking);
    await expect(progress(page)).toHaveText('0 of 13');
  });

  test('a file that is brought in where storage is blocked is listed, with the note that it does not stay', async ({
    browser,
    page,
  }) => {
    const text = await someWork(page);
    const blocked = await browser.newPage();
    await blocked.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
    await blocked.goto('/my-work/');
    await expect(blocked.getByText('This device keeps nothing here')).toBeVisible();
    await bringIn(blocked, text);
    await expect(blocked.locator('main li')).toHaveCount(2);
    await expect(blocked.getByText('This device keeps nothing here')).toBeVisible();
    await blocked.close();
  });

  test('a file that is damaged, foreign, newer or changed is refused with the reason, and changes nothing', async ({
    page,
  }) => {
    const text = await someWork(page);
    const before = await attempts(page);
    for (const [file, reason] of [
      [text.slice(0, -30), 'This file is damaged or cut off: it cannot be read. Nothing was changed.'],
      ['', 'This file is damaged or cut off: it cannot be read. Nothing was changed.'],
      ['{"format":"a-quiz"}', 'This is not a file of Who Says? answers. Nothing was changed.'],
      [
        text.replace('"version": 2', '"version": 3'),
        'This file comes from a newer Who Says? (version 3; this one reads up to 2).',
      ],
      [
        text.replace(/"at": "[^"]*"/, '"at": "soon"'),
        'This file is damaged at attempt 1: its date is damaged. Nothing was changed.',
      ],
      [
        text.replace(/"at": "[^"]*"/, '"at": "9999-12-31T10:00:00.000Z"'),
        'it is dated 9999-12-31, which is still to come. Nothing was changed.',
      ],
      [
        text.replace('sourced-claim', 'no-source-shown'),
        'an answer in it has been changed. Nothing was changed here.',
      ],
    ] as const) {
      await bringIn(page, file);
      await expect(page.getByRole('status')).toContainText(reason);
      expect(await attempts(page)).toEqual(before);
    }
  });

  test('an exercise open in another tab forgets its unfinished answers when everything is erased', async ({
    page,
    context,
  }) => {
    await openExercise(page, sorting);
    await sort(page, 1, 'Opinion');
    const other = await context.newPage();
    await other.goto('/my-work/');
    await other.getByRole('button', { name: 'Erase everything' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
    await expect(progress(page)).toHaveText('0 of 12');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  });
});

test('an attempt at claims that are no longer asked about leaves the exercise open', async ({ page }) => {
  await page.goto('/my-work/');
  const attempt = {
    id: '0b6c1f0e-6f0a-4c52-9d0a-2f8f0a1d9a13',
    exercise: 'deir-ez-zor-sort',
    answer: { 'label:a-claim-of-long-ago': 'opinion' },
    at: '2020-11-22T10:00:00.000Z',
  };
  await page.locator('input[type=file]').setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ format: 'who-says', version: 1, attempts: [attempt] })),
  });
  await expect(page.getByText('Brought in 1 answer.')).toBeVisible();
  await page.goto('/exercises/deir-ez-zor-sort/');
  await expect(page.locator('form[data-awake]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeVisible();
});
