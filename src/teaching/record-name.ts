import type { TallyRecord } from '#storage/tallies.ts';
import { dayWords } from '#ui/dates.ts';

/** When a class record was begun: the day; where `records` has several of that day the time as well, to the second if need be. */
export function recordName(
  { at }: Pick<TallyRecord, 'at'>,
  records: readonly Pick<TallyRecord, 'at'>[],
): string {
  const others = records.filter((each) => each.at !== at);
  const name = (time: string, timeStyle: 'short' | 'medium') =>
    `${dayWords(time)}, ${new Date(time).toLocaleTimeString('en-GB', { timeStyle })}`;
  if (others.every((each) => dayWords(each.at) !== dayWords(at))) return dayWords(at);
  const short = name(at, 'short');
  return others.every((each) => name(each.at, 'short') !== short) ? short : name(at, 'medium');
}
