import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Step } from '#domain/assignment.ts';
import { pack, unpack } from '#storage/parcel.ts';
import { joinSequence } from '#storage/qr-sequence.ts';
import { readSubmission, type Submission } from '#storage/submission.ts';
import {
  assignmentLink,
  attempts,
  awake,
  chooseHeadband,
  claim,
  handInAssignment,
  openAssigned,
  openAssigning,
  openAssignment,
  openClaim,
  openExercise,
  progress,
  question,
  readCode,
  saveAssignment,
  sort,
  statement,
  tabTo,
  workByKeyboard,
} from './steps.ts';

const six = { exercise: 'deir-ez-zor-first-six' };
const sixTitle = 'Six claims from the article';
const friend = { exercise: 'three-drawers-say' };
const friendTitle = 'Answer a friend';
const headband = { exercise: 'sleep-headband-sort' };
const headbandTitle = 'Sort the statements';

/** What was handed in, from its text. */
async function submissionIn(text: string): Promise<Submission> {
  const unpacked = await unpack('submission', text);
  if ('refused' in unpacked) throw new Error(unpacked.refused);
  const read = readSubmission(unpacked.data);
  if ('fault' in read) throw new Error(read.fault);
  return read.submission;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const handIn = (page: Page) => button(page, /^Hand in( again)?$/).click();
/** Gives what was made ready to the teacher, as a file. */
const give = (page: Page) => button(page, 'Save as a file').click();
const back = (page: Page) => button(page, 'Back to the list').click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const step = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: title }) });
const left = (page: Page) => page.getByRole('region', { name: 'Hand in' }).getByRole('listitem');
const readOut = (page: Page) => page.getByRole('heading', { name: /as the key has (it|them)$/ });

/** Writes the one sentence that “Answer a friend” asks for, and hands it in. */
async function answerFriend(page: Page, words = 'Who counted?'): Promise<void> {
  await openAssigned(page, friendTitle);
  await page.getByRole('textbox').fill(words);
  await handIn(page);
}

test('a learner sees what is asked, does it, sees what is left, and hands in answers and no marks', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const its = await assignmentLink([six, friend], {
    name: 'nickname',
    due: '2099-12-01',
    message: 'Take your time.',
  });
  await openAssignment(page, its);
  await expect(page).toHaveTitle('The 600 – Who Says?');
  await expect(heading(page)).toHaveText('The 600');
  await expect(page.getByText('Take your time.')).toBeVisible();
  await expect(page.getByText('About 4 minutes. Due by the end of Tuesday, 1 December 2099.')).toBeVisible();
  await expect(page.getByText('This story is about the war in Syria')).toBeVisible();
  await expect(step(page, sixTitle)).toContainText('Exercise, about 3 minutes · Not begun');
  await expect(left(page)).toHaveText([/^Six claims/, /^Answer a friend/]);

  await button(page, 'Hand in to your teacher').click();
  await expect(page.getByRole('alert')).toHaveText(
    'Write a nickname first, so that your teacher knows whose answers these are.',
  );
  await expect(page.getByLabel('Your nickname')).toBeFocused();
  await page.getByLabel('Your nickname').fill('Blue Fox');
  await button(page, 'Hand in to your teacher').click();
  await expect(page.getByRole('alert')).toHaveText(
    'There is nothing to hand in yet: hand in at least one exercise above.',
  );

  await openAssigned(page, sixTitle);
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Six claims from the article .* – The 600 – Who Says\?$/);
  await sort(page, 1, 'Opinion');
  await sort(page, 4, 'Unverified figure');
  await back(page);
  await expect(button(page, `Open ${sixTitle}`)).toBeFocused();
  await expect(step(page, sixTitle)).toContainText('Begun: 2 of 6 answered');
  await openAssigned(page, sixTitle);
  await handIn(page);
  await expect(readOut(page)).toHaveText('2 of 2 as the key has them');
  await button(page, /^Next: Answer a friend/).click();
  await expect(heading(page)).toBeFocused();
  await expect(button(page, /^Next/)).toHaveCount(0);
  await page.getByRole('textbox').fill('Who counted?');
  await handIn(page);
  await button(page, 'Next: give it to your teacher').click();
  await expect(page.getByRole('heading', { name: 'Hand in', exact: true })).toBeFocused();
  await expect(page.getByText('Everything is done. Now give it to your teacher.')).toBeVisible();
  await expect(step(page, sixTitle)).toContainText('✓ Handed in');

  const text = await handInAssignment(page);
  const submission = await submissionIn(text);
  const sent = submission.attempts;
  expect(submission).toMatchObject({ assignment: 'abc123def456', who: 'Blue Fox' });
  expect(Object.keys(submission).sort()).toEqual(['assignment', 'at', 'attempts', 'from', 'id', 'who']);
  expect(sent.map(({ exercise, answer }) => ({ exercise, answer }))).toEqual([
    {
      ...six,
      answer: { 'label:excuse-fears': 'opinion', 'label:headline-toll': 'unverified-figure' },
    },
    { ...friend, answer: { 'say:sentence': 'Who counted?' } },
  ]);
  expect(sent).toEqual(await attempts(page));
  await expect(page.getByText('It holds your answers and “Blue Fox”, and no marks.')).toBeVisible();

  await button(page, 'Copy as text').click();
  await expect(page.getByRole('status')).toHaveText('Copied. Now paste it where your teacher wants it.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save as a file').click(),
  ]);
  expect(download.suggestedFilename()).toBe('who-says-the-600-blue-fox.txt');
  const [words, parcel] = readFileSync(await download.path(), 'utf8').split('\n');
  expect(words).toMatch(/^Who Says\? Answers to “The 600” from Blue Fox, .*\. For your teacher, as it is\.$/);
  expect(parcel).toBe(text);

  const own = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(own))).toEqual([]);
  expect(asked.filter((url) => /WS[AS]1|Fox|abc123/.test(new URL(url).pathname + url.split('?')[1]))).toEqual(
    [],
  );
});

