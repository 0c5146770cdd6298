import { expect, type Page } from '@playwright/test';
import { pack } from '#storage/parcel.ts';
import { splitSequence } from '#storage/qr-sequence.ts';
import { uuid } from '#storage/samples/attempts.ts';
import { submission } from '#storage/samples/submissions.ts';
import { collectClass } from './collected.ts';
import {
  assignmentLink,
  attempts,
  handInAssignment,
  openAssigned,
  openAssignment,
  openClaim,
  openExercise,
  question,
  sort,
  statement,
  workByKeyboard,
} from './steps.ts';

export const sorting = '/exercises/deir-ez-zor-sort/';
export const marking = '/exercises/sleep-headband-mark/';
export const reading = '/cases/deir-ez-zor-600/read/';
const tests = ['sleep-headband-test', 'bus-lane-test'];

/** Pages as they look in the middle of the work and after it. */
export const states: readonly [name: string, reach: (page: Page) => Promise<void>][] = [
  [
    'sorting, half done',
    async (page) => {
      await openExercise(page, sorting);
      await sort(page, 1, 'Opinion');
      await statement(page, 1).getByRole('radio', { name: 'Fairly' }).check();
    },
  ],
  [
    'sorting, handed in',
    async (page) => {
      await openExercise(page, sorting);
      for (let n = 1; n <= 10; n += 1) {
        if (!(await statement(page, n).isVisible()))
          await page.getByRole('button', { name: 'Next' }).filter({ visible: true }).click();
        await sort(page, n, n % 3 ? 'Sourced claim' : 'Opinion');
        await statement(page, n).getByRole('radio', { name: 'Very', exact: true }).check();
      }
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByText('What you took for what').click();
    },
  ],
  [
    'sorting, second look',
    async (page) => {
      await openExercise(page, sorting);
      await sort(page, 1, 'Sourced claim');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('button', { name: 'Revise once' }).click();
    },
  ],
  [
    'marking, half done',
    async (page) => {
      await openExercise(page, marking);
      for (const [at, label] of [
        'Sourced claim',
        'Unverified figure',
        'Opinion',
        'No source shown',
      ].entries()) {
        await openClaim(page, at + 1);
        await question(page, at + 1)
          .getByRole('radio', { name: label })
          .check();
      }
    },
  ],
  [
    'marking, handed in',
    async (page) => {
      await openExercise(page, marking);
      for (const n of [1, 2, 13]) {
        await openClaim(page, n);
        await question(page, n).getByRole('radio', { name: 'Opinion' }).check();
        await question(page, n).getByRole('combobox').selectOption('averill');
      }
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('checkbox', { name: 'Only where we differ' }).check();
      await openClaim(page, 1);
    },
  ],
  [
    'reading, every layer on',
    async (page) => {
      await page.goto(reading);
      await page.getByText('Reading aids').click();
      for (const layer of await page.getByRole('checkbox').all()) await layer.check();
      await page
        .getByText(/^\d+ reports? on this$/)
        .first()
        .click();
    },
  ],
  [
    'reading, plain',
    async (page) => {
      await page.goto(reading);
      await page.getByText('Reading aids').click();
      await page.getByRole('radio', { name: 'In plainer words' }).check();
    },
  ],
  [
    'a lesson, its exercises half done',
    async (page) => {
      await openExercise(page, '/lessons/05-words-that-lean/');
      for (const fields of await page.locator('fieldset[data-fields]').filter({ visible: true }).all()) {
        const options = fields.getByRole('radio').or(fields.getByRole('checkbox'));
        if ((await options.count()) > 0) await options.last().check();
      }
      for (const own of await page.getByRole('textbox').filter({ visible: true }).all())
        await own.fill('“said”');
    },
  ],
  [
    'a lesson, its exercises handed in',
    async (page) => {
      await openExercise(page, '/lessons/04-has-anyone-checked/');
      for (const form of await page.locator('form[data-exercise]').all())
        await workByKeyboard(page, (await form.getAttribute('data-exercise'))!);
      await expect(page.getByRole('button', { name: 'Hand in' })).toHaveCount(0);
    },
  ],
  [
    'a test, handed in',
    async (page) => {
      await openExercise(page, `/exercises/${tests[0]}/`);
      await sort(page, 1, 'Opinion');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('heading', { name: 'Handed in' }).waitFor();
    },
  ],
  [
    'before and after, two tests taken',
    async (page) => {
      for (const test of tests) {
        await openExercise(page, `/exercises/${test}/`);
        await sort(page, 1, 'Sourced claim');
        await statement(page, 1).getByRole('radio', { name: 'Very', exact: true }).check();
        await page.getByRole('button', { name: 'Hand in' }).click();
        await page.getByRole('heading', { name: 'Handed in' }).waitFor();
        // Said at once; kept a moment later.
        await expect.poll(async () => (await attempts(page)).map(({ exercise }) => exercise)).toContain(test);
      }
      await page.goto('/measure/');
      await page.getByRole('region', { name: 'The reasons' }).getByText('Before the lessons').click();
      await page.goto('/measure/#week');
    },
  ],
  [
    'an assignment, half made',
    async (page) => {
      await page.goto('/teach/assign/');
      await page.getByRole('button', { name: '45 minutes', exact: true }).click();
      await page.getByRole('button', { name: 'The whole article', exact: true }).click();
      await page.locator('summary', { hasText: 'A headband against exam stress?' }).click();
      await page.getByRole('radio', { name: 'Three' }).check();
      await page.getByText('Choose single claims').click();
      await page.getByRole('checkbox', { name: '600 Terrorists Dead' }).waitFor();
    },
  ],
  [
    'an assignment, saved with codes',
    async (page) => {
      await page.goto('/teach/assign/');
      await page.getByRole('button', { name: '15 minutes' }).click();
      await page.getByRole('radio', { name: 'A code' }).check();
      await page.getByRole('button', { name: 'Save and get the link' }).click();
      await page.getByRole('img', { name: 'QR code' }).waitFor();
      await page.getByRole('button', { name: 'Rename' }).click();
    },
  ],
  [
    'collecting, much come in and something refused',
    async (page) => {
      await page.goto('/teach/collect/');
      await page.getByLabel('Texts').fill(await inbox());
      await page.getByRole('button', { name: 'Add what is in it' }).click();
      await page.getByText('2 new submissions').waitFor();
      await page.getByText('Who has handed in').click();
      await page.locator('summary', { hasText: 'An older one' }).click();
    },
  ],
  [
    'collecting, about to erase',
    async (page) => {
      await page.goto('/teach/collect/');
      await page.getByLabel('Texts').fill(await inbox());
      await page.getByRole('button', { name: 'Add what is in it' }).click();
      await page.getByRole('button', { name: 'Erase everything' }).click();
    },
  ],
  [
    'an assignment as a learner sees it, some of it gone',
    async (page) => {
      const steps = [
        { exercise: 'deir-ez-zor-first-six', claims: ['headline-toll', 'a-gone-claim'] },
        { exercise: 'a-gone-exercise' },
        { lesson: '02-three-drawers' },
      ];
      const message = 'Take your time.\nخذ وقتك.';
      await openAssignment(page, await assignmentLink(steps, { message, name: 'code', due: '2020-01-31' }));
      await page.getByText('One claim that your teacher chose').waitFor();
    },
  ],
  [
    'an assignment, an exercise of it handed in',
    async (page) => {
      await openAssignment(page, await assignmentLink([{ exercise: 'deir-ez-zor-first-six', sure: true }]));
      await openAssigned(page, 'Six claims');
      await sort(page, 1, 'Opinion');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('button', { name: /^Next/ }).waitFor();
    },
  ],
  [
    'an assignment, ready for the teacher',
    async (page) => {
      await openAssignment(
        page,
        await assignmentLink([{ exercise: 'three-drawers-say' }], { name: 'nickname' }),
      );
      await openAssigned(page, 'Answer a friend');
      await page.getByRole('textbox').fill('Who counted?');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await handInAssignment(page, 'Fox');
      await page.locator('summary', { hasText: 'to scan' }).click();
      await page.getByRole('img', { name: /^Code/ }).waitFor();
    },
  ],
  [
    'a link of an assignment that does not open',
    async (page) => {
      await page.goto('/assignment/#WSA1.cut');
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'search, something found',
    async (page) => {
      await page.goto('/search/#q=hedge');
      await page.getByRole('main').getByRole('listitem').first().waitFor();
    },
  ],
  [
    'search, nothing found',
    async (page) => {
      await page.goto('/search/#q=xylophone');
      await page.getByRole('status').filter({ hasText: 'Nothing found' }).waitFor();
    },
  ],
  ['the whole class, hands up', (page) => withTheClass(page, 'Space 1 1 2 3')],
  ['the whole class, what changed', (page) => withTheClass(page, 'Space 1 2 Space Space 2 3 Space')],
  ['the whole class, the article', (page) => withTheClass(page, 'Space 1 2 Space Space 2 3 n 2 4 e')],
  [
    'the report on a class',
    async (page) => {
      await collectClass(page);
      await page.goto('/teach/report/#abc123def456');
      await page.getByRole('button', { name: 'Open all' }).click();
      await page.getByRole('button', { name: 'Ana', exact: true }).last().click();
      await page.getByRole('heading', { name: '6 of 6 as the key has them' }).waitFor();
    },
  ],
  [
    'my work, about to erase',
    async (page) => {
      await openExercise(page, '/gallery/');
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Hand in' }).first().click();
      await page.getByRole('heading', { name: 'as the key has' }).waitFor();
      await page.goto('/my-work/');
      await page.getByRole('button', { name: 'Erase everything' }).click();
    },
  ],
];

/** A learner's work, twice, and a piece of another's. */
async function inbox(): Promise<string> {
  const from = uuid(1);
  const all = [submission(1, { from, who: 'K7PM' }), submission(2, { from, at: '2026-11-23T08:00:00.000Z' })];
  const texts = await Promise.all(all.map((one) => pack('submission', one)));
  return [...texts, texts[0]!.slice(0, 40), splitSequence(texts[0]!.repeat(4))[1]].join('\n\n');
}

/** The whole-class mode after `keys`, from a story just chosen. */
async function withTheClass(page: Page, keys: string): Promise<void> {
  await page.goto('/teach/present/#deir-ez-zor-sort-four');
  await page.getByRole('button', { name: 'Start with the class' }).click();
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}
