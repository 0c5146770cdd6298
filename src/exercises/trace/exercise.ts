import { field } from '#domain/answer.ts';
import { markOf, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import type { Spec } from './schema.ts';

/** The steps of a path, out of order, and what to find on it. */
export interface Question {
  readonly steps: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  readonly changes: readonly { readonly id: string; readonly ask: string }[];
}

type Type = ExerciseType<Spec, Question, WordedMark>;

/** Where a step stands, as a place from 1; where a change happens, as the id of a step. */
export const main: Type['main'] = 'at';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = ({ steps, changes }) => [...steps, ...changes].map(({ id }) => id);

export const ask: Type['ask'] = ({ steps, changes }) => ({
  steps: steps.map(({ id, name, text }) => ({ id, name, text })),
  changes: changes.map(({ id, ask }) => ({ id, ask })),
});

export const mark: Type['mark'] = ({ steps, changes }, _claims, answer) => {
  const total = steps.length;
  const placed = steps.map(({ id, place, why }) => {
    const given = steps.find((other) => String(other.place) === answer[field(main, id)])?.place;
    return marked(id, placeWords(given, total), placeWords(place, total)!, [why]);
  });
  const found = changes.map(({ id, step, why, whyNot }) => {
    const given = steps.find((each) => each.id === answer[field(main, id)]);
    const because = given && whyNot[given.id];
    const key = steps.find((each) => each.id === step)?.name ?? step;
    return marked(id, given?.name, key, because ? [why, `Not “${given.name}”: ${because}`] : [why]);
  });
  return markOf([...placed, ...found]);
};

export const keySheet: Type['keySheet'] = ({ steps, changes }) => {
  const nameOf = (id: string) => steps.find((step) => step.id === id)?.name ?? id;
  return [
    ...steps.map(({ id, name, text, place, why }) => ({
      item: id,
      about: `${name}: ${text}`,
      key: placeWords(place, steps.length),
      reasons: [why],
    })),
    ...changes.map(({ id, ask, step, why, whyNot }) => ({
      item: id,
      about: ask,
      key: nameOf(step),
      reasons: [
        why,
        ...Object.entries(whyNot).map(([other, because]) => `Not “${nameOf(other)}”: ${because}`),
      ],
    })),
  ];
};

function marked(
  item: string,
  yours: string | undefined,
  key: string,
  reasons: readonly string[],
): WordedMark {
  return {
    item,
    answered: yours !== undefined,
    scored: true,
    earned: yours === key ? 1 : 0,
    possible: 1,
    yours,
    key,
    reasons,
  };
}

function placeWords(place: number | undefined, total: number): string | undefined {
  return place === undefined ? undefined : `Step ${place} of ${total}`;
}
