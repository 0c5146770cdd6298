import { expect, test } from 'vitest';
import type { Article } from '#domain/article.ts';
import { gradeLevel, runningText } from './readability.ts';

test.each([
  // 6 words, 1 sentence, 6 syllables: 0.39 · 6 + 11.8 · 1 − 15.59
  ['The cat sat on the mat.', -1.45],
  // 7 words, 2 sentences, 3 + 2 + 1 + 3 and 3 + 1 + 1 syllables: 0.39 · 3.5 + 11.8 · 2 − 15.59
  ['Reporters counted the visitors. Nobody else did.', 9.375],
])('the grade of a text worked out by hand is met: %s', (text, grade) => {
  expect(gradeLevel(text)).toBeCloseTo(grade, 10);
});

test.each(['', ' \n', '“—”', '…!'])('a text without words has grade 0: %j', (text) => {
  expect(gradeLevel(text)).toBe(0);
});

test.each([
  ['longer words', 'The man saw it.', 'The journalist investigated it.'],
  ['longer sentences', 'He ran. She sat. We sang.', 'He ran and she sat and we sang.'],
])('%s raise the grade', (_, easy, hard) => {
  expect(gradeLevel(hard)).toBeGreaterThan(gradeLevel(easy));
});

test.each([
  ['a quotation mark after the full stop', '“He came.” “She left.”', 'He came. She left.'],
  ['a decimal point', 'It is 3.5 now.', 'It is 35 now.'],
  ['several marks in a row', 'What?! No...', 'What? No.'],
])('a sentence ends once, whatever stands around its end: %s', (_, text, same) => {
  expect(gradeLevel(text)).toBeCloseTo(gradeLevel(same), 10);
});

test('the running text is the paragraphs alone, claims and terms included', () => {
  const article: Article = [
    { id: 'b1', kind: 'headline', parts: [{ kind: 'text', text: 'Headline' }] },
    {
      id: 'b2',
      kind: 'paragraph',
      parts: [
        { kind: 'claim', claim: 'a', words: [{ kind: 'term', term: 't', text: 'Sorties' }] },
        { kind: 'text', text: ' flew.' },
      ],
    },
    { id: 'b3', kind: 'related', parts: [{ kind: 'text', text: 'Another story' }] },
    { id: 'b4', kind: 'post', parts: [{ kind: 'text', text: 'A post' }] },
    { id: 'b5', kind: 'paragraph', parts: [{ kind: 'text', text: 'More.' }] },
    { id: 'b6', kind: 'credit', parts: [{ kind: 'text', text: 'A photo' }] },
  ];
  expect(runningText(article)).toBe('Sorties flew. More.');
});
