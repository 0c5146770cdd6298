import type { Share } from '#domain/gain.ts';

/** Fewer than this are counted in words, not in per cent: of three, a third is one. */
export const enoughForPercent = 10;

/** "64 % (525 of 820)"; "3 of 5" of a few, "–" of none. */
export function shareWords(share: Share): string {
  return share.of < enoughForPercent
    ? countWords(share)
    : `${percent(share.right / share.of)} (${countWords(share)})`;
}

/** "75 % of 24"; "3 of 4" of a few, "–" of none: as short as it can be said and still say of how many. */
export function shortShare({ right, of }: Share): string {
  if (of === 0) return '–';
  return `${of < enoughForPercent ? right : percent(right / of)} of\u00a0${counted(of)}`;
}

/** "525 of 820"; "–" of none. */
export function countWords({ right, of }: Share): string {
  return of === 0 ? '–' : `${counted(right)} of ${counted(of)}`;
}

/** "1,408". */
function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

/** "64 %". @param share from 0 to 1 */
export function percent(share: number): string {
  return `${Math.round(100 * share)}\u00a0%`;
}
