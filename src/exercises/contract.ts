import type { z } from 'astro/zod';
import type { Answer } from '#domain/answer.ts';
import type { Article } from '#domain/article.ts';
import type { Claim, ClaimId, ClaimKey, Source } from '#domain/claim.ts';
import type { Mark } from '#domain/mark.ts';

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
}

/** What a question may be made of: the case without its key. */
export interface Material {
  readonly article: Article;
  readonly sources: readonly Source[];
}

/**
 * One exercise type: the pure half of its folder, as `exercise.ts` exports it function by function. (The page of an
 * exercise needs `mark` alone; the rest then stays out of it.)
 *
 * `Question` is what the View gets. It is made from the material alone, so it cannot hold the key.
 */
export interface ExerciseType<Spec extends BaseSpec, Question> {
  /** The claims an exercise asks about, in the order in which it asks. */
  claims(spec: Spec, article: Article): readonly ClaimId[];
  /** What the learner is shown. */
  ask(spec: Spec, material: Material): Question;
  /** @param claims the key of every claim of {@link claims}, in that order */
  mark(spec: Spec, claims: readonly ClaimKey[], answer: Answer): Mark;
}

/** A type's example: test data, gallery entry and documentation in one. */
export interface Example<Spec extends BaseSpec> {
  readonly spec: Spec;
  readonly article: Article;
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  /** Answers, and per claim what each must earn; null where the mark must be "not ready". */
  readonly answers: readonly {
    readonly title: string;
    readonly answer: Answer;
    readonly earns: Readonly<Record<ClaimId, 0 | 1>> | null;
  }[];
}

/** What marking one exercise takes: it rests in the page's data until the learner hands in. */
export interface Key<Spec extends BaseSpec> {
  readonly spec: Spec;
  readonly claims: readonly ClaimKey[];
  /** For the names of those who say it. */
  readonly sources: readonly Source[];
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
  /** Holds a spec against the key of the claims it uses; an empty list when all is well. */
  check(spec: Spec, claims: readonly Claim[]): SpecFault[];
}
