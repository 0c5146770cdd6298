import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Assignment } from '#domain/assignment.ts';
import type { SavedAssignment } from '#storage/assignments.ts';
import { linkTo, savedAs } from '#storage/handout.ts';
import { pack } from '#storage/parcel.ts';
import { splitSequence } from '#storage/qr-sequence.ts';
import { attempt, uuid } from '#storage/samples/attempts.ts';
import { submission } from '#storage/samples/submissions.ts';
import type { Submission } from '#storage/submission.ts';
import { writeTally } from '#storage/tallies.ts';
import { hold, tabTo } from './steps.ts';

const address = '/teach/collect/';
const assignment = (id: string, title: string, more: Partial<Assignment> = {}): Assignment => ({
  ...{ id, title, steps: [{ exercise: 'deir-ez-zor-mark' }], feedback: 'each', revise: true },
  ...{ shuffled: false, level: 'standard', name: 'nickname', ...more },
});
const [mine, other, foreign] = ['abc123def456', 'bbbbbbbbbbbb', 'cccccccccccc'] as const;
const year9 = assignment(mine, 'Year 9', { due: '2026-11-22', name: 'code' });
const year8 = assignment(other, 'Year 8');
const record = {
  case: 'deir-ez-zor-600',
  claims: ['toll-lead'],
  at: '2026-11-20T09:00:00.000Z',
  rounds: [{ claim: 'toll-lead', first: { opinion: 3 }, second: {} }],
};

const handIn = (one: Submission) => pack('submission', one);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const cameIn = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const notAdded = (page: Page) => page.getByRole('region', { name: 'Not added' });
const said = (page: Page) => page.locator('main').getByRole('status').filter({ hasText: /\S/ });

/** Opens the page on a device with these assignments. */
async function open(page: Page, saved: readonly SavedAssignment[], hash = ''): Promise<void> {
  await page.goto('/teach/');
  await page.evaluate(
    (text) => localStorage.setItem('who-says:assignments', text),
    JSON.stringify({ version: 1, saved }),
  );
  await page.goto(address + hash);
  await expect(button(page, 'Add what is in it')).toBeEnabled();
}

const two = [
  { ...savedAs(year9, '2026-11-20T12:00:00.000Z'), codes: ['K7PM', 'Q4RT', 'CDFG'] },
  savedAs(year8, '2026-11-19T12:00:00.000Z'),
];

type File = readonly [name: string, text: string];
const filesOf = (files: readonly File[]) =>
  files.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));

async function choose(page: Page, ...files: File[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles(filesOf(files));
}

/** Drops files on the page, wherever. */
async function drop(page: Page, ...files: File[]): Promise<void> {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator('footer').dispatchEvent('dragover', { dataTransfer: data });
  await page.locator('footer').dispatchEvent('drop', { dataTransfer: data });
}

/** Keeps a file from being read, as a slow disk does. @returns what lets it be read */
async function holdFile(page: Page, name: string): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle((its) => {
    const read = Blob.prototype.arrayBuffer;
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      if ('name' in this && this.name === its) await released;
      return read.call(this);
    };
    return { release };
  }, name);
  return () => held.evaluate(({ release }) => release());
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel('Texts').fill(text);
  await button(page, 'Add what is in it').click();
}

