import { daysBetween, type Moment } from '#domain/moments.ts';
import { momentTitles, type TakenTest, type Test } from './test-plan.ts';

/** From how many days after the lessons to how many a retest still has its moment's name. */
const about: Readonly<Partial<Record<Moment, readonly [number, number]>>> = {
  week: [5, 13],
  month: [22, 41],
};

/** What a test that was taken is called: its moment, or, where it was far from its day, how long after the lessons. */
export function nameOf({ moment, taken }: TakenTest, tests: readonly Test[]): string {
  const after = tests.find((test) => test.moment === 'after')?.taken;
  const [from, to] = about[moment] ?? [];
  if (!after || from === undefined || to === undefined) return momentTitles[moment];
  const days = daysBetween(after.at, taken.at);
  if (days >= from && days <= to) return momentTitles[moment];
  return days < 1 ? 'Later the same day' : `${days} ${days === 1 ? 'day' : 'days'} later`;
}
