import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

/** The whole story of the soup; where it is on the menu is discussed here, though the key would mark it. */
export const example: Example<Spec> = {
  spec: {
    type: 'mark',
    case: 'leek-soup',
    title: 'Mark the whole article',
    task: 'Go through the story claim by claim. Give each one a label, and say who says it.',
    minutes: 6,
    labels: ['sourced-claim', 'unverified-figure', 'opinion', 'no-source-shown'],
    says: true,
    sure: false,
    discuss: ['new-soup'],
  },
  article,
  sources,
  claims,
  answers: [
    {
      title: 'all right, and two that are discussed',
      answer: {
        'label:headline-bowls': 'unverified-figure',
        'says:headline-bowls': 'writer',
        'label:new-soup': 'sourced-claim',
        'label:bowls': 'unverified-figure',
        'says:bowls': 'penhale',
        'label:cosiest': 'opinion',
        'label:next-door': 'no-source-shown',
        'label:post-leeks': 'sourced-claim',
        'label:happy-winter': 'opinion',
        'label:not-counted': 'no-source-shown',
      },
      earns: {
        'headline-bowls': 1,
        'new-soup': 0,
        bowls: 1,
        cosiest: 1,
        'next-door': 1,
        'post-leeks': 1,
        'happy-winter': 1,
        'not-counted': 0,
      },
    },
    {
      title: 'one wrong label, though the right source: the source earns nothing by itself',
      answer: {
        'label:headline-bowls': 'unverified-figure',
        'label:new-soup': 'sourced-claim',
        'label:bowls': 'sourced-claim',
        'says:bowls': 'penhale',
        'label:cosiest': 'opinion',
        'label:next-door': 'no-source-shown',
        'label:post-leeks': 'sourced-claim',
        'label:happy-winter': 'opinion',
        'label:not-counted': 'no-source-shown',
      },
      earns: {
        'headline-bowls': 1,
        'new-soup': 0,
        bowls: 0,
        cosiest: 1,
        'next-door': 1,
        'post-leeks': 1,
        'happy-winter': 1,
        'not-counted': 0,
      },
    },
    {
      title: 'handed in with most left out',
      answer: { 'label:happy-winter': 'opinion', 'says:bowls': 'penhale' },
      earns: {
        'headline-bowls': 0,
        'new-soup': 0,
        bowls: 0,
        cosiest: 0,
        'next-door': 0,
        'post-leeks': 0,
        'happy-winter': 1,
        'not-counted': 0,
      },
    },
    { title: 'nothing', answer: {}, earns: null },
    { title: 'sources without a label', answer: { 'says:bowls': 'penhale' }, earns: null },
    {
      title: 'values that are no labels',
      answer: {
        'label:bowls': 'soup',
        'label:cosiest': 'constructor',
        'says:cosiest': '',
        nonsense: 'opinion',
      },
      earns: null,
    },
  ],
};
