/** Capitals and digits that are not mistaken for one another in handwriting; no vowels, so that no code is a word. */
const signs = 'CDFGHJKMNPQRTWXY34679';

/** The most codes that one list can hold. */
export const mostCodes = 200;

/**
 * Codes for a class, all different: "K7PM". Three signs by chance and a fourth that follows from them (a weighted sum
 * modulo 21), so that a code with one wrong sign is nobody else's.
 *
 * @param count how many, up to {@link mostCodes}
 * @param chance gives numbers from 0 up to, but not including, 1
 */
export function drawCodes(count: number, chance: () => number): string[] {
  const base = signs.length;
  const pool = Array.from({ length: base ** 3 }, (_, at) => at);
  // The first steps of a Fisher–Yates shuffle: each draw is from what is left.
  return Array.from({ length: Math.min(count, mostCodes) }, (_, at) => {
    const from = at + Math.floor(chance() * (pool.length - at));
    [pool[at], pool[from]] = [pool[from]!, pool[at]!];
    const drawn = pool[at]!;
    const places = [Math.floor(drawn / base ** 2), Math.floor(drawn / base) % base, drawn % base];
    return [...places, checkOf(places)].map((place) => signs[place]).join('');
  });
}

/**
 * A code as a learner typed it, written as on the list; undefined where no list can have it: a sign of it is wrong. Small
 * letters, spaces and hyphens do not matter.
 */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const places = [...code].map((sign) => signs.indexOf(sign));
  const right = places.length === 4 && !places.includes(-1) && checkOf(places) === places[3];
  return right ? code : undefined;
}

/** The place of the fourth sign that goes with the first three. */
function checkOf(places: readonly number[]): number {
  return (places[0]! + 2 * places[1]! + 4 * places[2]!) % signs.length;
}
