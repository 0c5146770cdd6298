import type { Attempt } from '#storage/attempt.ts';
import type { LearnerWork } from '#storage/collected.ts';
import { sameName } from '#storage/submission.ts';

/** One who handed in, by what was handed in last. */
export interface Learner {
  /** Known by it, and by nothing else. */
  readonly from: string;
  /** What they call themselves; where several do it alike, with a number behind it. Undefined where no name was asked. */
  readonly who: string | undefined;
  /** A number to stand in the place of the name. It does not follow the alphabet, which would give the name away. */
  readonly number: number;
  /** When it was handed in; ISO 8601, UTC. */
  readonly at: string;
  readonly attempts: readonly Attempt[];
}

/** The learners of one assignment, in the order of `work`. Of those who handed in twice, the newest counts. */
export function learnersOf(work: readonly LearnerWork[]): Learner[] {
  const met = new Map<string, number>();
  return work.map(({ from, who, number, newest: { submission } }) => {
    const name = who?.trim();
    const nth = name === undefined ? 1 : (met.get(name) ?? 0) + 1;
    if (name !== undefined) met.set(name, nth);
    return {
      from,
      who: nth === 1 ? name : `${name} (${nth})`,
      number,
      at: submission.at,
      attempts: submission.attempts,
    };
  });
}

/** The names that several learners go by, however they write them, each once: it may be one learner on two devices. */
export function sharedNames(work: readonly LearnerWork[]): string[] {
  const names = work.flatMap(({ who }) => who?.trim() || []);
  const first = (name: string) => names.findIndex((each) => sameName(each, name));
  return [...new Set(names.filter((name, at) => first(name) !== at).map((name) => names[first(name)]!))];
}

/** How many devices several learners seem to have used, of which the teacher has not decided how they count. */
export function unclearDevices(work: readonly LearnerWork[]): number {
  return work.filter(({ sharing }) => sharing && sharing.apart === undefined).length;
}

/** How a learner is shown: by name, or by number where names are hidden or were never asked. */
export function shownName({ who, number }: Learner, hidden: boolean): string {
  return hidden || who === undefined ? `Learner ${number}` : who;
}
