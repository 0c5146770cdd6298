import type { Sureness } from './answer.ts';
import type { SourceId } from './claim.ts';
import type { Label } from './label.ts';

/** A name for one thing that an exercise asks; a claim's id where it asks about claims. */
export type ItemId = string;

/** What one item earned. */
export interface ItemMark {
  readonly item: ItemId;
  readonly answered: boolean;
  /** False for what is discussed or compared and has no right answer: `possible` is 0. */
  readonly scored: boolean;
  readonly earned: 0 | 1;
  readonly possible: 0 | 1;
}

/** The mark of an item whose answer and key can be put into words. */
export interface WordedMark extends ItemMark {
  /** What the learner answered; undefined when the item was left out. */
  readonly yours: string | undefined;
  /** What the key has; undefined where there is no right answer. */
  readonly key: string | undefined;
  /** Why the key has it; for an answer that differs, also why it tempts and why it fails. A paragraph each. */
  readonly reasons: readonly string[];
}

/** The mark of the label given to a claim, and the reason. */
export interface LabelMark extends ItemMark {
  /** The key's label. */
  readonly key: Label;
  /** The learner's label; undefined when the claim was left out. */
  readonly label: Label | undefined;
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

/** The outcome of an answer: marked item by item, or not ready because nothing was answered. */
export type Mark<Each extends ItemMark = ItemMark> =
  | { readonly kind: 'marked'; readonly items: readonly Each[]; readonly missing: readonly ItemId[] }
  | { readonly kind: 'not-ready'; readonly missing: readonly ItemId[] };

/** An item's outcome in a word. */
export type Outcome = 'agrees' | 'differs' | 'left-out' | 'discuss';

/** The {@link Mark} of marked items: not ready when none of them is answered. */
export function markOf<Each extends ItemMark>(items: readonly Each[]): Mark<Each> {
  const missing = items.filter((mark) => !mark.answered).map((mark) => mark.item);
  return missing.length === items.length
    ? { kind: 'not-ready', missing }
    : { kind: 'marked', items, missing };
}

/** How an answer stands to the key. */
export function outcome({ answered, scored, earned }: ItemMark): Outcome {
  if (!scored) return 'discuss';
  if (!answered) return 'left-out';
  return earned === 1 ? 'agrees' : 'differs';
}

/** Whether an answer was given and differs from the key on an item that is scored. */
export function differs(mark: ItemMark): boolean {
  return outcome(mark) === 'differs';
}
