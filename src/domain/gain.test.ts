import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enoughLearners, gain, meanGain, studentQuantile, wilson } from './gain.ts';

// Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10.
test.each([
  ['56/70 against 48/80', [56, 70], [48, 80], 0.0524, 0.3339],
  ['9/10 against 3/10', [9, 10], [3, 10], 0.1705, 0.809],
  ['10/10 against 0/20', [10, 10], [0, 20], 0.6791, 1],
  ['10/10 against 0/10', [10, 10], [0, 10], 0.6075, 1],
] as const)('the band of %s is as published', (_, [right, of], [before, ofBefore], low, high) => {
  const found = gain({ right: before, of: ofBefore }, { right, of })!;
  expect(found.low).toBeCloseTo(low, 3);
  expect(found.high).toBeCloseTo(high, 3);
});

// Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const)("Wilson's band of %i of %i is as published", (right, of, low, high) => {
  expect(wilson({ right, of }).low).toBeCloseTo(low, 3);
  expect(wilson({ right, of }).high).toBeCloseTo(high, 3);
});

const share = fc
  .integer({ min: 1, max: 40 })
  .chain((of) => fc.integer({ min: 0, max: of }).map((right) => ({ right, of })));

test('the difference lies in its band, and turned round the band is mirrored', () => {
  fc.assert(
    fc.property(share, share, (before, after) => {
      const [there, back] = [gain(before, after)!, gain(after, before)!];
      expect(there.low).toBeLessThanOrEqual(there.difference + 1e-9);
      expect(there.high).toBeGreaterThanOrEqual(there.difference - 1e-9);
      expect(there.low).toBeCloseTo(-back.high, 9);
      expect(there.says === 'more').toBe(back.says === 'fewer');
    }),
  );
});

test('a few more right answers of ten are too close to call, many more are not', () => {
  expect(gain({ right: 5, of: 10 }, { right: 7, of: 10 })!.says).toBe('too-close');
  expect(gain({ right: 3, of: 10 }, { right: 9, of: 10 })!.says).toBe('more');
  expect(gain({ right: 9, of: 10 }, { right: 3, of: 10 })!.says).toBe('fewer');
  expect(gain({ right: 0, of: 0 }, { right: 3, of: 10 })).toBeUndefined();
});

// Tables of Student's t, two-sided 95%.
test.each([
  [9, 2.2622],
  [10, 2.2281],
  [29, 2.0452],
  [200, 1.9719],
])('the quantile of t with %i degrees of freedom is %d', (freedom, t) => {
  expect(studentQuantile(freedom)).toBeCloseTo(t, 3);
});

test('the mean gain of a class has the band that Student published for two sleeping drugs', () => {
  // Student 1908, section IX, hours gained by ten patients; the band as in R's t.test(extra ~ group, sleep, paired).
  const found = meanGain([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4])!;
  expect(found.difference).toBeCloseTo(1.58, 9);
  expect(found.low).toBeCloseTo(0.7001, 3);
  expect(found.high).toBeCloseTo(2.4599, 3);
  expect(found.says).toBe('more');
});

test('no mean gain is told of a few learners, and one around nothing is too close to call', () => {
  expect(meanGain(Array.from({ length: enoughLearners - 1 }, () => 0.5))).toBeUndefined();
  expect(meanGain([0.2, -0.2, 0.1, -0.1, 0.3, -0.3, 0, 0, 0.1, -0.1])!.says).toBe('too-close');
  expect(meanGain(Array.from({ length: 10 }, () => -0.2))!.says).toBe('fewer');
});
