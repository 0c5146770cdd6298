import { expect, test, type Locator, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Answer } from '#domain/answer.ts';
import type { BaseSpec, Key } from '#exercises/contract.ts';
import { writeFile } from '#storage/file.ts';
import type { Attempt } from '#storage/attempt.ts';
import { attempts, awake, openExercise, statement, tabTo, workByKeyboard } from './steps.ts';

/** The ten-claim tests, in the order in which they rotate. */
const forms = ['sleep-headband', 'record-crowd', 'lakes-plastic', 'bus-lane', 'jobless-rate'].map(
  (slug) => `${slug}-test`,
);
/** Every test has so many claims. */
const claims = 10;

/** What a learner meets in a lesson: an exercise in place, one on a page of its own, a test. */
type Stop = { readonly inPlace: string } | { readonly apart: string } | { readonly moment: string };

/** The stops of the lesson on the page, from top to bottom. */
async function stopsOf(page: Page): Promise<Stop[]> {
  return page
    .getByRole('main')
    .locator('form[data-exercise], a.button')
    .evaluateAll((all) =>
      all.map((element): Stop => {
        const [path, moment] = (element.getAttribute('href') ?? '').split('#');
        if (moment) return { moment };
        return path ? { apart: path.split('/').at(-2)! } : { inPlace: element.dataset['exercise']! };
      }),
    );
}

/** Every exercise that the file of a lesson names. */
async function exercisesOfLessons(): Promise<string[]> {
  const files = (await readdir('content/lessons')).map((file) => readFile(`content/lessons/${file}`, 'utf8'));
  return (await Promise.all(files)).flatMap((text) =>
    [...text.matchAll(/<Exercise id="([^"]+)"/g)].map(([, id]) => id!),
  );
}

/** What is said of an exercise once it is handed in. */
function resultOf(page: Page, exercise: string): Locator {
  return page.getByRole('region').and(page.locator(`[aria-labelledby="${exercise}-result"]`));
}

/** The way to the page of an exercise, in a lesson or in the plan of the tests. */
function linkTo(page: Page, exercise: string): Locator {
  return page.locator(`a.button[href="/exercises/${exercise}/"]`);
}

/** The test of a moment in the plan of the tests. */
function planned(page: Page, moment: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: moment, exact: true }) });
}

/** Follows a link with the keyboard alone, and waits until the page it leads to works. */
async function follow(page: Page, link: Locator): Promise<void> {
  await tabTo(page, link, 300);
  const there = new URL((await link.getAttribute('href'))!, page.url()).pathname;
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname === there);
  // The page has come whole: whether it has exercises can be seen.
  if ((await page.locator('form[data-exercise]').count()) > 0) await awake(page);
}

