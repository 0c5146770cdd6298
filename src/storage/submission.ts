import { attemptFault } from './attempt-fault.ts';
import { isRecord, sameAttempt, type Attempt } from './attempt.ts';
import { isInstant, isUuid } from './values.ts';

/** What a learner hands in to a teacher: answers, never marks. */
export interface Submission {
  /** A UUID. */
  readonly id: string;
  /** The id of the assignment. */
  readonly assignment: string;
  /** A UUID drawn once for this assignment on the learner's device: whoever hands in twice is known by it, and by nothing else. */
  readonly from: string;
  /** What the learner calls themselves, where the assignment asks. */
  readonly who?: string;
  /** When it was handed in; ISO 8601, UTC. */
  readonly at: string;
  /** Every round of every exercise of the assignment, oldest first. */
  readonly attempts: readonly Attempt[];
}

/** The longest name, in UTF-16 units. */
export const longestName = 60;

/**
 * A name without the signs that nobody sees: one of them can turn the letters of the page around it. Those that join
 * letters and emoji stay.
 */
export function visibleName(name: string): string {
  return name
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, '');
}

/** Whether two names are one: how they are written does not matter. */
export function sameName(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && plainName(a) === plainName(b));
}

/** A name, or a code of a list, as it is compared. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/**
 * `data` as a submission, whatever it is. Never throws.
 *
 * @returns the submission, with nothing in it that is not known here; or what is wrong, in words that fit "…: it …"
 */
export function readSubmission(
  data: unknown,
): { readonly submission: Submission } | { readonly fault: string } {
  if (!isRecord(data)) return { fault: 'is not a submission' };
  const { id, assignment, from, who, at, attempts } = data;
  if (!isUuid(id)) return { fault: 'has no proper id' };
  if (typeof assignment !== 'string' || !/^[a-z0-9]{12}$/.test(assignment))
    return { fault: 'does not name an assignment' };
  if (!isUuid(from)) return { fault: 'does not say which device it comes from' };
  if (who !== undefined && (typeof who !== 'string' || who.trim() === '' || who.length > longestName))
    return { fault: 'has a name that cannot be read' };
  if (!isInstant(at)) return { fault: 'has no proper date' };
  if (!Array.isArray(attempts)) return { fault: 'has no answers in it' };
  const ids = new Set<string>();
  for (const [index, attempt] of attempts.entries()) {
    const fault = attemptFault(attempt) ?? misplaced(attempt as Attempt, assignment, ids);
    if (fault) return { fault: `is damaged at answer ${index + 1}: ${fault}` };
    ids.add((attempt as Attempt).id);
  }
  const seen = who === undefined ? '' : visibleName(who);
  return {
    submission: {
      id,
      assignment,
      from,
      ...(/[^\s\u200c\u200d]/.test(seen) ? { who: seen } : {}),
      at,
      attempts: (attempts as Attempt[]).map(({ id, exercise, assignment, answer, at, revises }) => ({
        id,
        exercise,
        ...(assignment === undefined ? {} : { assignment }),
        answer,
        at,
        ...(revises === undefined ? {} : { revises }),
      })),
    },
  };
}

/** Why an attempt cannot stand in a submission: it was done for another assignment, or stands there already. */
function misplaced(attempt: Attempt, assignment: string, before: ReadonlySet<string>): string | undefined {
  if (attempt.assignment !== undefined && attempt.assignment !== assignment)
    return 'it was given for another assignment';
  return before.has(attempt.id) ? 'it stands there twice' : undefined;
}

/** A submission as one text, the same wherever it was read: what a checksum can be made of. */
export function textOf({ id, assignment, from, who, at, attempts }: Submission): string {
  const answers = attempts.map((each) => [
    ...[each.id, each.exercise, each.assignment, each.at, each.revises],
    Object.entries(each.answer).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return JSON.stringify([id, assignment, from, who, at, answers]);
}

/** Whether two submissions are the same, field for field. */
export function sameSubmission(a: Submission, b: Submission): boolean {
  return (
    a.id === b.id &&
    a.assignment === b.assignment &&
    a.from === b.from &&
    // One that came in before names were cleared of what nobody sees is the same all the same.
    visibleName(a.who ?? '') === visibleName(b.who ?? '') &&
    a.at === b.at &&
    a.attempts.length === b.attempts.length &&
    a.attempts.every((attempt, at) => sameAttempt(attempt, b.attempts[at]!))
  );
}
