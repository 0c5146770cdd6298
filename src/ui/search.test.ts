import { expect, test } from 'vitest';
import { split } from './search.ts';

test('an excerpt becomes plain words, and those that were looked for are known', () => {
  expect(split('A <mark>hedge</mark> such as &lt;about&gt; &amp; “roughly” <mark>hedges</mark>')).toEqual([
    { text: 'A ', hit: false },
    { text: 'hedge', hit: true },
    { text: ' such as <about> & “roughly” ', hit: false },
    { text: 'hedges', hit: true },
  ]);
});

test('an excerpt without a hit is its words', () => {
  expect(split('A small word.')).toEqual([{ text: 'A small word.', hit: false }]);
});