test('files, texts and a copy: each finds its assignment, none is lost on reload, and what cannot be used is told', async ({
  page,
}) => {
  await open(page, two, `#${mine}`);
  await expect(cameIn(page, 'Year 9')).toContainText('Nothing has come in for it yet.');
  const ana = submission(1, { who: 'K7PM' });
  await drop(
    page,
    ['K7PM.txt', `Who Says? Answers.\r\n${await handIn(ana)}\r\n`],
    ['elsewhere.txt', await handIn(submission(2, { assignment: other, who: 'בן' }))],
    ['damaged.txt', (await handIn(submission(3))).slice(0, -4)],
  );
  await expect(said(page)).toHaveText(
    '2 new submissions: 1 for “Year 9”, 1 for “Year 8”. 1 could not be added: the list below says why.',
  );
  await expect(notAdded(page).getByRole('listitem')).toHaveText(
    'damaged.txt The end is missing. Ask the learner to copy the whole text, or to send the file.',
  );

  const again = { from: ana.from, who: 'K7PM' };
  const inbox = [
    `From: K7PM\n> ${await handIn(submission(4, { ...again, at: '2026-11-24T08:00:00.000Z' }))}`,
    `Sorry, this was the first one:\n${await handIn(submission(5, { ...again, at: '2026-11-22T09:00:00.000Z' }))}`,
    await handIn(ana),
    `${await handIn(submission(6, { who: 'K7PN' }))}`,
    await handIn(submission(7, { assignment: foreign, who: 'Lost' })),
    await handIn({ ...ana, attempts: [attempt(uuid(99))] }),
  ].join('\n\n');
  await paste(page, inbox);
  await expect(said(page)).toHaveText(
    '4 new submissions: 3 for “Year 9”, 1 for an assignment that is not on this device. 1 was here already. 1 could not be added: the list below says why.',
  );
  await expect(page.getByLabel('Texts')).toHaveValue('');
  await expect(notAdded(page)).toContainText(
    'It says it is what “K7PM” handed in on 22 November 2026, but the answers are not the same',
  );

  const look = async () => {
    const list = cameIn(page, 'Year 9');
    await expect(list.getByRole('link', { name: 'Report: 2 learners' })).toHaveAttribute(
      'href',
      `/teach/report/#${mine}`,
    );
    const [first, second] = [
      list.locator('details > ul > li').first(),
      list.getByText('This code is not on your list.'),
    ];
    await expect(first).toContainText('K7PM');
    await expect(first).toContainText('24 November 2026');
    await expect(first).toContainText('Came 2 days after it was due.');
    await expect(first.getByText('2 older ones')).toBeVisible();
    await expect(second).toBeVisible();
    await expect(list).toContainText('Not yet: Q4RT CDFG');
    await expect(cameIn(page, 'Year 8').getByRole('link', { name: 'Report: 1 learner' })).toBeVisible();
    await expect(cameIn(page, 'For assignments that are not on this device')).toContainText('1 learner');
    await expect(notAdded(page).getByRole('listitem')).toHaveCount(2);
  };
  await look();
  await page.reload();
  await look();

  // The way to mend it: the link of the assignment, pasted like everything else.
  const link = await linkTo('https://school.example/assignment/', assignment(foreign, 'Year 7'));
  await paste(page, `Dear colleague, ${link}`);
  await expect(said(page)).toHaveText('The assignment “Year 7” is now on this device.');
  await expect(cameIn(page, 'Year 7').getByRole('link', { name: 'Report: 1 learner' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'For assignments that are not on' })).toHaveCount(0);
  await button(page, 'Clear this list').click();
  await expect(notAdded(page)).toHaveCount(0);
});

test('what is pasted before the script has come is kept', async ({ page }) => {
  const come = await hold(page);
  await page.goto('/teach/collect/', { waitUntil: 'commit' });
  const text = await handIn(submission(1, { who: 'K7PM' }));
  await page.getByLabel('Texts').fill(text);
  come();
  await page.getByRole('button', { name: 'Add what is in it' }).click();
  await expect(page.getByText('1 new submission')).toBeVisible();
});

test('where nothing was pasted the page says what to do, and no older message stays', async ({ page }) => {
  await open(page, two);
  await paste(page, await handIn(submission(1, { who: 'K7PM' })));
  await expect(said(page)).toHaveText('1 new submission for “Year 9”.');
  const box = page.getByLabel('Texts');
  for (const text of ['', ' \n ']) {
    await paste(page, text);
    await expect(said(page)).toHaveCount(0);
    await expect(box).toBeFocused();
    await expect(box).toHaveAccessibleDescription(
      'There is nothing to add yet. Paste a text into the box, then press the button again.',
    );
  }
  await box.fill('W');
  await expect(box).toHaveAccessibleDescription(/^Paste one, or many at once/);
});

test('everything goes into one file, is erased, and comes back as it was, once', async ({ page }) => {
  await open(page, two);
  await paste(
    page,
    [await handIn(submission(1, { who: 'K7PM' })), await handIn(submission(2, { who: 'Q4RT' }))].join('\n'),
  );
  await choose(page, ['votes.json', writeTally(record)]);
  await expect(said(page)).toHaveText('1 class record kept.');
  await expect(cameIn(page, 'Votes of the class')).toContainText('20 November 2026 · 1 claim');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save everything to a file').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^who-says-collected-\d{4}-\d\d-\d\d\.json$/);
  const file = readFileSync(await download.path(), 'utf8');

  const dialog = page.getByRole('dialog');
  await button(page, 'Erase everything').click();
  await expect(dialog).toContainText('gone from this device for good');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(cameIn(page, 'Year 9')).toContainText('2 learners');
  await button(page, 'Erase everything').click();
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await expect(said(page)).toHaveText('Everything that was collected is erased from this device.');
  await expect(page.getByRole('heading', { name: 'What has come in' })).toBeFocused();
  await page.evaluate(() => localStorage.removeItem('who-says:assignments'));
  await page.reload();
  await expect(page.getByText('First set an assignment')).toBeVisible();
  await expect(button(page, 'Erase everything')).toHaveCount(0);

  for (const [words, times] of [
    ['2 new submissions for “Year 9”. The assignment “Year 9” is now on this device.', 1],
    [
      'This is your own copy of what was collected. All of it is here already: 2 submissions, 1 assignment, 1 class record.',
      2,
    ],
  ] as const) {
    await choose(page, ['who-says-collected (1).json', file]);
    await expect(said(page), `time ${times}`).toContainText(words);
    await expect(cameIn(page, 'Year 9')).toContainText('2 learners');
  }
  await expect(cameIn(page, 'Year 9')).toContainText('Not yet: CDFG');
  await expect(cameIn(page, 'Votes of the class').getByRole('listitem')).toHaveCount(1);
});