test.describe('a learner goes through the whole course', () => {
  test('with the keyboard alone', async ({ page }) => {
    test.setTimeout(120_000);
    const done: string[] = [];
    const keys: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/keys/')) keys.push(request.url().split('/').at(-1)!);
    });
    const site = page.getByRole('navigation', { name: 'Site' });

    /** Answers an exercise and reads what is said of it. */
    async function work(exercise: string): Promise<void> {
      await workByKeyboard(page, exercise);
      await expect(resultOf(page, exercise)).toBeFocused();
      done.push(exercise);
      await expect.poll(async () => (await attempts(page)).map((attempt) => attempt.exercise)).toEqual(done);
    }

    /** Takes a test from the page of the tests, where the learner is, and comes back there. */
    async function takeTest(): Promise<void> {
      const next = page.getByRole('main').getByRole('listitem').getByRole('link').first();
      const test = (await next.getAttribute('href'))!.split('/').at(-2)!;
      await follow(page, next);
      await work(test);
      await expect(page.getByText('you will see how you did')).toBeVisible();
      await expect(page.locator('.feedback')).toHaveCount(0);
      expect(keys).not.toContain(`${test}.json`);
      await follow(page, resultOf(page, test).getByRole('link', { name: 'Before and after' }));
    }

    await page.goto('/');
    await follow(page, page.getByRole('link', { name: 'Start the lessons' }));
    await follow(page, page.getByRole('main').getByRole('link', { name: 'First read' }).first());
    for (let number = 1; number <= 8; number += 1) {
      await test.step(`lesson ${number}`, async () => {
        await expect(page.getByText(`Step ${number} of 8`)).toBeVisible();
        const lesson = new URL(page.url()).pathname;
        const stops = await stopsOf(page);
        expect(stops.length).toBeGreaterThan(1);
        for (const stop of stops) {
          if ('inPlace' in stop) {
            await work(stop.inPlace);
            await expect(
              resultOf(page, stop.inPlace).getByRole('button', { name: 'Start again' }),
            ).toBeVisible();
          }
          if ('apart' in stop) {
            await follow(page, linkTo(page, stop.apart));
            await work(stop.apart);
            // The browser's own key for it, which no page sees.
            await page.goBack();
            await awake(page);
          }
          if ('moment' in stop && /before|after/.test(stop.moment)) {
            await follow(page, page.locator(`a.button[href="/measure/#${stop.moment}"]`));
            await takeTest();
            if (stop.moment === 'before') {
              await expect(page.getByText('Your first test is kept.')).toBeVisible();
              await expect(page.getByRole('table')).toHaveCount(0);
            } else {
              const change = page.getByRole('region', { name: 'What has changed' });
              await expect(change.getByRole('rowheader')).toHaveText([
                'Before the lessons',
                'After the lessons',
              ]);
              for (const row of (await change.getByRole('row').all()).slice(1))
                await expect(row).toContainText(/\d+ of 10/);
              const reasons = page
                .getByRole('region', { name: 'The reasons' })
                .getByText('Before the lessons');
              await tabTo(page, reasons, 40);
              await page.keyboard.press('Enter');
              await expect(page.locator('details[open] > ol > li')).toHaveCount(claims);
            }
            await follow(page, site.getByRole('link', { name: 'Lessons' }));
            await follow(page, page.getByRole('main').locator(`a[href="${lesson}"]`));
          }
        }
        await follow(page, page.getByRole('navigation', { name: 'Lessons' }).getByRole('link').last());
      });
    }
    await expect(page).toHaveURL('/my-work/');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(done.length);
    // Whatever any lesson has, and one test before and one after; what only a short route has, no whole lesson shows.
    const inLessons = (await exercisesOfLessons()).filter((exercise) => exercise !== 'deir-ez-zor-how-sure');
    expect(done.filter((exercise) => !exercise.endsWith('-test')).sort()).toEqual(inLessons.sort());
    expect(done.filter((exercise) => exercise.endsWith('-test'))).toHaveLength(2);
  });

  test.describe('on a phone', () => {
    test.use({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 740 },
      contextOptions: { reducedMotion: 'reduce' },
    });

    test('does lesson 2 by touch alone', async ({ page }) => {
      const labels = ['Sourced claim', 'Unverified figure', 'Opinion'];
      await page.goto('/');
      await page.getByRole('link', { name: 'Start the lessons' }).tap();
      await page.getByRole('main').getByRole('link', { name: 'Three drawers' }).first().tap();
      await awake(page);
      await expect(page.getByText('Step 2 of 8')).toBeVisible();
      const stops = await stopsOf(page);
      for (const stop of stops) {
        if ('moment' in stop) continue;
        const exercise = 'apart' in stop ? stop.apart : stop.inPlace;
        if ('apart' in stop) {
          await linkTo(page, exercise).tap();
          await page.waitForURL(`/exercises/${exercise}/`);
          await awake(page);
        }
        const form = page.locator(`form[data-exercise="${exercise}"]`);
        const sentence = form.getByRole('textbox');
        if ((await sentence.count()) > 0) {
          await sentence.tap();
          await page.keyboard.type('A number is not checked because somebody says it.');
        } else {
          const statements = form.getByRole('listitem', { name: /^Statement/ });
          const total = Number((await statements.getAttribute('aria-label'))!.split(' of ')[1]);
          for (let n = 1; n <= total; n += 1) {
            await expect(statements).toHaveCount(1);
            await expect(statements).toHaveAccessibleName(`Statement ${n} of ${total}`);
            await statements.getByText(labels[n % 3]!, { exact: true }).tap();
            if (n < total) await statements.getByRole('button', { name: 'Next' }).tap();
            await expect(statements).toBeInViewport();
          }
        }
        await form.getByRole('button', { name: 'Hand in' }).tap();
        await expect(resultOf(page, exercise).getByRole('heading', { level: 2 })).toBeInViewport();
        await expect(form.locator('.feedback').first()).toBeAttached();
        if ('apart' in stop) {
          await page.goBack();
          await awake(page);
        }
      }
      await expect.poll(async () => (await attempts(page)).length).toBe(stops.length);
      await page.getByRole('navigation', { name: 'Lessons' }).getByRole('link', { name: /^Next/ }).tap();
      await expect(page.getByText('Step 3 of 8')).toBeVisible();
    });
  });
});

