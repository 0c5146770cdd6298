import type { Example } from '../contract.ts';
import { article, claims, sources } from '../example-article.ts';
import type { Spec } from './schema.ts';

const spec: Spec = {
  type: 'say',
  case: 'leek-soup',
  title: 'Say it in one sentence',
  task: 'Write one sentence in your own words, then compare.',
  minutes: 2,
  ask: 'What do we know about the soup, and who says so?',
  samples: ['The cook says that 900 bowls were sold; nobody else has counted.'],
};

/** One sentence about the soup. */
export const example: Example<Spec> = {
  spec,
  article,
  sources,
  claims,
  answers: [
    { title: 'a sentence', answer: { 'say:sentence': 'The cook says 900.' }, earns: { sentence: 0 } },
    { title: 'nothing', answer: {}, earns: null },
    { title: 'spaces alone', answer: { 'say:sentence': '   ' }, earns: null },
  ],
};