test('what is saved or erased while files are being read is all of it, those files included', async ({
  page,
}) => {
  await open(page, two);
  const file = async (n: number): Promise<File> => [
    `${n}.txt`,
    await handIn(submission(n, { assignment: other })),
  ];
  const year = cameIn(page, 'Year 8');
  const [save, erase] = [button(page, 'Save everything to a file'), button(page, 'Erase everything')];
  await paste(page, (await file(1))[1]);
  await expect(year).toContainText('1 learner');
  let release = await holdFile(page, '3.txt');
  await drop(page, await file(2), await file(3), await file(4));
  await expect(page.getByText('Reading 2 of 3 …')).toBeVisible();
  await expect(save).toBeDisabled();
  await expect(erase).toBeDisabled();
  await release();
  await expect(said(page)).toHaveText('3 new submissions for “Year 8”.');

  // A single one may hold the work of many: it is waited for.
  release = await holdFile(page, '5.txt');
  await drop(page, await file(5));
  const download = page.waitForEvent('download');
  await save.click();
  await release();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(saved.collected).toHaveLength(5);

  await erase.click();
  release = await holdFile(page, '6.txt');
  await drop(page, await file(6));
  await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await release();
  await expect(said(page)).toHaveText('Everything that was collected is erased from this device.');
  await expect(erase).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Nothing yet. When learners hand in')).toBeVisible();
});

test('one, and an assignment’s, can be erased, each after a question; the other tab follows', async ({
  page,
  context,
}) => {
  await open(page, two, `#${mine}`);
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(tab.getByText('Nothing yet.')).toBeVisible();
  await page.bringToFront();
  const all = [
    submission(1, { who: 'K7PM' }),
    submission(2, { who: 'Q4RT' }),
    submission(3, { assignment: other }),
  ];
  await paste(page, (await Promise.all(all.map(handIn))).join('\n'));
  await expect(cameIn(tab, 'Year 9')).toContainText('2 learners');

  await button(page, 'Erase what Q4RT handed in').click();
  await expect(page.getByRole('dialog')).toContainText('Erase what Q4RT handed in?');
  await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByRole('heading', { name: 'Year 9' })).toBeFocused();
  await expect(cameIn(page, 'Year 9')).toContainText('Not yet: Q4RT CDFG');
  await expect(cameIn(tab, 'Year 9')).toContainText('1 learner');

  await button(page, 'Erase all of it … “Year 9”').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
  await expect(cameIn(page, 'Year 9')).toContainText('Nothing has come in for it yet.');
  await expect(cameIn(tab, 'Year 9')).toHaveCount(0);
  await expect(cameIn(tab, 'Year 8')).toContainText('1 learner');
});

