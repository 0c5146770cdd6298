import type { z } from 'astro/zod';
import type { Answer } from '#domain/answer.ts';
import type { Article } from '#domain/article.ts';
import type { Claim, ClaimId, ClaimKey, Source } from '#domain/claim.ts';
import type { Label } from '#domain/label.ts';
import type { ItemId, ItemMark, Mark } from '#domain/mark.ts';

/** What every exercise file says, whatever its type. */
export interface BaseSpec {
  /** The name of a folder in `src/exercises`. */
  readonly type: string;
  readonly case: string;
  readonly title: string;
  /** What the learner is asked to do, in a sentence or two. */
  readonly task: string;
  /** Minutes a learner is likely to need. */
  readonly minutes: number;
  /** Whether it is a test, whose reasons are kept back until the next. */
  readonly sealed?: boolean | undefined;
}

/** How a teacher sets an exercise: whatever it says nothing of stays as the exercise file has it. */
export interface Setting {
  /** Ask about these claims only. Those the article no longer has are left out. */
  readonly claims?: readonly ClaimId[] | undefined;
  /** The labels on offer. */
  readonly labels?: readonly Label[] | undefined;
  /** Whether to ask "How sure are you?". */
  readonly sure?: boolean | undefined;
  /** Puts what is asked into a learner's own order, where it is not bound to the text. */
  readonly shuffle?: (<Item>(items: readonly Item[]) => Item[]) | undefined;
}

/** What a question may show of a dossier card: not what the card does for which claim. */
export interface Card {
  readonly id: string;
  readonly who: string;
  readonly date: string;
  readonly title: string;
  readonly says: string;
  readonly limits: string;
}

/** What a question may be made of: the case without its key. */
export interface Material {
  readonly article: Article;
  readonly sources: readonly Source[];
  readonly dossier: readonly Card[];
}

/** One item of the key, to be read: without a script, on paper, on the teacher's answer sheet. */
export interface KeyLine {
  readonly item: ItemId;
  /** What was asked about: the claim's words, or the question. */
  readonly about: string;
  /** The right answer, in words; undefined where there is none. */
  readonly key: string | undefined;
  /** Why, and why not the tempting ones. A paragraph each. */
  readonly reasons: readonly string[];
}

/**
 * One exercise type: the pure half of its folder, as `exercise.ts` exports it function by function.
 *
 * `Question` is what the View gets. It holds no answer: a question does not change when the key does.
 */
export interface ExerciseType<Spec extends BaseSpec, Question, Each extends ItemMark = ItemMark> {
  /** The question of the form that makes an item count as answered: `label` of the fields `label:<item>`. */
  readonly main: string;
  /** The claims whose key the type takes from the case; none where the exercise file holds the key itself. */
  claims(spec: Spec, article: Article): readonly ClaimId[];
  /** What is asked, in the order in which it is asked. */
  items(spec: Spec, article: Article): readonly ItemId[];
  /** What the learner is shown. */
  ask(spec: Spec, material: Material): Question;
  /** @param claims the key of every claim of {@link claims}, in that order */
  mark(spec: Spec, claims: readonly ClaimKey[], answer: Answer): Mark<Each>;
  /** The exercise as a teacher sets it; absent where there is nothing to set. */
  set?(spec: Spec, setting: Setting): Spec;
  /** The key to read, a line an item. */
  keySheet(spec: Spec, claims: readonly ClaimKey[], material: Material): readonly KeyLine[];
}

/** A type's example: test data, gallery entry and documentation in one. */
export interface Example<Spec extends BaseSpec> {
  readonly spec: Spec;
  readonly article: Article;
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  /** The cards of its dossier, where the type shows any. */
  readonly dossier?: readonly Card[];
  /** Answers, and per item what each must earn; null where the mark must be "not ready". */
  readonly answers: readonly {
    readonly title: string;
    readonly answer: Answer;
    readonly earns: Readonly<Record<ItemId, 0 | 1>> | null;
  }[];
  /** Where the exercise file holds the key: the same exercise with another key. Its question is the same. */
  readonly rekeyed?: Spec;
}

/** What marking one exercise takes: it rests in the page's data until the learner hands in. */
export interface Key<Spec extends BaseSpec> {
  readonly spec: Spec;
  readonly claims: readonly ClaimKey[];
  /** For the names of those who say it. */
  readonly sources: readonly Source[];
  /** The words of each claim, for pages on which the exercise itself does not stand. */
  readonly texts: Readonly<Record<ClaimId, string>>;
}

/** Something wrong in an exercise file that only its type can see. */
export interface SpecFault {
  readonly place: string;
  readonly found: string;
  readonly cure: string;
}

/** The half of a type's folder that only build and tests load: what a content file of this type may say. */
export interface TypeSchema<Spec extends BaseSpec> {
  readonly schema: z.ZodType<Spec>;
  /** Holds a spec against the key of the claims it uses and the case; an empty list when all is well. */
  check(spec: Spec, claims: readonly Claim[], material: Material): SpecFault[];
}

/** What the island of a type is given. Not the question: that is HTML already. */
export interface Asked {
  readonly exercise: string;
  readonly items: readonly ItemId[];
  readonly main: string;
  readonly sealed: boolean;
}

/** What puts the questions of a type into its island. */
export interface HostProps<Question> {
  readonly given: Asked;
  readonly question: Question;
  /** Whether everything asked is to be in the page, as it must for a browser that runs no script; if not, the island adds it. */
  readonly whole: boolean;
}
