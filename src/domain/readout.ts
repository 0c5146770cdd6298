import type { Sureness } from './answer.ts';
import type { ClaimId } from './claim.ts';
import { labels, type Label } from './label.ts';
import type { LabelMark } from './mark.ts';

/** How many of the scored claims with one label a learner recognised. */
export interface LabelScore {
  readonly label: Label;
  readonly right: number;
  /** Scored claims of this label that were answered. */
  readonly of: number;
}

/**
 * In words, how far a learner tells the labels apart: no better than chance up to sure-footed; `too-few` when there
 * are not enough answers to say, or all of them met the same label.
 */
export type Band = 'too-few' | 'start' | 'on-the-way' | 'good' | 'strong';

/** What an attempt shows, from its marks alone. Disputed and unanswered claims count nowhere. */
export interface ReadOut {
  readonly right: number;
  readonly answered: number;
  readonly perLabel: readonly LabelScore[];
  /** `confusion[key][given]`: how often a claim whose key is `key` was labelled `given`. */
  readonly confusion: Readonly<Record<Label, Readonly<Record<Label, number>>>>;
  /** Claims that were fine as they stand and that the learner doubted (false alarms). */
  readonly doubted: readonly ClaimId[];
  /** Claims that the learner took for sourced although nobody stands behind them or nobody checked them (misses). */
  readonly trusted: readonly ClaimId[];
  /** Skill above chance, −1 to 1: see {@link skill}. */
  readonly skill: number;
  readonly band: Band;
  /** Where the exercise asked who says it: how many were named as the key names them. */
  readonly says: { readonly right: number; readonly of: number };
  /** Per step of sureness, how many answers were right. */
  readonly sureness: readonly { readonly sure: Sureness; readonly right: number; readonly of: number }[];
}

/** Fewer answers than this say nothing about a learner. */
const enough = 8;

/**
 * Skill above chance: balanced accuracy, rescaled so that chance is 0 and perfection 1.
 *
 * With recall rᵢ = right/of for each of the k labels that occur, balanced accuracy is b = (r₁ + … + rₖ)/k, and the
 * result is (b − 1/k)/(1 − 1/k) (Brodersen and others 2010, "The balanced accuracy and its posterior distribution",
 * rescaled as Youden's J generalised to k classes). Whoever gives every claim the same of these labels gets b = 1/k,
 * hence exactly 0, whichever it is and however often it occurs. 0 when fewer than two labels occur.
 */
export function skill(scores: readonly LabelScore[]): number {
  const met = occurring(scores);
  const k = met.length;
  if (k < 2) return 0;
  const balanced = met.reduce((sum, { right, of }) => sum + right / of, 0) / k;
  return (balanced - 1 / k) / (1 - 1 / k);
}

/** The {@link ReadOut} of marked claims. */
export function readOut(marks: readonly LabelMark[]): ReadOut {
  const counted = marks.filter(
    (mark): mark is LabelMark & { label: Label } => mark.scored && mark.label !== undefined,
  );
  const perLabel = labels.map((label) => {
    const ofLabel = counted.filter((mark) => mark.key === label);
    return { label, right: ofLabel.filter((mark) => mark.earned).length, of: ofLabel.length };
  });
  const named = counted.filter((mark) => mark.says.chosen !== undefined);
  const aboveChance = skill(perLabel);
  return {
    right: counted.filter((mark) => mark.earned).length,
    answered: counted.length,
    perLabel,
    confusion: confusion(counted),
    doubted: counted.filter((mark) => doubts(mark.key, mark.label)).map((mark) => mark.item),
    trusted: counted.filter((mark) => trusts(mark.key, mark.label)).map((mark) => mark.item),
    skill: aboveChance,
    band: counted.length < enough || occurring(perLabel).length < 2 ? 'too-few' : band(aboveChance),
    says: { right: named.filter((mark) => mark.says.chosen === mark.says.key).length, of: named.length },
    sureness: ([1, 2, 3, 4] as const).map((sure) => {
      const atStep = counted.filter((mark) => mark.sure === sure);
      return { sure, right: atStep.filter((mark) => mark.earned).length, of: atStep.length };
    }),
  };
}

function occurring(scores: readonly LabelScore[]): LabelScore[] {
  return scores.filter((score) => score.of > 0);
}

function band(aboveChance: number): Band {
  if (aboveChance < 0.3) return 'start';
  if (aboveChance < 0.6) return 'on-the-way';
  return aboveChance < 0.85 ? 'good' : 'strong';
}

/** A sourced claim called anything else, or plain background called a doubtful number or mere opinion. */
function doubts(key: Label, given: Label): boolean {
  if (key === 'sourced-claim') return given !== 'sourced-claim';
  return key === 'no-source-shown' && (given === 'unverified-figure' || given === 'opinion');
}

/** Anything else called a sourced claim. */
function trusts(key: Label, given: Label): boolean {
  return key !== 'sourced-claim' && given === 'sourced-claim';
}

function confusion(marks: readonly (LabelMark & { label: Label })[]): ReadOut['confusion'] {
  const table = Object.fromEntries(
    labels.map((key) => [key, Object.fromEntries(labels.map((given) => [given, 0]))]),
  ) as Record<Label, Record<Label, number>>;
  for (const mark of marks) table[mark.key][mark.label] += 1;
  return table;
}