test('two learners on one device are told; both count where the teacher says so, in the report as well, until it is taken back', async ({
  page,
}) => {
  await open(page, two, `#${other}`);
  const from = uuid(50);
  const work = [
    submission(1, { assignment: other, from, who: '\u202eFox', at: '2026-11-22T10:00:00.000Z' }),
    submission(2, { assignment: other, from, who: 'Heron', at: '2026-11-22T11:00:00.000Z' }),
  ];
  await paste(page, (await Promise.all(work.map(handIn))).join('\n'));
  const list = cameIn(page, 'Year 8');
  await expect(list).toContainText(
    'Two learners may have used one device: this came in as “Heron”, an older one as “Fox”. Only this one counts.',
  );
  const note = page.getByText('Two learners may have used one device: “Heron” and “Fox”. Only the newest');
  await page.goto(`/teach/report/#${other}`);
  await expect(note).toBeVisible();
  await page.goto(`${address}#${other}`);
  await button(page, /^Count both as two learners ?: Heron$/).click();
  await expect(said(page)).toContainText('They count as 2 learners now, here and in the report.');
  await expect(page.getByRole('heading', { name: 'Year 8' })).toBeFocused();
  await page.reload();
  await expect(list.locator('details > ul > li')).toContainText(['Fox', 'Heron']);
  await expect(list.getByText('One of 2 learners on one device, as you decided.')).toHaveCount(2);
  await expect(list.getByRole('link', { name: 'Report: 2 learners' })).toBeVisible();
  await page.goto(`/teach/report/#${other}`);
  await expect(page.getByRole('rowheader', { name: 'Fox' }).first()).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Heron' }).first()).toBeVisible();
  await expect(note).toHaveCount(0);
  await page.goto(`${address}#${other}`);
  await button(page, /^Count them as one ?: Fox$/).click();
  await expect(list.getByRole('link', { name: 'Report: 1 learner' })).toBeVisible();
  await expect(list).toContainText('One learner, as you decided, though this came in as “Heron”');
  await expect(button(page, /^Count both as two learners/)).toBeVisible();
});

test('three learners on one device are three in the report’s note as well, by name unless names are hidden', async ({
  page,
}) => {
  await open(page, two, `#${other}`);
  const work = ['Fox', 'Heron', 'Mole'].map((who, n) =>
    submission(n + 1, { assignment: other, from: uuid(50), who, at: `2026-11-22T1${n}:00:00.000Z` }),
  );
  await paste(page, (await Promise.all(work.map(handIn))).join('\n'));
  await expect(cameIn(page, 'Year 8')).toContainText(
    '3 learners may have used one device: this came in as “Mole”, older ones as “Heron” and as “Fox”.',
  );
  await page.goto(`/teach/report/#${other}`);
  const note = page.getByText('3 learners may have used one device');
  await expect(note).toContainText('“Mole”, “Heron” and “Fox”. Only the newest');
  await expect(note).toContainText('you can count all 3.');
  await page.getByLabel('Hide names').check();
  await expect(note).not.toContainText('Fox');
});

test('two hundred files come in with one bad among them, and the page counts along', async ({ page }) => {
  await open(page, two);
  const counts: string[] = [];
  await page.exposeFunction('counted', (text: string) => counts.push(text));
  await page.evaluate(() =>
    new MutationObserver(() => {
      const label = document.querySelector('label[for="reading"]');
      if (label) (window as unknown as { counted(text: string): void }).counted(label.textContent!);
    }).observe(document.body, { subtree: true, childList: true, characterData: true }),
  );
  const files: File[] = [];
  for (let n = 0; n < 200; n += 1)
    files.push([
      `learner-${n}.txt`,
      n === 77 ? 'My dog ate it.' : await handIn(submission(n, { assignment: other })),
    ]);
  await choose(page, ...files);
  // However long two hundred take, what is said first is said of all.
  await said(page).waitFor();
  await expect(said(page)).toHaveText(
    '199 new submissions for “Year 8”. 1 could not be added: the list below says why.',
  );
  await expect(notAdded(page).getByRole('listitem')).toHaveText(/^learner-77\.txt There is nothing in it/);
  await expect(cameIn(page, 'Year 8').getByRole('link', { name: 'Report: 199 learners' })).toBeVisible();
  expect(new Set(counts).size).toBeGreaterThan(20);
  expect(counts.at(-1)).toMatch(/^Reading \d+ of 200/);
});

