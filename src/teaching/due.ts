/** By when an assignment is due, in words. */
export interface Due {
  /** "Tuesday 1 December 2026, by the end of the day". */
  readonly day: string;
  readonly overdue: boolean;
}

/**
 * @param due the day, "2026-12-01", wherever the learner is
 * @param now the learner's clock
 */
export function dueWords(due: string, now: Date): Due {
  const day = dayOf(due);
  const days = daysBetween(now, day);
  const name = day.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const near = days === 0 ? 'today, ' : days === 1 ? 'tomorrow, ' : '';
  return { day: `${near}${name}`, overdue: days < 0 };
}

/**
 * How many days after the day by whose end it was due something was handed in; 0 where it came in time.
 *
 * @param at by the clock of whoever asks: where the learner's day ends is not known
 */
export function daysLate(due: string, at: Date): number {
  return Math.max(0, daysBetween(dayOf(due), at));
}

function dayOf(due: string): Date {
  const [year, month, day] = due.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day);
}

/** Whole days of the calendar: a change of the clocks makes none longer. */
function daysBetween(from: Date, to: Date): number {
  return Math.round((startOf(to) - startOf(from)) / 86_400_000);
}

function startOf(day: Date): number {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}
