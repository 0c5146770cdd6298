import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { field, type Answer } from '#domain/answer.ts';
import { claimIds } from '#domain/article.ts';
import { keyTo, type Claim } from '#domain/claim.ts';
import { labels } from '#domain/label.ts';
import type { ClaimMark, Mark } from '#domain/mark.ts';
import type { Material } from './contract.ts';
import { registry } from './registry.ts';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

test('the types are the folders: a new folder is a new type and nothing else names it', () => {
  expect(Object.keys(registry).sort()).toEqual(folders);
});

describe.each(Object.entries(registry))('the exercise type %s', (name, { rules, type, example }) => {
  const { spec, article, sources, claims } = example;
  const asked = type.claims(spec, article);
  const keys = keysOf(claims);
  const marked = (answer: Answer) => type.mark(spec, keys, answer);
  const perfect = Object.fromEntries(keys.map((key) => [field('label', key.id), key.label]));

  function keysOf(from: readonly Claim[]) {
    return asked.map((id) => keyTo(from.find((claim) => claim.id === id)!));
  }

  test('has every file of a type in its folder', () => {
    const wanted = ['Host.astro', 'View.svelte', 'example.ts', 'exercise.ts', 'schema.ts'];
    expect(readdirSync(join(import.meta.dirname, name))).toEqual(expect.arrayContaining(wanted));
  });

  test('has an example that its schema and its check let pass', () => {
    expect(rules.schema.parse(spec)).toEqual(spec);
    expect(spec.type).toBe(name);
    expect(
      rules.check(
        spec,
        claims.filter((claim) => asked.includes(claim.id)),
      ),
    ).toEqual([]);
  });

  test('has an example with all four labels, a claim for each id of its article, and answers of all sorts', () => {
    expect(new Set(claims.map((claim) => claim.label))).toEqual(new Set(labels));
    expect(claims.map((claim) => claim.id)).toEqual(claimIds(article));
    const sorts = example.answers.map(({ earns }) => {
      if (earns === null) return 'not ready';
      const earned = Object.values(earns).filter((each) => each === 1).length;
      return earned === possible(marked(perfect)) ? 'perfect' : 'partial';
    });
    expect(new Set(sorts)).toEqual(new Set(['perfect', 'partial', 'not ready']));
  });

  test('asks about claims of the article, each once', () => {
    expect(claimIds(article)).toEqual(expect.arrayContaining([...asked]));
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(0);
  });

  test('asks a question that survives JSON', () => {
    const question = type.ask(spec, { article, sources });
    expect(JSON.parse(JSON.stringify(question))).toEqual(withoutUndefined(question));
  });

  test('asks a question that does not change when the key does, and holds no reason of it', () => {
    // Handed over in secret, so that a type that looked for the key would find it.
    const question = (from: readonly Claim[]) =>
      JSON.stringify(type.ask(spec, { article, sources, claims: from, keys: keysOf(from) } as Material));
    const other = claims.map((claim): Claim => {
      const label = labels[(labels.indexOf(claim.label) + 1) % labels.length]!;
      return {
        ...claim,
        label,
        scored: !claim.scored,
        why: 'another why',
        whyNot: {},
        otherView: 'another view',
      };
    });
    expect(question(other)).toBe(question(claims));
    for (const { why, whyNot, otherView, ask } of claims) {
      for (const reason of [why, ...Object.values(whyNot), otherView, ask]) {
        if (reason) expect(question(claims)).not.toContain(JSON.stringify(reason).slice(1, -1));
      }
    }
  });

  test('marks exactly the claims it asks about, in their order', () => {
    expect(marksOf(marked(perfect)).map((mark) => mark.claim)).toEqual(asked);
  });

  test.each(example.answers)(
    'earns what its example says, claim by claim in the order asked: $title',
    ({ answer, earns }) => {
      const mark = marked(answer);
      expect(mark.kind).toBe(earns === null ? 'not-ready' : 'marked');
      if (earns) {
        expect(marksOf(mark).map(({ claim, earned }) => [claim, earned])).toEqual(Object.entries(earns));
      }
    },
  );

  test('is not ready when nothing is answered, and then misses every claim', () => {
    expect(marked({})).toEqual({ kind: 'not-ready', missing: asked });
  });

  test('gives everything possible for an answer made from the key, and something is possible', () => {
    const mark = marked(perfect);
    expect(marksOf(mark).map(({ earned }) => earned)).toEqual(marksOf(mark).map((each) => each.possible));
    expect(possible(mark)).toBeGreaterThan(0);
    expect(mark.missing).toEqual([]);
  });

  test('gives nothing for a claim that is not scored, whatever the label', () => {
    const unscored = keys.map((key) => ({ ...key, scored: false }));
    for (const { earned, possible, scored, whyNot } of marksOf(type.mark(spec, unscored, perfect))) {
      expect({ earned, possible, scored, whyNot }).toEqual({
        earned: 0,
        possible: 0,
        scored: false,
        whyNot: undefined,
      });
    }
  });

  test('never throws, and earned is at most possible is at most 1, for any answer at all', () => {
    const id = fc.constantFrom(...asked, 'no-such-claim', '', '__proto__');
    const name = fc
      .tuple(fc.constantFrom('label', 'says', 'sure', 'why'), id)
      .map((parts) => parts.join(':'));
    const value = fc.oneof(fc.constantFrom(...labels, '1', '4'), fc.string());
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(name, fc.string()), value), (answer) => {
        const mark = marked(answer);
        expect(asked).toEqual(expect.arrayContaining([...mark.missing]));
        if (mark.kind === 'not-ready') return;
        expect(mark.claims.map((each) => each.claim)).toEqual(asked);
        for (const { earned, possible } of mark.claims) {
          expect([0, 1]).toContain(earned);
          expect(earned).toBeLessThanOrEqual(possible);
          expect(possible).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('marks the same twice and leaves what it is given as it was', () => {
    const given = [spec, article, sources, keys, example.answers].map((each) =>
      frozen(structuredClone(each)),
    );
    const [frozenSpec, frozenArticle, frozenSources, frozenKeys, answers] = given as [
      typeof spec,
      typeof article,
      typeof sources,
      typeof keys,
      typeof example.answers,
    ];
    expect(type.claims(frozenSpec, frozenArticle)).toEqual(asked);
    type.ask(frozenSpec, { article: frozenArticle, sources: frozenSources });
    for (const { answer } of answers) {
      expect(type.mark(frozenSpec, frozenKeys, answer)).toEqual(type.mark(frozenSpec, frozenKeys, answer));
    }
  });
});

function marksOf(mark: Mark): readonly ClaimMark[] {
  return mark.kind === 'marked' ? mark.claims : [];
}

function possible(mark: Mark): number {
  return marksOf(mark).filter((each) => each.possible === 1).length;
}

/** A field that is undefined and a field that is not there mean the same to everyone who reads a question. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      each === undefined ? [] : [[name, withoutUndefined(each)]],
    ),
  );
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) frozen(each);
    Object.freeze(value);
  }
  return value;
}
