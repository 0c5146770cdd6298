import type { Attempt } from '#storage/attempt.ts';
import type { LearnerWork, Sharing } from '#storage/collected.ts';
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

/** The devices that several learners seem to have used, of which the teacher has not decided how they count. */
export function unclearDevices(work: readonly LearnerWork[]): Sharing[] {
  return work.flatMap(({ sharing }) => (sharing && sharing.apart === undefined ? [sharing] : []));
}

/**
 * That of several learners on one device only the newest counts.
 *
 * @param devices at least one
 * @param hidden whether names are hidden
 */
export function deviceNote(devices: readonly Sharing[], hidden: boolean): string {
  const who = devices.map(({ learners, names }) => {
    const known = hidden ? [] : names.flatMap((name) => (name === undefined ? [] : [`“${name}”`]));
    return { learners, names: known.length > 1 ? list.format(known) : undefined };
  });
  const [{ learners, names }] = who as [(typeof who)[number]];
  if (devices.length === 1)
    return `${learners === 2 ? 'Two' : learners} learners may have used one device${names ? `: ${names}` : ''}. Only the newest answers from it count here; where you collect you can count ${learners === 2 ? 'both' : `all ${learners}`}.`;
  const each = who.map((one, at) => `${one.names ?? one.learners} on ${at === 0 ? 'one' : 'another'}`);
  return `On each of ${devices.length} devices several learners may have worked: ${each.join('; ')}. Only the newest answers from each device count here; where you collect you can count all of them.`;
}

const list = new Intl.ListFormat('en-GB');

/** How a learner is shown: by name, or by number where names are hidden or were never asked. */
export function shownName({ who, number }: Learner, hidden: boolean): string {
  return hidden || who === undefined ? `Learner ${number}` : who;
}
