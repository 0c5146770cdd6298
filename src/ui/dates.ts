/** "20 November 2015", "November 2015" or "2015". @param date ISO date of that precision */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  if (!month) return year!;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${year}-${month}-01T00:00Z`),
  );
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** "20 November 2015", of an instant, where the reader is. @param at ISO 8601 */
export function dayWords(at: string): string {
  return new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long' });
}
