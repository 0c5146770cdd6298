import { describe, expect, test } from 'vitest';
import { answers, field, labelIn, saysIn, sureIn } from './answer.ts';

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

describe('a question about an item is answered', () => {
  test.each([
    ['by its field', { 'choice:which': 'a' }, true],
    ['by one of its boxes', { 'choice:which:b': 'yes' }, true],
    ['not by an empty field', { 'choice:which': ' ', 'choice:which:b': '' }, false],
    ['not by another question', { 'sure:which': '2' }, false],
    ['not by an item whose name begins the same', { 'choice:which-one': 'a' }, false],
  ])('%s', (_, answer, yes) => {
    expect(answers(answer, 'choice', 'which')).toBe(yes);
  });

  test('in a box, whose field is named after both', () => {
    expect(field('choice', 'which', 'b')).toBe('choice:which:b');
  });
});
