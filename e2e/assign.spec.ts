import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readAssignment, type Assignment, type ExerciseStep } from '#domain/assignment.ts';
import { linkTo } from '#storage/handout.ts';
import { unpack } from '#storage/parcel.ts';
import { chooseHeadband, hold, openAssigning, readCode, saveAssignment, tabTo } from './steps.ts';

const mark = 'deir-ez-zor-mark';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const chosen = (page: Page) => page.getByRole('region', { name: 'What is to be done' });
const preview = (page: Page) => page.getByRole('region', { name: 'What learners see' });
const handout = (page: Page) => page.getByRole('region', { name: /^Hand out/ });
const kept = (page: Page) => page.getByRole('region', { name: 'Saved on this device' });
const said = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ });
const start = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The assignment behind a link. */
async function behind(link: string): Promise<Assignment> {
  const read = await unpack('assignment', link.split('#')[1]!);
  if ('refused' in read) throw new Error(read.refused);
  const contents = readAssignment(read.data);
  if ('fault' in contents) throw new Error(contents.fault);
  return contents.assignment;
}

/** What the list of saved assignments shows, the newest first. */
const names = (page: Page) => kept(page).getByRole('heading', { level: 3 });

/** Brings in a file with these contents. */
async function bringInFile(page: Page, contents: string): Promise<void> {
  await page.getByLabel('Bring in a file').setInputFiles({
    name: 'assignment.json',
    mimeType: 'application/json',
    buffer: Buffer.from(contents),
  });
}

