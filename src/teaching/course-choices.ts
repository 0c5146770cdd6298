import { cases, course, exercises, exercisesOf, isSealed, routes, type SetExercise } from '#course/course.ts';
import type { Case } from '#course/content.ts';
import { registry } from '#exercises/registry.ts';
import type { Choices, ExerciseChoice } from './choices.ts';
import { isToDiscuss } from './to-discuss.ts';

/** What of the course a teacher can set: made once, for the whole build. */
export const choices: Choices = {
  lessons: course.lessons.map(({ slug, number, title, minutes }) => ({ slug, number, title, minutes })),
  cases: course.cases.map((its) => ({
    slug: its.slug,
    title: its.title,
    exercises: exercises
      .filter((exercise) => exercise.case === its)
      .map((exercise) => choiceOf(exercise, its))
      .sort((a, b) => place(a) - place(b) || a.minutes - b.minutes),
  })),
  readySets: [
    ...routes.map(({ id, title, steps }) => ({
      id,
      name: title,
      title: `Who says? In ${title}`,
      steps: steps.map(({ lesson }) => ({ lesson: lesson.slug })),
    })),
    ...wholeArticle(),
  ],
};

/** The first case, marked from beginning to end. */
function wholeArticle(): Choices['readySets'] {
  const marking = exercisesOf(cases[0]!.slug).find(({ spec }) => spec.type === 'mark');
  return marking
    ? [
        {
          id: 'whole-article',
          name: 'The whole article',
          title: marking.spec.title,
          steps: [{ exercise: marking.id }],
        },
      ]
    : [];
}

/** First what goes over the whole article, then lesson by lesson, tests last. */
function place({ lesson, test }: ExerciseChoice): number {
  return test ? 1000 : (lesson?.number ?? 0);
}

function choiceOf({ id, spec, material, claims }: SetExercise, its: Case): ExerciseChoice {
  const { type } = registry[spec.type]!;
  const lesson = course.lessons.find(({ exercises: all }) => all.includes(id));
  const turned = type.set?.(spec, { shuffle: (items) => [...items].reverse() }) ?? spec;
  const items = (each: typeof spec) => type.items(each, its.article).join();
  const question = (article: Case['article']) => JSON.stringify(type.ask(spec, { ...material, article }));
  const { labels = [], sure = false } = spec as { labels?: readonly string[]; sure?: boolean };
  return {
    id,
    title: spec.title,
    case: its.title,
    type: spec.type,
    minutes: spec.minutes,
    ...(lesson ? { lesson: { number: lesson.number, title: lesson.title } } : {}),
    test: isSealed(spec),
    plain: question(its.article) !== question(its.plain),
    shuffles: items(turned) !== items(spec),
    ...(type.set && !isSealed(spec)
      ? {
          sets: {
            claims: claims.map((claim) => claim.id),
            labels: labels.length,
            sure,
            disputed: claims.some((claim) => isToDiscuss(spec, claim)),
          },
        }
      : {}),
  };
}
