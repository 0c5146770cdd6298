import type { SavedAssignment } from '#storage/assignments.ts';
import { byLearner, type Collected, type LearnerWork } from '#storage/collected.ts';
import { plainName, sameName } from '#storage/submission.ts';
import { daysLate } from '../due.ts';

/** One learner in the list of an assignment. */
export interface Learner extends LearnerWork {
  /** What the learner calls themselves, or their number. */
  readonly name: string;
  /** How many different exercises are in the newest submission. */
  readonly exercises: number;
  /** What a teacher should know about it, each in a sentence without its full stop. */
  readonly notes: readonly string[];
}

/** What has come in for one assignment. */
export interface CameIn {
  /** The id of the assignment. */
  readonly id: string;
  /** Undefined where it is not on this device. */
  readonly saved: SavedAssignment | undefined;
  readonly learners: readonly Learner[];
  /** The codes of the printed list that nobody has handed in with; none where there is no list. */
  readonly waiting: readonly string[];
}

/**
 * What has come in, by assignment: first the one that was asked for, then the one saved last; at the end those that are
 * not on this device. An assignment that nothing came in for is there only if it was asked for.
 *
 * @param asked the id of an assignment
 */
export function overview(
  collected: readonly Collected[],
  saved: readonly SavedAssignment[],
  asked?: string,
): CameIn[] {
  const known = saved.map(({ assignment }) => assignment.id);
  const heard = [...new Set(collected.map(({ submission }) => submission.assignment))];
  const ids = [...new Set([...(asked === undefined ? [] : [asked]), ...known, ...heard])];
  return ids
    .filter((id) => id === asked || heard.includes(id))
    .map((id) => {
      const its = saved.find(({ assignment }) => assignment.id === id);
      const work = byLearner(collected.filter(({ submission }) => submission.assignment === id));
      const names = work.map(({ who }) => who && plainName(who));
      return {
        id,
        saved: its,
        learners: work.map((each) => learnerOf(each, its, names)),
        waiting: (its?.codes ?? []).filter((code) => !names.includes(plainName(code))),
      };
    });
}

function learnerOf(
  work: LearnerWork,
  saved: SavedAssignment | undefined,
  names: readonly (string | undefined)[],
): Learner {
  const { at, attempts } = work.newest.submission;
  return {
    ...work,
    // As in the report.
    name: work.who ?? `Learner ${work.number}`,
    exercises: new Set(attempts.map(({ exercise }) => exercise)).size,
    notes: [...lateNote(saved, at), ...nameNotes(work, saved, names), ...sharingNote(work)],
  };
}

function lateNote(saved: SavedAssignment | undefined, at: string): string[] {
  const due = saved?.assignment.due;
  const days = due === undefined ? 0 : daysLate(due, new Date(at));
  return days === 0 ? [] : [`Came ${days === 1 ? 'a day' : `${days} days`} after it was due`];
}

function nameNotes(
  { who }: LearnerWork,
  saved: SavedAssignment | undefined,
  names: readonly (string | undefined)[],
): string[] {
  if (who === undefined) return [];
  const code = plainName(who);
  return [
    ...(saved?.codes && !saved.codes.some((each) => plainName(each) === code)
      ? ['This code is not on your list']
      : []),
    ...(names.filter((name) => name === code).length > 1
      ? ['Another device handed in under the same name: somebody else, or the same learner. Both count']
      : []),
  ];
}

/** That several learners seem to have used one device, and how one sees it; or that they count as several. */
function sharingNote({ who, sharing }: LearnerWork): string[] {
  if (!sharing) return [];
  if (sharing.apart) return [`One of ${sharing.learners} learners on one device, as you decided`];
  const many = sharing.learners === 2 ? 'Two' : sharing.learners;
  const others = sharing.names.filter((name) => !sameName(name, who)).map(named);
  const older = others.length === 1 ? 'an older one' : 'older ones';
  const sign =
    others.length > 0
      ? `this came in ${named(who)}, ${older} ${sentence.format(others)}`
      : `${sharing.learners === 2 ? 'an older one has' : 'older ones have'} answers that are not in this one`;
  return sharing.apart === false
    ? [`One learner, as you decided, though ${sign}`]
    : [`${many} learners may have used one device: ${sign}. Only this one counts`];
}

const sentence = new Intl.ListFormat('en-GB');

function named(name: string | undefined): string {
  return name === undefined ? 'without a name' : `as “${name}”`;
}
