import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';

const plans = readdirSync(new URL('../content/plans', import.meta.url)).map((name) =>
  name.replace('.yaml', ''),
);
const pages = ['/teach/', '/teach/plans/', '/teach/plans/forty-five/', '/teach/method/', '/teach/fairness/'];

/** How many pages a PDF by Chromium has: it writes the object of each in plain text. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
}

test('a teacher finds the plan for 45 minutes with the keyboard, and prints it', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => void (document.title = 'printing');
  });
  await page.goto('/teach/');
  await page.getByRole('link', { name: 'The plan for 45 minutes', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('45 minutes');

  const steps = page.getByRole('region', { name: 'Step by step' }).getByRole('listitem');
  await expect(steps.first()).toContainText('0–2');
  await expect(steps.last()).toContainText('38–45');
  const questions = page.getByRole('region', { name: 'Questions to ask, and answers you will get' });
  await expect(questions).toContainText('The key: Unverified figure · says: Shoigu');

  await page.getByRole('button', { name: 'Print this plan' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('printing');
});

for (const format of ['A4', 'Letter']) {
  test(`each of the ${plans.length} plans prints on one page of ${format}, with all that it says`, async ({
    page,
  }) => {
    expect(plans).toHaveLength(11);
    for (const plan of plans) {
      await page.goto(`/teach/plans/${plan}/`);
      await page.evaluate(() => document.fonts.ready);
      expect(pagesIn(await page.pdf({ format })), plan).toBe(1);
    }
    // The counting can tell one page from more.
    await page.goto('/teach/method/');
    expect(pagesIn(await page.pdf({ format }))).toBeGreaterThan(1);

    await page.goto(`/teach/plans/07-mark-the-whole/`);
    await page.emulateMedia({ media: 'print' });
    for (const region of await page.getByRole('region').all()) await expect(region).toBeVisible();
    await expect(page.locator('.screen-only').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
  });
}

test('every plan links to what learners go through', async ({ page }) => {
  for (const plan of plans) {
    await page.goto(`/teach/plans/${plan}/`);
    const links = page.getByText('What learners go through').getByRole('link');
    const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses.length, plan).toBeGreaterThan(0);
    for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200);
  }
});

test('the page on fairness counts the voices of both dossiers and says who is missing', async ({ page }) => {
  await page.goto('/teach/fairness/');
  for (const slug of ['deir-ez-zor-600', 'hatra-checkpoint']) {
    const dossier = await (await page.request.get(`/cases/${slug}/dossier/`)).text();
    const cards = dossier.match(/<li id="/g)!.length;
    const tally = page.getByRole('main').locator('section', { has: page.locator(`a[href*="${slug}"]`) });
    const counts = await tally.getByRole('cell').allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(cards);
    await expect(tally).toContainText('speaks here');
  }
  await expect(page.getByRole('main')).toContainText('reported, unverified');
});

test('axe finds nothing on the pages for teachers, in light and in dark, and nothing scrolls sideways at 320 px', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const address of pages) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id} ${nodes[0]!.target}`),
        address,
      ).toEqual([]);
    }
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      address,
    ).toBe(true);
  }
});
