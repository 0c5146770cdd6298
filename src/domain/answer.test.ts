import { describe, expect, test } from 'vitest';
import { field, labelIn, saysIn, sureIn } from './answer.ts';

test.each([
  ['label', 'label:toll'],
  ['says', 'says:toll'],
  ['sure', 'sure:toll'],
] as const)('the field of the question "%s" is named as in the attempts already stored', (question, name) => {
  expect(field(question, 'toll')).toBe(name);
});

describe('what a field says', () => {
  test.each([
    ['opinion', 'opinion'],
    ['Opinion', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('the label %j is read as %j', (value, label) => {
    expect(labelIn(value === undefined ? {} : { 'label:toll': value }, 'toll')).toBe(label);
  });

  test.each([
    ['shoigu', 'shoigu'],
    ['', undefined],
    [undefined, undefined],
  ])('the source %j is read as %j', (value, source) => {
    expect(saysIn(value === undefined ? {} : { 'says:toll': value }, 'toll')).toBe(source);
  });

  test.each([
    ['1', 1],
    ['2', 2],
    ['3', 3],
    ['4', 4],
    ['0', undefined],
    ['5', undefined],
    ['2.5', undefined],
    ['very', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('the sureness %j is read as %j', (value, sure) => {
    expect(sureIn(value === undefined ? {} : { 'sure:toll': value }, 'toll')).toBe(sure);
  });

  test('a field of another claim or question is not taken for it', () => {
    const answer = { 'label:toll-lead': 'opinion', 'says:toll': 'opinion', toll: 'opinion' };
    expect(labelIn(answer, 'toll')).toBeUndefined();
  });
});
