import { expect, test } from 'vitest';
import { fileOf, isOutdated, pdfsOf, sizeWords } from './pdfs.ts';

test.each([
  [999, '1 kB'],
  [234_001, '235 kB'],
  [999_999, '1000 kB'],
  [1_240_000, '1.2 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test('a PDF has to be made where there is none, and where it was made from another page', () => {
  const sheet = { name: 'not-there-booklet', fingerprint: 'abc' };
  expect(isOutdated(sheet, 'A4', {})).toBe(true);
  expect(isOutdated(sheet, 'A4', { 'not-there-booklet-a4.pdf': { from: 'xyz', pages: 1 } })).toBe(true);
  // It is noted, but somebody has deleted it.
  expect(isOutdated(sheet, 'A4', { 'not-there-booklet-a4.pdf': { from: 'abc', pages: 1 } })).toBe(true);
});

test('a sheet of which no PDF has been made offers none', () => {
  expect(pdfsOf('not-there-booklet')).toEqual([]);
  expect(fileOf('not-there-booklet', 'Letter')).toBe('not-there-booklet-letter.pdf');
});