test('what a teacher sets by the page is what the learner is asked: claims, labels, sureness, text, order', async ({
  page,
  browser,
}) => {
  await openAssigning(page);
  await chooseHeadband(page);
  await page.getByRole('radio', { name: 'Three' }).check();
  await page.getByRole('radio', { name: 'Not asked', exact: true }).check();
  await page.getByRole('radio', { name: 'in plainer words' }).check();
  await page.getByRole('checkbox', { name: 'in another order' }).check();
  const its = await saveAssignment(page);
  const { claims } = await (await page.request.get('/keys/sleep-headband-sort.json')).json();
  const expected = (claims as { id: string; label: string }[])
    .filter(({ label }) => label !== 'no-source-shown')
    .map(({ id }) => id);

  const orders: string[][] = [];
  for (let learner = 0; learner < 2; learner += 1) {
    const theirs = await fresh(browser);
    await openAssignment(theirs, its);
    const minutes = Math.ceil((10 * expected.length) / 12);
    await expect(step(theirs, headbandTitle)).toContainText(`Exercise, about ${minutes} minutes`);
    await openAssigned(theirs, headbandTitle);
    await expect(theirs.getByText(/^As your teacher has set it/)).toHaveText(
      `As your teacher has set it: ${expected.length} of its 12 claims; three answers; you need not say how sure you are.`,
    );
    await expect(statement(theirs, 1).getByRole('radio')).toHaveCount(3);
    await expect(theirs.getByRole('group', { name: 'How sure are you?' })).toHaveCount(0);
    const plain = theirs.locator('[data-words="headline-stress"]');
    const read = await (await theirs.request.get('/material/sleep-headband.json')).text();
    expect(JSON.stringify(JSON.parse(read).plain)).toContain(await plain.textContent());
    const order = () =>
      theirs
        .locator('[data-item]')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['item']!));
    orders.push(await order());
    await theirs.reload();
    await awake(theirs);
    await expect.poll(order).toEqual(orders.at(-1));
    await theirs.context().close();
  }
  for (const order of orders) expect([...order].sort()).toEqual([...expected].sort());
  expect(orders[0]).not.toEqual(orders[1]);
});

test('four labels and sureness are asked where they are set, and single claims of a whole article', async ({
  page,
}) => {
  const mark = { exercise: 'deir-ez-zor-mark', claims: ['toll-lead', 'missiles-101'], sure: false };
  await openAssignment(page, await assignmentLink([{ ...six, labels: 4, sure: true }, mark]));
  await expect(step(page, 'Mark the whole article')).toContainText('about 2 minutes');
  await openAssigned(page, sixTitle);
  await expect(
    statement(page, 1)
      .getByRole('group', { name: /What is the marked part/ })
      .getByRole('radio'),
  ).toHaveCount(4);
  await expect(statement(page, 1).getByRole('radio', { name: 'Fairly' })).toBeVisible();
  await back(page);
  await openAssigned(page, 'Mark the whole article');
  await expect(claim(page, 2)).toHaveAccessibleName(/^Claim 2 of 2/);
  await openClaim(page, 2);
  await expect(question(page, 2).getByRole('combobox')).toBeVisible();
  await expect(question(page, 2).getByRole('radio', { name: 'Fairly' })).toHaveCount(0);
  await question(page, 2).getByRole('radio', { name: 'Unverified figure' }).check();
  // The address stays that of the assignment, though claims are links within the page.
  await claim(page, 1).click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#WSA1\./);
  await page.reload();
  await awake(page);
  await expect(progress(page)).toHaveText('1 of 2');
});

test('everything is done by keyboard alone', async ({ page }) => {
  test.setTimeout(90_000);
  await openAssignment(page, await assignmentLink([six, friend], { name: 'code' }));
  await tabTo(page, button(page, `Open ${sixTitle}`));
  await page.keyboard.press('Enter');
  await awake(page);
  await workByKeyboard(page, six.exercise);
  await expect(readOut(page)).toBeVisible();
  await tabTo(page, button(page, /^Next: Answer a friend/), 90);
  await page.keyboard.press('Enter');
  await awake(page);
  await workByKeyboard(page, friend.exercise);
  await tabTo(page, button(page, 'Next: give it to your teacher'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Your code'));
  await page.keyboard.type('ABC');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ready for your teacher' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ready for your teacher' })).toBeFocused();
  await tabTo(page, page.getByLabel('Your answers as text'));
  const { attempts: sent, who } = await submissionIn(await page.evaluate(() => String(getSelection())));
  expect(who).toBe('ABC');
  expect(sent.map(({ exercise }) => exercise)).toEqual([six.exercise, friend.exercise]);
});

test('the way back leads back to the list, and a reload stays where the learner was', async ({ page }) => {
  await openAssignment(page, await assignmentLink([six, friend]));
  await openAssigned(page, sixTitle);
  await sort(page, 1, 'Opinion');
  await page.reload();
  await awake(page);
  await expect(progress(page)).toHaveText('1 of 6');
  await expect(statement(page, 1).getByRole('radio', { name: 'Opinion' })).toBeChecked();
  await page.goBack();
  await expect(heading(page)).toHaveText('The 600');
  await expect(button(page, `Open ${sixTitle}`)).toBeFocused();
  await page.goForward();
  await expect(heading(page)).toHaveText(sixTitle);
});

