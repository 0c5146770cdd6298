import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

/** Seven statements from the story of the soup. */
export const example: Example<Spec> = {
  spec: {
    type: 'sort',
    case: 'leek-soup',
    title: 'Sort the statements',
    task: 'Sort each statement into one of four drawers, and say how sure you are.',
    minutes: 5,
    labels: ['sourced-claim', 'unverified-figure', 'opinion', 'no-source-shown'],
    claims: ['bowls', 'next-door', 'cosiest', 'post-leeks', 'headline-bowls', 'happy-winter', 'new-soup'],
    sure: true,
    sealed: false,
  },
  article,
  sources,
  claims,
  answers: [
    {
      title: 'all right',
      answer: {
        'label:bowls': 'unverified-figure',
        'sure:bowls': '4',
        'label:next-door': 'no-source-shown',
        'label:cosiest': 'opinion',
        'label:post-leeks': 'sourced-claim',
        'label:headline-bowls': 'unverified-figure',
        'label:happy-winter': 'opinion',
        'label:new-soup': 'sourced-claim',
        'sure:new-soup': '2',
      },
      earns: {
        bowls: 1,
        'next-door': 1,
        cosiest: 1,
        'post-leeks': 1,
        'headline-bowls': 1,
        'happy-winter': 1,
        'new-soup': 1,
      },
    },
    {
      title: 'one wrong label: a named source taken for a check',
      answer: {
        'label:bowls': 'sourced-claim',
        'label:next-door': 'no-source-shown',
        'label:cosiest': 'opinion',
        'label:post-leeks': 'sourced-claim',
        'label:headline-bowls': 'unverified-figure',
        'label:happy-winter': 'opinion',
        'label:new-soup': 'sourced-claim',
      },
      earns: {
        bowls: 0,
        'next-door': 1,
        cosiest: 1,
        'post-leeks': 1,
        'headline-bowls': 1,
        'happy-winter': 1,
        'new-soup': 1,
      },
    },
    {
      title: 'handed in with most left out',
      answer: { 'label:cosiest': 'opinion', 'sure:bowls': '1' },
      earns: {
        bowls: 0,
        'next-door': 0,
        cosiest: 1,
        'post-leeks': 0,
        'headline-bowls': 0,
        'happy-winter': 0,
        'new-soup': 0,
      },
    },
    { title: 'nothing', answer: {}, earns: null },
    { title: 'sureness without a label', answer: { 'sure:bowls': '3' }, earns: null },
    {
      title: 'values that are no labels',
      answer: {
        'label:bowls': 'soup',
        'label:next-door': 'constructor',
        'sure:bowls': '99',
        'label:': 'opinion',
      },
      earns: null,
    },
  ],
};
