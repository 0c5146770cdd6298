import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

const hints: Spec['headlines'][number]['hints'] = [
  {
    ask: 'Does it name the source?',
    words: ['canteen', 'cook', 'Penhale', 'school'],
    found: 'Check that it stands there as the one who says it.',
    missing: 'We saw no word for it. Who says so?',
  },
  {
    ask: 'Does it repeat a loaded word?',
    words: ['cosiest', 'happy'],
    found: 'Read it without. Is anything lost?',
    missing: 'We saw none.',
  },
];

/** Two headlines to write about the soup. */
export const example: Example<Spec> = {
  spec: {
    type: 'headline',
    case: 'leek-soup',
    title: 'Write the headline',
    task: 'Write headlines that say what is known and no more. Nobody marks them; afterwards you can compare.',
    minutes: 4,
    headlines: [
      {
        id: 'the-bowls',
        ask: 'Write a headline about the bowls.',
        instead: 'headline-bowls',
        evidence: [
          'The cook, Rosa Penhale, says that 900 bowls have been sold since Monday.',
          'Nobody outside the kitchen has counted.',
        ],
        checklist: [
          { id: 'who', text: 'It says who the number comes from.' },
          { id: 'sure', text: 'It says how sure we can be.' },
        ],
        hints,
        samples: [
          {
            level: 'Claims too much',
            text: '900 Bowls Sold In A Week',
            comment:
              'Nobody is named, so the number reads as if somebody had counted. The week is not over either.',
          },
          {
            level: 'On the way',
            text: 'Canteen Says It Sold 900 Bowls',
            comment: 'We know who says it. That nobody has counted again is still missing.',
          },
          {
            level: 'Supported',
            text: 'Cook Counts 900 Bowls Of Soup; Nobody Else Has Counted Yet',
            comment: 'Who says it, and how far it has been checked.',
          },
        ],
      },
      {
        id: 'the-leeks',
        ask: 'Write a headline about the leeks.',
        evidence: ['The school posted that the leeks come from its own garden.'],
        checklist: [{ id: 'who', text: 'It says who tells us.' }],
        hints,
        samples: [
          {
            level: 'Claims too much',
            text: 'Garden Feeds The Whole School',
            comment: 'The post speaks of leeks in one soup.',
          },
          {
            level: 'On the way',
            text: 'Soup Made With Leeks From School Garden',
            comment: 'That may well be so. But the headline leaves out who says it.',
          },
          {
            level: 'Supported',
            text: 'Leeks Come From Our Own Garden, School Says',
            comment: 'The post, with its author. A reader can take it from there.',
          },
        ],
      },
    ],
  },
  article,
  sources,
  claims,
  answers: [
    {
      title: 'both written: nothing can be earned, by ticks neither',
      answer: {
        'headline:the-bowls': 'Cook: 900 Bowls',
        'check:the-bowls:who': 'yes',
        'headline:the-leeks': 'الكراث من حديقة المدرسة',
      },
      earns: { 'the-bowls': 0, 'the-leeks': 0 },
    },
    {
      title: 'one left out',
      answer: { 'headline:the-leeks': 'School grows leeks' },
      earns: { 'the-bowls': 0, 'the-leeks': 0 },
    },
    { title: 'nothing', answer: {}, earns: null },
    { title: 'ticks without a headline', answer: { 'check:the-bowls:who': 'yes' }, earns: null },
    { title: 'a headline of something else', answer: { 'headline:the-spoons': '900 Spoons' }, earns: null },
  ],
};
