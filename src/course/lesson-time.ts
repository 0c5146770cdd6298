import type { Content } from './content.ts';
import type { Lesson } from './lesson.ts';
import { runningText, wordsIn } from './readability.ts';

/** Words a minute of a reader of 12 to 14 who reads to learn. */
const pace = 180;

/** What the parts of a lesson take. */
export interface PartTimes {
  /** Minutes of an exercise. */
  readonly exercise: (id: string) => number;
  /** Words of the article of a case. */
  readonly article: (slug: string) => number;
  /** Minutes of one of the ten-claim tests. */
  readonly test: number;
}

/**
 * The minutes a lesson needs at the least: its words and the article it has learners read, read once, its exercises in
 * place, and its test. A retest waits for its day, and what is apart says its own time.
 */
export function leastMinutes(
  { text, inPlace, tests, reads }: Pick<Lesson, 'text' | 'inPlace' | 'tests' | 'reads'>,
  { exercise, article, test }: PartTimes,
): number {
  const words = wordsIn(text).length + (reads === undefined ? 0 : article(reads));
  const today = tests.filter((moment) => moment === 'before' || moment === 'after').length;
  return inPlace.reduce((sum, id) => sum + exercise(id), words / pace + today * test);
}

/**
 * What the parts of lessons take in this content. Without a test in it, a test takes no time.
 *
 * @throws {RangeError} when asked for an exercise or a case that is not there
 */
export function partTimes({ cases, exercises }: Pick<Content, 'cases' | 'exercises'>): PartTimes {
  const specOf = (id: string) => found(exercises.find((each) => each.id === id)?.spec, id);
  return {
    exercise: (id) => specOf(id).minutes,
    article: (slug) =>
      wordsIn(runningText(found(cases.find((its) => its.slug === slug)?.article, slug))).length,
    test: Math.max(0, ...exercises.flatMap(({ spec }) => (spec.sealed ? spec.minutes : []))),
  };
}

/** The minutes of what a lesson has on pages of its own: they come on top. */
export function apartMinutes(
  { exercises, inPlace }: Pick<Lesson, 'exercises' | 'inPlace'>,
  { exercise }: Pick<PartTimes, 'exercise'>,
): number {
  return exercises.filter((id) => !inPlace.includes(id)).reduce((sum, id) => sum + exercise(id), 0);
}

function found<T>(what: T | undefined, name: string): T {
  if (what === undefined) throw new RangeError(`There is no "${name}".`);
  return what;
}
