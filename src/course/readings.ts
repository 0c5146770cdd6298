import { krippendorffAlpha } from '#domain/agreement.ts';
import type { Case } from './content.ts';

/** How far the blind readers of a case agree, as Krippendorff's alpha: 1 is perfect agreement, 0 is chance. */
export interface Agreement {
  /** How many readers labelled each claim; 0 where nobody has read the case so. */
  readonly readers: number;
  /** Among the readers, over all claims they read. */
  readonly all: number;
  /** Among the readers, over the claims that are scored. */
  readonly scored: number;
  /** Among the readers and the key, over the claims that are scored. */
  readonly withKey: number;
}

/** The agreement of the readers of a case. */
export function agreementOf({ claims, readings }: Pick<Case, 'claims' | 'readings'>): Agreement {
  const read = claims.flatMap((claim) => {
    const labels = readings[claim.id];
    return labels ? [{ ...claim, labels }] : [];
  });
  const scored = read.filter((claim) => claim.scored);
  const alpha = (units: readonly (readonly string[])[]) => krippendorffAlpha(units) ?? 0;
  return {
    readers: read[0]?.labels.length ?? 0,
    all: alpha(read.map(({ labels }) => labels)),
    scored: alpha(scored.map(({ labels }) => labels)),
    withKey: alpha(scored.map(({ label, labels }) => [label, ...labels])),
  };
}