test('once it is open it is done and handed in without a network; a code needs what was not fetched, and says so', async ({
  page,
  context,
}) => {
  // Both were begun on another day: how far, the list can only say once they have been fetched.
  await page.addInitScript(() => {
    const begin = (exercise: string, answer: object) =>
      localStorage.setItem(`who-says:draft:abc123def456~${exercise}`, JSON.stringify({ version: 1, answer }));
    begin('deir-ez-zor-first-six', { 'label:excuse-fears': 'sourced-claim' });
    begin('three-drawers-say', { 'say:sentence': 'Who' });
  });
  await openAssignment(page, await assignmentLink([six, friend]));
  await step(page, sixTitle).getByText('Begun: 1 of 6 answered').waitFor();
  await step(page, friendTitle).getByText('Begun: 1 of 1 answered').waitFor();
  await context.setOffline(true);
  await openAssigned(page, sixTitle);
  await sort(page, 1, 'Opinion');
  await handIn(page);
  await expect(readOut(page)).toHaveText('1 of 1 as the key has them');
  await back(page);
  await answerFriend(page);
  await back(page);
  expect((await submissionIn(await handInAssignment(page))).attempts).toHaveLength(2);
  await page.locator('summary', { hasText: 'to scan' }).click();
  await expect(page.getByText('The codes could not be loaded: you seem to be offline.')).toBeVisible();
  await context.setOffline(false);
  await page.locator('summary', { hasText: 'to scan' }).click();
  await page.locator('summary', { hasText: 'to scan' }).click();
  await expect(page.getByRole('img', { name: /^Code 1 of/ })).toBeVisible();
});

test('an exercise that could not be fetched says so, and opens when there is a connection', async ({
  page,
  context,
}) => {
  await page.route('**/keys/deir-ez-zor-first-six.json', (route) => route.abort());
  await openAssignment(page, await assignmentLink([six, friend]));
  await button(page, `Open ${sixTitle}`).click();
  await expect(page.getByRole('alert')).toContainText('This exercise could not be fetched');
  await page.unroute('**/keys/deir-ez-zor-first-six.json');
  await context.setOffline(true);
  await context.setOffline(false);
  await awake(page);
  await expect(statement(page, 1)).toBeVisible();
});

test('an exercise that never comes is given up after a while, and tried again', async ({ page }) => {
  // The page's limits run out when the test says so.
  await page.addInitScript(() => {
    const limits: AbortController[] = [];
    AbortSignal.timeout = () => {
      const limit = new AbortController();
      limits.push(limit);
      return limit.signal;
    };
    Object.assign(window, { runOut: () => limits.forEach((limit) => limit.abort()) });
  });
  const material = '**/material/deir-ez-zor-600.json';
  await page.route(material, () => undefined);
  const asked = page.waitForRequest(material);
  await openAssignment(page, await assignmentLink([six]));
  await asked;
  await button(page, `Open ${sixTitle}`).click();
  await expect(page.getByText('Opening …')).toBeVisible();
  await page.evaluate(() => (window as unknown as { runOut(): void }).runOut());
  await expect(page.getByRole('alert')).toContainText('This exercise could not be fetched');
  await page.unroute(material);
  await button(page, 'Try again').click();
  await awake(page);
  await expect(statement(page, 1)).toBeVisible();
});

test('what is done in one tab shows in the other, and both hand in as the same learner', async ({
  context,
}) => {
  const its = await assignmentLink([six, friend], { name: 'nickname' });
  const [one, other] = [await context.newPage(), await context.newPage()];
  await Promise.all([openAssignment(one, its), openAssignment(other, its)]);
  await openAssigned(one, sixTitle);
  await sort(one, 1, 'Opinion');
  await expect(step(other, sixTitle)).toContainText('Begun: 1 of 6 answered');
  await handIn(one);
  await expect(step(other, sixTitle)).toContainText('✓ Handed in');
  await back(one);
  const first = await submissionIn(await handInAssignment(one, 'Fox'));
  await expect(other.getByLabel('Your nickname')).toHaveValue('Fox');
  await answerFriend(other);
  await back(other);
  const second = await submissionIn(await handInAssignment(other));
  expect(second.from).toBe(first.from);
  expect(second.id).not.toBe(first.id);
  expect(second.attempts.map(({ exercise }) => exercise)).toEqual([six.exercise, friend.exercise]);
});

test('handing in twice is one learner with the newer answers, and the page says what is newer', async ({
  page,
}) => {
  await openAssignment(page, await assignmentLink([six, friend]));
  await openAssigned(page, sixTitle);
  await sort(page, 1, 'Sourced claim');
  await handIn(page);
  await back(page);
  const first = await submissionIn(await handInAssignment(page));
  await expect(page.getByText('Without: Answer a friend')).toBeVisible();
  await give(page);
  await page.reload();
  await expect(page.getByText(/^Handed in on .* You can hand in again/)).toBeVisible();

  await openAssigned(page, sixTitle);
  await button(page, 'Revise once').click();
  await sort(page, 1, 'Opinion');
  await back(page);
  await expect(step(page, sixTitle)).toContainText('Handed in; a second look begun');
  await openAssigned(page, sixTitle);
  await handIn(page);
  await back(page);
  await expect(page.getByText('You have done more since you handed in')).toBeVisible();
  const second = await submissionIn(await handInAssignment(page));
  await expect(page.getByText('It takes the place of what you handed in before.')).toBeVisible();
  await expect(page.getByText('You have done more since you handed in')).toHaveCount(0);
  expect(second.from).toBe(first.from);
  expect(second.at > first.at).toBe(true);
  // Both rounds are there.
  expect(second.attempts).toHaveLength(2);
  expect(second.attempts[0]).toEqual(first.attempts[0]);
  expect(second.attempts[1]!.revises).toBe(first.attempts[0]!.id);
});

