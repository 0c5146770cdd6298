import { describe, expect, test } from 'vitest';
import { discernment, doubtsIn, enoughClaims, quantile } from './discernment.ts';
import { claimKey, labelEach, marksOf } from './samples/claims.ts';

// Table values of the normal distribution.
test.each([
  [0.5, 0],
  [0.975, 1.959964],
  [0.8413447, 1],
  [0.01, -2.326348],
  [0.999, 3.090232],
])('the normal quantile of %d is %d', (p, z) => {
  expect(quantile(p)).toBeCloseTo(z, 5);
});

describe('d′ and c', () => {
  test('are those of the worked example of Stanislaw and Todorov (1999), H = 0.8 and F = 0.4, when corrected rates are the same', () => {
    // Corrected: (hits + 0.5)/(signals + 1) = 0.8 and (falseAlarms + 0.5)/(noises + 1) = 0.4.
    const found = discernment({ hits: 31.5, signals: 39, falseAlarms: 15.5, noises: 39 })!;
    expect(found.sensitivity).toBeCloseTo(1.095, 3);
    expect(found.criterion).toBeCloseTo(-0.294, 3);
  });

  test('stay finite when everything or nothing was doubted', () => {
    const all = discernment({ hits: 30, signals: 30, falseAlarms: 30, noises: 30 })!;
    expect(all.sensitivity).toBeCloseTo(0, 9);
    expect(all.criterion).toBeLessThan(-1.5);
    const none = discernment({ hits: 0, signals: 30, falseAlarms: 0, noises: 30 })!;
    expect(none.criterion).toBeCloseTo(-all.criterion, 9);
  });

  test('are not told from too few claims', () => {
    const few = enoughClaims - 1;
    expect(discernment({ hits: 5, signals: few, falseAlarms: 1, noises: 40 })).toBeUndefined();
    expect(discernment({ hits: 5, signals: 40, falseAlarms: 1, noises: few })).toBeUndefined();
  });
});

test('doubt is any label but “sourced claim”; disputed claims and those left out count nowhere', () => {
  const key = [
    claimKey('a', 'sourced-claim'),
    claimKey('b', 'sourced-claim'),
    claimKey('c', 'unverified-figure'),
    claimKey('d', 'opinion'),
    claimKey('e', 'no-source-shown'),
    claimKey('f', 'opinion', { scored: false }),
    claimKey('g', 'opinion'),
  ];
  const given = [
    'opinion',
    'sourced-claim',
    'sourced-claim',
    'no-source-shown',
    'opinion',
    'opinion',
  ] as const;
  const marks = marksOf(
    key,
    labelEach(key, (_, at) => given[at]),
  );
  expect(doubtsIn(marks)).toEqual({ hits: 2, signals: 3, falseAlarms: 1, noises: 2 });
});
