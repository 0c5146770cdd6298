import { passage, type Passage } from '#domain/article.ts';
import type { Label } from '#domain/label.ts';
import { labels } from '#domain/label.ts';
import type { LabelMark } from '#domain/mark.ts';
import { markLabels } from '#domain/mark-labels.ts';
import type { ExerciseType } from '../contract.ts';
import { labelKey } from '../label-key.ts';
import type { Spec } from './schema.ts';

/** What a learner sorts: statements in their paragraphs, and the labels on offer. */
export interface Question {
  readonly statements: readonly Passage[];
  readonly labels: readonly Label[];
  readonly sure: boolean;
}

type Type = ExerciseType<Spec, Question, LabelMark>;

export const main: Type['main'] = 'label';

export const claims: Type['claims'] = (spec) => spec.claims;

export const items: Type['items'] = claims;

export const ask: Type['ask'] = (spec, { article }) => ({
  statements: spec.claims.map((claim) => passage(article, claim)),
  labels: labels.filter((label) => spec.labels.includes(label)),
  sure: spec.sure,
});

export const mark: Type['mark'] = (_spec, claims, answer) => markLabels(claims, answer);

export const set: Type['set'] = (spec, { claims, labels: offered, sure, shuffle = (all) => [...all] }) => ({
  ...spec,
  claims: shuffle(claims ? spec.claims.filter((claim) => claims.includes(claim)) : spec.claims),
  labels: [...(offered ?? spec.labels)],
  sure: sure ?? spec.sure,
});

export const keySheet: Type['keySheet'] = ({ labels: offered }, claims, material) =>
  labelKey(claims, material, offered);