test('by keyboard alone: text in, who it was, one erased, and the focus stays where the work is', async ({
  page,
}) => {
  await open(page, two, `#${mine}`);
  await tabTo(page, page.getByLabel('Choose files'));
  await tabTo(page, page.getByLabel('Texts'));
  await page.keyboard.insertText(await handIn(submission(1, { who: 'K7PM' })));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('1 new submission for “Year 9”.');
  await tabTo(page, page.getByRole('link', { name: 'Report: 1 learner' }));
  await tabTo(page, button(page, 'Erase what K7PM handed in'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button(page, 'Erase what K7PM handed in')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Year 9' })).toBeFocused();
  await expect(cameIn(page, 'Year 9')).toContainText('Nothing has come in for it yet.');
});

test('where the browser keeps nothing, and where the disk is full, the page says so and works on until it is closed', async ({
  page,
  context,
}) => {
  const full = await context.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
  });
  await full.addInitScript(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  for (const [tab, words] of [
    [page, 'This browser does not let us keep anything here: its storage is blocked.'],
    [full, 'This device is full: 1 submission could not be kept on it.'],
  ] as const) {
    await open(tab, two);
    await paste(tab, await handIn(submission(1, { who: 'K7PM' })));
    await expect(cameIn(tab, 'Year 9')).toContainText('1 learner');
    await expect(tab.getByRole('alert').filter({ hasText: words })).toBeVisible();
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      button(tab, 'Save everything to a file').click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('"who": "K7PM"');
  }
});

test('codes from pasted text and from a picture go together; those read are there after a reload', async ({
  page,
}) => {
  await open(page, two);
  const attempts = Array.from({ length: 30 }, (_, n) =>
    attempt(uuid(n), { answer: { a: String(Math.sin(n)) } }),
  );
  const codes = splitSequence(await handIn(submission(1, { who: 'K7PM', attempts })));
  await paste(page, codes.slice(1).join('\n'));
  const ways = page.getByRole('region', { name: 'Bring it in' });
  await expect(ways.getByRole('listitem')).toContainText(
    `${codes.length - 1} of ${codes.length} codes are here. Still missing: 1.`,
  );
  await page.reload();
  await expect(ways.getByRole('listitem')).toContainText('Still missing: 1.');
  await expect(button(page, 'Add what is in it')).toBeEnabled();

  const { default: encodeQR } = await import('qr');
  const modules = encodeQR(codes[0]!, 'raw', { ecc: 'low', border: 4 });
  const png = await page.evaluate((rows) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = rows.length * 6;
    const context = canvas.getContext('2d')!;
    for (const [y, row] of rows.entries())
      for (const [x, dark] of row.entries()) {
        context.fillStyle = dark ? '#000' : '#fff';
        context.fillRect(x * 6, y * 6, 6, 6);
      }
    return canvas.toDataURL('image/png').split(',')[1]!;
  }, modules);
  await page.getByLabel('Choose files').setInputFiles({
    name: 'Screenshot.png',
    mimeType: 'image/png',
    buffer: Buffer.from(png, 'base64'),
  });
  await expect(said(page)).toHaveText('1 new submission for “Year 9”.');
  await expect(ways.getByRole('listitem')).toHaveCount(0);
});

test('without a camera the page says so, and what to do instead', async ({ page }) => {
  await open(page, two);
  await button(page, 'Start the camera').click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'No camera was found on this device.' }),
  ).toContainText('Files and texts work all the same.');
  await page.evaluate(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  await button(page, 'Start the camera').click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'This browser cannot scan codes here.' }),
  ).toBeVisible();
});

test('what a learner saves when handing in is what this page reads', async ({ page }) => {
  const task = { ...year9, name: 'nickname' as const, steps: [{ exercise: 'sleep-headband-sort' }] };
  await page.goto(
    new URL(await linkTo('http://localhost/assignment/', task)).pathname +
      new URL(await linkTo('http://localhost/assignment/', task)).hash,
  );
  await page.getByRole('button', { name: /^Open / }).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByLabel('Your nickname').fill('Blue Heron');
  await page.getByRole('button', { name: 'Hand in to your teacher' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save as a file').click(),
  ]);
  const file: File = [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
  const text = await page.getByLabel('Your answers as text').inputValue();

  await open(page, [savedAs(task, '2026-11-20T12:00:00.000Z')]);
  await choose(page, file);
  await expect(said(page)).toHaveText('1 new submission for “Year 9”.');
  await expect(cameIn(page, 'Year 9')).toContainText('Blue Heron');
  await expect(cameIn(page, 'Year 9')).toContainText('1 exercise');
  await paste(page, text);
  await expect(said(page)).toHaveText('1 was here already.');
});

test('at 320 px nothing scrolls sideways, and axe finds nothing, from the beginning to the end', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 700 });
  const look = async (when: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${when}: ${id} at ${nodes[0]!.target}`)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      when,
    ).toBe(0);
  };
  await open(page, two, `#${mine}`);
  await look('empty');
  const from = uuid(50);
  await paste(
    page,
    [
      await handIn(submission(1, { who: 'W'.repeat(60) })),
      await handIn(submission(2, { from, who: 'ערבית', at: '2026-12-22T10:00:00.000Z' })),
      await handIn(submission(3, { from, who: 'عربي' })),
      await handIn(submission(4, { assignment: foreign })),
      (await handIn(submission(5))).slice(0, 40),
      splitSequence((await handIn(submission(6))).repeat(3))[0],
    ].join('\n\n'),
  );
  await page.locator('summary', { hasText: 'An older one' }).click();
  await look('full');
  await button(page, 'Erase all of it … “Year 9”').click();
  await look('erasing');
});
