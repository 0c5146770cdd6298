import fc from 'fast-check';
import { assignment } from '#domain/samples/assignments.ts';
import { longestNote, type SavedAssignment } from '../assignments.ts';

/** Any assignment that can be saved. */
export const saved: fc.Arbitrary<SavedAssignment> = fc.record(
  {
    assignment,
    name: fc
      .string({ minLength: 1, maxLength: longestNote })
      .filter((name) => name.trim() === name && name !== ''),
    savedAt: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString()),
    codes: fc.array(fc.stringMatching(/^[A-Z0-9]{4}$/), { maxLength: 30 }),
  },
  { requiredKeys: ['assignment', 'name', 'savedAt'] },
);
