import { field, type Answer } from '../answer.ts';
import type { ClaimKey } from '../claim.ts';
import type { Label } from '../label.ts';
import type { LabelMark } from '../mark.ts';
import { markLabels } from '../mark-labels.ts';

/** A scored claim's key with placeholder words, save for what `more` sets. */
export function claimKey(id: string, label: Label, more: Partial<ClaimKey> = {}): ClaimKey {
  return { id, label, scored: true, says: 'writer', why: `why ${id}`, whyNot: {}, ...more };
}

/** The answer that gives each claim of `key` the label that `choose` picks, and leaves it out for undefined. */
export function labelEach(
  key: readonly ClaimKey[],
  choose: (claim: ClaimKey, index: number) => Label | undefined,
): Answer {
  return Object.fromEntries(
    key.flatMap((claim, index) => {
      const label = choose(claim, index);
      return label ? [[field('label', claim.id), label]] : [];
    }),
  );
}

/** The marks of `answer`; none when it is not ready to be marked. */
export function marksOf(key: readonly ClaimKey[], answer: Answer): readonly LabelMark[] {
  const mark = markLabels(key, answer);
  return mark.kind === 'marked' ? mark.items : [];
}