async function downloaded(page: Page, press: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('what is chosen before the script has come waits for it', async ({ page }) => {
  const come = await hold(page);
  await page.goto('/teach/assign/', { waitUntil: 'commit' });
  const begin = page.getByRole('button', { name: '15 minutes', exact: true, includeHidden: true });
  await begin.waitFor();
  const clicked = begin.click();
  await page.waitForTimeout(300);
  await expect(page.locator('section', { has: page.locator('#saved') })).toHaveAttribute('inert');
  come();
  await clicked;
  await expect(page.getByRole('region', { name: 'What is to be done' })).toContainText('Three drawers');
});

test('what is saved is what was chosen last, however late the key comes and however often it is pressed', async ({
  page,
}) => {
  await openAssigning(page);
  await chooseHeadband(page);
  const trial = preview(page).getByRole('link', { name: 'Try it as a learner' });
  await expect(trial).toBeVisible();
  const come = await hold(page, '**/keys/*.json');
  await page.getByRole('radio', { name: 'Three' }).check();
  // What was made of the choice before is no longer to be tried.
  await expect(trial).toHaveCount(0);
  const save = button(page, 'Save and get the link');
  await save.click();
  await expect(said(page)).toHaveText('One moment: the assignment is being made.');
  await save.click();
  come();
  await expect(said(page)).toHaveCount(0);
  await expect(names(page)).toHaveCount(1);
  const { steps } = await behind(await handout(page).getByLabel('The link', { exact: true }).inputValue());
  expect(steps).toMatchObject([{ exercise: 'sleep-headband-sort', labels: 3 }]);
  await expect(trial).toBeVisible();
});

test('what a teacher builds from a route is exactly what the link holds, and stays on the device', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked: string[] = [];
  await openAssigning(page);
  page.on('request', (request) => asked.push(request.url()));

  await start(page, '45 minutes');
  await expect(chosen(page).getByLabel('Title')).toHaveValue('Who says? In 45 minutes');
  await chosen(page).getByLabel('Title').fill('The 600');
  await page.locator('summary', { hasText: 'Six hundred in one strike?' }).click();
  await page
    .getByRole('group', { name: /^From lesson 7.*Six hundred/ })
    .getByRole('checkbox', { name: 'Mark the whole article' })
    .check();
  await page.getByRole('radio', { name: 'Three' }).check();

  await chosen(page).getByText('Choose single claims').click();
  await button(page, 'None').click();
  await expect(preview(page).getByText('No claim of “Mark the whole article” is chosen.')).toBeVisible();
  const claims = chosen(page).getByRole('listitem').filter({ hasText: 'Choose single claims' });
  await claims.getByRole('checkbox', { name: '600 Terrorists Dead' }).check();
  await claims.getByRole('checkbox', { name: 'The 101 cruise missiles made up just a part' }).check();
  await expect(claims.getByRole('checkbox', { name: 'left out with three answers' }).first()).toBeDisabled();
  await page.getByRole('radio', { name: 'Asked of each claim' }).check();
  await page.getByRole('radio', { name: 'when everything is handed in' }).check();
  await page.getByRole('radio', { name: 'in plainer words' }).check();
  await page.getByRole('checkbox', { name: 'may be revised once' }).uncheck();
  await page.getByRole('checkbox', { name: 'in another order' }).check();
  await page.getByRole('radio', { name: 'A nickname' }).check();
  await page.getByLabel('Due by the end of').fill('2026-12-01');
  await page.getByLabel('A message to the class').fill('Take your time.');

  await expect(preview(page)).toContainText('The 600');
  await expect(preview(page)).toContainText('due by the end of 1 December 2026');
  await expect(preview(page)).toContainText('2 of 44 claims · three answers · asks how sure you are');
  await expect(preview(page)).toContainText('about 38 minutes');
  const trial = await preview(page).getByRole('link', { name: 'Try it as a learner' }).getAttribute('href');

  const link = await saveAssignment(page);
  expect(link).toBe(trial);
  const { id, steps, ...rest } = await behind(link);
  expect(id).toMatch(/^[a-z0-9]{12}$/);
  expect(steps.slice(0, 3)).toEqual([
    { lesson: '02-three-drawers' },
    { lesson: '03-who-says-it' },
    { lesson: '07-mark-the-whole' },
  ]);
  const { claims: ids, ...step } = steps[3] as ExerciseStep;
  expect(step).toEqual({ exercise: mark, labels: 3, sure: true });
  const { texts } = await (await page.request.get(`/keys/${mark}.json`)).json();
  expect(ids!.map((claim) => texts[claim])).toEqual([
    expect.stringContaining('600 Terrorists Dead'),
    expect.stringContaining('101 cruise missiles'),
  ]);
  expect(rest).toEqual({
    title: 'The 600',
    ...{ feedback: 'end', revise: false, shuffled: true, level: 'plain', name: 'nickname' },
    ...{ due: '2026-12-01', message: 'Take your time.' },
  });

  await button(page, 'Copy the link').click();
  await expect(said(page)).toContainText('The link is copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await expect(handout(page).getByLabel('A text to paste')).toHaveValue(
    `The 600\nAbout 38 minutes. Due by the end of 1 December 2026.\nTake your time.\n${link}`,
  );
  const shares = await handout(page)
    .getByRole('link', { name: /^(Google Classroom|Microsoft Teams)/ })
    .evaluateAll((links) => links.map((each) => (each as HTMLAnchorElement).href));
  expect(shares).toEqual([
    `https://classroom.google.com/share?url=${encodeURIComponent(link)}&title=The%20600`,
    `https://teams.microsoft.com/share?href=${encodeURIComponent(link)}&msgText=The%20600`,
  ]);

  await page.reload();
  await expect(names(page)).toHaveText(['The 600']);
  await button(page, 'Show the link').click();
  await expect(handout(page).getByLabel('The link', { exact: true })).toHaveValue(link);
  // The key of the exercise and parts of the page: the assignment itself is sent nowhere.
  const own = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(own) || url.includes(id) || url.includes('WSA1'))).toEqual([]);
});

