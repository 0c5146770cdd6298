import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answers, type Answer } from '#domain/answer.ts';
import { claimIds } from '#domain/article.ts';
import { keyTo, type Claim } from '#domain/claim.ts';
import { labels } from '#domain/label.ts';
import type { ItemMark, Mark } from '#domain/mark.ts';
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
  const { spec, article, sources, claims, dossier = [] } = example;
  const material: Material = { article, sources, dossier };
  const used = type.claims(spec, article);
  const asked = type.items(spec, article);
  const keys = keysOf(claims);
  const marked = (answer: Answer) => type.mark(spec, keys, answer);
  /** Whether anything has a right answer; a type that compares, or asks for one's own words, has none. */
  const hasKey = example.answers.some(({ earns }) => earns && Object.values(earns).includes(1));
  const perfect =
    example.answers.find(
      ({ answer, earns }) =>
        earns && marksOf(marked(answer)).every((mark) => mark.answered && mark.earned === mark.possible),
    )?.answer ?? {};

  function keysOf(from: readonly Claim[]) {
    return used.map((id) => keyTo(from.find((claim) => claim.id === id)!));
  }

  /** The key of other claims than these: each label another. */
  const otherClaims = claims.map((claim): Claim => {
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

  test.runIf(type.set)(
    'as a teacher sets it: with nothing set it asks what it asked, and of claims only those wanted',
    () => {
      expect(type.ask(type.set!(spec, {}), material)).toEqual(type.ask(spec, material));
      const wanted = used.filter((_, at) => at % 2 === 1);
      const set = type.set!(spec, { claims: [...wanted, 'a-claim-that-went'] });
      expect(type.claims(set, article)).toEqual(wanted);
      expect(type.items(set, article)).toEqual(wanted);
      const reversed = type.set!(spec, { shuffle: (all) => [...all].reverse() });
      expect([...type.items(reversed, article)].sort()).toEqual([...asked].sort());
    },
  );

  test('has every file of a type in its folder', () => {
    const wanted = [
      'Host.astro',
      'Live.svelte',
      'View.svelte',
      'example.ts',
      'exercise.ts',
      'result.ts',
      'schema.ts',
    ];
    expect(readdirSync(join(import.meta.dirname, name))).toEqual(expect.arrayContaining(wanted));
  });

  test('has an example that its schema and its check let pass', () => {
    expect(rules.schema.parse(spec)).toEqual(spec);
    expect(spec.type).toBe(name);
    expect(
      rules.check(
        spec,
        claims.filter((claim) => used.includes(claim.id)),
        material,
      ),
    ).toEqual([]);
  });

  test('has an example with a claim for each id of its article, and answers of all sorts', () => {
    expect(claims.map((claim) => claim.id)).toEqual(claimIds(article));
    const sorts = example.answers.map(({ answer, earns }) => {
      if (earns === null) return 'not ready';
      const mark = marked(answer);
      return mark.missing.length === 0 && possible(mark) === earned(mark) ? 'perfect' : 'partial';
    });
    // One question without a key is answered or not: there is no part of it.
    const whole = asked.length === 1 && !hasKey;
    expect(new Set(sorts)).toEqual(new Set(['perfect', ...(whole ? [] : ['partial']), 'not ready']));
  });

  test('uses claims of the article, each once, and asks about each item once', () => {
    expect(claimIds(article)).toEqual(expect.arrayContaining([...used]));
    expect(new Set(used).size).toBe(used.length);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeGreaterThan(0);
    for (const item of asked) expect(item).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('asks a question that survives JSON', () => {
    const question = type.ask(spec, material);
    expect(JSON.parse(JSON.stringify(question))).toEqual(withoutUndefined(question));
  });

  test('asks a question that does not change when the key does, and holds no reason of it', () => {
    // Handed over in secret, so that a type that looked for the key would find it.
    const question = (from: readonly Claim[]) =>
      JSON.stringify(type.ask(spec, { ...material, claims: from, keys: keysOf(from) } as Material));
    expect(question(otherClaims)).toBe(question(claims));
    if (example.rekeyed) expect(JSON.stringify(type.ask(example.rekeyed, material))).toBe(question(claims));
    for (const { why, whyNot, otherView, ask } of claims) {
      for (const reason of [why, ...Object.values(whyNot), otherView, ask]) {
        if (reason) expect(question(claims)).not.toContain(JSON.stringify(reason).slice(1, -1));
      }
    }
  });

  test('marks by the key: another key, other marks', () => {
    if (!hasKey) return;
    const earnedWith = (mark: Mark) => marksOf(mark).map((each) => each.earned);
    const others = [
      type.mark(spec, keysOf(otherClaims), perfect),
      ...(example.rekeyed ? [type.mark(example.rekeyed, keys, perfect)] : []),
    ];
    expect(others.map(earnedWith)).toContainEqual(expect.not.arrayContaining([1]));
  });

  test('marks exactly the items it asks about, in their order', () => {
    expect(marksOf(marked(perfect)).map((mark) => mark.item)).toEqual(asked);
  });

  test('has a key to read: a line for each item, with a reason where there is an answer', () => {
    const used = keys.map(({ id }) => claims.find((claim) => claim.id === id)!);
    const lines = type.keySheet(spec, used, material);
    expect(lines.map((line) => line.item)).toEqual(asked);
    for (const { about, key, reasons } of lines) {
      expect(about).not.toBe('');
      expect(reasons).not.toContain('');
      if (key !== undefined) expect(reasons.length).toBeGreaterThan(0);
    }
  });

  test.each(example.answers)(
    'earns what its example says, item by item in the order asked: $title',
    ({ answer, earns }) => {
      const mark = marked(answer);
      expect(mark.kind).toBe(earns === null ? 'not-ready' : 'marked');
      if (earns) {
        expect(marksOf(mark).map(({ item, earned }) => [item, earned])).toEqual(Object.entries(earns));
      }
    },
  );

  test('is not ready when nothing is answered, and then misses every item', () => {
    expect(marked({})).toEqual({ kind: 'not-ready', missing: asked });
  });

  test('counts as answered what the fields of its main question say', () => {
    for (const { answer } of example.answers) {
      const mark = marked(answer);
      for (const { item, answered } of marksOf(mark))
        if (answered) expect(answers(answer, type.main, item), item).toBe(true);
    }
  });

  test('gives everything possible for the perfect answer, and something is possible where there is a key', () => {
    const mark = marked(perfect);
    expect(earned(mark)).toBe(possible(mark));
    expect(possible(mark) > 0).toBe(hasKey);
    expect(mark.missing).toEqual([]);
  });

  test('gives nothing for an item that is not scored, whatever the answer', () => {
    const unscored = keys.map((key) => ({ ...key, scored: false }));
    for (const mark of marksOf(type.mark(spec, unscored, perfect))) {
      if (used.includes(mark.item)) expect(mark.scored).toBe(false);
      if (!mark.scored) expect(mark).toMatchObject({ earned: 0, possible: 0 });
    }
  });

  test('never throws, and earned is at most possible is at most 1, for any answer at all', () => {
    const given = example.answers.map(({ answer }) => answer);
    const id = fc.constantFrom(...asked, 'no-such-item', '', '__proto__');
    const name = fc.oneof(
      fc.constantFrom('label:', ...given.flatMap((answer) => Object.keys(answer))),
      fc.tuple(fc.constantFrom(type.main, 'says', 'sure', 'why'), id).map((parts) => parts.join(':')),
    );
    const value = fc.oneof(
      fc.constantFrom(...labels, '1', '4', ...given.flatMap((answer) => Object.values(answer))),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(name, fc.string()), value), (answer) => {
        const mark = marked(answer);
        expect(asked).toEqual(expect.arrayContaining([...mark.missing]));
        if (mark.kind === 'not-ready') return;
        expect(mark.items.map((each) => each.item)).toEqual(asked);
        for (const { earned, possible } of mark.items) {
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
    expect(type.items(frozenSpec, frozenArticle)).toEqual(asked);
    type.ask(frozenSpec, { article: frozenArticle, sources: frozenSources, dossier });
    for (const { answer } of answers) {
      expect(type.mark(frozenSpec, frozenKeys, answer)).toEqual(type.mark(frozenSpec, frozenKeys, answer));
    }
  });
});

function marksOf(mark: Mark): readonly ItemMark[] {
  return mark.kind === 'marked' ? mark.items : [];
}

function possible(mark: Mark): number {
  return marksOf(mark).filter((each) => each.possible === 1).length;
}

function earned(mark: Mark): number {
  return marksOf(mark).filter((each) => each.earned === 1).length;
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
