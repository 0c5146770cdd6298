import { expect, test } from '@playwright/test';
import { chromiumArgs, installedBrowser } from './browser.ts';
import {
  assignmentLink,
  attempts,
  handInAssignment,
  openAssigned,
  openAssignment,
  openExercise,
  saveAssignment,
  sort,
} from './steps.ts';

/*
 * A teacher's laptop may serve the class over plain HTTP, under a name of the school's network. Browsers keep some of
 * what they can do from such a page: random UUIDs, the clipboard, the camera.
 */
const name = 'laptop.school.test';
const executablePath = installedBrowser();

test.use({
  launchOptions: {
    args: [...chromiumArgs, `--host-resolver-rules=MAP ${name} 127.0.0.1`],
    ...(executablePath ? { executablePath } : {}),
  },
  baseURL: async ({ baseURL }, use) => use(baseURL!.replace('localhost', name)),
});

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
});

test('an exercise is handed in, kept and revised', async ({ page }) => {
  await openExercise(page, '/exercises/deir-ez-zor-sort/');
  await sort(page, 1, 'Opinion');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Revise once' }).click();
  await sort(page, 2, 'Opinion');
  await page.getByRole('button', { name: 'Hand in again' }).click();
  await expect.poll(() => attempts(page)).toHaveLength(2);
});

test('an assignment is made, done and handed in', async ({ page }) => {
  await page.goto('/teach/assign/');
  await page.getByRole('button', { name: '15 minutes', exact: true }).click();
  const link = await saveAssignment(page);
  expect(link).toContain(name);
  await page.getByRole('button', { name: /^Copy the link/ }).click();
  await expect(page.getByText(/This browser does not let us copy\./)).toBeVisible();

  await openAssignment(page, await assignmentLink([{ exercise: 'deir-ez-zor-first-six' }]));
  await openAssigned(page, 'Six claims');
  await sort(page, 1, 'Opinion');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  const text = await handInAssignment(page);

  await page.goto('/teach/collect/');
  await page.getByLabel('Texts').fill(text);
  await page.getByRole('button', { name: 'Add what is in it' }).click();
  await expect(page.getByText('1 new submission')).toBeVisible();
  await page.getByRole('button', { name: /camera/i }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});
