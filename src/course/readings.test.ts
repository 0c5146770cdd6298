import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainText, type Article } from '#domain/article.ts';
import { course } from './course.ts';
import { agreementOf } from './readings.ts';

/** Below this, the claim or the text is rewritten. */
const leastAgreement = 0.8;

/** What the readers were given of each case: its blocks and the claims in them. A text that changes is read anew. */
const textsRead: Readonly<Record<string, string>> = {
  'deir-ez-zor-600': '10e104de8ee2',
  'sleep-headband': '6f67d3952a06',
  'record-crowd': '4ce3930ea1fe',
  'lakes-plastic': '75bb36f78c71',
  'bus-lane': '8d8b5a193775',
  'jobless-rate': '9285a7bfc889',
  'hatra-checkpoint': '090aee45c1a1',
  'practice-statements': '9675c52248b9',
};

/** A digest of an article's words and of where its claims begin and end. */
function digestOf(article: Article): string {
  const text = article.map(({ parts }) =>
    parts
      .map((part) => (part.kind === 'claim' ? `[${part.claim}:${plainText([part])}]` : plainText([part])))
      .join(''),
  );
  return createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 12);
}

const read = course.cases.filter(({ readings }) => Object.keys(readings).length > 0);

describe('blind readers', () => {
  test('have read every case', () => {
    expect(read.map(({ slug }) => slug)).toEqual(course.cases.map(({ slug }) => slug));
  });

  test.each(read)('have read every claim of $slug, all of them', ({ claims, readings }) => {
    expect(Object.keys(readings).sort()).toEqual(claims.map(({ id }) => id).sort());
    expect(new Set(Object.values(readings).map((labels) => labels.length)).size).toBe(1);
  });

  test.each(read)('have read $slug as it stands today', ({ slug, article }) => {
    // Where this fails, have three fresh readers label the text as it is now; then write its digest above.
    expect(digestOf(article)).toBe(textsRead[slug]);
  });

  test.each(read)('agree with each other and with the key on what is scored in $slug', (its) => {
    const { scored, withKey } = agreementOf(its);
    for (const alpha of [scored, withKey]) expect(alpha).toBeGreaterThanOrEqual(leastAgreement);
  });

  test('agree as content/README.md says', () => {
    const rows = read.map((its) => {
      const { slug, claims, readings } = its;
      const { all, scored: marked, withKey } = agreementOf(its);
      const alphas = [all, marked, withKey].map((alpha) => alpha.toFixed(2));
      const split = claims
        .filter(({ id }) => new Set(readings[id]).size > 1)
        .map(({ id }) => `\`${id}\``)
        .join(', ');
      return `| ${slug} | ${claims.length} | ${claims.filter(({ scored }) => scored).length} | ${alphas.join(' | ')} | ${split || '–'} |`;
    });
    const table = [
      '| Case | Claims | Scored | α readers, all | α readers, scored | α with the key, scored | Readers split on |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
    const squeezed = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
    expect(squeezed(readFileSync('content/README.md', 'utf8'))).toContain(squeezed(table));
  });
});
