const words =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';

/** "One" is left out: it is a pronoun as often as a number. */
const pattern = new RegExp(`\\d[\\d,.]*\\d|\\d|\\b(?:${words.replaceAll(' ', '|')})\\b`, 'gi');

/** The numbers in an English text as they are written there: digits ("1,400") and the words two to twenty. */
export function numbersIn(text: string): string[] {
  return text.match(pattern) ?? [];
}

/** One spelling for each number, for comparing two texts. */
export function sameNumbers(a: string, b: string): boolean {
  const normal = (text: string) =>
    [...new Set(numbersIn(text).map((n) => n.toLowerCase().replaceAll(',', '')))].sort();
  return normal(a).join(' ') === normal(b).join(' ');
}
