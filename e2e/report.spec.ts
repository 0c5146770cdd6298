import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { talliesKey } from '#storage/tallies.ts';
import { isToDiscuss } from '#teaching/to-discuss.ts';
import {
  answersOf,
  assignmentOf,
  classNames as names,
  collect,
  collectClass,
  keyOf,
  sampleAssignment as assignment,
  six,
  submissionOf,
  uuid,
} from './collected.ts';
import { tabTo } from './steps.ts';

const address = '/teach/report/#abc123def456';

const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: true });
const article = (page: Page) => page.locator('.article');
const chosen = (page: Page) => page.getByRole('complementary', { name: 'The chosen claim' });
const classTable = (page: Page) => page.getByRole('table', { name: /^Who said what/ });
const learnersTable = (page: Page) => page.getByRole('table', { name: 'Learner by learner', exact: true });
const rowNames = (table: Locator) => table.locator('tbody').getByRole('rowheader').allTextContents();

async function open(page: Page): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Learner by learner' })).toBeVisible();
}

async function downloaded(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a teacher reads first how the class did, then what to discuss with a question, then the article', async ({
  page,
}) => {
  await collectClass(page);
  await open(page);
  await expect(page.getByText('12 learners handed in; one has left something out.')).toBeVisible();
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings.slice(0, 2)).toEqual(['Discuss these first', expect.stringContaining('Six claims')]);

  const first = part(page, 'Discuss these first').getByRole('listitem').first();
  await expect(first).toContainText('Ask:');
  await expect(first.getByText('The key, and what to say')).toBeVisible();
  await expect(first.getByRole('table', { name: 'How the class labelled it' })).toBeVisible();
  const words = /“(.*)”/.exec(await first.locator('p').first().innerText())![1]!;
  await first.getByRole('link', { name: 'See it in the article' }).click();
  await expect(article(page).getByRole('link', { name: words })).toBeFocused();
  await expect(chosen(page)).toContainText(words);
});

test('the heat map is read by keyboard: each claim on focus shows its split and who is behind it', async ({
  page,
}) => {
  await collectClass(page);
  await open(page);
  const claims = article(page).getByRole('link');
  await expect(claims).toHaveCount(6);
  for (let nth = 0; nth < 6; nth += 1) {
    await tabTo(page, claims.nth(nth));
    await expect(claims.nth(nth)).toHaveAttribute('aria-current', 'true');
    await expect(article(page).locator('sup').nth(nth)).toHaveText(/^\d\s·\s\d+\s% of\s12 (each )?said /);
    await expect(chosen(page)).toContainText(await claims.nth(nth).innerText());
    await expect(chosen(page).getByRole('table', { name: 'How the class labelled it' })).toContainText(
      'of 12',
    );
  }
  await chosen(page).getByText('Who said what').click();
  const behind = chosen(page).getByRole('group').first();
  for (const name of names) await expect(behind).toContainText(name);
  await chosen(page).getByText('The key and its reasons').click();
  await expect(chosen(page)).toContainText('says:');

  // The address of a claim opens on it.
  await page.goto(`${(await claims.nth(3).getAttribute('href'))!.replace('#', '/teach/report/#')}`);
  await page.reload();
  await expect(claims.nth(3)).toHaveAttribute('aria-current', 'true');
});

test('after the second look, every figure is that of the answers that then stood', async ({ page }) => {
  await collectClass(page);
  await open(page);
  const summary = page.locator('summary', { hasText: 'Six claims' });
  const before = await summary.innerText();
  const row = classTable(page).getByRole('row', { name: /^Ana/ });
  await expect(row).not.toContainText('6 of 6');
  await page.getByRole('radio', { name: 'After the second look' }).check();
  await expect(row).toContainText('6 of 6');
  expect(await summary.innerText()).not.toBe(before);
  await expect(
    page.getByText(/^2 learners took a second look: of the answers that first differed/),
  ).toContainText('were put right');
});