test('it counts as handed in when it is saved, copied or shown, and not when it is only made', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const elsewhere = 'Somebody else works on this device now';
  const dialog = page.getByRole('dialog');
  const ways: readonly [string, () => Promise<void>][] = [
    ['savedsavedsa', () => give(page)],
    [
      'copiedcopied',
      async () => {
        await button(page, 'Copy as text').click();
        await expect(page.getByRole('status')).toHaveText(
          'Copied. Now paste it where your teacher wants it.',
        );
      },
    ],
    [
      'byhandbyhand',
      async () => {
        await page.getByLabel('Your answers as text').focus();
        await page.keyboard.press('ControlOrMeta+c');
      },
    ],
    [
      'shownshownsh',
      async () => {
        await page.locator('summary', { hasText: 'to scan' }).click();
        await page.getByRole('img', { name: /^Code 1 of/ }).waitFor();
      },
    ],
  ];
  for (const [id, given] of ways) {
    await openAssignment(page, await assignmentLink([friend], { id, title: id }));
    await answerFriend(page);
    await back(page);
    await handInAssignment(page);
    await button(page, elsewhere).click();
    await expect(dialog, id).toContainText('Some of it has not been given to the teacher.');
    await dialog.getByRole('button', { name: 'No, it is still me' }).click();
    await page.reload();
    await expect(button(page, 'Hand in to your teacher')).toBeVisible();
    await expect(page.getByText(/^Handed in on/), id).toHaveCount(0);
    await handInAssignment(page);
    await given();
    await button(page, elsewhere).click();
    await expect(dialog, id).not.toContainText('has not been given');
    await dialog.getByRole('button', { name: 'No, it is still me' }).click();
    await page.reload();
    await expect(page.getByText(/^Handed in on .* You can hand in again/), id).toBeVisible();
    // What is made anew and not yet given changes nothing about that.
    await handInAssignment(page);
    await expect(page.getByText('It takes the place of what you handed in before.')).toBeVisible();
  }
  await openAssignment(page, await assignmentLink([friend], { id: 'mademademade', title: 'Only made' }));
  await answerFriend(page);
  await back(page);
  await handInAssignment(page);
  await page.getByRole('link', { name: 'Your other assignments' }).click();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([
    /^Only made\s*opened on .*, not handed in$/,
    ...ways.toReversed().map(([id]) => new RegExp(`^${id}\\s*handed in on `)),
  ]);
});

test('somebody else on a shared device begins with nothing and hands in for themselves; the first one’s work comes back', async ({
  page,
  context,
}) => {
  const elsewhere = 'Somebody else works on this device now';
  const its = await assignmentLink([six, friend], { name: 'nickname' });
  await openAssignment(page, its);
  await expect(button(page, elsewhere)).toHaveCount(0);
  await openAssigned(page, sixTitle);
  await sort(page, 1, 'Opinion');
  await handIn(page);
  await back(page);
  const fox = await submissionIn(await handInAssignment(page, 'Fox'));
  const tab = await context.newPage();
  await openAssignment(tab, its);
  await page.bringToFront();
  await openAssigned(page, friendTitle);
  await page.getByRole('textbox').fill('Who coun');
  await back(page);

  const dialog = page.getByRole('dialog');
  await expect(page.getByText('You go on as “Fox”.')).toBeVisible();
  await button(page, elsewhere).click();
  await expect(dialog).toContainText('comes back here when its owner wants it');
  await expect(dialog).toContainText('Some of it has not been given to the teacher.');
  await expect(dialog.getByRole('link', { name: 'My work' })).toBeVisible();
  await dialog.getByRole('button', { name: 'No, it is still me' }).click();
  await expect(button(page, elsewhere)).toBeFocused();
  await expect(step(page, sixTitle)).toContainText('✓ Handed in');
  await button(page, elsewhere).click();
  await dialog.getByRole('button', { name: 'Begin all the same' }).click();

  await expect(heading(page)).toBeFocused();
  await expect(dialog).toHaveCount(0);
  await expect(step(page, sixTitle)).toContainText('Not begun');
  await expect(step(page, friendTitle)).toContainText('Not begun');
  await expect(page.getByLabel('Your nickname')).toHaveValue('');
  await expect(page.getByRole('heading', { name: 'Ready for your teacher' })).toHaveCount(0);
  // The other tab follows.
  await expect(step(tab, sixTitle)).toContainText('Not begun');
  await openAssigned(page, sixTitle);
  await expect(statement(page, 1).getByRole('radio', { checked: true })).toHaveCount(0);
  await sort(page, 1, 'Sourced claim');
  await handIn(page);
  await back(page);
  const heron = await submissionIn(await handInAssignment(page, 'Heron'));
  expect(heron.from).not.toBe(fox.from);
  expect(heron.attempts.map(({ answer }) => answer)).toEqual([{ 'label:excuse-fears': 'sourced-claim' }]);
  await give(page);

  await button(page, elsewhere).click();
  await expect(dialog).not.toContainText('has not been given');
  await dialog.getByRole('button', { name: /^Go on as “Fox” ?, here until .* · 1 handed in$/ }).click();
  await expect(page.getByText('You go on as “Fox”.')).toBeVisible();
  await expect(step(page, friendTitle)).toContainText('Begun: 1 of 1 answered');
  const again = await submissionIn(await handInAssignment(page));
  expect(again).toMatchObject({ from: fox.from, who: 'Fox', attempts: fox.attempts });

  await page.goto('/my-work/');
  await expect(page.getByText('What somebody else has done on this device is set aside')).toBeVisible();
  await button(page, 'Erase my work').click();
  await expect(dialog).toContainText('You can save what you have handed in to a file first.');
  await expect(dialog).toContainText('What others have set aside here stays.');
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByRole('status')).toHaveText(
    'Your work is erased from this device. What others have set aside is still here.',
  );
  await button(page, 'Erase my work').click();
  await expect(dialog, 'what is not there cannot be saved').not.toContainText('save');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await openAssignment(page, its);
  await button(page, elsewhere).click();
  await expect(dialog.getByRole('button', { name: /^Go on as “Heron”/ })).toBeVisible();

  await page.goto('/my-work/');
  await button(page, 'Erase the work of others').click();
  await expect(dialog).toContainText('One learner has set work aside here: “Heron”.');
  await expect(dialog).toContainText('It is not yours, and it may not be handed in yet.');
  await expect(dialog).not.toContainText('save');
  await dialog.getByRole('button', { name: 'Erase the work of others' }).click();
  await expect(page.getByRole('status')).toHaveText('What others had set aside is erased from this device.');
  await expect(button(page, 'Erase everything')).toBeFocused();
  await openAssignment(page, its);
  await expect(button(page, elsewhere)).toHaveCount(0);
});