test('the QR code says the link', async ({ page }) => {
  await openAssigning(page);
  await start(page, '15 minutes');
  const link = await saveAssignment(page);
  const code = handout(page).getByRole('img', {
    name: 'QR code: opens the assignment “Who says? In 15 minutes”',
  });
  expect(await readCode(code)).toBe(link);

  await button(page, 'Show it large').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('without a connection the link is there all the same, and the code when it can be loaded', async ({
  page,
  context,
}) => {
  await openAssigning(page);
  await start(page, '15 minutes');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const link = await saveAssignment(page);
  await expect(handout(page)).toContainText('The QR code could not be loaded: you seem to be offline.');
  await context.setOffline(false);
  await handout(page).getByRole('button', { name: 'Try again' }).click();
  const code = handout(page).getByRole('img', { name: /^QR code/ });
  await code.waitFor();
  expect(await readCode(code)).toBe(link);
});

test('what is saved never changes: a copy has an id of its own, and a new name is the teacher’s alone', async ({
  page,
}) => {
  await openAssigning(page);
  await start(page, 'The whole article');
  const first = await saveAssignment(page);
  const [one] = [await behind(first)];

  await button(page, 'Rename').click();
  await page.getByLabel('Your name for it').fill('Year 9, Tuesday');
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['Year 9, Tuesday']);
  await expect(button(page, 'Rename')).toBeFocused();
  await button(page, 'Show the link').click();
  await expect(handout(page).getByLabel('The link', { exact: true })).toHaveValue(first);

  await button(page, 'Copy and change').click();
  await expect(chosen(page).getByLabel('Title')).toBeFocused();
  await expect(chosen(page).getByLabel('Title')).toHaveValue('Mark the whole article');
  await chosen(page).getByLabel('Title').fill('Once more');
  const { id, ...copy } = await behind(await saveAssignment(page));
  expect(id).not.toBe(one!.id);
  expect(copy).toEqual({ ...one, id: undefined, title: 'Once more' });
  await expect(names(page)).toHaveText(['Once more', 'Year 9, Tuesday']);

  await kept(page).getByRole('button', { name: 'Delete “Year 9, Tuesday”' }).click();
  await expect(names(page)).toHaveText(['Once more']);
  await expect(button(page, 'Undo: bring it back')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['Once more', 'Year 9, Tuesday']);
  await expect(kept(page).getByRole('link', { name: 'Collect “Once more”' })).toHaveAttribute(
    'href',
    `/teach/collect/#${id}`,
  );
});

test('an assignment goes to another device as a link or a file, once, and with what this site still has', async ({
  page,
  browser,
}) => {
  await openAssigning(page);
  await start(page, '15 minutes');
  await page.getByRole('radio', { name: 'A code' }).check();
  await page.getByLabel('How many codes').fill('12');
  const link = await saveAssignment(page);
  const codes = (await handout(page)
    .getByText(/^(\w{4} ){11}\w{4}$/)
    .textContent())!.split(' ');
  expect(new Set(codes).size).toBe(12);
  const file = await downloaded(page, handout(page).getByRole('button', { name: 'Save as a file' }));
  expect(file.name).toBe('who-says-who-says-in-15-minutes.json');
  expect(JSON.parse(file.text)).toEqual({
    format: 'who-says-assignment',
    version: 1,
    assignment: await behind(link),
  });
  const backup = await downloaded(page, button(page, 'Save all to a file'));

  const there = await (await browser.newContext({ baseURL: test.info().project.use.baseURL! })).newPage();
  await openAssigning(there);
  await there.getByLabel('Bring one in').fill(`Dear colleague,\n${link}\nBest wishes`);
  await button(there, 'Bring in the link').click();
  await expect(said(there)).toHaveText('Brought in 1 assignment.');
  await bringInFile(there, file.text);
  await expect(said(there)).toHaveText('It was here already: nothing is changed.');
  await expect(names(there)).toHaveText(['Who says? In 15 minutes']);

  await there.getByLabel('Bring one in').fill(link.slice(0, -9));
  await button(there, 'Bring in the link').click();
  await expect(said(there)).toHaveText(
    'The end of this link is missing. Ask for it again, and copy the whole of it.',
  );
  await bringInFile(there, file.text.replace('In 15 minutes', 'In 16 minutes'));
  await expect(said(there)).toHaveText(
    'An assignment with the same id is here already, and it says something else: one of the two has been changed. Nothing was brought in.',
  );
  await bringInFile(there, '{"format":"who-says"');
  await expect(said(there)).toContainText('This file is damaged or cut off');

  // The teacher's own copy brings the codes along to a device that has nothing.
  await there.evaluate(() => localStorage.clear());
  await there.reload();
  await expect(preview(there)).toContainText('Nothing is chosen yet.');
  await bringInFile(there, backup.text);
  await button(there, 'Show the link').click();
  await expect(handout(there).getByText(codes.join(' '))).toBeVisible();

  const old: Assignment = {
    ...(await behind(link)),
    id: 'oldoldoldold',
    title: 'From last year',
    steps: [{ exercise: 'a-gone-one' }, { exercise: mark, claims: ['toll-lead', 'a-gone-claim'] }],
  };
  await there.getByLabel('Bring one in').fill(await linkTo(there.url(), old));
  await button(there, 'Bring in the link').click();
  await expect(kept(there)).toContainText(
    'No longer on this site: the exercise “a-gone-one”; the claim “a-gone-claim” of “Mark the whole article”.',
  );
  await there.getByRole('button', { name: 'Copy and change “From last year”' }).click();
  await expect(said(there)).toContainText('Left out, because this site no longer has it: the exercise');
  expect((await behind(await saveAssignment(there))).steps).toEqual([
    { exercise: mark, claims: ['toll-lead'] },
  ]);
});

test('what is begun is there after a reload, and what one tab saves shows in the other', async ({
  page,
  context,
}) => {
  await openAssigning(page);
  await start(page, '45 minutes');
  await page.getByRole('radio', { name: 'A nickname' }).check();
  await page.reload();
  await expect(preview(page)).toContainText('Who says? In 45 minutes');
  await expect(page.getByRole('radio', { name: 'A nickname' })).toBeChecked();

  const other = await context.newPage();
  await openAssigning(other);
  await expect(kept(other)).toContainText('Nothing yet.');
  await saveAssignment(page);
  await expect(names(other)).toHaveText(['Who says? In 45 minutes']);
  await start(other, '15 minutes');
  await saveAssignment(other);
  await expect(names(page)).toHaveText(['Who says? In 15 minutes', 'Who says? In 45 minutes']);

  await start(page, 'Nothing');
  await expect(preview(page)).toContainText('Nothing is chosen yet.');
  await button(page, 'Undo: back to what you had').click();
  await expect(chosen(page).getByRole('listitem')).toHaveCount(3);
});

test('a damaged list is told, kept aside, and nothing is written over it', async ({ page }) => {
  const damaged = '{"version":1,"saved":[{';
  await page.addInitScript((text) => {
    if (!localStorage.getItem('who-says:assignments')) localStorage.setItem('who-says:assignments', text);
  }, damaged);
  await openAssigning(page);
  await expect(kept(page)).toContainText('The list on this device was damaged.');
  await start(page, '15 minutes');
  await saveAssignment(page);
  await expect(names(page)).toHaveText(['Who says? In 15 minutes']);
  const file = await downloaded(page, button(page, 'Save the damaged list'));
  expect(file.text).toBe(damaged);
  await button(page, 'Throw it away').click();
  await expect(kept(page).getByText('was damaged')).toHaveCount(0);
  await expect(names(page)).toHaveText(['Who says? In 15 minutes']);
});

test('where the browser keeps nothing, the page says so and the link is there all the same', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  await openAssigning(page);
  await start(page, '15 minutes');
  expect((await behind(await saveAssignment(page))).steps).toEqual([{ lesson: '02-three-drawers' }]);
  await expect(kept(page)).toContainText('This browser keeps nothing here');
});

