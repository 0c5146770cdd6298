import { expect, test } from 'vitest';
import type { Label } from './label.ts';
import { claimKey, labelEach, marksOf } from './samples/claims.ts';
import { testResult } from './test-result.ts';

/** Marks of claims with these keys, each given the label beside it; `disputed` ones are not scored. */
function marked(claims: readonly (readonly [key: Label, given: Label | undefined, disputed?: true])[]) {
  const key = claims.map(([label, , disputed], at) => claimKey(`c${at}`, label, { scored: !disputed }));
  return marksOf(
    key,
    labelEach(key, (_, at) => claims[at]![1]),
  );
}

test('a test’s result keeps trusting too much and doubting too much apart, each of the claims that allow it', () => {
  const marks = marked([
    ['sourced-claim', 'sourced-claim'],
    ['sourced-claim', 'opinion'],
    ['no-source-shown', 'opinion'],
    ['no-source-shown', 'sourced-claim'],
    ['unverified-figure', 'sourced-claim'],
    ['opinion', 'opinion'],
  ]);
  expect(testResult(marks)).toEqual({
    right: 2,
    of: 6,
    trusted: { n: 2, of: 4 },
    doubted: { n: 2, of: 4 },
  });
});

test('disputed and unanswered claims count nowhere in a test’s result', () => {
  const marks = marked([
    ['sourced-claim', 'sourced-claim'],
    ['opinion', undefined],
    ['sourced-claim', undefined],
    ['opinion', 'sourced-claim', true],
  ]);
  expect(testResult(marks)).toEqual({ right: 1, of: 1, trusted: { n: 0, of: 0 }, doubted: { n: 0, of: 1 } });
});
