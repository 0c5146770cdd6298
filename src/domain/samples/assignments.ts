import fc from 'fast-check';
import { limits, type Assignment } from '../assignment.ts';

const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const text = (longest: number) =>
  fc
    .string({ minLength: 1, maxLength: longest, unit: 'grapheme' })
    .filter((all) => all.trim() !== '' && all.length <= longest);

/** Any assignment that can be set. */
export const assignment: fc.Arbitrary<Assignment> = fc.record(
  {
    id: fc.stringMatching(/^[a-z0-9]{12}$/),
    title: text(limits.title),
    steps: fc.array(
      fc.oneof(
        fc.record({ lesson: id }),
        fc.record(
          {
            exercise: id,
            claims: fc.uniqueArray(id, { minLength: 1, maxLength: 20 }),
            labels: fc.constantFrom(3 as const, 4 as const),
            sure: fc.boolean(),
          },
          { requiredKeys: ['exercise'] },
        ),
      ),
      { minLength: 1, maxLength: 8 },
    ),
    feedback: fc.constantFrom('each' as const, 'end' as const),
    revise: fc.boolean(),
    shuffled: fc.boolean(),
    level: fc.constantFrom('standard' as const, 'plain' as const),
    name: fc.constantFrom('off' as const, 'nickname' as const, 'code' as const),
    due: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    message: text(200),
  },
  { requiredKeys: ['id', 'title', 'steps', 'feedback', 'revise', 'shuffled', 'level', 'name'] },
);