test('the tables are sorted by their heads, by name at first', async ({ page }) => {
  await collectClass(page);
  await open(page);
  const byName = [...names].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  for (const table of [classTable(page), learnersTable(page)]) {
    const head = (name: string) => table.getByRole('columnheader', { name });
    expect(await rowNames(table)).toEqual(byName);
    await expect(head('Learner')).toHaveAttribute('aria-sort', 'ascending');
    await head('As the key').getByRole('button').click();
    await expect(head('As the key')).toHaveAttribute('aria-sort', 'ascending');
    await expect(head('Learner')).not.toHaveAttribute('aria-sort');
    await page.keyboard.press('Enter');
    await expect(head('As the key')).toHaveAttribute('aria-sort', 'descending');
    const right = await table.locator('tbody tr').evaluateAll((rows) =>
      rows.map((row) => {
        const [, n, of] = /(\d+) of (\d+)(?!.* of )/.exec(
          [...row.querySelectorAll('td')].find((cell) => /^\d+ of (4|5|6)$|%/.test(cell.textContent!))
            ?.textContent ?? row.children[1]!.textContent!,
        )!;
        return Number(n) / Number(of);
      }),
    );
    expect(right).toEqual([...right].sort((a, b) => b - a));
    await head('Learner').getByRole('button').click();
    expect(await rowNames(table)).toEqual(byName);
  }
  // By a claim: those who answered alike stand together.
  await classTable(page).getByRole('columnheader', { name: /^2/ }).getByRole('button').click();
  const column = await classTable(page)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.children[3]!.textContent!));
  expect(column.filter((each, at) => each !== column[at - 1]).length).toBe(new Set(column).size);
});

test('hidden names are nowhere: not on the screen, on paper, in the files, or after a reload', async ({
  page,
}) => {
  // Two go by one name, on which there is a note.
  await collectClass(page, [...names, 'Ana']);
  await open(page);
  await expect(page.getByText('Some learners go by the same name.')).toBeVisible();
  await expect(learnersTable(page)).toContainText('Ana (2)');
  await page.getByRole('switch', { name: /^Hide names/ }).check();
  const nowhere = async () => {
    await page.getByRole('button', { name: 'Open all' }).click();
    await expect(page.getByText('How much they trusted it')).toBeVisible();
    const html = await page.getByRole('main').innerHTML();
    // What learners wrote is theirs: only the names that the page adds are its own.
    for (const name of names)
      expect(html.replaceAll(`+${name} says`, ''), name).not.toMatch(
        new RegExp(`(?<![\\p{L}=-])${name}(?![\\p{L}-])`, 'u'),
      );
    await expect(page.getByText('Some learners go by the same name.')).toBeVisible();
  };
  await nowhere();
  expect(await rowNames(learnersTable(page))).toEqual([...names, 'Ana'].map((_, at) => `Learner ${at + 1}`));
  const { text } = await downloaded(page, 'Save as a table (CSV)');
  for (const name of names) expect(text).not.toMatch(new RegExp(`^'?${name.replace('=', '')},`, 'm'));
  await page.reload();
  await expect(page.getByRole('switch', { name: /^Hide names/ })).toBeChecked();
  await nowhere();
  await page.emulateMedia({ media: 'print' });
  await expect(learnersTable(page)).toContainText('Learner 13');
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('switch', { name: /^Hide names/ }).uncheck();
  await expect(learnersTable(page)).toContainText('Ana');
});

