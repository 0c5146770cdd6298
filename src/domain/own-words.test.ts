import { describe, expect, test } from 'vitest';
import { ownWords, revisedWords } from './own-words.ts';

describe('own words', () => {
  test('are the fields of their question, and of no other that begins like it', () => {
    const answer = {
      'say:sentence': 'Nobody else has counted.',
      'says:toll': 'shoigu',
      'headline:six-hundred': 'Russia says 600',
      'check:six-hundred:who': 'yes',
      'say:sentence:box': 'yes',
      say: 'nothing',
      'say:': 'nobody',
    };
    expect(ownWords(answer, 'say')).toEqual([{ item: 'sentence', text: 'Nobody else has counted.' }]);
    expect(ownWords(answer, 'headline')).toEqual([{ item: 'six-hundred', text: 'Russia says 600' }]);
  });

  test('come without the spaces around them; spaces alone are no words', () => {
    expect(ownWords({ 'say:a': '  الخبر \n', 'say:b': ' \n ' }, 'say')).toEqual([
      { item: 'a', text: 'الخبر' },
    ]);
  });
});

describe('own words after a second look', () => {
  const first = [
    { item: 'a', text: 'At first' },
    { item: 'b', text: 'The same' },
    { item: 'c', text: 'Emptied later' },
  ];

  test('show what stood there before only where it has changed, and lose nothing that was emptied', () => {
    const revised = [
      { item: 'a', text: 'Later' },
      { item: 'b', text: 'The same' },
      { item: 'd', text: 'New' },
    ];
    expect(revisedWords(first, revised)).toEqual([
      { item: 'a', text: 'Later', before: 'At first' },
      { item: 'b', text: 'The same', before: undefined },
      { item: 'c', text: 'Emptied later', before: undefined },
      { item: 'd', text: 'New', before: undefined },
    ]);
  });

  test('are the first words where there was no second look', () => {
    expect(revisedWords(first, []).map(({ text, before }) => [text, before])).toEqual(
      first.map(({ text }) => [text, undefined]),
    );
  });
});
