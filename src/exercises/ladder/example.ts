import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

/** Nobody is named for these: the five questions need someone to ask. */
const nobody: Spec['claims'][number]['fails'] = {
  independent: 'Nobody is named, so we cannot tell who gains.',
  multiple: 'Not even one source is shown.',
  verified: 'No evidence and no check is shown.',
  authoritative: 'We cannot tell what a source knows that we do not know.',
  named: 'Nobody is named.',
};

const spec: Spec = {
  type: 'ladder',
  case: 'leek-soup',
  title: 'Place it on the ladder',
  task: 'How far does the story show that somebody has checked the marked part? Choose a rung. Then tick what it passes.',
  minutes: 3,
  claims: [
    {
      id: 'bowls',
      rung: 2,
      why: 'The cook says it, and the soup is hers. The story shows no receipts and no second person who counted.',
      whyNot: {
        '4': 'The number stands in the headline, too, so it feels like two sources. It is the cook’s number both times.',
      },
      passes: {
        authoritative: 'The cook is there when the soup is sold.',
        named: '“She” is the cook, Rosa Penhale.',
      },
      fails: {
        independent: 'The soup is hers, and a big number makes it look good.',
        multiple: 'Only the cook says so.',
        verified: 'She says it. She shows nothing.',
      },
    },
    {
      id: 'next-door',
      rung: 0,
      why: 'The story names nobody for it. That says nothing against it.',
      whyNot: {
        '6': 'A reporter may well have walked past the library. The story does not say so, and we go by what it shows.',
      },
      passes: {},
      fails: nobody,
      beyond: 'Anyone at the school can look. A low rung is not a false claim.',
    },
    {
      id: 'post-leeks',
      rung: 2,
      why: 'The school says it in its own post, about its own garden.',
      whyNot: {
        '3': 'A photo of the garden would be evidence. The post has only words.',
      },
      passes: {
        authoritative: 'A school knows what grows in its garden.',
        named: 'The post carries the school’s name.',
      },
      fails: {
        independent: 'A garden that feeds the school makes the school look good.',
        multiple: 'Only the school says so.',
        verified: 'Nothing is shown beside the words.',
      },
    },
  ],
};

/** Three claims about the soup: two on a rung with a name, one without a source that anybody could look up. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims,
  answers: [
    {
      title: 'all right, boxes too',
      answer: {
        'rung:bowls': '2',
        'passes:bowls:authoritative': 'yes',
        'passes:bowls:named': 'yes',
        'rung:next-door': '0',
        'rung:post-leeks': '2',
        'passes:post-leeks:authoritative': 'yes',
        'passes:post-leeks:named': 'yes',
      },
      earns: { bowls: 1, 'next-door': 1, 'post-leeks': 1 },
    },
    {
      title: 'a rung too high, with a reason of its own and without; boxes alone earn nothing',
      answer: {
        'rung:bowls': '4',
        'rung:next-door': '5',
        'passes:post-leeks:authoritative': 'yes',
        'passes:post-leeks:named': 'yes',
      },
      earns: { bowls: 0, 'next-door': 0, 'post-leeks': 0 },
    },
    {
      title: 'a rung too low; the right rung earns in spite of a wrong box',
      answer: { 'rung:bowls': '0', 'rung:post-leeks': '2', 'passes:post-leeks:independent': 'yes' },
      earns: { bowls: 0, 'next-door': 0, 'post-leeks': 1 },
    },
    { title: 'nothing', answer: {}, earns: null },
    { title: 'boxes without a rung', answer: { 'passes:bowls:named': 'yes' }, earns: null },
    {
      title: 'rungs that the ladder does not have',
      answer: { 'rung:bowls': '7', 'rung:next-door': '-1', 'rung:post-leeks': '2.0' },
      earns: null,
    },
  ],
  rekeyed: {
    ...spec,
    claims: spec.claims.map((asked) => ({
      ...asked,
      rung: 6,
      why: 'Another why.',
      passes: asked.fails,
      fails: asked.passes,
    })),
  },
};
