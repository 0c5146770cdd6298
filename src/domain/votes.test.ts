import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labels } from './label.ts';
import { division, favourites, handsOf, shareOf, shift, type Votes } from './votes.ts';

const votes: fc.Arbitrary<Votes> = fc.record(
  Object.fromEntries(labels.map((label) => [label, fc.nat(40)])) as Record<string, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);

test('hands are added up, and a label that nobody chose has no share', () => {
  const some: Votes = { opinion: 3, 'sourced-claim': 9 };
  expect(handsOf(some)).toBe(12);
  expect(shareOf(some, 'opinion')).toBe(0.25);
  expect(shareOf(some, 'no-source-shown')).toBe(0);
  expect(shareOf({}, 'opinion')).toBe(0);
});

test('the label with most hands is the favourite; a tie has several, no hands have none', () => {
  expect(favourites({ opinion: 3, 'sourced-claim': 9 })).toEqual(['sourced-claim']);
  expect(favourites({ opinion: 4, 'sourced-claim': 4, 'unverified-figure': 1 })).toEqual([
    'sourced-claim',
    'opinion',
  ]);
  expect(favourites({ opinion: 0 })).toEqual([]);
  expect(favourites({})).toEqual([]);
});

test('the shift is the part of the class that must have changed its mind', () => {
  expect(shift({ opinion: 10 }, { opinion: 10 })).toBe(0);
  expect(shift({ opinion: 10 }, { 'sourced-claim': 7 })).toBe(1);
  expect(shift({ opinion: 12, 'sourced-claim': 8 }, { opinion: 4, 'sourced-claim': 16 })).toBeCloseTo(0.4);
  expect(shift({ opinion: 10 }, {})).toBeUndefined();
});

test('the shift lies between 0 and 1, is the same both ways, and 0 from a vote to itself', () => {
  fc.assert(
    fc.property(votes, votes, (first, second) => {
      const there = shift(first, second);
      fc.pre(there !== undefined);
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(1 + 1e-12);
      expect(shift(second, first)).toBeCloseTo(there);
      expect(shift(first, first)).toBe(0);
    }),
  );
});

test('the division is the relative entropy of Shannon’s source of four letters: 7/8', () => {
  // Shannon 1948, section 7: probabilities 1/2, 1/4, 1/8, 1/8; 7/4 bits of 2.
  const letters: Votes = { 'sourced-claim': 4, 'unverified-figure': 2, opinion: 1, 'no-source-shown': 1 };
  expect(division(letters, 4)).toBeCloseTo(7 / 8, 12);
});

test('the division is 0 where all agree, 1 where every label on offer has as many hands, and nothing without hands', () => {
  expect(division({ opinion: 7 }, 3)).toBeCloseTo(0, 12);
  expect(division({ opinion: 7, 'sourced-claim': 7, 'unverified-figure': 7 }, 3)).toBeCloseTo(1, 12);
  expect(division({ opinion: 7, 'sourced-claim': 7, 'unverified-figure': 7 }, 4)).toBeLessThan(1);
  expect(division({}, 3)).toBeUndefined();
});

test('the division depends on the shares alone, and not on which label has which', () => {
  fc.assert(
    fc.property(votes, (some) => {
      const there = division(some, 4);
      fc.pre(there !== undefined);
      expect(there).toBeGreaterThanOrEqual(0);
      expect(there).toBeLessThanOrEqual(1 + 1e-12);
      const turned = Object.fromEntries(labels.map((label, at) => [label, some[labels[(at + 1) % 4]!] ?? 0]));
      const twice = Object.fromEntries(labels.map((label) => [label, 2 * (some[label] ?? 0)]));
      expect(division(turned, 4)).toBeCloseTo(there);
      expect(division(twice, 4)).toBeCloseTo(there);
    }),
  );
});
