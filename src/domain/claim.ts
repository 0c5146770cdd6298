import type { Check } from './check.ts';
import type { Label } from './label.ts';

/** A claim's permanent name within its case. */
export type ClaimId = string;

/** A source's name within its case; `writer` is the article's own voice. */
export type SourceId = string;

/** The source id that stands for the article's own voice: nobody is named. */
export const writer: SourceId = 'writer';

/** Who a claim can be attributed to. */
export interface Source {
  readonly id: SourceId;
  readonly name: string;
  /** A few words, for a margin or a list of choices. */
  readonly short: string;
  readonly kind: 'named-official' | 'institution' | 'outlet' | 'unnamed-group' | 'person' | 'writer';
  /** What the source stands to gain. */
  readonly stake: string;
}

/**
 * What a figure in a claim counts: the reported `event`; something else (`reference`); a date or length of time
 * (`period`); or a number that is only named in order to say that it is unconfirmed (`mention`).
 */
export type FigureKind = 'event' | 'reference' | 'period' | 'mention';

/** The part of a claim's key that marking takes, and that therefore stands in the page of an exercise. */
export interface ClaimKey {
  readonly id: ClaimId;
  readonly label: Label;
  /** False where careful readers disagree: such a claim is discussed, never marked. */
  readonly scored: boolean;
  readonly says: SourceId;
  readonly why: string;
  readonly whyNot: Readonly<Partial<Record<Label, string>>>;
  readonly otherView?: string | undefined;
  /** A question to discuss. */
  readonly ask?: string | undefined;
}

/** The whole key to one claim: what a careful reader finds by the four tests, and why. */
export interface Claim extends ClaimKey {
  /** The words that attribute the claim, as they stand in the article. */
  readonly cue?: string | undefined;
  readonly check: Check;
  /** Each number of the claim, as it is written there, and what it counts. */
  readonly figures: Readonly<Record<string, FigureKind>>;
  readonly hedges: readonly string[];
  /** Each loaded word of the claim and a neutral one that fits its place. */
  readonly loaded: Readonly<Record<string, string>>;
}

/** What marking takes of `claim`. */
export function keyTo({ id, label, scored, says, why, whyNot, otherView, ask }: Claim): ClaimKey {
  return { id, label, scored, says, why, whyNot, otherView, ask };
}
