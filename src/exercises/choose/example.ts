import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

const spec: Spec = {
  type: 'choose',
  case: 'leek-soup',
  title: 'Choose the answer',
  task: 'Read each question and choose. Where several answers fit, choose them all.',
  minutes: 2,
  questions: [
    {
      id: 'who-counted',
      ask: 'The sign says “900 bowls a day”. Whom would you ask first?',
      several: false,
      options: [
        {
          id: 'till',
          text: 'The canteen, for its till receipts',
          right: true,
          why: 'A receipt is written for every bowl, so it can settle the number.',
        },
        {
          id: 'guest',
          text: 'A guest who likes the soup',
          right: false,
          why: 'A guest sees one lunch. Liking the soup tells nothing about the number.',
        },
        {
          id: 'sign',
          text: 'The sign itself, once more',
          right: false,
          why: 'Reading a number twice does not check it.',
        },
      ],
    },
    {
      id: 'which-checks',
      ask: 'Which of these would be a check from outside?',
      several: true,
      options: [
        {
          id: 'count',
          text: 'A reporter counts the bowls for a day',
          right: true,
          why: 'Somebody other than the canteen looked.',
        },
        {
          id: 'cook',
          text: 'The cook repeats the number',
          right: false,
          why: 'The cook works for the canteen: it is the same source again.',
        },
        {
          id: 'supplier',
          text: 'The supplier shows how many leeks were bought',
          right: true,
          why: 'The supplier’s papers are another record, kept for another purpose.',
        },
      ],
    },
  ],
};

/** Two questions about the soup: one with one right option, one with several. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims,
  answers: [
    {
      title: 'all right',
      answer: {
        'choice:who-counted': 'till',
        'choice:which-checks:count': 'yes',
        'choice:which-checks:supplier': 'yes',
      },
      earns: { 'who-counted': 1, 'which-checks': 1 },
    },
    {
      title: 'one of two right options chosen earns nothing',
      answer: { 'choice:who-counted': 'till', 'choice:which-checks:count': 'yes' },
      earns: { 'who-counted': 1, 'which-checks': 0 },
    },
    {
      title: 'a wrong box beside the right ones earns nothing',
      answer: {
        'choice:which-checks:count': 'yes',
        'choice:which-checks:supplier': 'yes',
        'choice:which-checks:cook': 'yes',
      },
      earns: { 'who-counted': 0, 'which-checks': 0 },
    },
    { title: 'nothing', answer: {}, earns: null },
    { title: 'an option that does not exist', answer: { 'choice:who-counted': 'spoon' }, earns: null },
  ],
  rekeyed: {
    ...spec,
    questions: spec.questions.map((question) => ({
      ...question,
      options: question.options.map((option, at) => ({ ...option, right: at === 1, why: 'Another why.' })),
    })),
  },
};