test('without a connection, three answers cannot be looked up: the page says so and keeps the choice', async ({
  page,
  context,
}) => {
  await openAssigning(page);
  await start(page, 'The whole article');
  await context.setOffline(true);
  await page.getByRole('radio', { name: 'Three' }).check();
  await expect(preview(page)).toContainText('could not be looked up: you seem to be offline');
  await chosen(page).getByText('Choose single claims').click();
  await expect(chosen(page).getByRole('alert')).toContainText('The claims could not be fetched');
  await context.setOffline(false);
  await chosen(page).getByRole('button', { name: 'Try again' }).click();
  await expect(chosen(page).getByRole('checkbox').first()).toBeVisible();
  const [step] = (await behind(await saveAssignment(page))).steps as ExerciseStep[];
  expect(step!.labels).toBe(3);
  const { claims } = await (await page.request.get(`/keys/${mark}.json`)).json();
  expect(step!.claims).toEqual(
    (claims as { id: string; label: string }[])
      .filter(({ label }) => label !== 'no-source-shown')
      .map(({ id }) => id),
  );
});

test('everything is done by keyboard alone, and the focus stays where the work is', async ({ page }) => {
  await openAssigning(page);
  const press = async (target: Locator) => {
    await tabTo(page, target, 90);
    await page.keyboard.press('Enter');
  };
  await press(page.getByRole('button', { name: '45 minutes', exact: true }));
  const down = chosen(page).getByRole('button', { name: 'Move “Three drawers” down' });
  await press(down);
  await expect(down).toBeFocused();
  await expect(page.getByText('“Three drawers” is now 2 of 3.')).toBeAttached();
  await page.keyboard.press('Enter');
  // At the end it can go down no further.
  await expect(chosen(page).getByRole('button', { name: 'Move “Three drawers” up' })).toBeFocused();
  await press(chosen(page).getByRole('button', { name: 'Take out “Three drawers”' }));
  await expect(chosen(page).getByRole('button', { name: 'Take out “Mark the whole article”' })).toBeFocused();
  await tabTo(page, page.getByRole('checkbox', { name: '1. First read' }));
  await page.keyboard.press('Space');
  await press(button(page, 'Save and get the link'));
  await expect(page.getByRole('heading', { name: 'Hand out “Who says? In 45 minutes”' })).toBeFocused();
  await expect(handout(page).getByLabel('The link', { exact: true })).toHaveValue(/WSA1/);
  const link = await handout(page).getByLabel('The link', { exact: true }).inputValue();
  expect((await behind(link)).steps).toEqual([
    { lesson: '03-who-says-it' },
    { lesson: '07-mark-the-whole' },
    { lesson: '01-first-read' },
  ]);
});

