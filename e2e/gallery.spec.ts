import { expect, test, type Locator, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { readdirSync } from 'node:fs';
import { answers } from '#domain/answer.ts';
import type { BaseSpec, Example, ExerciseType } from '#exercises/contract.ts';
import { attempts, awake } from './steps.ts';

const folder = new URL('../src/exercises/', import.meta.url);
const types = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What the folder of a type says of itself. */
async function read(
  type: string,
): Promise<{ example: Example<BaseSpec>; type: ExerciseType<BaseSpec, unknown> }> {
  const [{ example }, exercise] = await Promise.all([
    import(new URL(`${type}/example.ts`, folder).href),
    import(new URL(`${type}/exercise.ts`, folder).href),
  ]);
  return { example, type: exercise };
}

/** The form of a type's example in the gallery. */
function form(page: Page, type: string): Locator {
  return page.locator(`form[data-exercise="gallery-${type}"]`);
}

/** Fills in an answer as a learner does, field by field. */
async function fill(form: Locator, answer: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(answer)) {
    const fields = form.locator(`[name="${name}"]`);
    const kind = await fields.first().evaluate((field) => (field as HTMLInputElement).type);
    if (kind === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === 'checkbox') await fields.check();
    else if (kind === 'select-one') await fields.selectOption(value);
    // A slider and the box for its number are one field: the number is typed.
    else await fields.last().fill(value);
  }
}

test('whoever goes to an item is there at once, and it stands still', async ({ page }) => {
  await page.goto('/gallery/');
  await awake(page);
  const moved = await page.evaluate(async () => {
    const frame = () => new Promise((shown) => requestAnimationFrame(shown));
    const far: [item: string | undefined, pixels: number][] = [];
    for (const item of document.querySelectorAll<HTMLElement>('form [data-item]')) {
      scrollTo(0, 0);
      await frame().then(frame);
      item.scrollIntoView({ block: 'center' });
      const { top } = item.getBoundingClientRect();
      await frame().then(frame);
      far.push([item.dataset['item'], Math.round(item.getBoundingClientRect().top - top)]);
    }
    return far.filter(([, pixels]) => Math.abs(pixels) > 2);
  });
  expect(moved).toEqual([]);
});

for (const name of types) {
  test.describe(`the type ${name}`, () => {
    test('can be answered, keeps its answer over a reload, and gives every item its reason', async ({
      page,
    }) => {
      const { example, type } = await read(name);
      const items = type.items(example.spec, example.article);
      // The fullest answer; a source is chosen in an open question only, and marking has tests of its own for that.
      const { answer } = example.answers[0]!;
      const fields = Object.fromEntries(
        Object.entries(answer).filter(([field]) => !field.startsWith('says:')),
      );
      const answered = items.filter((item) => answers(fields, type.main, item));
      await page.goto('/gallery/');
      await awake(page);
      const its = form(page, name);
      // Where questions stand behind the words they ask about, each is opened there.
      if ((await its.locator('a[data-claim]').count()) > 0) {
        for (const item of items) {
          await its.locator(`a[data-claim="${item}"]`).focus();
          await page.keyboard.press('Enter');
          await fill(
            its,
            Object.fromEntries(Object.entries(fields).filter(([field]) => field === `label:${item}`)),
          );
        }
      } else await fill(its, fields);
      await expect(its.locator('[data-done]')).toHaveText(String(answered.length));

      await page.reload();
      await awake(page);
      await expect(its.locator('[data-done]')).toHaveText(String(answered.length));
      await its.getByRole('button', { name: 'Hand in' }).click();
      await expect(page.locator(`#gallery-${name}-result`)).toBeVisible();
      for (const item of items)
        await expect(its.locator(`[data-item="${item}"] .feedback`).first()).toBeAttached();
      await expect
        .poll(async () => (await attempts(page)).map(({ exercise }) => exercise))
        .toEqual([`gallery-${name}`]);
      expect((await attempts(page))[0]!.answer).toEqual(fields);
      const { violations } = await new AxeBuilder({ page }).include(`#${name}`).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

    test.describe('without a script', () => {
      test.use({ javaScriptEnabled: false });

      test('shows every field, and the key to open', async ({ page }) => {
        const { example, type } = await read(name);
        await page.goto('/gallery/');
        for (const item of type.items(example.spec, example.article)) {
          const fields = form(page, name).locator(`[data-item="${item}"] :is(input, select, textarea)`);
          await expect(fields.first()).toBeVisible();
          await expect(fields.first()).toBeEnabled();
        }
        await page.locator(`#${name} noscript summary`).click();
        await expect(page.locator(`#${name} noscript details li`).first()).toBeVisible();
      });
    });
  });
}
