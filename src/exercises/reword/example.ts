import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

const spec: Spec = {
  type: 'reword',
  case: 'leek-soup',
  title: 'Swap the loaded word',
  task: 'Two words of the story push you a little. Choose a word that says the same without the push, or write your own.',
  minutes: 2,
  words: [
    {
      id: 'cosy',
      claim: 'cosiest',
      word: 'cosiest',
      options: [
        {
          id: 'heavenly',
          text: 'most heavenly',
          right: false,
          why: 'That praises it even more, and no thermometer can measure it.',
        },
        {
          id: 'warmest',
          text: 'warmest',
          right: true,
          why: 'Warmth can be felt by anyone. ‘Cosiest’ adds that you are to like it.',
        },
        {
          id: 'heaviest',
          text: 'heaviest',
          right: false,
          why: 'Neutral, but it says something else: a soup can be heavy and cold.',
        },
      ],
    },
    {
      id: 'already',
      claim: 'bowls',
      word: 'already',
      options: [
        {
          id: 'so-far',
          text: 'so far',
          right: true,
          why: 'It tells you when the counting stopped. ‘Already’ also tells you to be surprised.',
        },
        {
          id: 'at-last',
          text: 'at last',
          right: false,
          why: 'This pushes the other way: now the sale seems slow.',
        },
      ],
    },
  ],
};

/** Two loaded words of the soup story. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims: claims.map((claim) => (claim.id === 'bowls' ? { ...claim, loaded: { already: 'so far' } } : claim)),
  answers: [
    {
      title: 'both as the key has them',
      answer: { 'word:cosy': 'warmest', 'word:already': 'so-far' },
      earns: { cosy: 1, already: 1 },
    },
    {
      title: 'an own word earns nothing, even one that was offered; it counts as answered',
      answer: { 'word:cosy': 'own', 'own:cosy': ' Warmest ', 'word:already': 'at-last' },
      earns: { cosy: 0, already: 0 },
    },
    {
      title: 'an own word that was written and then left for an offered one',
      answer: { 'word:already': 'so-far', 'own:already': 'til now' },
      earns: { cosy: 0, already: 1 },
    },
    {
      title: 'an own word without a word',
      answer: { 'word:cosy': 'own', 'own:cosy': '  ' },
      earns: { cosy: 0, already: 0 },
    },
    { title: 'nothing', answer: {}, earns: null },
    {
      title: 'words that are not offered',
      answer: { 'word:cosy': 'spoon', 'own:already': 'yet' },
      earns: null,
    },
  ],
  rekeyed: {
    ...spec,
    words: spec.words.map((word) => ({
      ...word,
      options: word.options.map((option) => ({
        ...option,
        right: option === word.options.find(({ right }) => !right),
        why: 'Another why.',
      })),
    })),
  },
};
