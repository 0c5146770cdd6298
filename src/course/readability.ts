import { plainText, type Article } from '#domain/article.ts';

/**
 * The Flesch–Kincaid grade level of an English text: 0.39 · words/sentences + 11.8 · syllables/words − 15.59
 * (Kincaid and others 1975). Add about five for the reader's age in years. Syllables are estimated from spelling, so
 * take the first decimal with a pinch of salt. 0 for a text without words.
 */
export function gradeLevel(text: string): number {
  const words = wordsIn(text);
  if (words.length === 0) return 0;
  const sentences = Math.max(1, text.match(/[.!?]+(?=["”’)]*(\s|$))/g)?.length ?? 0);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** The words of a text, numbers among them. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}’'-]|(?<=\d)[.,](?=\d))*/gu) ?? [];
}

/** The running text of an article, the parts a reading level can be measured on: not headlines, posts or credits. */
export function runningText(article: Article): string {
  return article
    .filter((block) => block.kind === 'paragraph')
    .map((block) => plainText(block.parts))
    .join(' ');
}

function syllablesIn(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, (end) => end[0]!)
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
