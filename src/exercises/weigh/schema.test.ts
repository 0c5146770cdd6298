import { expect, test } from 'vitest';
import type { Stance } from './exercise.ts';
import { example } from './example.ts';
import { check, type Spec } from './schema.ts';

const { spec, article, sources, dossier } = example;
const [first] = spec.claims;
const [supplier, ...others] = first!.cards;

/** What is reported of the example with some of it changed, in a dossier that has the supplier support the bowls. */
function faultsOf(changed: Partial<Spec>): readonly string[] {
  const keyed = dossier!.map((card) => ({
    ...card,
    about: card.id === 'supplier' ? [{ claim: 'bowls', stance: 'supports' as Stance }] : undefined,
  }));
  return check({ ...spec, ...changed }, [], { article, sources, dossier: keyed }).map(
    ({ place, found }) => `${place}: ${found}`,
  );
}

function withCard(changed: Partial<typeof supplier>): Partial<Spec> {
  return { claims: [{ ...first!, cards: [{ ...supplier!, ...changed }, ...others] }] };
}

test.each<[string, Partial<Spec>, string[]]>([
  ['nothing', {}, []],
  [
    'a stance that is not the dossier’s',
    withCard({ stance: 'context', whyNot: { supports: 'a', undercuts: 'b' } }),
    ['claims › bowls › supplier: context, where the dossier has supports for bowls'],
  ],
  [
    'a reason too few and one too many',
    withCard({ whyNot: { supports: 'a', context: 'b' } }),
    [
      'claims › bowls › supplier: a reason against its own stance, supports',
      'claims › bowls › supplier: no reason against undercuts',
    ],
  ],
  [
    'a card that is not there, and is then missing in its pair',
    withCard({ card: 'spoon' }),
    [
      'claims › bowls › spoon: a card that the dossier does not have',
      'pairs › supplier-and-seats: supplier, which the page does not show',
    ],
  ],
  [
    'a claim that is not there',
    { claims: [{ ...first!, claim: 'spoons', cards: others }], pairs: [] },
    ['claims › spoons: a claim that the article does not wrap'],
  ],
  [
    'a card weighed twice',
    { claims: [first!, { ...first!, cards: [supplier!] }] },
    ['claims › supplier: an id used twice'],
  ],
  [
    'a pair of one card, under the id of a card',
    { pairs: [{ ...spec.pairs[0]!, id: 'seats', cards: ['seats', 'seats'] }] },
    ['pairs › seats: an id used twice', 'pairs › seats: seats beside itself'],
  ],
])('reports %s', (_, changed, report) => {
  expect(faultsOf(changed)).toEqual(report);
});

test('lets a card that the dossier does not relate to a claim be context only', () => {
  const keyed = dossier!.map((card) => ({ ...card, about: [] }));
  const faults = check(spec, [], { article, sources, dossier: keyed });
  expect(faults.map(({ place }) => place)).toEqual(['claims › bowls › supplier', 'claims › bowls › seats']);
});
