import { labelIn, saysIn, sureIn, type Answer } from './answer.ts';
import type { ClaimKey } from './claim.ts';
import { markOf, type LabelMark, type Mark } from './mark.ts';

/**
 * Marks the labels that `answer` gives to `claims`, in their order.
 *
 * @param claims the key of every claim that was asked about
 * @param answer the fields `label:<id>` and, where asked, `says:<id>` and `sure:<id>`; other fields are ignored
 */
export function markLabels(claims: readonly ClaimKey[], answer: Answer): Mark<LabelMark> {
  return markOf(claims.map((claim) => markClaim(claim, answer)));
}

function markClaim(claim: ClaimKey, answer: Answer): LabelMark {
  const label = labelIn(answer, claim.id);
  const right = label === claim.label;
  return {
    item: claim.id,
    answered: label !== undefined,
    key: claim.label,
    label,
    scored: claim.scored,
    earned: claim.scored && right ? 1 : 0,
    possible: claim.scored ? 1 : 0,
    says: { key: claim.says, chosen: saysIn(answer, claim.id) },
    sure: sureIn(answer, claim.id),
    why: claim.why,
    whyNot: claim.scored && label && !right ? claim.whyNot[label] : undefined,
    otherView: claim.otherView,
    ask: claim.ask,
  };
}
