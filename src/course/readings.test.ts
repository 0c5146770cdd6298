import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { course } from './course.ts';
import { agreementOf } from './readings.ts';

/** Below this, the claim or the text is rewritten. */
const leastAgreement = 0.8;

const read = course.cases.filter(({ readings }) => Object.keys(readings).length > 0);

describe('blind readers', () => {
  test('have read every case', () => {
    expect(read.map(({ slug }) => slug)).toEqual(course.cases.map(({ slug }) => slug));
  });

  test.each(read)('have read every claim of $slug, all of them', ({ claims, readings }) => {
    expect(Object.keys(readings).sort()).toEqual(claims.map(({ id }) => id).sort());
    expect(new Set(Object.values(readings).map((labels) => labels.length)).size).toBe(1);
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
