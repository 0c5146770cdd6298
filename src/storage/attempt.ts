import type { Answer } from '#domain/answer.ts';

/**
 * One answer to one exercise at one time. Answers are kept, marks never: a corrected key corrects history.
 * How sure the learner was stands in the answer's `sure:` fields.
 */
export interface Attempt {
  /** A UUID: the same attempt has the same id on every device it is copied to. */
  readonly id: string;
  readonly exercise: string;
  /** The id of the assignment it was done for, as its teacher set the exercise; absent where nobody set it. */
  readonly assignment?: string;
  readonly answer: Answer;
  /** ISO 8601, UTC, as `toISOString` writes it: the order of the texts is the order in time. */
  readonly at: string;
  /** The id of the attempt that this one revises. */
  readonly revises?: string;
}

/** The longest text one field may hold, in UTF-16 units: longer comes from no form of ours. */
const longestField = 20_000;

/**
 * A random UUID (RFC 9562, version 4). Not by `crypto.randomUUID`, which browsers keep from pages that come over plain
 * HTTP: a teacher's laptop may serve the class in the local network.
 */
export function newUuid(): string {
  // The 1s and 0s become any digit, and the 8 one of 8 to b: what version and variant leave to chance.
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
    (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0]! & (15 >> (+digit / 4)))).toString(16),
  );
}

/** Whether `value` is an answer: an object of short texts. */
export function isAnswer(value: unknown): value is Answer {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([name, text]) => name.length <= 200 && typeof text === 'string' && text.length <= longestField,
    )
  );
}

/** Whether two attempts are the same, field for field. */
export function sameAttempt(a: Attempt, b: Attempt): boolean {
  const names = Object.keys(a.answer);
  return (
    a.id === b.id &&
    a.exercise === b.exercise &&
    a.assignment === b.assignment &&
    a.at === b.at &&
    a.revises === b.revises &&
    names.length === Object.keys(b.answer).length &&
    names.every((name) => Object.hasOwn(b.answer, name) && a.answer[name] === b.answer[name])
  );
}

/** Oldest first; attempts of the same instant by id, so that every device shows the same order. */
export function byTime(a: Attempt, b: Attempt): number {
  return a.at === b.at ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.at < b.at ? -1 : 1;
}

/**
 * The attempt that was begun last, of attempts in the order of time. One from a clock that runs ahead would stay the last
 * until its day has come: it counts only where there is no other.
 */
export function latest(attempts: readonly Attempt[]): Attempt | undefined {
  const begun = attempts.filter(({ revises }) => !attempts.some(({ id }) => id === revises));
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  return begun.findLast(({ at }) => at < tomorrow) ?? begun.at(-1);
}

/** Whether `value` is a plain object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
