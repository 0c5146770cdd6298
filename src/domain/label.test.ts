import { expect, test } from 'vitest';
import { isLabel, labels, labelMeanings, labelWords } from './label.ts';

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

test.each([
  ['name', labels.map((label) => labelWords[label].name)],
  ['short form', labels.map((label) => labelWords[label].short)],
  ['meaning', labels.map((label) => labelMeanings[label])],
])('no two labels share their %s', (_, words) => {
  expect(new Set(words).size).toBe(labels.length);
});
