import { passage } from '#domain/article.ts';
import type { ClaimKey } from '#domain/claim.ts';
import { labelWords, type Label } from '#domain/label.ts';
import type { KeyLine, Material } from './contract.ts';

/**
 * The key of labelled claims, to be read.
 *
 * @param offered the labels there are to choose from: why another would not fit is not said
 */
export function labelKey(
  claims: readonly ClaimKey[],
  { article, sources }: Material,
  offered: readonly Label[],
): KeyLine[] {
  return claims.map((claim) => {
    const says = sources.find((source) => source.id === claim.says)?.short;
    return {
      item: claim.id,
      about: passage(article, claim.id).text,
      key: `${labelWords[claim.label].name} · says: ${says}${claim.scored ? '' : ' · to discuss'}`,
      reasons: [
        claim.why,
        ...Object.entries(claim.whyNot).flatMap(([label, reason]) =>
          offered.includes(label as Label)
            ? [`Not ${labelWords[label as Label].name.toLowerCase()}: ${reason}`]
            : [],
        ),
        ...(claim.otherView ? [`Another view: ${claim.otherView}`] : []),
      ],
    };
  });
}
