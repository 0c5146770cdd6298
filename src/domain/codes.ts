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
    const check = (places[0]! + 2 * places[1]! + 4 * places[2]!) % base;
    return [...places, check].map((place) => signs[place]).join('');
  });
}
