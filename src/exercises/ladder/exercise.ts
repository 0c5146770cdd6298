import { field, type Answer } from '#domain/answer.ts';
import { passage, type Passage } from '#domain/article.ts';
import { ladder } from '#domain/check.ts';
import type { ClaimId } from '#domain/claim.ts';
import { markOf, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import { questions, questionWords, type Imvain } from './questions.ts';
import type { Spec } from './schema.ts';

/** What a learner places on the ladder: claims in their paragraphs. */
export interface Question {
  readonly claims: readonly Passage[];
}

type Type = ExerciseType<Spec, Question, WordedMark>;
type Asked = Spec['claims'][number];

/** What an article must show for each rung, and does not show for a rung too low. */
const needs = [
  '',
  'a source, however vague',
  'a source that we can name',
  'evidence from the source that readers can look at',
  'more than one source',
  'a second source that found it out for itself',
  'that the outlet checked it itself',
] as const;

export const main: Type['main'] = 'rung';

export const claims: Type['claims'] = (spec) => spec.claims.map(({ id }) => id);

export const items: Type['items'] = claims;

export const ask: Type['ask'] = (spec, { article }) => ({
  claims: spec.claims.map(({ id }) => passage(article, id)),
});

/** The rung is marked. The five questions help to find it: they earn nothing, and are put right in the reasons. */
export const mark: Type['mark'] = (spec, claims, answer) =>
  markOf(
    claims.map(({ id, scored }, at) => {
      const asked = spec.claims[at]!;
      const rung = rungIn(answer, id);
      const ticked = questions.filter((question) => answer[field('passes', id, question)] === 'yes');
      return {
        item: id,
        answered: rung !== undefined,
        scored,
        earned: scored && rung === asked.rung ? 1 : 0,
        possible: scored ? 1 : 0,
        yours: rung === undefined ? undefined : said(rung, ticked),
        key: said(asked.rung, passed(asked)),
        reasons: [
          asked.why,
          ...(rung === undefined || rung === asked.rung ? [] : [whyNot(asked, rung)]),
          ...questions.flatMap((question) => correction(asked, question, ticked.includes(question))),
          ...beyond(asked),
        ],
      };
    }),
  );

export const keySheet: Type['keySheet'] = (spec, _claims, { article }) =>
  spec.claims.map((asked) => ({
    item: asked.id,
    about: passage(article, asked.id).text,
    key: said(asked.rung, passed(asked)),
    reasons: [
      asked.why,
      ...Object.entries(asked.whyNot).map(([rung, why]) => `Not rung ${rung}: ${why}`),
      ...questions.map(
        (question) =>
          `${questionWords[question].name}: ${asked.passes[question] ? 'yes' : 'no'}. ${because(asked, question)}`,
      ),
      ...beyond(asked),
    ],
  }));

/** The rung that a claim was placed on; undefined where there is none, or none that the ladder has. */
function rungIn(answer: Answer, claim: ClaimId): number | undefined {
  const rung = ladder.findIndex((_, at) => answer[field(main, claim)] === String(at));
  return rung === -1 ? undefined : rung;
}

function passed({ passes }: Asked): readonly Imvain[] {
  return questions.filter((question) => passes[question]);
}

/** A rung and the questions passed, in words. */
function said(rung: number, passes: readonly Imvain[]): string {
  const names = passes.map((question) => questionWords[question].name.toLowerCase());
  return `Rung ${rung}: ${ladder[rung]} · passes ${names.join(', ') || 'none of the five'}`;
}

/** Why the rung that a learner chose is not the one; by what it would need, where the file has no reason of its own. */
function whyNot({ rung: key, whyNot }: Asked, rung: number): string {
  const own = whyNot[`${rung}` as keyof typeof whyNot];
  if (own) return `Not rung ${rung}: ${own}`;
  return rung > key
    ? `Rung ${rung} would need ${needs[rung]}. The words and the paragraph show nothing of the kind.`
    : `Rung ${rung} is too low: the article does show ${needs[key]}.`;
}

/** What to say of a question that was not ticked as the key has it. */
function correction(asked: Asked, question: Imvain, ticked: boolean): string[] {
  const right = asked.passes[question] !== undefined;
  if (ticked === right) return [];
  return [
    `${questionWords[question].name}: ${right ? 'the key ticks it' : 'not ticked in the key'}. ${because(asked, question)}`,
  ];
}

function because({ passes, fails }: Asked, question: Imvain): string {
  return passes[question] ?? fails[question] ?? '';
}

function beyond({ beyond }: Asked): string[] {
  return beyond === undefined ? [] : [`Outside the article: ${beyond}`];
}
