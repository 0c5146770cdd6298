import { isSingle, type Booklet } from './booklets.ts';

/** What a booklet consists of: the learner's pages and the teacher's. */
export type Part = 'booklet' | 'key';

/**
 * The name of the PDF of a part of a booklet, without the size of its paper: "bus-lane-booklet". Undefined for a single
 * exercise, of which none is made.
 */
export function sheetOf(booklet: Pick<Booklet, 'path'>, part: Part): string | undefined {
  return isSingle(booklet) ? undefined : `${booklet.path.split('/')[1]}-${part}`;
}

/** What a part of a booklet is called. */
export function partName(booklet: Pick<Booklet, 'path'>, part: Part): string {
  // Lessons and routes have plans of their own.
  if (part === 'key')
    return booklet.path.startsWith('cases/') ? 'Plan and key with reasons' : 'Key with reasons';
  return isSingle(booklet) ? 'Exercise' : 'Booklet';
}