test('whose work is taken up in one tab cannot be taken up in another: it says so, and nothing is lost', async ({
  page,
  context,
}) => {
  const its = await assignmentLink([friend], { name: 'nickname' });
  const elsewhere = 'Somebody else works on this device now';
  await openAssignment(page, its);
  await answerFriend(page);
  await back(page);
  await handInAssignment(page, 'Mole');
  await button(page, elsewhere).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
  await expect(step(page, friendTitle)).toContainText('Not begun');

  const tab = await context.newPage();
  await openAssignment(tab, its);
  await button(tab, elsewhere).click();
  const mole = /^Go on as “Mole”/;
  await expect(button(tab, mole)).toBeVisible();
  await page.bringToFront();
  await button(page, elsewhere).click();
  await button(page, mole).click();
  await expect(step(page, friendTitle)).toContainText('✓ Handed in');

  await tab.bringToFront();
  await button(tab, mole).click();
  await expect(
    tab.getByRole('alert').filter({ hasText: 'taken up or erased in the meantime' }),
  ).toBeVisible();
  await expect(button(tab, mole)).toHaveCount(0);
  await expect(button(tab, 'No, it is still me')).toBeFocused();
  await button(tab, 'No, it is still me').click();
  await expect(tab.getByText('You go on as “Mole”.')).toBeVisible();
  await expect(step(tab, friendTitle)).toContainText('✓ Handed in');

  // A list that was read before another tab changed it is read anew when it is opened.
  await page.bringToFront();
  await button(page, elsewhere).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).click();
  await expect(step(page, friendTitle)).toContainText('Not begun');
  await tab.bringToFront();
  await button(tab, elsewhere).click();
  await expect(button(tab, mole)).toBeVisible();

  // Nor what has been erased there, though nothing is left that could be handed over.
  await page.bringToFront();
  await page.goto('/my-work/');
  await button(page, 'Erase the work of others').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase the work of others' }).click();
  await expect(page.getByRole('status')).toContainText('is erased');
  await tab.bringToFront();
  await button(tab, mole).click();
  await expect(tab.getByRole('alert').filter({ hasText: 'taken up or erased' })).toBeVisible();
  await button(tab, 'No, it is still me').click();
  await expect(button(tab, elsewhere)).toHaveCount(0);
});

test('another assignment in another tab goes on as whoever the device was handed to', async ({
  page,
  context,
}) => {
  const [one, other] = await Promise.all([
    assignmentLink([six], { name: 'nickname' }),
    assignmentLink([friend], { name: 'nickname', id: 'otherotherot', title: 'Another' }),
  ]);
  await openAssignment(page, one);
  const tab = await context.newPage();
  await openAssignment(tab, other);
  await answerFriend(tab, 'Fox says.');
  await back(tab);
  const fox = await submissionIn(await handInAssignment(tab, 'Fox'));
  await page.bringToFront();
  await button(page, 'Somebody else works on this device now').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Begin/ })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await tab.bringToFront();
  await expect(step(tab, friendTitle)).toContainText('Not begun');
  await expect(tab.getByLabel('Your nickname')).toHaveValue('');
  await expect(tab.getByRole('heading', { name: 'Ready for your teacher' })).toHaveCount(0);
  await answerFriend(tab, 'Heron says.');
  await back(tab);
  const heron = await submissionIn(await handInAssignment(tab, 'Heron'));
  expect(heron.from).not.toBe(fox.from);
  expect(heron.attempts.map(({ answer }) => answer)).toEqual([{ 'say:sentence': 'Heron says.' }]);
});

test('whoever presses twice sets the work aside once, and takes it up once', async ({ page }) => {
  const twice = (name: string | RegExp) =>
    page
      .getByRole('dialog')
      .getByRole('button', { name })
      .evaluate((pressed: HTMLButtonElement) => {
        pressed.click();
        pressed.click();
      });
  const elsewhere = 'Somebody else works on this device now';
  const goOn = button(page, /^Go on as/);
  await openAssignment(page, await assignmentLink([friend], { name: 'nickname' }));
  await answerFriend(page);
  await back(page);
  await handInAssignment(page, 'Fox');
  await button(page, elsewhere).click();
  await twice(/^Begin/);
  await expect(step(page, friendTitle)).toContainText('Not begun');
  await answerFriend(page);
  await back(page);
  await handInAssignment(page, 'Heron');
  await button(page, elsewhere).click();
  await expect(goOn).toHaveText([/Fox/]);
  await twice(/^Go on as/);
  await expect(page.getByText('You go on as “Fox”.')).toBeVisible();
  await expect(step(page, friendTitle)).toContainText('✓ Handed in');
  await button(page, elsewhere).click();
  await expect(goOn).toHaveText([/Heron/]);
});

