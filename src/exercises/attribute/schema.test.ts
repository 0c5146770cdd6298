import { expect, test } from 'vitest';
import { example } from './example.ts';
import { check, type Spec } from './schema.ts';

const { article, sources, claims } = example;
const [soup] = example.spec.sentences;

/** What {@link check} finds in the first sentence of the example, changed. */
function found(
  change: (sentence: Spec['sentences'][number]) => Partial<Spec['sentences'][number]>,
): string[] {
  const spec = { ...example.spec, sentences: [{ ...soup!, ...change(soup!) }] };
  return check(spec, claims, { article, sources, dossier: [] }).map(
    (fault) => `${fault.place}: ${fault.found}`,
  );
}

test('a sentence stands in the article', () => {
  expect(found(({ sentence }) => ({ sentence: sentence.replace('new', 'old'), parts: [] }))).toContain(
    'sentences › new-soup › sentence: a sentence that the article does not have',
  );
});

test('the parts are copied from the sentence exactly', () => {
  expect(
    found(({ parts }) => ({ parts: parts.map((part) => ({ ...part, text: part.text.toLowerCase() })) })),
  ).toEqual([
    'sentences › new-soup › parts › canteen: “the canteen of millbrook school”, which does not come next in the sentence',
  ]);
});

test('no words are left between or behind the parts', () => {
  expect(found(({ parts }) => ({ parts: parts.filter(({ id }) => id !== 'cook') }))).toEqual([
    'sentences › new-soup › parts: “, cook Rosa Penhale” in no part',
  ]);
  expect(found(({ parts }) => ({ parts: parts.slice(0, 3) }))).toEqual([
    'sentences › new-soup › parts: “says.” in no part',
  ]);
});

test('parts have ids of their own, and one of them counts', () => {
  expect(
    found(({ parts }) => ({ parts: parts.map((part) => ({ ...part, id: 'a', optional: true })) })),
  ).toEqual(['sentences › new-soup: a twice', 'sentences › new-soup: only optional parts']);
});
