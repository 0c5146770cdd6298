import { expect, test } from 'vitest';
import { krippendorffAlpha } from './agreement.ts';

test('alpha of the worked example, four observers and twelve units with missing data, is 0.743', () => {
  // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C.
  const observers = [
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  ].map((row) => row.split(' ').map((value) => (value === '.' ? undefined : value)));
  const units = observers[0]!.map((_, unit) => observers.map((row) => row[unit]));
  expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
});

test('alpha of the worked example with two observers and binary data is 0.095', () => {
  // The same paper, section A.
  const one = '0 1 0 0 0 0 0 0 1 0'.split(' ');
  const two = '1 1 1 0 0 1 0 0 0 0'.split(' ');
  expect(krippendorffAlpha(one.map((value, at) => [value, two[at]]))).toBeCloseTo(0.095, 3);
});

test('agreement in everything is 1, and nothing to compare is no agreement at all', () => {
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['b', 'b'],
    ]),
  ).toBe(1);
  expect(krippendorffAlpha([['a', 'a']])).toBe(1);
  expect(krippendorffAlpha([['a'], [undefined, 'b']])).toBeUndefined();
});
