import type { Booklet } from './booklets.ts';

/** What a booklet consists of: the learner's pages and the teacher's. */
export type Part = 'booklet' | 'key';

/**
 * The name of the PDF of a part of a booklet, without the size of its paper: "bus-lane-booklet". Undefined for a single
 * exercise, of which none is made.
 */
export function sheetOf({ path }: Pick<Booklet, 'path'>, part: Part): string | undefined {
  const [kind, id] = path.split('/');
  return kind === 'exercises' ? undefined : `${id}-${part}`;
}
