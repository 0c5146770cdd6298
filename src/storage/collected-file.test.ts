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
      const collected = submissions.map((one, n) => ({
        submission: one,
        receivedAt,
        ...(n === 0 ? {} : { apart: n > 1 }),
      }));
      const copy = { collected, assignments, tallies: [record] };
      expect(readCollected(JSON.parse(writeCollected(copy)))).toEqual({ ...copy, faults: [] });
    }),
    { numRuns: 50 },
  );
});

test('a submission that was changed in the file is told, whatever was changed, and the others are read', () => {
  const fox = { submission: submission(3, { who: 'Fox' }), receivedAt };
  const text = writeCollected({ collected: [fox, b!], assignments: [], tallies: [] });
  for (const [was, is, whose] of [
    ['"label:toll": "opinion"', '"label:toll": "sourced-claim"', '“Fox”, 2026-11-22'],
    ['"who": "Fox"', '"who": "Wolf"', '“Wolf”, 2026-11-22'],
    ['"at": "2026-11-22T10:00:00.000Z"', '"at": "2026-11-22T10:00:00.001Z"', '“Fox”, 2026-11-22'],
    ['"at": "2026-11-22T10:30:00.000Z"', '"at": "2026-11-23T10:30:00.000Z"', '“Fox”, 2026-11-23'],
    ['"who": "Fox"', '"nick": "Fox"', '2026-11-22'],
    ['"checksum": ', '"sum": ', '“Fox”, 2026-11-22'],
  ] as const) {
    expect(text).toContain(was);
    expect(readCollected(JSON.parse(text.replace(was, is)))).toEqual({
      collected: [b],
      assignments: [],
      tallies: [],
      faults: [
        `Submission 1 in this file (${whose}) does not fit its checksum: it was changed or damaged after it was saved. It was left out; the rest was read. Bring in what the learner sent, or save this file again where it comes from.`,
      ],
    });
  }
});

test('how the file is laid out does not matter to a checksum', () => {
  const sorted = (data: unknown): unknown =>
    data === null || typeof data !== 'object'
      ? data
      : Array.isArray(data)
        ? data.map(sorted)
        : Object.fromEntries(
            Object.entries(data)
              .sort(([one], [other]) => (one < other ? 1 : -1))
              .map(([name, value]) => [name, sorted(value)]),
          );
  fc.assert(
    fc.property(anySubmission, (one) => {
      const copy = { collected: [{ submission: one, receivedAt }], assignments: [], tallies: [] };
      const again = sorted(JSON.parse(writeCollected(copy)));
      expect(readCollected(JSON.parse(JSON.stringify(again)))).toEqual({ ...copy, faults: [] });
    }),
    { numRuns: 50 },
  );
});

test('a file of version 1, which has no checksums, is still read', () => {
  const file = { format: 'who-says-collected', version: 1, collected: [a], assignments: [], tallies: [] };
  expect(readCollected(file)).toEqual({ collected: [a], assignments: [], tallies: [], faults: [] });
});

test('what is damaged in it is told, and the rest is read', () => {
  const again = 'Bring in what the learner sent, or save this file again where it comes from.';
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
      `Submission 2 in this file does not say which device it comes from. It was left out; the rest was read. ${again}`,
      `Submission 3 in this file does not say when it came in. It was left out; the rest was read. ${again}`,
      `Submission 4 in this file is not a submission. It was left out; the rest was read. ${again}`,
      'Assignment 1 in this file is not a saved assignment. It was left out; the rest was read. Save it again where it comes from.',
      'This file is damaged: it has no list “tallies”. The rest of it was read. Save it again where it comes from.',
    ],
  });
});

test.each<[string, unknown, RegExp]>([
  ['something else', { format: 'who-says', version: 2 }, /^This is not a file of what was collected/],
  ['of a newer version', { format: 'who-says-collected', version: 3 }, /newer Who Says\? \(version 3; this/],
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
