import { expect, type Locator, type Page } from '@playwright/test';

/** The n-th statement of a sorting exercise. */
export function statement(page: Page, n: number): Locator {
  return page.getByRole('listitem', { name: new RegExp(`^Statement ${n} of `) });
}

/** Gives the n-th statement of a sorting exercise a label. */
export async function sort(page: Page, n: number, label: string): Promise<void> {
  await statement(page, n).getByRole('radio', { name: label }).check();
}

/** The n-th claim of a marking exercise, as it stands in the article. */
export function claim(page: Page, n: number): Locator {
  return page.getByRole('link', { name: new RegExp(`^Claim ${n} of `) });
}

/** The question about the n-th claim of a marking exercise. */
export function question(page: Page, n: number): Locator {
  return page.getByRole('group', { name: `Claim ${n}`, exact: true });
}

/** Where to click words that may begin in the middle of a line and run over its end: on the first letters. */
export async function firstLetters(words: Locator): Promise<{ position: { x: number; y: number } }> {
  const position = await words.evaluate((element) => {
    const [all, first] = [element.getBoundingClientRect(), element.getClientRects()[0]!];
    return { x: first.x - all.x + 6, y: first.y - all.y + first.height / 2 };
  });
  return { position };
}

/** Opens the question about the n-th claim by mouse. */
export async function openClaim(page: Page, n: number): Promise<void> {
  await claim(page, n).click(await firstLetters(claim(page, n)));
}

/** How far the learner has come: "3 of 14". */
export function progress(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /^\d+ of \d+$/ });
}

/** Goes to an exercise and waits until its island is awake. */
export async function openExercise(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await awake(page);
}

/** Waits until the island of every exercise on the page is awake. */
export async function awake(page: Page): Promise<void> {
  await expect(page.locator('form[data-exercise]:not([data-awake])')).toHaveCount(0);
}

/** Presses Tab until the focus is in `target`. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
  }
  throw new Error(`${most} times Tab did not lead to ${target}`);
}

/** The attempts that the log of this device holds, oldest first. */
export async function attempts(
  page: Page,
): Promise<{ id: string; exercise: string; answer: Record<string, string>; at: string; revises?: string }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('who-says');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('attempts').objectStore('attempts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.sort((a, b) => (a.at < b.at ? -1 : 1)));
          };
        };
      }),
  );
}

/** The addresses of every page of the site: what can be reached from the front page, the gallery, a missing page. */
export async function everyPage(page: Page): Promise<string[]> {
  const found = ['/', '/gallery/', '/no-such-page/'];
  for (const address of found) {
    const html = await (await page.request.get(address)).text();
    for (const [, href] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) {
      if (!found.includes(href!)) found.push(href!);
    }
  }
  return found;
}
