import { expect, test, type Browser, type Page } from '@playwright/test';
import { labelWords, type Label } from '#domain/label.ts';
import {
  handInAssignment,
  openAssigned,
  openAssigning,
  openAssignment,
  saveAssignment,
  sort,
  statement,
} from './steps.ts';

const exercise = 'deir-ez-zor-first-six';
const title = 'Six claims from the article';
const handIn = (page: Page) => page.getByRole('button', { name: /^Hand in( again)?$/ }).click();
const back = (page: Page) => page.getByRole('button', { name: 'Back to the list' }).click();

/** A learner on a device of their own, with the assignment's exercise open. */
async function learner(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await openAssignment(page, link);
  await openAssigned(page, title);
  return page;
}

test('a teacher assigns, three learners do it each in their way, the teacher collects and reads the report', async ({
  browser,
  page: teacher,
}) => {
  test.setTimeout(120_000);
  const { claims } = (await (await teacher.request.get(`/keys/${exercise}.json`)).json()) as {
    claims: { label: Label }[];
  };
  const key = claims.map(({ label }) => labelWords[label].name);

  await openAssigning(teacher);
  await teacher.locator('summary', { hasText: 'Six hundred in one strike?' }).click();
  await teacher.getByRole('checkbox', { name: title }).check();
  await teacher.getByLabel('Title').fill('The 600');
  await teacher.getByRole('radio', { name: 'A nickname' }).check();
  const link = await saveAssignment(teacher);

  // Ana has them all as the key; half-way her network goes, and does not come back.
  const ana = await learner(browser, link);
  for (let n = 1; n <= 3; n += 1) await sort(ana, n, key[n - 1]!);
  await ana.context().setOffline(true);
  for (let n = 4; n <= 6; n += 1) await sort(ana, n, key[n - 1]!);
  await handIn(ana);
  await expect(ana.getByRole('heading', { name: '6 of 6 as the key has them' })).toBeVisible();
  await back(ana);
  const anas = await handInAssignment(ana, 'Ana');

  // Ben takes everything for opinion; his page is loaded anew in the middle.
  const ben = await learner(browser, link);
  for (let n = 1; n <= 3; n += 1) await sort(ben, n, 'Opinion');
  await ben.reload();
  await expect(statement(ben, 3).getByRole('radio', { name: 'Opinion' })).toBeChecked();
  for (let n = 4; n <= 6; n += 1) await sort(ben, n, 'Opinion');
  await handIn(ben);
  await back(ben);
  const bens = await handInAssignment(ben, 'Ben');

  // Caro leaves all but one out, hands in, finds that this was hasty, and hands in once more.
  const caro = await learner(browser, link);
  await sort(caro, 1, key[0]!);
  await handIn(caro);
  await back(caro);
  const hasty = await handInAssignment(caro, 'Caro');
  await openAssigned(caro, title);
  await caro.getByRole('button', { name: 'Revise once' }).click();
  for (let n = 2; n <= 6; n += 1) await sort(caro, n, key[n - 1]!);
  await handIn(caro);
  await back(caro);
  const caros = await handInAssignment(caro);

  // The newer one comes first: what counts is when it was handed in.
  await teacher.goto('/teach/collect/');
  await teacher.getByLabel('Texts').fill([caros, anas, `> ${hasty}`, `From Ben:\n${bens}`].join('\n\n'));
  await teacher.getByRole('button', { name: 'Add what is in it' }).click();
  await teacher.getByRole('link', { name: /^Report: 3 learners/ }).click();

  await expect(teacher.getByText('3 learners handed in')).toBeVisible();
  const rows = teacher.getByRole('table', { name: /^Who said what/ });
  await expect(rows.getByRole('row', { name: /^Ana/ })).toContainText('6 of 6');
  await expect(rows.getByRole('row', { name: /^Ben/ })).toContainText(
    `${key.filter((label) => label === 'Opinion').length} of 6`,
  );
  await expect(rows.getByRole('row', { name: /^Caro/ })).toContainText('1 of 1');
  await teacher.getByRole('radio', { name: 'After the second look' }).check();
  await expect(rows.getByRole('row', { name: /^Caro/ })).toContainText('6 of 6');
});
