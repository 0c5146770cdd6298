import { expect, test } from 'vitest';
import { example } from './example.ts';
import { mark } from './exercise.ts';
import { check, type Spec } from './schema.ts';

const { spec, claims } = example;
const [cosy, already] = spec.words;

function marked(answer: Record<string, string>) {
  const result = mark(spec, [], answer);
  return result.kind === 'marked' ? result.items[0]! : undefined;
}

function faults(word: Partial<Spec['words'][number]>) {
  return check({ ...spec, words: [{ ...already!, ...word }] }, claims).map(({ found, cure }) => [
    found,
    cure,
  ]);
}

test('an own word is shown beside the key and is not marked', () => {
  expect(marked({ 'word:cosy': 'own', 'own:cosy': ' hottest ' })).toMatchObject({
    scored: false,
    possible: 0,
    yours: 'hottest',
    key: 'warmest',
    reasons: [expect.stringContaining('You wrote “hottest”.'), expect.stringContaining('Warmth')],
  });
});

test('an own word that was on offer gets what the file says of that one', () => {
  expect(marked({ 'word:cosy': 'own', 'own:cosy': 'Heaviest' })?.reasons.at(-1)).toMatch(/^“heaviest”: /);
});

test('what tempts is explained beside the key', () => {
  expect(marked({ 'word:cosy': 'heavenly' })).toMatchObject({
    yours: 'most heavenly',
    reasons: [expect.stringContaining('Warmth'), expect.stringMatching(/^“most heavenly”: /)],
  });
});

test('a word that the key does not call loaded is a fault', () => {
  expect(faults({ word: 'bowls' })).toEqual([
    [
      '"bowls", which is not under "loaded" of bowls',
      'Add it there in claims.yaml, with a neutral word; or take one that it has: already.',
    ],
  ]);
});

test('the one right option is the neutral word of the key', () => {
  const cure =
    'Write "right: true" at one option, "so far", which claims.yaml has for "already"; or change it there.';
  const wrong = already!.options.map((option) => ({ ...option, right: !option.right }));
  const all = already!.options.map((option) => ({ ...option, right: true }));
  const none = already!.options.map((option) => ({ ...option, right: false }));
  expect(faults({ options: wrong })).toEqual([['"at last" as right', cure]]);
  expect(faults({ options: all })).toEqual([['"so far", "at last" as right', cure]]);
  expect(faults({ options: none })).toEqual([['no option as right', cure]]);
});

test('two options of one id, or of the id that stands for an own word, are a fault', () => {
  const named = (id: string) => already!.options.map((option) => ({ ...option, id }));
  expect(faults({ options: named('so-far') })).toEqual([
    ['so-far twice', 'Give each option an id of its own.'],
  ]);
  expect(faults({ options: [already!.options[0]!, { ...already!.options[1]!, id: 'own' }] })).toEqual([
    ['an option "own"', 'Give it another id: this one stands for the learner’s own word.'],
  ]);
});

test('a claim that nobody wraps is not told twice', () => {
  expect(check({ ...spec, words: [{ ...cosy!, claim: 'no-such-claim' }] }, claims)).toEqual([]);
});
