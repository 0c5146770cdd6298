import { course } from '#course/course.ts';

/** Questions that the plans have on claims, and the answers that teachers get, by `case/claim`. */
export type PlannedQuestions = Readonly<
  Record<
    string,
    {
      readonly ask: string;
      readonly answers: readonly { readonly say: string; readonly reply: string }[];
    }
  >
>;

/** Those of the course: made once, for the whole build. Where several plans ask about a claim, the first one's. */
export const plannedQuestions: PlannedQuestions = Object.fromEntries(
  course.plans
    .flatMap(({ questions }) => questions)
    .reverse()
    .flatMap(({ claim, ask, answers }) =>
      claim === undefined
        ? []
        : [[claim, { ask, answers: answers.map(({ say, reply }) => ({ say, reply })) }]],
    ),
);
