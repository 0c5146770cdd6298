import { expect, test } from 'vitest';
import { shareWords, shortShare } from './shares.ts';

test.each([
  [{ right: 0, of: 0 }, '–', '–'],
  [{ right: 3, of: 5 }, '3 of 5', '3 of\u00a05'],
  [{ right: 7, of: 10 }, '70\u00a0% (7 of 10)', '70\u00a0% of\u00a010'],
  [{ right: 842, of: 1408 }, '60\u00a0% (842 of 1,408)', '60\u00a0% of\u00a01,408'],
])('%j in words: %s, in short: %s', (share, words, short) => {
  expect([shareWords(share), shortShare(share)]).toEqual([words, short]);
});
