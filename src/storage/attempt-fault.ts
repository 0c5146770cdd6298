import { isAnswer, isRecord } from './attempt.ts';
import { isInstant, isUuid } from './values.ts';

/** What is wrong with `value` as an attempt, in words that fit "attempt 3: …"; undefined when nothing is. */
export function attemptFault(value: unknown): string | undefined {
  if (!isRecord(value)) return 'it is not an attempt';
  const { id, exercise, assignment, answer, at, revises } = value;
  if (!isUuid(id)) return 'its id is missing or malformed';
  if (typeof exercise !== 'string' || !/^[a-z0-9-]{1,100}$/.test(exercise))
    return 'it does not name an exercise';
  if (assignment !== undefined && (typeof assignment !== 'string' || !/^[a-z0-9]{12}$/.test(assignment)))
    return 'the assignment it names is damaged';
  if (!isAnswer(answer)) return 'its answer is damaged';
  if (!isInstant(at)) return 'its date is damaged';
  if (revises !== undefined && !isUuid(revises)) return 'the attempt it revises is damaged';
  if (revises === id) return 'it revises itself';
  return undefined;
}
