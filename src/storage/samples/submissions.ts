import fc from 'fast-check';
import { longestName, visibleName, type Submission } from '../submission.ts';
import { anyAttempts, attempt, uuid } from './attempts.ts';

/** A submission as the learner's page makes it, save for what `more` sets. @param n another id for each number */
export function submission(n: number, more: Partial<Submission> = {}): Submission {
  return {
    id: uuid(n),
    assignment: 'abc123def456',
    from: uuid(1000 + n),
    at: '2026-11-22T10:30:00.000Z',
    attempts: [attempt(uuid(2000 + n))],
    ...more,
  };
}

/** Any submission that is whole. */
export const anySubmission: fc.Arbitrary<Submission> = fc
  .record(
    {
      id: fc.uuid({ version: 4 }),
      assignment: fc.stringMatching(/^[a-z0-9]{12}$/),
      from: fc.uuid({ version: 4 }),
      who: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: longestName })
        .map(visibleName)
        .filter((who) => /[^\s\u200c\u200d]/.test(who) && who.length <= longestName),
      at: fc.nat(3).map((second) => new Date(Date.UTC(2026, 10, 22, 11, 0, second)).toISOString()),
      attempts: anyAttempts({ maxLength: 3 }),
    },
    { requiredKeys: ['id', 'assignment', 'from', 'at', 'attempts'] },
  )
  // What was done for an assignment was done for this one.
  .map((one) => ({
    ...one,
    attempts: one.attempts.map((each) =>
      each.assignment === undefined ? each : { ...each, assignment: one.assignment },
    ),
  }));
