import { expect, test } from 'vitest';
import { example } from './example.ts';
import { check, type Spec } from './schema.ts';

/** What {@link check} finds in the example, changed. */
function found(change: Partial<Spec>): string[] {
  return check({ ...example.spec, ...change }).map((fault) => `${fault.place}: ${fault.found}`);
}
const { steps, changes } = example.spec;

test('each step has a place of its own', () => {
  expect(found({ steps: steps.map((step) => ({ ...step, place: 2 })) })).toEqual([
    'steps: the places 2, 2, 2, 2',
  ]);
});

test('the steps are not shown in their order', () => {
  expect(found({ steps: steps.toSorted((a, b) => a.place - b.place) })).toEqual(['steps: the right order']);
});

test('a change names steps, and no reason against the right one', () => {
  const change = { ...changes[0]!, id: 'cook', step: 'soup', whyNot: { soup: 'No.', spoon: 'No.' } };
  expect(found({ changes: [change] })).toEqual([
    'changes › cook: the id of a step',
    'changes › cook: soup',
    'changes › cook: soup',
    'changes › cook: spoon',
    'changes › cook › whyNot: soup, the right step',
  ]);
});