test('a mouse may drag a step of a path by its name', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await openExercise(page, '/exercises/six-hundred-trace/');
  const steps = page.locator('.path > li');
  const names = () => steps.locator('[data-words]').allTextContents();
  const [first, , third] = await names();
  const at = async (n: number) => (await steps.nth(n).locator('[data-words]').boundingBox())!;
  const [from, to] = [await at(0), await at(2)];
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + 10, to.y + 8, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => (await names()).slice(1, 3)).toEqual([third, first]);
  await expect(page.getByRole('status').filter({ hasText: `${first}: now step 3 of 5` })).toBeAttached();
  await expect(steps.nth(2).getByRole('combobox')).toHaveValue('3');
});

test.describe('a route', () => {
  test('that is short leaves out what only the whole lesson has, and has what stands for it', async ({
    page,
  }) => {
    const exercises = async () =>
      (await stopsOf(page)).flatMap((stop) =>
        'inPlace' in stop ? stop.inPlace : 'apart' in stop ? stop.apart : [],
      );
    await page.goto('/lessons/07-mark-the-whole/');
    const whole = await exercises();
    await expect(page.getByRole('heading', { name: 'Now the whole article' })).toBeVisible();

    await page.goto('/routes/forty-five/07-mark-the-whole/');
    expect(await exercises()).toEqual(
      whole.map((exercise) => (exercise === 'deir-ez-zor-mark' ? 'deir-ez-zor-how-sure' : exercise)),
    );
    await expect(page.getByRole('heading', { name: 'Now the whole article' })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'The last line', exact: true })).toBeVisible();

    const more = page.getByText('Would you like more practice?');
    await page.goto('/lessons/02-three-drawers/');
    await expect(more).toBeVisible();
    for (const route of ['fifteen', 'forty-five']) {
      await page.goto(`/routes/${route}/02-three-drawers/`);
      await expect(more).toHaveCount(0);
    }
  });

  test('is kept to by next and before, and says where one is on it and how long it takes', async ({
    page,
  }) => {
    await page.goto('/lessons/');
    const route = page.locator('#forty-five');
    await expect(route.getByRole('listitem')).toHaveText([/14 minutes/, /14 minutes/, /17 minutes/]);
    await route.getByRole('link').first().click();
    const onward = page.getByRole('navigation', { name: 'Lessons' });
    await expect(page.getByText('Step 1 of 3 · about 14 minutes')).toBeVisible();
    await expect(onward.getByRole('link')).toHaveAccessibleName('Next, about 14 minutes Who says it?');
    await onward.getByRole('link').click();
    await expect(page).toHaveURL('/routes/forty-five/03-who-says-it/');
    await onward.getByRole('link', { name: /^Next/ }).click();
    await expect(page).toHaveURL('/routes/forty-five/07-mark-the-whole/');
    await expect(page.getByText('Step 3 of 3 · about 17 minutes')).toBeVisible();
    await expect(onward.getByRole('link', { name: 'See your work' })).toBeVisible();
    await onward.getByRole('link', { name: /^Before/ }).click();
    await expect(page).toHaveURL('/routes/forty-five/03-who-says-it/');
    await page.getByRole('main').getByRole('link', { name: '45 minutes' }).click();
    await expect(page).toHaveURL('/lessons/#forty-five');
  });

  test('shares its answers with the whole course', async ({ page }) => {
    await openExercise(page, '/routes/forty-five/02-three-drawers/');
    const drawer = () =>
      page.locator('form[data-exercise="practice-three-a"]').getByRole('radio', { name: 'Opinion' }).first();
    await drawer().check();
    await openExercise(page, '/lessons/02-three-drawers/');
    await expect(drawer()).toBeChecked();
  });
});

