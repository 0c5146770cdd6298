import type { Mark } from '#domain/mark.ts';
import { tally } from '#domain/tally.ts';
import type { BaseSpec, Key } from '#exercises/contract.ts';
import { markerOf } from '#exercises/results.ts';
import type { Round } from '#storage/rounds.ts';
import { fetchKey } from '#exercises/key.ts';

/** An exercise as the pages on a learner's own work know it. */
export interface Listed {
  readonly title: string;
  readonly href: string;
  readonly type: string;
  /** Whether it is an example of the gallery and not of the course. */
  readonly example?: boolean;
}

/** A round, marked anew by today's key; or why it is not. */
export type Entry = { readonly round: Round; readonly exercise: Listed | undefined } & (
  | {
      readonly state: 'marked';
      readonly key: Key<BaseSpec>;
      readonly first: Mark;
      readonly revised: Mark | undefined;
    }
  /**
   * The exercise is no longer on the site; a test is sealed until the next; the key could not be fetched; it was done for
   * an assignment, on whose page it is marked as the teacher has set it.
   */
  | { readonly state: 'gone' | 'sealed' | 'no-key' | 'assigned' }
);

/** Marks a round by its type's own `mark`. The key of what is sealed, or of what a teacher has set, is not even fetched. */
export async function entryOf(round: Round, exercise: Listed | undefined, sealed: boolean): Promise<Entry> {
  if (!exercise) return { round, exercise, state: 'gone' };
  if (round.first.assignment !== undefined) return { round, exercise, state: 'assigned' };
  if (sealed) return { round, exercise, state: 'sealed' };
  try {
    const [mark, key] = await Promise.all([markerOf(exercise.type), fetchKey(round.first.exercise)]);
    const marked = (attempt: Round['first']) => mark(key.spec as never, key.claims, attempt.answer);
    return {
      round,
      exercise,
      state: 'marked',
      key,
      first: marked(round.first),
      revised: round.revised && marked(round.revised),
    };
  } catch {
    return { round, exercise, state: 'no-key' };
  }
}

/** How a marked answer stands to the key, in a few words. */
export function standing(mark: Mark): string {
  if (mark.kind === 'not-ready') return 'not marked: what it answered is no longer asked';
  const counts = tally(mark.items);
  if (!counts) return 'not marked: nothing here is right or wrong';
  const { right, of, leftOut } = counts;
  return [
    of === 0 ? 'nothing to mark' : `${right} of ${of} as the key has ${of === 1 ? 'it' : 'them'}`,
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ].join(', ');
}
