import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readable, readings } from './number.ts';

/** Whether a browser lets `text` pass a field with this pattern (HTML, section 4.10.5.3.6). */
const passes = (text: string) => new RegExp(`^(?:${readable.source})$`, 'v').test(text);

describe('a number that a learner writes', () => {
  test.each([
    ['130.5', [130.5]],
    ['130,5', [130.5]],
    [' 130.5 ', [130.5]],
    ['≈ 131', [131]],
    ['131.', [131]],
    [',5', [0.5]],
    ['3 %', [3]],
    ['-3', [-3]],
    ['− 3', [-3]],
    ['1400', [1400]],
    ['1 400', [1400]],
    ['1\u00a0400', [1400]],
    ['1\u2009400', [1400]],
    ['1\u202f400,5', [1400.5]],
    ['12’000.5', [12000.5]],
    ['1,400,000', [1400000]],
    ['1.400.000,5', [1400000.5]],
    ['1,400,000.5', [1400000.5]],
  ])('is read: %j', (text, numbers) => {
    expect(readings(text)).toEqual(numbers);
  });

  test.each([
    ['1,400', [1.4, 1400]],
    ['2.088', [2.088, 2088]],
  ])('is read both ways where it can be meant both ways: %j', (text, numbers) => {
    expect(readings(text)).toEqual(numbers);
  });

  test.each([
    '',
    ' ',
    'lots',
    'two',
    '2.7 t',
    '1.4 thousand',
    '522/4',
    '2-3',
    '1e3',
    '130½',
    '1 40',
    '1.2.3',
    '1,40,5',
  ])('is not guessed at where there is none, more than one, or a word: %j', (text) => {
    expect(readings(text)).toEqual([]);
  });

  test('is refused by the field exactly when it cannot be read', () => {
    const unit = fc.constantFrom(...'0123456789', '.', ',', ' ', '\u2009', '’', '-', '½', 't', '000');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(readings(text).length > 0).toBe(passes(text));
        for (const number of readings(text)) expect(number).not.toBeNaN();
      }),
    );
  });
});
