import { describe, expect, test } from 'vitest';
import { claimIds, plainText } from '#domain/article.ts';
import { course, exercisesOf } from './course.ts';
import { numbersIn } from './numbers.ts';

describe('the content', () => {
  test('is sound: reading it throws nothing, and every exercise belongs to a case', () => {
    const slugs = course.cases.map(({ slug }) => slug);
    expect(slugs).toEqual(expect.arrayContaining(['deir-ez-zor-600', 'sleep-headband']));
    for (const { spec } of course.exercises) expect(slugs).toContain(spec.case);
  });

  test.each(course.cases)('has exercises for $slug, a shorter one before a longer one', ({ slug }) => {
    const minutes = exercisesOf(slug).map(({ spec }) => spec.minutes);
    expect(minutes.length).toBeGreaterThan(0);
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  });
});

describe('the case of the 600', () => {
  const { article, plain, claims, dossier, verdict } = course.cases.find(
    ({ slug }) => slug === 'deir-ez-zor-600',
  )!;
  const key = (id: string) => claims.find((claim) => claim.id === id)!;
  const figures = ['600', '101', '1,400', '522', '130', '300', '23', '19', '47', 'four', 'two'];

  test('has its 44 claims, in the article, in the plain version and in the key', () => {
    expect(claims).toHaveLength(44);
    expect(claimIds(article)).toEqual(claims.map(({ id }) => id));
    expect(claimIds(plain).toSorted()).toEqual(claimIds(article).toSorted());
  });

  test.each([
    ['article', article],
    ['plain version', plain],
  ])('has every figure of the original and no other: %s', (_, blocks) => {
    const found = blocks.flatMap((block) => numbersIn(plainText(block.parts)));
    expect([...new Set(found)].toSorted()).toEqual(figures.toSorted());
  });

  test('keys every figure of the original and no other', () => {
    expect([...new Set(claims.flatMap((claim) => Object.keys(claim.figures)))].toSorted()).toEqual(
      figures.toSorted(),
    );
  });

  test('ends with the disclaimer, which is discussed and not marked', () => {
    expect(claims.at(-1)).toMatchObject({
      id: 'not-confirmed',
      scored: false,
      figures: { '600': 'mention' },
    });
  });

  test('has a paragraph of figures that names nobody, as in the original', () => {
    const ids = ['missiles-again', 'tonnage', 'sorties'];
    const block = article.find((each) => claimIds([each]).includes('tonnage'))!;
    expect(claimIds([block])).toEqual(ids);
    expect(ids.map((id) => [key(id).says, key(id).cue])).toEqual(ids.map(() => ['writer', undefined]));
    expect(plainText(block.parts)).not.toMatch(/\b(said|says|according|announced|claimed)\b/i);
  });

  test('reaches the verdict “reported, unverified”', () => {
    expect(verdict.short).toBe('Reported, unverified');
  });

  test('has a dossier of at least 22 cards, from every side', () => {
    expect(dossier.length).toBeGreaterThanOrEqual(22);
    expect(new Set(dossier.map(({ side }) => side))).toEqual(
      new Set(['russia', 'western', 'other-government', 'news', 'monitor', 'research']),
    );
  });

  test.each([
    'us-strike-near-hatra',
    'us-10000-killed',
    'pbs-correction',
    'the-uncounted',
    'british-minister-5-percent',
    'us-envoy-30-percent',
    'janes-14-percent',
  ])('puts the same questions to other sides: the card %s is there', (id) => {
    expect(dossier.map((card) => card.id)).toContain(id);
  });
});