test('where the work cannot be set aside, it stays where it is and the page says so', async ({ page }) => {
  await openAssignment(page, await assignmentLink([friend]));
  await answerFriend(page);
  await back(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  await button(page, 'Somebody else works on this device now').click();
  await page.getByRole('button', { name: 'Begin all the same' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not set the work aside' })).toBeVisible();
  await button(page, 'No, it is still me').click();
  await expect(step(page, friendTitle)).toContainText('✓ Handed in');
});

test('a name is asked only where the teacher wants one; another name makes another text', async ({
  page,
}) => {
  await openAssignment(page, await assignmentLink([friend]));
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await answerFriend(page);
  await back(page);
  expect(await submissionIn(await handInAssignment(page))).not.toHaveProperty('who');

  // The list of the one before stands there until the next one is unpacked.
  await openAssignment(page, await assignmentLink([friend], { id: 'nicknickname', name: 'nickname' }));
  await expect(step(page, friendTitle)).toContainText('Not begun');
  await answerFriend(page);
  await back(page);
  expect((await submissionIn(await handInAssignment(page, ' Fox '))).who).toBe('Fox');
  await page.getByLabel('Your nickname').fill('Blue Fox');
  await expect(page.getByRole('heading', { name: 'Ready for your teacher' })).toHaveCount(0);
  expect((await submissionIn(await handInAssignment(page))).who).toBe('Blue Fox');

  await openAssignment(page, await assignmentLink([friend], { id: 'codecodecode', name: 'code' }));
  await expect(step(page, friendTitle)).toContainText('Not begun');
  await answerFriend(page);
  await back(page);
  await page.getByLabel('Your code').fill('ccdd');
  await button(page, 'Hand in to your teacher').click();
  await expect(page.getByLabel('Your code')).toHaveAccessibleDescription(
    'No list has such a code: look at each sign again. If it is right all the same, press the button once more.',
  );
  await expect(page.getByLabel('Your code')).toBeFocused();
  // The signs of a list: three by chance, and a fourth that follows from them.
  expect((await submissionIn(await handInAssignment(page, 'cc cc'))).who).toBe('CCCC');
});

test('with the reasons at the end there are none until everything is done, then with each exercise', async ({
  page,
}) => {
  await openAssignment(page, await assignmentLink([six, friend], { feedback: 'end' }));
  await openAssigned(page, sixTitle);
  await sort(page, 1, 'Sourced claim');
  await handIn(page);
  await expect(page.getByText('The reasons come when everything is handed in.')).toBeVisible();
  await expect(readOut(page)).toHaveCount(0);
  await expect(page.getByText('The key says')).toHaveCount(0);
  await page.reload();
  await awake(page);
  await expect(page.getByRole('heading', { name: 'Handed in' })).toBeVisible();
  await expect(page.getByText('The key says')).toHaveCount(0);
  await button(page, /^Next: Answer a friend/).click();
  await page.getByRole('textbox').fill('Who counted?');
  await handIn(page);
  await expect(page.getByText('Others have said it like this.')).toHaveCount(0);
  await button(page, 'See the reasons').click();
  await expect(page.getByText('Others have said it like this.')).toBeVisible();
  await expect(heading(page)).toBeFocused();
  await back(page);
  await expect(page.getByText('Everything is done: the reasons now stand with each exercise.')).toBeVisible();
  await openAssigned(page, sixTitle);
  await expect(readOut(page)).toHaveText('0 of 1 as the key has them');
  await expect(statement(page, 1).getByText('The key says:')).toBeVisible();
  expect((await attempts(page)).map(({ assignment }) => assignment)).toEqual([
    'abc123def456',
    'abc123def456',
  ]);
});

test('a test keeps its reasons back while others come at once, and is never revised', async ({ page }) => {
  const exam = { exercise: 'bus-lane-test' };
  await openAssignment(page, await assignmentLink([exam, six]));
  const title = (await page.getByRole('heading', { level: 2 }).first().textContent())!.split(' – ')[0]!;
  await openAssigned(page, title);
  await expect(page.locator('.tests')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Opinion' }).first().check();
  await handIn(page);
  await expect(readOut(page)).toHaveCount(0);
  await button(page, /^Next/).click();
  await sort(page, 1, 'Sourced claim');
  await handIn(page);
  await expect(readOut(page)).toBeVisible();
  await expect(button(page, 'Revise once')).toBeVisible();
  await back(page);
  await openAssigned(page, title);
  await expect(readOut(page)).toBeVisible();
  await expect(button(page, 'Revise once')).toHaveCount(0);
});

test('where no revision is wanted there is none, and never a new start', async ({ page }) => {
  await openAssignment(page, await assignmentLink([six], { revise: false }));
  await openAssigned(page, sixTitle);
  await sort(page, 1, 'Sourced claim');
  await handIn(page);
  await expect(readOut(page)).toHaveText('0 of 1 as the key has them');
  await expect(button(page, /Revise once|Start again/)).toHaveCount(0);
});

test('a lesson counts by what is done on its own page since the link was first opened, and so does no other work', async ({
  page,
}) => {
  await openExercise(page, '/exercises/three-drawers-say/');
  await page.getByRole('textbox').fill('Before the assignment.');
  await handIn(page);
  await expect(page.getByRole('heading', { name: 'Handed in' })).toBeVisible();
  const its = await assignmentLink([{ lesson: '02-three-drawers' }, friend]);
  await openAssignment(page, its);
  await expect(step(page, 'Lesson 2: Three drawers')).toContainText('0 of 5 exercises handed in');
  // The same exercise, set by itself, begins anew.
  await openAssigned(page, friendTitle);
  await expect(page.getByRole('textbox')).toHaveValue('');
  await page.getByRole('textbox').fill('For the assignment.');
  await handIn(page);
  await back(page);
  await expect(step(page, 'Lesson 2: Three drawers')).toContainText('0 of 5 exercises handed in');

  await page.getByRole('link', { name: 'Open the lesson' }).click();
  await page.waitForURL('**/lessons/02-three-drawers/');
  const form = page.locator('form[data-exercise="practice-three-a"]');
  await form.scrollIntoViewIfNeeded();
  await expect(form).toHaveAttribute('data-awake', 'true');
  await form.getByRole('radio', { name: 'Opinion' }).first().check();
  await form.getByRole('button', { name: 'Hand in' }).click();
  await expect.poll(async () => (await attempts(page)).length).toBe(3);
  await page.goBack();
  await expect(step(page, 'Lesson 2: Three drawers')).toContainText('1 of 5 exercises handed in');
  await expect(left(page)).toHaveText(/Lesson 2: Three drawers.*: 1 of 5 exercises handed in/);
  const { attempts: sent } = await submissionIn(await handInAssignment(page));
  expect(sent.map(({ exercise, assignment }) => [exercise, assignment])).toEqual([
    ['three-drawers-say', 'abc123def456'],
    ['practice-three-a', undefined],
  ]);
});

test('two assignments with the same exercise are kept apart, and both are listed', async ({ page }) => {
  await openAssignment(page, await assignmentLink([friend]));
  await answerFriend(page, 'For the first.');
  await openAssignment(page, await assignmentLink([friend], { id: 'otherotherot', title: 'Another' }));
  await expect(step(page, friendTitle)).toContainText('Not begun');
  await answerFriend(page, 'For the other.');
  await back(page);
  const { attempts: sent } = await submissionIn(await handInAssignment(page));
  expect(sent.map(({ answer }) => answer)).toEqual([{ 'say:sentence': 'For the other.' }]);
  await give(page);
  await page.getByRole('link', { name: 'Your other assignments' }).click();
  await expect(heading(page)).toHaveText('Your assignments');
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([
    /^Another\s*handed in on /,
    /^The 600\s*opened on .*, not handed in$/,
  ]);
  await page.getByRole('link', { name: 'The 600' }).click();
  await expect(step(page, friendTitle)).toContainText('✓ Handed in');
  await page.goto('/my-work/');
  await expect(page.getByText('for the assignment “Another”')).toBeVisible();
});

test('an assignment that is overdue can still be handed in', async ({ page }) => {
  await openAssignment(page, await assignmentLink([friend], { due: '2020-01-31' }));
  await expect(
    page.getByText('It was due on Friday, 31 January 2020. You can still hand it in.'),
  ).toBeVisible();
  await answerFriend(page);
  await back(page);
  await handInAssignment(page);
});

test('what the site no longer has is said and not waited for', async ({ page }) => {
  const steps: Step[] = [
    { exercise: 'a-gone-exercise' },
    { lesson: '99-a-gone-lesson' },
    { ...six, claims: ['headline-toll', 'a-gone-claim'] },
    { ...headband, claims: ['a-gone-claim'] },
  ];
  await openAssignment(page, await assignmentLink(steps));
  await expect(
    page.getByText('Your teacher chose “a-gone-exercise”, which is not here any more.'),
  ).toBeVisible();
  await expect(page.getByText('Your teacher chose “99-a-gone-lesson”')).toBeVisible();
  await expect(step(page, sixTitle)).toContainText(
    'One claim that your teacher chose is no longer in the article.',
  );
  await expect(left(page)).toHaveText([/^Six claims/]);
  await openAssigned(page, sixTitle);
  await expect(page.getByText('One claim that your teacher chose is no longer')).toBeVisible();
  await sort(page, 1, 'Unverified figure');
  await expect(progress(page)).toHaveText('1 of 1');
  await handIn(page);
  await back(page);
  await expect(page.getByText('Everything is done.')).toBeVisible();
  await button(page, `Open ${headbandTitle}`).click();
  await expect(
    page.getByText('None of the claims that your teacher chose is in the article any more.'),
  ).toBeVisible();
  await back(page);
  expect((await submissionIn(await handInAssignment(page))).attempts).toHaveLength(1);
});

test('a link that does not open says why, and the whole one can be pasted', async ({ page }) => {
  const whole = await assignmentLink([friend]);
  const wrong: readonly [string, string][] = [
    [
      whole.slice(0, -9),
      'The end of this link is missing. Ask your teacher for it again, and copy the whole of it.',
    ],
    [
      whole.replace(/(WSA1\..{12})./, (_, start: string) => `${start}_`),
      'Something in this link has been changed. Ask your teacher for it again, and copy the whole of it.',
    ],
    [
      '/assignment/#%E0%A4%A',
      'This is not the link of an assignment. Ask your teacher for the link again, and copy the whole of it.',
    ],
    [
      whole.replace('WSA1', 'WSA2'),
      'This link comes from a newer Who Says? than this one. Load this page again; if that does not help, tell your teacher.',
    ],
    [
      `/assignment/#${await pack('submission', {})}`,
      'This is work that somebody handed in, not an assignment. Ask your teacher for the link of the assignment.',
    ],
    [
      `/assignment/#${await pack('assignment', { id: 'abc123def456', title: 'The 600' })}`,
      'This assignment cannot be opened: it does not say what is to be done. Ask your teacher for the link again.',
    ],
  ];
  for (const [address, reason] of wrong) {
    await page.goto('about:blank');
    await page.goto(address);
    await expect(page.getByRole('alert')).toHaveText(reason);
    await expect(heading(page)).toHaveText('This link does not open');
  }
  await page
    .getByLabel('Paste the link from your teacher')
    .fill(`Here it is: https://example.org${whole.slice(0, 50)} ${whole.slice(50)} see you`);
  await button(page, 'Open').click();
  await expect(heading(page)).toHaveText('The 600');
  await expect(heading(page)).toBeFocused();
  // From one to another without a load, and back.
  await page.evaluate((hash) => (location.hash = hash), wrong[0]![0].split('#')[1]!);
  await expect(heading(page)).toHaveText('This link does not open');
  await expect(heading(page)).toBeFocused();
  await page.goBack();
  await expect(heading(page)).toHaveText('The 600');
});

test('where nothing can be kept, the page says so and it can be done and handed in at one go', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Denied.', 'SecurityError');
        },
      });
  });
  await openAssignment(
    page,
    await assignmentLink([six, { lesson: '02-three-drawers' }], { name: 'nickname' }),
  );
  await expect(page.getByRole('alert').first()).toContainText('This device does not let us keep your work');
  await expect(step(page, 'Lesson 2')).toContainText('What you do there cannot be handed in from here');
  await openAssigned(page, sixTitle);
  await sort(page, 1, 'Opinion');
  await handIn(page);
  await expect(readOut(page)).toBeVisible();
  await back(page);
  const { who, attempts: sent } = await submissionIn(await handInAssignment(page, 'Fox'));
  expect(who).toBe('Fox');
  expect(sent[0]!.answer).toEqual({ 'label:excuse-fears': 'opinion' });
});

