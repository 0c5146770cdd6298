import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCollected, writeCollected } from './collected-file.ts';
import { saved } from './samples/saved.ts';
import { now } from './samples/attempts.ts';
import { anySubmission, submission } from './samples/submissions.ts';
import type { TallyRecord } from './tallies.ts';

const receivedAt = now.toISOString();
const record: TallyRecord = {
  case: 'deir-ez-zor-600',
  claims: ['toll-lead', 'blitz'],
  at: '2026-11-20T09:00:00.000Z',
  rounds: [{ claim: 'toll-lead', first: { opinion: 3, 'sourced-claim': 20 }, second: {} }],
};
const [a, b] = [1, 2].map((n) => ({ submission: submission(n), receivedAt }));

test('what is written is read as it was', () => {
  fc.assert(
    fc.property(fc.array(anySubmission), fc.array(saved), (submissions, assignments) => {
      const collected = submissions.map((one) => ({ submission: one, receivedAt }));
      const copy = { collected, assignments, tallies: [record] };
      expect(readCollected(JSON.parse(writeCollected(copy)))).toEqual({ ...copy, faults: [] });
    }),
    { numRuns: 50 },
  );
});

test('what is damaged in it is told, and the rest is read', () => {
  const file = {
    format: 'who-says-collected',
    version: 1,
    collected: [a, { ...b, submission: { ...b!.submission, from: 'me' } }, { submission: b!.submission }, 7],
    assignments: [null],
    tallies: 'none',
  };
  expect(readCollected(file)).toEqual({
    collected: [a],
    assignments: [],
    tallies: [],
    faults: [
      'Submission 2 in this file does not say which device it comes from. It was left out; the rest was read.',
      'Submission 3 in this file does not say when it came in. It was left out; the rest was read.',
      'Submission 4 in this file is not a submission. It was left out; the rest was read.',
      'Assignment 1 in this file is not a saved assignment. It was left out; the rest was read.',
      'This file is damaged: it has no list “tallies”. The rest of it was read.',
    ],
  });
});

test.each<[string, unknown, RegExp]>([
  ['something else', { format: 'who-says', version: 2 }, /^This is not a file of what was collected/],
  ['of a newer version', { format: 'who-says-collected', version: 2 }, /newer Who Says\? \(version 2; this/],
  ['of no version', { format: 'who-says-collected' }, /does not say which version/],
])('a file that is %s is refused with the reason', (_, data, reason) => {
  expect(readCollected(data)).toEqual({ refused: expect.stringMatching(reason) as string });
});

test('anything is read or refused, and nothing throws', () => {
  const part = fc.array(fc.anything());
  const like = fc.record({
    format: fc.constant('who-says-collected'),
    version: fc.constant(1),
    collected: part,
    assignments: part,
    tallies: part,
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), like), (data) => {
      const read = readCollected(data);
      expect('refused' in read || read.collected.length === 0).toBe(true);
    }),
  );
});
