import { expect, type Locator, type Page } from '@playwright/test';
import decodeQR from 'qr/decode.js';
import type { Assignment, Step } from '#domain/assignment.ts';
import type { Attempt } from '#storage/attempt.ts';
import { linkTo } from '#storage/handout.ts';

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

/** Goes to an exercise and waits until its island is awake, and no words move any more because the fonts come. */
export async function openExercise(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await awake(page);
  await page.evaluate(() => document.fonts.ready);
}

/** Waits until there is an exercise on the page and the island of each is awake. */
export async function awake(page: Page): Promise<void> {
  // A page that is still coming, or that still fetches its exercise, has no form: none would be asleep.
  await page.locator('form[data-exercise]').first().waitFor({ state: 'attached' });
  await expect(page.locator('form[data-exercise]:not([data-awake])')).toHaveCount(0, { timeout: 15_000 });
}

/** Presses Tab until the focus is in `target`. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
  }
  throw new Error(`${most} times Tab did not lead to ${target}`);
}

/** The element that has the focus, as far as it belongs to the form of an exercise. */
interface Focus {
  readonly kind:
    'claim' | 'radio' | 'checkbox' | 'select' | 'slider' | 'number' | 'text' | 'hand in' | 'other';
  /** Whether it is answered already, it or its group. */
  readonly answered: boolean;
  /** How many options there are to choose from; and for a box, which of its group it is. */
  readonly options: number;
  readonly nth: number;
}