test('what is missing is told at its field', async ({ page }) => {
  await openAssigning(page);
  await button(page, 'Save and get the link').click();
  await expect(preview(page).getByRole('alert')).toHaveText(
    'Nothing is chosen yet. Choose a lesson or an exercise.',
  );
  await expect(preview(page).getByRole('alert')).toBeFocused();
  await page.getByRole('checkbox', { name: '1. First read' }).check();
  await button(page, 'Save and get the link').click();
  const title = chosen(page).getByLabel('Title');
  await expect(title).toBeFocused();
  await expect(title).toHaveAccessibleDescription('Give the assignment a title: learners see it first.');
  await expect(handout(page)).toHaveCount(0);
});

test('an option that changes nothing for what is chosen says so', async ({ page }) => {
  await openAssigning(page);
  await page.getByRole('checkbox', { name: '1. First read' }).check();
  await expect(page.getByText('You have chosen lessons only.')).toBeVisible();
  await start(page, 'The whole article');
  await expect(page.getByRole('checkbox', { name: 'in another order' })).toHaveAccessibleDescription(
    'The questions of the chosen exercises follow a text or a path: this changes nothing.',
  );
  await expect(page.getByRole('group', { name: 'The article' })).toHaveAccessibleDescription('');
});

test('the list of codes prints alone, and the code does', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await openAssigning(page);
  await start(page, '15 minutes');
  await page.getByRole('radio', { name: 'A code' }).check();
  await saveAssignment(page);
  await handout(page).getByRole('button', { name: 'Print the list' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet li')).toHaveCount(30);
  await expect(page.locator('.sheet li').last()).toBeVisible();
  await expect(handout(page).getByLabel('The link', { exact: true })).toBeHidden();
  await expect(page.getByRole('heading').filter({ visible: true })).toHaveText(['Who says? In 15 minutes']);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.sheet')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await handout(page).getByRole('button', { name: 'Print it' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet svg')).toBeVisible();
});

test('at 320 px nothing scrolls sideways or is squeezed, and axe finds nothing, from the beginning to the end', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 700 });
  await openAssigning(page);
  const look = async (when: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${when}: ${id} at ${nodes[0]!.target}`)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      when,
    ).toBe(0);
  };
  await look('empty');
  await page.locator('summary', { hasText: 'A headband against exam stress?' }).click();
  await start(page, 'The whole article');
  await chosen(page).getByText('Choose single claims').click();
  await page.getByRole('radio', { name: 'A code' }).check();
  await look('half made');
  await saveAssignment(page);
  await handout(page).getByRole('img').waitFor();
  await look('saved');
  // One way below the other: a style for narrow windows that is overruled would leave them side by side.
  const box = (await handout(page).getByLabel('The link', { exact: true }).boundingBox())!;
  expect(box.width).toBeGreaterThan(250);
  await button(page, 'Show it large').click();
  await look('the code large');
  await button(page, 'Close').click();
  await button(page, 'Rename').click();
  await look('a new name');
});
