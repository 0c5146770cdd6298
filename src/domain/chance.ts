/** Gives numbers from 0 up to, but not including, 1. */
export type Chance = () => number;

/** Tommy Ettinger's mulberry32: the same numbers for the same seed. */
export function mulberry32(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed for {@link mulberry32} from a text: FNV-1a (Fowler, Noll, Vo) over its UTF-16 units, 32 bits. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** `items` in an order drawn by `chance`, every order as likely as the next (Fisher and Yates; Durstenfeld 1964). */
export function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const drawn = Math.floor(chance() * (last + 1));
    [order[last], order[drawn]] = [order[drawn]!, order[last]!];
  }
  return order;
}
