import { claimIds, only, type Article } from '#domain/article.ts';
import type { ClaimKey, SourceId } from '#domain/claim.ts';
import { labels, type Label } from '#domain/label.ts';
import type { LabelMark } from '#domain/mark.ts';
import { markLabels } from '#domain/mark-labels.ts';
import type { ExerciseType } from '../contract.ts';
import { labelKey } from '../label-key.ts';
import type { Spec } from './schema.ts';

/** What a learner marks: the whole article, and what may be said of each claim. */
export interface Question {
  readonly article: Article;
  readonly labels: readonly Label[];
  /** The article's sources to choose from; undefined where the exercise does not ask who says it. */
  readonly sources: readonly { readonly id: SourceId; readonly name: string }[] | undefined;
  readonly sure: boolean;
}

type Type = ExerciseType<Spec, Question, LabelMark>;

export const main: Type['main'] = 'label';

export const claims: Type['claims'] = (spec, article) =>
  claimIds(article).filter((claim) => spec.claims?.includes(claim) ?? true);

export const items: Type['items'] = claims;

export const ask: Type['ask'] = (spec, { article, sources }) => ({
  article: spec.claims ? only(article, spec.claims) : article,
  labels: labels.filter((label) => spec.labels.includes(label)),
  sources: spec.says ? sources.map(({ id, name }) => ({ id, name })) : undefined,
  sure: spec.sure,
});

export const mark: Type['mark'] = (spec, claims, answer) => markLabels(discussed(spec, claims), answer);

export const set: Type['set'] = (spec, { claims, labels: offered, sure }) => ({
  ...spec,
  claims: claims ? [...claims] : spec.claims,
  labels: [...(offered ?? spec.labels)],
  sure: sure ?? spec.sure,
});

export const keySheet: Type['keySheet'] = (spec, claims, material) =>
  labelKey(discussed(spec, claims), material, spec.labels);

/** The claims, those to be discussed here unscored. */
function discussed<Each extends ClaimKey>({ discuss }: Spec, claims: readonly Each[]): Each[] {
  return claims.map((claim) => (discuss.includes(claim.id) ? { ...claim, scored: false } : claim));
}
