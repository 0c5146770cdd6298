import { expect, test } from 'vitest';
import { isLabel, labels, labelWords } from './label.ts';

test('the labels keep their names and their order, which are also the keys 1 to 4', () => {
  expect(labels).toEqual(['sourced-claim', 'unverified-figure', 'opinion', 'no-source-shown']);
});

test.each(labels)('%s is a label', (label) => {
  expect(isLabel(label)).toBe(true);
});

test.each([undefined, null, '', 0, 'Opinion', ' opinion', 'length', ['opinion']])(
  '%j is no label',
  (value) => {
    expect(isLabel(value)).toBe(false);
  },
);

test.each(['name', 'short', 'means'] as const)('no two labels share their %s', (words) => {
  expect(new Set(labels.map((label) => labelWords[label][words])).size).toBe(labels.length);
});