test('the table for spreadsheets has a row for each learner, claim and round, and no formula', async ({
  page,
}) => {
  await collectClass(page);
  await open(page);
  const { name, text } = await downloaded(page, 'Save as a table (CSV)');
  expect(name).toMatch(/^who-says-who-counted-the-600-\d{4}-\d\d-\d\d\.csv$/);
  expect(text.startsWith('\uFEFFlearner,handed_in,exercise,type,item,about,go,round,')).toBe(true);
  const rows = text.trim().split('\r\n');
  expect(rows).toHaveLength(1 + 12 * 6 + 2 * 6 + 11 + 11);
  expect(rows.filter((row) => row.startsWith('Ana,'))).toHaveLength(6 + 6 + 1 + 1);
  expect(rows.filter((row) => row.startsWith("'=Kim,"))).toHaveLength(6);
  expect(text).toContain("'+Ana says: a name is no check");
  expect(text).not.toMatch(/(^|,)"?[=+@]/m);

  const json = await downloaded(page, 'Save as JSON');
  expect(json.name).toMatch(/\.json$/);
  const data = JSON.parse(json.text);
  expect(data.answers).toHaveLength(rows.length - 1);
  expect(data.figures[0].items).toHaveLength(6);
});

test('a learner’s sheet shows the read-out they saw and what they wrote, and leads back to the class', async ({
  page,
}) => {
  await collectClass(page);
  await open(page);
  await learnersTable(page).getByRole('button', { name: 'Ana', exact: true }).click();
  const sheet = part(page, 'Ana');
  await expect(sheet.getByRole('heading', { name: 'Ana' })).toBeFocused();
  await expect(sheet.getByRole('heading', { name: '6 of 6 as the key has them' })).toBeVisible();
  await expect(sheet).toContainText(/The first time it was \d of 6/);
  await expect(sheet).toContainText('+Ana says: a name is no check');
  await expect(sheet.getByRole('button', { name: /Revise|Start again/ })).toHaveCount(0);

  await learnersTable(page).getByRole('button', { name: '=Kim' }).click();
  await expect(part(page, '=Kim')).toContainText('Not handed in: 2 exercises');
  const ben = learnersTable(page).getByRole('button', { name: 'Emil' });
  await ben.click();
  const doubted = part(page, 'Emil').locator('.passages button').first();
  const words = await doubted.innerText();
  await doubted.click();
  await expect(article(page).getByRole('link', { name: words })).toBeFocused();
  await part(page, 'Emil').getByRole('button', { name: 'Close' }).click();
  await expect(part(page, 'Emil')).toHaveCount(0);
});

test('on paper the class table stands in parts that can be read, and the article keeps its colours', async ({
  page,
}) => {
  const whole = 'deir-ez-zor-mark';
  const set = assignmentOf([whole]);
  const key = await keyOf(page, whole);
  const learners = names.slice(0, 4);
  const answers = answersOf(learners.length, key);
  await collect(
    page,
    set,
    learners.map((who, at) => submissionOf(set, at + 1, who, [{ exercise: whole, answer: answers[at]! }])),
  );
  await open(page);
  // What has no single key says so, and every share of how many it is.
  const [row, foot] = [/^The key/, /^As the key has it/].map((name) =>
    classTable(page).getByRole('row', { name }).getByRole('cell'),
  );
  const { spec } = await (await page.request.get(`/keys/${whole}.json`)).json();
  for (const [at, claim] of key.entries()) {
    const scored = !isToDiscuss(spec, claim);
    await expect(row!.nth(at + 1)).toHaveText(scored ? /^[SFON]$/ : '?open to discussion');
    await expect(foot!.nth(at + 1)).toHaveText(scored ? /^\d of\s4$/ : '');
  }

  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(classTable(page)).toBeHidden();
  const parts = page.getByRole('table', { name: /^\d+ to \d+$/ });
  await expect(parts).toHaveCount(3);
  const columns: string[] = [];
  for (const part of await parts.all()) {
    const heads = await part.getByRole('columnheader').allTextContents();
    expect(heads.slice(0, 2)).toEqual(['Learner', 'As the key']);
    columns.push(...heads.slice(2));
    expect(await rowNames(part)).toEqual(learners);
    expect(await part.getByRole('row', { name: 'Ana' }).getByRole('cell').count()).toBe(heads.length - 1);
    const sizes = await part
      .locator('th, td')
      .evaluateAll((cells) => cells.map((cell) => parseFloat(getComputedStyle(cell).fontSize)));
    expect(Math.min(...sizes), 'in points').toBeGreaterThanOrEqual((8 / 72) * 96);
    const { x, width } = (await part.boundingBox())!;
    expect(x + width, 'the width of A4 between margins').toBeLessThanOrEqual(718);
  }
  expect(columns).toEqual(key.map((_, at) => String(at + 1)));
  await expect(article(page).getByRole('link').first()).toHaveCSS('print-color-adjust', 'exact');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(parts).toHaveCount(0);
});

test('on a phone a table that is wider than the screen shows it, keeps its names in sight, and scrolls by keyboard', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await collectClass(page);
  await open(page);
  for (const table of [classTable(page), learnersTable(page)]) {
    await table.scrollIntoViewIfNeeded();
    const box = page.getByRole('group').filter({ has: table }).last();
    const frame = box.locator('..');
    await expect(frame).toHaveClass(/\bafter\b/);
    await expect(frame).not.toHaveClass(/\bbefore\b/);
    await box.focus();
    await expect(box).toBeFocused();
    const name = table.getByRole('rowheader').first();
    const { x } = (await name.boundingBox())!;
    for (let n = 0; n < 30; n += 1) await page.keyboard.press('ArrowRight');
    await expect(frame).toHaveClass(/\bbefore\b/);
    await expect(frame).not.toHaveClass(/\bafter\b/);
    expect((await name.boundingBox())!.x).toBeCloseTo(x, 0);
  }
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect(page.getByRole('group').filter({ has: learnersTable(page) })).toHaveCount(0);
});

