import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

/** The same story twice, its last line on top the second time. */
export const example: Example<Spec> = {
  spec: {
    type: 'rate',
    case: 'leek-soup',
    title: 'How far do you trust it?',
    task: 'Rate the story. Below it stands the same story with its end on top: rate it again. No number is right.',
    minutes: 2,
    ratings: [
      {
        id: 'as-printed',
        name: 'As it was printed',
        show: ['headline-bowls', 'bowls', 'not-counted'],
        ask: 'How far do you trust what this tells you about the bowls?',
        think: ['Look at where the story tells you that nobody has counted. How sure were you by then?'],
      },
      {
        id: 'end-first',
        name: 'With its end on top',
        show: ['not-counted', 'headline-bowls', 'bowls'],
        ask: 'And now?',
        think: ['No word is new. If your number moved, the order moved it.'],
      },
    ],
  },
  article,
  sources,
  claims,
  answers: [
    {
      title: 'both rated: nothing can be earned',
      answer: { 'trust:as-printed': '80', 'trust:end-first': '0' },
      earns: { 'as-printed': 0, 'end-first': 0 },
    },
    {
      title: 'one left out',
      answer: { 'trust:end-first': '55' },
      earns: { 'as-printed': 0, 'end-first': 0 },
    },
    { title: 'nothing', answer: {}, earns: null },
    {
      title: 'what is no number from 0 to 100',
      answer: { 'trust:as-printed': '101', 'trust:end-first': ' ', 'rate:end-first': '5' },
      earns: null,
    },
    { title: 'words', answer: { 'trust:as-printed': 'a lot', 'trust:end-first': '-1' }, earns: null },
  ],
};
