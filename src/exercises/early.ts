import { createHash } from 'node:crypto';
import { minifySync } from 'vite';
import source from './early.js?raw';

/**
 * What the page of an exercise does before its island wakes. It stands in the page as a plain script: it shares no module
 * with the island and works while the page is still coming. In the source it stands above the form; the build puts it
 * behind the first question, which then need not wait for it.
 *
 * - It registers answers: keeps the draft, in the shape of `src/storage/draft.ts` (a browser test holds the two
 *   together), and moves the progress. Where storage is denied or full, the answer still stands in the form.
 * - It remembers that the form was handed in, which the island then does when it wakes.
 * - It gives a question its fields that stands folded: at the event `unfold`, and by itself for the address and for paper.
 * - It has what stands below the first question laid out bit by bit.
 * - It sets the fonts, which must not get in the way of the first answer: at once if they are on the device, else when
 *   all else is done, and only if the learner has not begun. Nobody's text changes while they read it.
 */
export const earlyScript = minified();

/** The source that the page's Content-Security-Policy has to allow for {@link earlyScript}. */
export const earlyHash = `sha256-${createHash('sha256').update(earlyScript).digest('base64')}` as const;

/** @throws where the script cannot be read */
function minified(): string {
  const { code, errors } = minifySync('early.js', source);
  if (errors[0]) throw new Error(`src/exercises/early.js: ${errors[0].message}`);
  return code;
}