test('votes by hands on the same story stand apart, and beside the claim', async ({ page }) => {
  await collectClass(page);
  const [claim] = await keyOf(page, six);
  await page.evaluate(
    ({ key, id }) =>
      localStorage.setItem(
        key,
        JSON.stringify({
          version: 1,
          tallies: [
            {
              case: 'deir-ez-zor-600',
              claims: [id],
              at: '2026-11-20T09:00:00.000Z',
              rounds: [
                {
                  claim: id,
                  first: { opinion: 14, 'sourced-claim': 6 },
                  second: { opinion: 4, 'sourced-claim': 16 },
                },
              ],
            },
            // Tried once more within the same minute.
            {
              case: 'deir-ez-zor-600',
              claims: [id],
              at: '2026-11-20T09:00:40.000Z',
              rounds: [{ claim: id, first: { opinion: 1 }, second: {} }],
            },
            { case: 'bus-lane', claims: ['a'], at: '2026-11-19T09:00:00.000Z', rounds: [] },
          ],
        }),
      ),
    { key: talliesKey, id: claim!.id },
  );
  await open(page);
  const hands = part(page, 'Hands raised in class');
  await expect(hands.getByRole('row').nth(1)).toContainText('6 sourced, 14 opinion');
  await expect(hands.getByRole('row').nth(1)).toContainText('16 sourced, 4 opinion');
  await expect(hands.getByRole('row').nth(1)).toContainText('50\u00a0%');
  await expect(hands).not.toContainText('bus lane');
  await page.goto(`${address}:${claim!.id}`);
  const byHands = chosen(page).getByRole('table', { name: /^By hands, 20 November 2026, \d\d:\d\d:\d\d/ });
  await expect(byHands).toHaveCount(2);
  await expect(byHands.first()).toContainText('16 of 20');
  await expect(page.getByText('12 learners handed in')).toBeVisible();
});

test('ratings and free texts stand with their learners', async ({ page }) => {
  await collectClass(page);
  await open(page);
  await page.getByRole('button', { name: 'Open all' }).click();
  await expect(page.getByText('50 on average (11 learners, from 0 to 100).')).toBeVisible();
  await expect(
    page.getByRole('img', { name: /each rating as a dot from 0 to 100, 50 on average/ }),
  ).toBeVisible();
  await expect(page.getByRole('table', { name: 'Ratings, learner by learner' })).toContainText('محمد');
  await expect(page.getByRole('listitem').filter({ hasText: '+Cem says: a name is no check' })).toContainText(
    'Cem',
  );
});

test('before against after, where the assignment contains two tests', async ({ page }) => {
  const tests = ['sleep-headband-test', 'bus-lane-test'] as const;
  const set = assignmentOf(tests);
  const keys = await Promise.all(tests.map((id) => keyOf(page, id)));
  const right = keys.map((key) => Object.fromEntries(key.map(({ id, label }) => [`label:${id}`, label])));
  const half = Object.fromEntries(
    keys[0]!.map(({ id, label }, at) => [
      `label:${id}`,
      at % 2 ? label : label === 'opinion' ? 'sourced-claim' : 'opinion',
    ]),
  );
  await collect(
    page,
    set,
    names.map((who, at) =>
      submissionOf(set, at + 1, who, [
        { exercise: tests[0], answer: half },
        { exercise: tests[1], answer: right[1]! },
      ]),
    ),
  );
  await open(page);
  const section = part(page, 'Before and after');
  await expect(section).toContainText(
    '12 learners took two tests. In the first, 50\u00a0% (60 of 120) of their answers were as the key has them; in the last, 100\u00a0% (120 of 120).',
  );
  await expect(section).toContainText('That is 50 points of a hundred more on average');
  await expect(section).toContainText('All of them took the same story first.');
  await expect(section.getByRole('img', { name: /A line for each learner/ })).toBeVisible();
  await expect(section.getByRole('table')).toContainText('5 of 10');
  await expect(page.getByRole('heading', { name: 'Discuss these first' })).toHaveCount(0);
});

