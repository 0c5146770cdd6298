import type { Answer } from './answer.ts';
import type { ItemId } from './mark.ts';

/** What a learner wrote in words of their own in answer to one item. */
export interface OwnWords {
  readonly item: ItemId;
  readonly text: string;
}

/**
 * The own words in `answer`, without the spaces around them. They need no key: a headline can be shown when its exercise
 * is long gone.
 *
 * @param question the question of the form that they answer: `headline` of the fields `headline:<item>`
 */
export function ownWords(answer: Answer, question: string): OwnWords[] {
  return Object.entries(answer).flatMap(([name, value]) => {
    const [asked, item, ...box] = name.split(':');
    const text = value.trim();
    return asked === question && item && box.length === 0 && text !== '' ? [{ item, text }] : [];
  });
}

/** Own words after a second look, and what stood there before where that was something else. */
export interface RevisedWords extends OwnWords {
  readonly before: string | undefined;
}

/** The own words of two rounds, item by item. What was left empty or untouched in the second stays as it was. */
export function revisedWords(first: readonly OwnWords[], revised: readonly OwnWords[]): RevisedWords[] {
  const found = (words: readonly OwnWords[], item: ItemId) => words.find((each) => each.item === item)?.text;
  const items = [...new Set([...first, ...revised].map(({ item }) => item))];
  return items.map((item) => {
    const [before, after] = [found(first, item), found(revised, item)];
    return { item, text: (after ?? before)!, before: after === before || !after ? undefined : before };
  });
}