/** Runs in the page. */
function focusIn(exercise: string): Focus | undefined {
  const element = document.activeElement as HTMLInputElement;
  const form = element.closest('form');
  if (form?.dataset['exercise'] !== exercise) return undefined;
  const group = [...(element.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input') ?? [])].filter(
    ({ type }) => type === element.type,
  );
  const about = (kind: Focus['kind'], answered: boolean): Focus => ({
    kind,
    answered,
    options: group.length,
    nth: group.indexOf(element),
  });
  if (element.matches('a[data-claim]')) return about('claim', element.dataset['label'] !== undefined);
  if (element.type === 'radio' || element.type === 'checkbox')
    return about(
      element.type,
      group.some(({ checked }) => checked),
    );
  if (element.matches('select')) return about('select', element.value !== '');
  if (element.type === 'range') return about('slider', element.dataset['set'] !== undefined);
  if (element.matches('input:is([type=number], [inputmode])')) return about('number', element.value !== '');
  if (element.matches('input, textarea')) return about('text', element.value !== '');
  return about(element.matches('[type=submit]') ? 'hand in' : 'other', false);
}

/**
 * Answers every question of an exercise with the keyboard alone, coming from above it, and hands it in: each field as
 * its kind is used, with an answer here and another there. What the fields are called, and whose they are, does not
 * matter.
 */
export async function workByKeyboard(page: Page, exercise: string): Promise<void> {
  const { keyboard } = page;
  let fields = 0;
  for (let pressed = 0; pressed < 300; pressed += 1) {
    await keyboard.press('Tab');
    let focus = await page.evaluate(focusIn, exercise);
    // Through an article one goes with the arrow keys.
    for (; focus?.kind === 'claim' && !focus.answered; fields += 1) {
      await keyboard.press(String(1 + (fields % 4)));
      await keyboard.press('ArrowRight');
      focus = await page.evaluate(focusIn, exercise);
    }
    if (!focus || focus.kind === 'other' || focus.kind === 'claim' || focus.answered) continue;
    if (focus.kind === 'hand in') {
      const form = page.locator(`form[data-exercise="${exercise}"]`);
      await expect(form.getByText(/^(All \d+ answered|Answered)\.$/)).toBeVisible();
      await keyboard.press('Enter');
      // The focus goes to what came of it.
      await expect(page.locator('section.result:focus + form')).toHaveAttribute('data-exercise', exercise);
      return;
    }
    const option = fields % Math.max(1, focus.options);
    fields += 1;
    if (focus.kind === 'radio' && fields % 2 === 0) await keyboard.press(String(1 + option));
    else if (focus.kind === 'radio') {
      await keyboard.press('Space');
      for (let down = 0; down < option; down += 1) await keyboard.press('ArrowDown');
    } else if (focus.kind === 'checkbox') await keyboard.press('Space');
    else if (focus.kind === 'select') await keyboard.press('ArrowDown');
    else if (focus.kind === 'slider') await keyboard.press('PageUp');
    else await keyboard.type(focus.kind === 'number' ? '12' : 'A minister said so');
  }
  throw new Error(`300 times Tab did not lead through ${exercise}`);
}

/** The attempts that the log of this device holds, oldest first. */
export async function attempts(page: Page): Promise<Attempt[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('who-says');
        let none = false;
        // The page has not made it yet, and has to make it itself.
        opening.onupgradeneeded = () => {
          none = true;
          opening.transaction!.abort();
        };
        opening.onerror = () => (none ? resolve([]) : reject(opening.error));
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

/** Keeps every script from the page, or what else is asked for, as a slow network does. @returns what lets it come */
export async function hold(page: Page, which = '**/*.js'): Promise<() => void> {
  let come = (): void => undefined;
  const released = new Promise<void>((resolve) => (come = resolve));
  await page.route(which, async (route) => {
    await released;
    await route.continue();
  });
  return () => come();
}

/** Opens the page on which a teacher sets an assignment, and waits until its island is awake. */
export async function openAssigning(page: Page): Promise<void> {
  await page.goto('/teach/assign/');
  await expect(page.getByRole('region', { name: 'What learners see' })).toContainText(
    'Nothing is chosen yet.',
  );
}

/** Chooses, for an assignment, sorting the statements on the headband. */
export async function chooseHeadband(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Title' }).fill('Stress');
  await page.locator('summary', { hasText: 'A headband against exam stress?' }).click();
  await page
    .getByRole('group', { name: /headband/ })
    .getByRole('checkbox', { name: 'Sort the statements' })
    .check();
}

/** Saves the assignment that was put together on the teacher's page. @returns its link */
export async function saveAssignment(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save and get the link' }).click();
  const link = page.getByRole('region', { name: /^Hand out/ }).getByLabel('The link', { exact: true });
  await expect(link).toHaveValue(/#WSA1\./);
  return link.inputValue();
}

/** The link of an assignment, put together without the page; plain but for what `rest` sets. */
export function assignmentLink(steps: readonly Step[], rest: Partial<Assignment> = {}): Promise<string> {
  return linkTo('/assignment/', {
    id: 'abc123def456',
    title: 'The 600',
    steps,
    feedback: 'each',
    revise: true,
    shuffled: false,
    level: 'standard',
    name: 'off',
    ...rest,
  });
}

/** Opens the link of an assignment as a learner, and waits until what it asks is listed. */
export async function openAssignment(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Hand in', exact: true })).toBeVisible();
}

/** Opens an exercise of the assignment from its list, and waits until its island is awake. */
export async function openAssigned(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^(Open|Look at it) ${title}`) }).click();
  await page.locator('form[data-exercise][data-awake]').waitFor();
}

/**
 * Hands the assignment in from its list.
 *
 * @param who the nickname or code, where one is asked
 * @returns the text for the teacher
 */
export async function handInAssignment(page: Page, who?: string): Promise<string> {
  if (who !== undefined) await page.getByRole('textbox', { name: /^Your (nickname|code)$/ }).fill(who);
  await page.getByRole('button', { name: /^Hand in (to your teacher|again)$/ }).click();
  await expect(page.getByRole('heading', { name: 'Ready for your teacher' })).toBeFocused();
  return page.getByLabel('Your answers as text').inputValue();
}

/** What a QR code on the page says. */
export async function readCode(code: Locator): Promise<string> {
  const path = (await code.locator('path').getAttribute('d'))!;
  const side = Number((await code.getAttribute('viewBox'))!.split(' ')[2]) * 4;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g))
    for (let row = 0; row < 4; row += 1)
      for (let column = 0; column < 4; column += 1) {
        const at = ((Number(y) * 4 + row) * side + Number(x) * 4 + column) * 4;
        data.fill(0, at, at + 3);
      }
  return decodeQR({ width: side, height: side, data });
}

/** The addresses of every page of the site: what can be reached from the front page, the gallery, a missing page. */
export async function everyPage(page: Page): Promise<string[]> {
  const found = [
    '/',
    '/gallery/',
    '/no-such-page/',
    '/assignment/',
    '/exercises/sleep-headband-mark/no-script/',
  ];
  for (const address of found) {
    const html = await (await page.request.get(address)).text();
    for (const [, href] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) {
      if (!found.includes(href!) && !href!.endsWith('.pdf')) found.push(href!);
    }
  }
  return found;
}
