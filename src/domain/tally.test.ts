import { expect, test } from 'vitest';
import type { ItemMark } from './mark.ts';
import { tally } from './tally.ts';

const mark = (more: Partial<ItemMark>): ItemMark => ({
  item: 'toll',
  answered: true,
  scored: true,
  earned: 0,
  possible: 1,
  ...more,
});
const right = mark({ earned: 1 });
const wrong = mark({});
const leftOut = mark({ answered: false });
const discussed = mark({ scored: false, possible: 0 });

test('a tally counts what was answered, and apart from it what was left out', () => {
  expect(tally([right, wrong, right, leftOut])).toEqual({ right: 2, of: 3, leftOut: 1 });
});

test('what is discussed counts nowhere in a tally, answered or not', () => {
  expect(tally([right, discussed, { ...discussed, answered: false }])).toEqual({
    right: 1,
    of: 1,
    leftOut: 0,
  });
});

test('there is no tally where nothing has a right answer: none of none would read as a failure', () => {
  expect(tally([discussed])).toBeUndefined();
  expect(tally([])).toBeUndefined();
});
