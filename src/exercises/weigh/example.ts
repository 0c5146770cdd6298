import type { Card, Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

const dossier: readonly Card[] = [
  {
    id: 'supplier',
    who: 'Garrow & Daughter, greengrocers',
    date: '2024-11-14',
    title: 'Leeks for a busy week',
    says: 'The invoice lists leeks for about 950 bowls, delivered to the canteen from Monday to Wednesday.',
    limits: 'It shows what was bought, not what was eaten. The shop would like to go on selling leeks.',
  },
  {
    id: 'seats',
    who: 'The school caretaker',
    date: '2024-11-15',
    title: 'Seats taken at lunch',
    says: 'The caretaker counts empty chairs every day. This week 410 lunches were eaten, of all dishes together.',
    limits: 'Soup that was carried away in a cup is not in his count.',
  },
  {
    id: 'paper',
    who: 'The Millbrook Echo',
    date: '2024-11-15',
    title: 'Nine hundred bowls, says the cook',
    says: 'The town’s weekly writes that the canteen has sold 900 bowls. It has this from the cook.',
    limits: 'It prints what it was told.',
  },
  {
    id: 'recipe',
    who: 'Ines Okoro, a pupil',
    date: '2024-11',
    title: 'What goes into the soup',
    says: 'Leeks, potatoes, cream and a bay leaf.',
    limits: 'She got the recipe from a friend.',
  },
];

const spec: Spec = {
  type: 'weigh',
  case: 'leek-soup',
  title: 'Weigh the evidence',
  task: 'What does each card do for the cook’s claim? Everything you need stands on the cards.',
  minutes: 3,
  claims: [
    {
      claim: 'bowls',
      point: 'Were 900 bowls sold?',
      cards: [
        {
          card: 'supplier',
          stance: 'supports',
          why: 'Leeks for 950 bowls make 900 bowls more likely. It does not prove them.',
          whyNot: {
            undercuts: '950 is not 900, but what is bought is never quite what is sold. The two fit well.',
            context: 'It does not count bowls, true. Still, without the leeks there could be no 900.',
          },
        },
        {
          card: 'seats',
          stance: 'undercuts',
          why: 'If only 410 lunches were eaten at the tables, 900 bowls are less likely. Cups may explain some.',
          whyNot: {
            supports: 'The tables were busy, so it sounds like good news. But 410 is far from 900.',
            context:
              'He was not counting soup. But every bowl at a table is one of his lunches, so it bears on it.',
          },
        },
        {
          card: 'paper',
          stance: 'context',
          why: 'It shows that the cook said it. Saying a number again does not make it more likely.',
          whyNot: {
            supports: 'A newspaper agrees, and that tempts. But it only repeats the cook.',
            undercuts: 'Nothing here goes against the number.',
          },
        },
        {
          card: 'recipe',
          stance: 'context',
          why: 'It is about the soup, not about how much was sold.',
          whyNot: {
            supports: 'It fits the story. Yet a recipe is the same for one bowl and for 900.',
            undercuts: 'Nothing in it speaks against the number.',
          },
        },
      ],
    },
  ],
  pairs: [
    {
      id: 'supplier-and-seats',
      cards: ['supplier', 'seats'],
      about: 'Both tell you something about how much was eaten.',
      independent: true,
      why: 'One looked at an invoice, the other at chairs. Neither asked the other, nor the cook.',
      whyNot: 'They do not agree, but that does not tie them together. Independent sources may differ.',
    },
  ],
};

/** Four cards on the 900 bowls, and a pair of them. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims,
  dossier,
  answers: [
    {
      title: 'all right',
      answer: {
        'weigh:supplier': 'supports',
        'weigh:seats': 'undercuts',
        'weigh:paper': 'context',
        'weigh:recipe': 'context',
        'weigh:supplier-and-seats': 'yes',
      },
      earns: { supplier: 1, seats: 1, paper: 1, recipe: 1, 'supplier-and-seats': 1 },
    },
    {
      title: 'one who takes a number that is repeated for support, and leaves two out',
      answer: { 'weigh:supplier': 'supports', 'weigh:paper': 'supports', 'weigh:supplier-and-seats': 'no' },
      earns: { supplier: 1, seats: 0, paper: 0, recipe: 0, 'supplier-and-seats': 0 },
    },
    { title: 'nothing', answer: {}, earns: null },
    {
      title: 'answers that were never offered',
      answer: {
        'weigh:supplier': 'yes',
        'weigh:seats': 'constructor',
        'weigh:paper': '',
        'weigh:supplier-and-seats': 'supports',
        'stance:recipe': 'context',
      },
      earns: null,
    },
  ],
  rekeyed: {
    ...spec,
    claims: spec.claims.map((weighed) => ({
      ...weighed,
      cards: weighed.cards.map((card) => ({
        ...card,
        stance: card.stance === 'context' ? 'undercuts' : 'context',
        why: 'Another why.',
        whyNot: {},
      })),
    })),
    pairs: spec.pairs.map((pair) => ({ ...pair, independent: !pair.independent, why: 'Another why.' })),
  },
};