test('a device that is full while the learner works loses nothing', async ({ page }) => {
  await openAssignment(page, await assignmentLink([six]));
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
  });
  await openAssigned(page, sixTitle);
  await sort(page, 1, 'Opinion');
  await handIn(page);
  await expect(page.getByText('this device could not keep it')).toBeVisible();
  await back(page);
  await expect(step(page, sixTitle)).toContainText('✓ Handed in');
  expect((await submissionIn(await handInAssignment(page))).attempts).toHaveLength(1);
  await expect(page.getByText('This device does not let us keep your work')).toBeVisible();
});

test('the codes together are what the text says, and they turn only when asked to', async ({ page }) => {
  await openAssignment(page, await assignmentLink([six, friend]));
  await openAssigned(page, sixTitle);
  for (let n = 1; n <= 6; n += 1) await sort(page, n, n % 2 ? 'Opinion' : 'Sourced claim');
  await handIn(page);
  await back(page);
  await answerFriend(page, 'An answer that is long enough for more than one code. '.repeat(4));
  await back(page);
  const text = await handInAssignment(page);
  await page.locator('summary', { hasText: /^Show as \d codes to scan$/ }).click();
  const code = page.getByRole('img', { name: /^Code \d of \d$/ });
  const of = Number((await code.getAttribute('aria-label'))!.at(-1));
  expect(of).toBeGreaterThan(1);
  const read: string[] = [];
  for (let n = 1; n <= of; n += 1) {
    await expect(code).toHaveAccessibleName(`Code ${n} of ${of}`);
    read.push(await readCode(code));
    await button(page, 'Next').click();
  }
  expect(joinSequence(read).map(({ parcel }) => parcel)).toEqual([text]);
  await expect(code).toHaveAccessibleName(`Code 1 of ${of}`);
  await button(page, 'Show one after another').click();
  // Each stands there for a moment only.
  const shown = () => code.getAttribute('aria-label');
  await expect.poll(shown, { intervals: [100], timeout: 4000 }).toBe(`Code 2 of ${of}`);
  await button(page, 'Stop').click();
  await expect(button(page, 'Show one after another')).toBeVisible();
});

