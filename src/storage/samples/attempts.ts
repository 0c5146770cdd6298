import fc from 'fast-check';
import type { Attempt } from '../attempt.ts';

/** The clock of the tests: later than every attempt here. */
export const now = new Date('2026-11-22T12:00:00.000Z');

/** A UUID, another for each number. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** An attempt as an exercise makes it, save for what `more` sets. */
export function attempt(id: string, more: Partial<Attempt> = {}): Attempt {
  const answer = { 'label:toll': 'opinion' };
  return { id, exercise: 'deir-ez-zor-sort', answer, at: '2026-11-22T10:00:00.000Z', ...more };
}

/** Any attempt that is whole and revises none of the others; a few instants only, so that some fall together. */
export const anyAttempt: fc.Arbitrary<Attempt> = fc.record(
  {
    id: fc.uuid({ version: 4 }),
    exercise: fc.stringMatching(/^[a-z0-9-]{1,100}$/),
    assignment: fc.stringMatching(/^[a-z0-9]{12}$/),
    answer: fc.dictionary(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary' })),
    at: fc.nat(3).map((second) => new Date(Date.UTC(2026, 10, 22, 10, 0, second)).toISOString()),
    revises: fc.uuid({ version: 1 }),
  },
  { requiredKeys: ['id', 'exercise', 'answer', 'at'] },
);

/** Attempts of which no two share an id. */
export function anyAttempts(constraints: fc.ArrayConstraints = {}): fc.Arbitrary<Attempt[]> {
  return fc.uniqueArray(anyAttempt, { ...constraints, selector: ({ id }) => id });
}
