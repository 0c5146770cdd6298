import { field } from '#domain/answer.ts';
import type { Assignment } from '#domain/assignment.ts';
import { csv } from '#domain/csv.ts';
import type { ItemMark, LabelMark, WordedMark } from '#domain/mark.ts';
import { claimFigures, itemFigures } from './figures.ts';
import type { Learner } from './learners.ts';
import { asksForLabels, type Marked, type MarkedExercise } from './marking.ts';

/** The columns of the table, and what stands in each. */
export const columns = {
  learner: 'the name, or a number where names are hidden or were not asked',
  handed_in: 'when the whole was handed in (UTC)',
  exercise: 'the exercise, by its name in the address',
  type: 'its type: sort, mark, choose, …',
  item: 'the claim or question, by its id',
  about: 'its words',
  go: '1 for the first go at the exercise, 2 for a second from the beginning, …',
  round: '1 for the first answer, 2 for the second look',
  answered_at: 'when this round was handed in (UTC)',
  answer: 'what was answered; empty where it was left out',
  key: 'what the key has; empty where nothing is right or wrong',
  right: '1 as the key has it, 0 not; empty where it was left out or is not marked',
  sure: 'how sure, 1 (a guess) to 4 (very), where asked',
  says: 'who was said to say it, where asked',
  says_key: 'who says it by the key, where asked',
} as const;

/** One row of the table: an answer of a learner to an item in a round. */
export type Row = Readonly<Record<keyof typeof columns, string | number | undefined>>;

/** Every answer of a class in a row of its own: learner by learner, exercise by exercise, item by item, round by round. */
export function rowsOf(
  exercises: readonly MarkedExercise[],
  learners: readonly Learner[],
  nameOf: (learner: Learner) => string,
): Row[] {
  return learners.flatMap((learner, at) =>
    exercises.flatMap((exercise) =>
      exercise.works[at]!.flatMap(({ first, revised }, go) =>
        exercise.items.flatMap((item, place) =>
          [first, revised].flatMap((marked, round): Row[] => {
            const mark = marked?.marks.find((each) => each.item === item);
            if (!marked || !mark) return [];
            return [
              {
                learner: nameOf(learner),
                handed_in: learner.at,
                exercise: exercise.exercise,
                type: exercise.key.spec.type,
                item,
                about: exercise.lines[place]!.about,
                go: go + 1,
                round: round + 1,
                answered_at: marked.attempt.at,
                right: mark.scored && mark.answered ? mark.earned : undefined,
                ...answerIn(exercise, marked, mark),
              },
            ];
          }),
        ),
      ),
    ),
  );
}

function answerIn(
  exercise: MarkedExercise,
  { attempt }: Marked,
  mark: ItemMark,
): Pick<Row, 'answer' | 'key' | 'sure' | 'says' | 'says_key'> {
  if (asksForLabels(exercise)) {
    const { label, key, sure, says } = mark as LabelMark;
    return {
      answer: label,
      key: mark.scored ? key : undefined,
      sure,
      says: says.chosen,
      says_key: says.chosen === undefined ? undefined : says.key,
    };
  }
  const { yours, key } = mark as Partial<WordedMark>;
  const written = attempt.answer[field(exercise.main, mark.item)]?.trim() || undefined;
  return {
    answer: mark.answered ? (yours ?? written) : undefined,
    key: mark.scored ? key : undefined,
    sure: undefined,
    says: undefined,
    says_key: undefined,
  };
}

/** The table for spreadsheets: {@link columns}, and a row for each of `rows`. */
export function csvOf(rows: readonly Row[]): string {
  const names = Object.keys(columns) as (keyof Row)[];
  return csv([names, ...rows.map((row) => names.map((name) => row[name]))]);
}

/** The whole report for other programs: every answer, and the figures of every item by the first answers. */
export function jsonOf(
  assignment: Assignment,
  exercises: readonly MarkedExercise[],
  learners: readonly Learner[],
  nameOf: (learner: Learner) => string,
): string {
  const figures = exercises.map((exercise) => ({
    exercise: exercise.exercise,
    type: exercise.key.spec.type,
    title: exercise.title,
    items: (asksForLabels(exercise) ? claimFigures : itemFigures)(exercise, learners, 'first').map(
      ({ given, facility, scored, ...each }) => ({
        item: each.item,
        about: each.about,
        key: each.key,
        answered: each.answered,
        ...(scored ? { facility, discrimination: each.discrimination } : {}),
        ...('division' in each ? { division: each.division } : {}),
        given: given.map(({ words, label, learners: who }) => ({ answer: label ?? words, n: who.length })),
      }),
    ),
  }));
  const data = {
    format: 'who-says-report',
    version: 1,
    assignment,
    figures,
    answers: rowsOf(exercises, learners, nameOf),
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}