test('of a learner who handed in twice the newest counts; one learner alone is not called a class', async ({
  page,
}) => {
  const [one] = await keyOf(page, six);
  const answer = (label: string) => [{ exercise: six, answer: { [`label:${one!.id}`]: label } }];
  await collect(page, assignment, [
    submissionOf(assignment, 1, 'Ana', answer('opinion'), { at: '2026-11-23T12:00:00.000Z' }),
    submissionOf(assignment, 1, 'Ana', answer('sourced-claim'), {
      id: uuid(77),
      at: '2026-11-23T11:00:00.000Z',
    }),
  ]);
  await open(page);
  await expect(page.getByText('1 learner handed in; one has left something out.')).toBeVisible();
  await expect(page.getByText('This is the work of one learner, not of a class.')).toBeVisible();
  await expect(chosen(page).getByRole('row', { name: 'Opinion' })).toContainText('1 of 1');
  await expect(
    page.getByText('No claim has the 4 answers yet that it takes to split a class.'),
  ).toBeVisible();
  await expect(page.getByText('Fewer than 10 learners answered')).toBeVisible();
});

test('without a connection it says what is missing, and goes on when there is one', async ({ page }) => {
  await collectClass(page);
  await page.route(`**/keys/${six}.json`, (route) => route.abort());
  await open(page);
  await expect(page.getByRole('alert')).toContainText(/The key to “.*Six claims.*” could not be fetched/);
  await expect(page.getByRole('heading', { name: /Six claims/ })).toHaveCount(0);
  await page.unroute(`**/keys/${six}.json`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: /Six claims/ })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('claims and exercises that are gone are said, not dropped in silence', async ({ page }) => {
  const [one, two] = await keyOf(page, six);
  const set = assignmentOf([], {
    steps: [{ exercise: six, claims: [one!.id, 'a-gone-claim'] }, { exercise: 'a-gone-exercise' }],
  });
  await collect(page, set, [
    submissionOf(set, 1, 'Ana', [
      { exercise: six, answer: { [`label:${one!.id}`]: 'opinion', [`label:${two!.id}`]: 'opinion' } },
      { exercise: 'a-gone-exercise', answer: { 'label:x': 'opinion' } },
    ]),
  ]);
  await open(page);
  await expect(page.getByText('This site no longer has “a-gone-exercise”, which you set.')).toBeVisible();
  await expect(page.getByText('You set a claim that is no longer in the article')).toContainText(
    'a-gone-claim',
  );
  await expect(
    page.getByText('Some answers are about a claim or question that this exercise does not ask about'),
  ).toContainText(two!.id);
});

test('nothing collected, nothing known, nothing chosen: each says what to do', async ({ page }) => {
  await page.goto('/teach/report/');
  await expect(page.getByText('No assignment is saved on this device.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'their records stand in whole-class mode' })).toBeVisible();
  await page.goto('/teach/report/#zzzzzzzzzzzz');
  await expect(page.getByRole('heading', { name: 'This assignment is not on this device' })).toBeVisible();
  await collect(page, assignment, []);
  await page.goto(address);
  await expect(page.getByText('Nothing has been collected yet.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'their records stand in whole-class mode' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bring in what your class handed in' })).toHaveAttribute(
    'href',
    '/teach/collect/',
  );
  await collect(page, assignment, [submissionOf(assignment, 1, 'Ana', [])]);
  await page.goto('/teach/report/');
  await page.getByRole('link', { name: 'Who counted the 600?' }).click();
  await expect(page.getByText('1 learner handed in')).toBeVisible();
});

test('it breaks no rule of accessibility, light, dark and in forced colours, and fits the narrowest screen', async ({
  page,
}) => {
  await collectClass(page);
  await open(page);
  await page.getByRole('button', { name: 'Open all' }).click();
  await page
    .locator('.report details')
    .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
  await learnersTable(page).getByRole('button', { name: 'Ana', exact: true }).click();
  await expect(part(page, 'Ana').getByRole('heading', { name: '6 of 6 as the key has them' })).toBeVisible();
  for (const media of [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
  ] as const) {
    await page.emulateMedia(media);
    const axe = new AxeBuilder({ page }).withTags([
      'wcag2a',
      'wcag2aa',
      'wcag21a',
      'wcag21aa',
      'wcag22a',
      'wcag22aa',
    ]);
    const { violations } = await axe.analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      JSON.stringify(media),
    ).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: 'none' });
  for (const width of [1366, 360, 320]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(
      width,
    );
  }
  await page.setViewportSize({ width: 640, height: 700 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '36px'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
});
