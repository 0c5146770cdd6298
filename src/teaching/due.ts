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
  const [year, month, day] = due.split('-').map(Number) as [number, number, number];
  const end = new Date(year, month - 1, day, 23, 59, 59, 999);
  const days = Math.round((new Date(year, month - 1, day).getTime() - startOf(now)) / 86_400_000);
  const name = end.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const near = days === 0 ? 'today, ' : days === 1 ? 'tomorrow, ' : '';
  return { day: `${near}${name}`, overdue: now > end };
}

function startOf(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
}
