import { labelIn, saysIn, sureIn, type Answer, type Sureness } from './answer.ts';
import type { ClaimId, ClaimKey, SourceId } from './claim.ts';
import type { Label } from './label.ts';

/** What one claim earned, and the reason. */
export interface ClaimMark {
  readonly claim: ClaimId;
  /** The key's label. */
  readonly key: Label;
  /** The learner's label; undefined when the claim was left out. */
  readonly label: Label | undefined;
  /** False for a disputed claim: it is discussed, and `possible` is 0. */
  readonly scored: boolean;
  readonly earned: 0 | 1;
  readonly possible: 0 | 1;
  /** Who says it: the key, and the learner's choice where the exercise asked. */
  readonly says: { readonly key: SourceId; readonly chosen: SourceId | undefined };
  readonly sure: Sureness | undefined;
  /** Why the key says so. */
  readonly why: string;
  /** Why the learner's label is tempting and fails; undefined when it was right or the claim is disputed. */
  readonly whyNot: string | undefined;
  readonly otherView: string | undefined;
  readonly ask: string | undefined;
}

/** The outcome of an answer: marked claim by claim, or not ready because nothing was answered. */
export type Mark =
  | { readonly kind: 'marked'; readonly claims: readonly ClaimMark[]; readonly missing: readonly ClaimId[] }
  | { readonly kind: 'not-ready'; readonly missing: readonly ClaimId[] };

/**
 * Marks the labels that `answer` gives to `claims`, in their order.
 *
 * @param claims the key of every claim that was asked about
 * @param answer the fields `label:<id>` and, where asked, `says:<id>` and `sure:<id>`; other fields are ignored
 */
export function markLabels(claims: readonly ClaimKey[], answer: Answer): Mark {
  const missing = claims.filter((claim) => !labelIn(answer, claim.id)).map((claim) => claim.id);
  if (missing.length === claims.length) return { kind: 'not-ready', missing };
  return { kind: 'marked', missing, claims: claims.map((claim) => markClaim(claim, answer)) };
}

function markClaim(claim: ClaimKey, answer: Answer): ClaimMark {
  const label = labelIn(answer, claim.id);
  const right = label === claim.label;
  return {
    claim: claim.id,
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

/** Whether the learner's label differs from the key on a claim that is scored. */
export function differs(mark: ClaimMark): boolean {
  return mark.scored && mark.label !== undefined && mark.label !== mark.key;
}