test('a link is opened on paper and without a script: what is asked is printed, and the page says what it needs', async ({
  page,
  browser,
}) => {
  const its = await assignmentLink([six, friend], { message: 'Take your time.', name: 'nickname' });
  await openAssignment(page, its);
  await page.emulateMedia({ media: 'print' });
  await expect(step(page, sixTitle)).toBeVisible();
  await expect(page.getByText('Take your time.')).toBeVisible();
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByLabel('Your nickname')).toBeHidden();
  const bare = await fresh(browser, { javaScriptEnabled: false });
  await bare.goto(its);
  await expect(bare.locator('noscript p')).toContainText('This page needs JavaScript');
  await expect(bare.locator('noscript p')).toBeVisible();
  await expect(bare.getByText('Looking …')).toBeHidden();
  await bare.context().close();
});

test('at 320 px and by touch nothing scrolls sideways, and axe finds nothing, from the link to the text', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await fresh(browser, {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const look = async (when: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${when}: ${id} at ${nodes[0]!.target}`)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      when,
    ).toBe(0);
  };
  const steps = [{ ...six, claims: ['headline-toll', 'turning-point'], sure: true }, friend];
  const message =
    'Take your time.\nخذ وقتك.\nhttps://example.org/averylongaddresswithoutanyplacetobreakitinto';
  await openAssignment(
    page,
    await assignmentLink(steps, { message, name: 'nickname', title: 'Donaudampfschifffahrt'.repeat(4) }),
  );
  await look('what is asked');
  await button(page, `Open ${sixTitle}`).tap();
  await awake(page);
  await look('an exercise');
  // A learner taps the words of an answer, one statement after another.
  await statement(page, 1).getByText('Unverified figure', { exact: true }).tap();
  await statement(page, 1).getByText('Fairly', { exact: true }).tap();
  await statement(page, 1).getByRole('button', { name: 'Next' }).tap();
  await statement(page, 2).getByText('Opinion', { exact: true }).tap();
  await button(page, 'Hand in').tap();
  await expect(readOut(page)).toHaveText('2 of 2 as the key has them');
  await look('the reasons');
  await button(page, /^Next: Answer a friend/).tap();
  await page.getByRole('textbox').fill('Who counted?');
  await button(page, 'Hand in').tap();
  await button(page, 'Next: give it to your teacher').tap();
  await page.getByLabel('Your nickname').fill('Fox');
  await button(page, 'Hand in to your teacher').tap();
  await page.locator('summary', { hasText: 'to scan' }).tap();
  await page.getByRole('img', { name: /^Code 1 of/ }).waitFor();
  await look('handed in');
  await button(page, 'Somebody else works on this device now').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Begin' }).tap();
  await button(page, 'Somebody else works on this device now').tap();
  await page.getByRole('button', { name: /^Go on as “Fox”/ }).waitFor();
  await look('somebody else');
  await page.goto('about:blank');
  await page.goto('/assignment/#WSA1.cut');
  await page.getByRole('alert').waitFor();
  await look('a link that does not open');
  await page.context().close();
});

/** A page of a device of its own. */
async function fresh(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL!, ...options });
  return context.newPage();
}

test('an exercise that is left stays nowhere: opened again and again, the page does not grow', async ({
  page,
}) => {
  const cdp = await page.context().newCDPSession(page);
  const nodes = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Memory.getDOMCounters')).nodes;
  };
  await openAssignment(page, await assignmentLink([{ exercise: 'deir-ez-zor-sort' }]));
  await openAssigned(page, 'Sort the statements');
  await sort(page, 1, 'Opinion');
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  const visit = async () => {
    await expect(page.locator('.feedback')).toHaveCount(14);
    await page.getByRole('button', { name: 'Back to the list' }).click();
  };
  await visit();
  const once = await nodes();
  for (let n = 0; n < 3; n += 1) {
    await openAssigned(page, 'Sort the statements');
    await visit();
  }
  // An exercise kept in memory has some 1,900 nodes.
  await expect.poll(nodes).toBeLessThan(once + 1500);
});
