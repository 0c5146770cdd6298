import { expect, test } from 'vitest';
import { example } from './example.ts';
import { ask, mark, shift } from './exercise.ts';
import { check } from './schema.ts';

const { spec, article, sources } = example;
const material = { article, sources, dossier: [] };

test.each([
  ['0', 0],
  ['100', 100],
  ['007', 7],
  ['7.4', 7],
  ['', undefined],
  ['-1', undefined],
  ['101', undefined],
  ['lots', undefined],
  ['NaN', undefined],
])('"%s" is the rating %s', (typed, rating) => {
  const marked = mark(spec, [], { 'trust:as-printed': typed, 'trust:end-first': '50' });
  expect(marked.kind === 'marked' && marked.items[0]!.rating).toBe(rating);
});

test('a shift says how far and which way', () => {
  expect(shift(70, 45)).toBe('25 lower than before');
  expect(shift(45, 46)).toBe('1 higher than before');
  expect(shift(0, 0)).toBe('the same as before');
});

test('a passage shows whole paragraphs in the order of the file', () => {
  const [printed, endFirst] = ask(spec, material).ratings;
  expect(printed!.blocks.map(({ id }) => id)).toEqual(['b1', 'b2', 'b5']);
  expect(endFirst!.blocks.map(({ id }) => id)).toEqual(['b5', 'b1', 'b2']);
});

test('a paragraph that is shown twice, or not there, is a fault', () => {
  const [first] = spec.ratings;
  const broken = { ...spec, ratings: [{ ...first!, show: ['new-soup', 'bowls', 'no-such-claim'] }] };
  expect(check(broken, [], material)).toEqual([
    {
      place: 'ratings › as-printed › show',
      found: 'no-such-claim, which the article does not wrap',
      cure: 'Write the id of a claim in the paragraph you mean.',
    },
    {
      place: 'ratings › as-printed › show',
      found: 'bowls, in a paragraph that is shown already',
      cure: 'Take it out: one claim brings its whole paragraph.',
    },
  ]);
});
