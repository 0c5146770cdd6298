import { field } from '#domain/answer.ts';
import { revisedWords, type OwnWords, type RevisedWords } from '#domain/own-words.ts';
import type { WordedMark } from '#domain/mark.ts';
import { asksForLabels, type Marked, type MarkedExercise } from './marking.ts';

/** What a learner wrote in words of their own, and what stood there before the second look. */
export interface LearnersWords extends RevisedWords {
  /** The place of the learner among the learners. */
  readonly learner: number;
}

/** What one learner wrote in an exercise where it is not marked; the words of the last round, item by item. */
export function wordsOf(exercise: MarkedExercise, learner: number): LearnersWords[] {
  const [work] = exercise.works[learner]!;
  if (!work || asksForLabels(exercise)) return [];
  const texts = (marked: Marked | undefined): OwnWords[] =>
    (marked?.marks ?? []).flatMap((mark) => {
      const { yours } = mark as Partial<WordedMark>;
      const text = (yours ?? marked!.attempt.answer[field(exercise.main, mark.item)] ?? '').trim();
      return !mark.scored && mark.answered && text !== '' ? [{ item: mark.item, text }] : [];
    });
  return revisedWords(texts(work.first), texts(work.revised)).map((words) => ({ ...words, learner }));
}