test.describe('before and after', () => {
  const names = ['Before the lessons', 'After the lessons', 'A week later', 'Four weeks later'] as const;

  /** The key of a test. */
  async function keyOf(page: Page, form: string): Promise<Key<BaseSpec>> {
    return (await page.request.get(`/keys/${form}.json`)).json() as Promise<Key<BaseSpec>>;
  }

  /** A test that was taken, each claim answered with `label`, or else as the key has it. */
  async function taken(page: Page, form: string, at: string, label?: string): Promise<Attempt> {
    const { claims } = await keyOf(page, form);
    const answer = claims.flatMap((claim) => [
      [`label:${claim.id}`, label ?? claim.label],
      [`sure:${claim.id}`, '4'],
    ]);
    return { id: randomUUID(), exercise: form, answer: Object.fromEntries(answer) as Answer, at };
  }

  /** Brings work to this device, as a learner does who comes from another one; then opens the page of the tests. */
  async function open(page: Page, work: readonly Attempt[]): Promise<void> {
    if (work.length > 0) {
      await page.goto('/my-work/');
      const file = { name: 'work.json', mimeType: 'application/json', buffer: Buffer.from(writeFile(work)) };
      await page.getByLabel('Bring in a file').setInputFiles(file);
      await expect(page.getByText(`Brought in ${work.length} answer`)).toBeVisible();
    }
    await page.goto('/measure/');
    await expect(planned(page, names[0])).toBeVisible();
  }

  const nothingShown = async (page: Page) => {
    for (const role of ['region', 'table'] as const) await expect(page.getByRole(role)).toHaveCount(0);
    await expect(page.getByRole('main')).not.toContainText(/\d of \d/);
  };
  const calendarButton = (page: Page) => page.getByRole('button', { name: 'Put the dates in my calendar' });

  test('with no test taken, each of the four has another story, and the first stands out', async ({
    page,
  }) => {
    await open(page, []);
    const links = page.getByRole('main').getByRole('listitem').getByRole('link');
    await expect(links).toHaveCount(4);
    expect(new Set(await links.allTextContents()).size).toBe(4);
    await expect(planned(page, names[0])).toContainText('before you begin');
    await expect(calendarButton(page)).toHaveCount(0);
    await nothingShown(page);
  });

  test('not every device begins with the same story, and one keeps to its own', async ({ browser }) => {
    const first = async (start?: number) => {
      const page = await browser.newPage();
      if (start !== undefined)
        await page.addInitScript((at) => localStorage.setItem('who-says:form', String(at)), start);
      await open(page, []);
      const title = () => planned(page, names[0]).getByRole('link').textContent();
      const once = await title();
      await page.reload();
      await expect(planned(page, names[0])).toBeVisible();
      expect(await title()).toBe(once);
      await page.close();
      return once;
    };
    await first();
    const titles = [await first(0), await first(1), await first(4)];
    expect(new Set(titles).size).toBe(3);
  });

  test('the way from a lesson leads to the very test that it names, wherever that stands', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 400 });
    await page.goto('/lessons/08-does-it-stick/');
    await page.getByRole('link', { name: 'Take the test after a month' }).click();
    await expect(page.getByRole('heading', { name: names[3] })).toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(planned(page, names[3]).getByRole('link')).toBeFocused();
  });

  test('after one test nothing gives away how it went', async ({ page }) => {
    await open(page, [await taken(page, forms[1]!, '2026-03-01T10:00:00.000Z')]);
    await expect(planned(page, names[0])).toContainText(
      'Taken on 1 March 2026: Ten claims: the record crowd.',
    );
    await expect(planned(page, names[0]).getByRole('link')).toHaveCount(0);
    await expect(page.getByText('Your first test is kept.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ten claims: the record crowd' })).toHaveCount(0);
    await expect(calendarButton(page)).toHaveCount(0);
    await nothingShown(page);
  });

  test('after two tests both stand side by side, with both kinds of mistake apart and every reason', async ({
    page,
  }) => {
    const [before, after] = [forms[0]!, forms[3]!];
    await open(page, [
      await taken(page, before, '2026-03-01T10:00:00.000Z', 'sourced-claim'),
      await taken(page, after, '2026-03-20T10:00:00.000Z'),
    ]);
    const has = async (form: string, label: string) =>
      (await keyOf(page, form)).claims.filter((claim) => claim.label === label).length;
    const sourced = await has(before, 'sourced-claim');
    const fine = sourced + (await has(before, 'no-source-shown'));
    const change = page.getByRole('region', { name: 'What has changed' });
    await expect(change.getByRole('paragraph').first()).toHaveText(
      `${names[0]}: ${sourced} of 10 as the key has them. ${names[1]}: 10 of 10. That is more than chance alone would often give.`,
    );
    const row = (n: number) => change.getByRole('row').nth(n).getByRole('cell');
    await expect(change.getByRole('row')).toHaveCount(3);
    await expect(row(1)).toHaveText([
      `${sourced} of 10`,
      `${10 - sourced} of ${10 - sourced}`,
      `0 of ${fine}`,
    ]);
    await expect(row(2)).toHaveText(['10 of 10', /^0 of \d$/, /^0 of \d$/]);
    await expect(page.getByRole('region', { name: 'Sure, and right?' })).toContainText(
      `${sourced + 10} of 20 right`,
    );

    const reasons = page.getByRole('region', { name: 'The reasons' });
    for (const [form, name] of [
      [before, names[0]],
      [after, names[1]],
    ] as const) {
      const sheet = reasons.getByRole('group').filter({ hasText: name });
      await sheet.getByText(name).click();
      await expect(sheet.getByRole('listitem')).toHaveCount(claims);
      for (const claim of (await keyOf(page, form)).claims) await expect(sheet).toContainText(claim.why);
    }
    await expect(page.getByText('Your first test is kept.')).toHaveCount(0);
  });

  test.describe('late in the day, on the other side of the world', () => {
    test.use({ timezoneId: 'America/New_York' });

    test('the two dates to come go into a calendar, and on the day the front page says so', async ({
      page,
    }) => {
      // In New York it is still 20 February.
      const second = await taken(page, forms[1]!, '2026-02-21T01:30:00.000Z');
      await page.clock.install({ time: '2026-02-21T02:00:00.000Z' });
      await open(page, [await taken(page, forms[0]!, '2026-02-11T10:00:00.000Z'), second]);
      await expect(planned(page, names[2])).toContainText('best from 27 February 2026 on');
      await expect(planned(page, names[3])).toContainText('best from 20 March 2026 on');

      const saving = page.waitForEvent('download');
      await calendarButton(page).click();
      const file = await saving;
      expect(file.suggestedFilename()).toBe('who-says.ics');
      const text = (await readFile(await file.path(), 'utf8')).replaceAll('\r\n ', '');
      expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
      expect(text.match(/DTSTART.*/g)).toEqual([
        'DTSTART;VALUE=DATE:20260227',
        'DTSTART;VALUE=DATE:20260320',
      ]);
      expect(text.match(/DESCRIPTION.*/)![0]).toContain(new URL('/measure/', page.url()).href);

      const note = page.getByRole('link', { name: 'See what has stayed' });
      await page.goto('/');
      await expect(page.getByRole('link', { name: 'Start the lessons' })).toBeVisible();
      await expect(note).toBeHidden();
      await page.clock.setSystemTime('2026-02-27T04:59:00.000Z');
      await page.reload();
      await expect(note).toBeHidden();
      await page.clock.setSystemTime('2026-02-27T13:00:00.000Z');
      await page.reload();
      await expect(note).toBeVisible();
      await note.click();
      await expect(planned(page, names[2]).getByRole('link')).toBeVisible();
    });
  });

  test('whoever did the lessons first begins with the test after them, and is told so', async ({ page }) => {
    const done = {
      id: randomUUID(),
      exercise: 'mark-the-whole-say',
      answer: { 'say:sentence': 'A minister said so.' } as Answer,
      at: '2026-03-01T09:00:00.000Z',
    };
    await open(page, [done]);
    await expect(planned(page, names[0])).toContainText('The lessons came first.');
    await expect(planned(page, names[0]).getByRole('link')).toHaveCount(0);
    await open(page, [await taken(page, forms[2]!, '2026-03-01T10:00:00.000Z')]);
    await expect(planned(page, names[1])).toContainText('Taken on 1 March 2026');
    await expect(planned(page, names[2])).toContainText('best from 8 March 2026 on');
    await expect(calendarButton(page)).toBeVisible();
    await nothingShown(page);
    await open(page, [await taken(page, forms[3]!, '2026-03-09T10:00:00.000Z')]);
    await expect(page.getByRole('rowheader')).toHaveText([names[1], names[2]]);
  });

  test('whoever comes back late is told how late, and is not asked again the same day', async ({ page }) => {
    await open(page, [
      await taken(page, forms[0]!, '2026-01-01T10:00:00.000Z'),
      await taken(page, forms[1]!, '2026-01-20T10:00:00.000Z'),
      await taken(page, forms[2]!, '2026-03-01T10:00:00.000Z'),
    ]);
    await expect(page.getByRole('rowheader')).toHaveText([names[0], names[1], '40 days later']);
    await expect(planned(page, names[3])).toContainText('best from 8 March 2026 on');
    const note = page.getByRole('link', { name: 'See what has stayed' });
    await page.clock.install({ time: '2026-03-01T12:00:00.000Z' });
    await page.goto('/');
    await expect(note).toBeHidden();
    await page.clock.setSystemTime('2026-03-20T12:00:00.000Z');
    await page.reload();
    await expect(note).toBeVisible();
  });

  test('once every test is taken there is nothing more to be reminded of', async ({ page }) => {
    const days = ['2026-01-01', '2026-01-20', '2026-01-28', '2026-02-20'];
    const work = await Promise.all(
      days.map((day, at) => taken(page, forms[at]!, `${day}T10:00:00.000Z`, at < 2 ? 'opinion' : undefined)),
    );
    await open(page, work.slice(0, 3));
    const remembered = () => page.evaluate(() => localStorage.getItem('who-says:due'));
    await expect.poll(remembered).toContain('2026-02-17');
    await open(page, work.slice(3));
    await expect(page.getByRole('rowheader')).toHaveText([...names]);
    await expect(calendarButton(page)).toHaveCount(0);
    await expect.poll(remembered).toBeNull();
  });

  test('where the device keeps nothing, a test can be taken all the same, and nobody is told that it is kept', async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'See what has stayed' })).toBeHidden();
    await open(page, []);
    await planned(page, names[0]).getByRole('link').click();
    await awake(page);
    await statement(page, 1).getByRole('radio', { name: 'Opinion' }).check();
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('heading', { name: 'Handed in' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('This device could not keep');
    await expect(page.getByText('Your answers are kept on this device.')).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

  test('offline before the answers could be read, no plan is made without them', async ({ page }) => {
    await open(page, [await taken(page, forms[2]!, '2026-03-01T10:00:00.000Z')]);
    await page.route('**/_astro/log.*.js', (route) => route.abort());
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Your tests are kept, but this page could not');
    await expect(page.getByRole('heading', { name: names[0], exact: true })).toHaveCount(0);
  });

  test('offline, the tests are said to be kept; the results come with the network', async ({
    page,
    context,
  }) => {
    await page.route('**/keys/*.json', (route) => route.abort());
    await open(page, [
      await taken(page, forms[2]!, '2026-03-01T10:00:00.000Z'),
      await taken(page, forms[4]!, '2026-03-20T10:00:00.000Z'),
    ]);
    await expect(page.getByRole('alert')).toContainText(
      'Your tests are kept, but the key could not be fetched',
    );
    await expect(planned(page, names[1])).toContainText('Taken on 20 March 2026');
    await nothingShown(page);
    await context.unrouteAll();
    await page.unrouteAll();
    await page.reload();
    await expect(page.getByRole('region', { name: 'What has changed' })).toBeVisible();
  });
});
