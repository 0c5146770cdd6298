import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registry } from '#exercises/registry.ts';
import { readContent, type Files } from './content.ts';
import { readFolder } from './files.ts';
import { ContentError } from './problem.ts';

/** Two types are enough here, and a new one changes no report. */
const types = { mark: registry['mark']!, sort: registry['sort']! };

const samples = join(import.meta.dirname, 'samples');
const good = readFolder(join(samples, '_good'));

/** The good content with the files of a sample laid over it; "x.yaml.gone" takes x.yaml away. */
function overlaid(sample: string): Files {
  const files = readFolder(join(samples, sample));
  const left = Object.keys(files).flatMap((path) =>
    path.endsWith('.gone') ? [path, path.slice(0, -5)] : [],
  );
  return without({ ...good, ...files }, [...left, 'report.txt']);
}

function without(files: Files, paths: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));
}

function reportOn(files: Files): string {
  try {
    readContent(files, types);
    return 'nothing to report';
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
}

describe('sound content', () => {
  const { cases, exercises, glossary } = readContent(good, types);

  test('is read whole: cases, exercises and glossary', () => {
    expect(cases.map(({ slug }) => slug)).toEqual(['a-case']);
    expect(exercises.map(({ id, spec }) => [id, spec.type])).toEqual([
      ['a-mark', 'mark'],
      ['a-sort', 'sort'],
    ]);
    expect(glossary).toEqual([
      { id: 'green', term: 'green', means: 'A piece of grass in the middle of a town.' },
    ]);
  });

  test('has its claims in the order of the article and its sources by id', () => {
    const [only] = cases;
    expect(only!.claims.map(({ id }) => id)).toEqual([
      'headline',
      'toll',
      'opening',
      'best',
      'church',
      'post',
    ]);
    expect(only!.sources.map(({ id }) => id)).toEqual(['writer', 'pell', 'town']);
    expect(only!.plain).toHaveLength(only!.article.length);
    expect(only!.dossier.map(({ id }) => id)).toEqual(['gate-count', 'baker']);
  });

  test('may lack a dossier, and may have a README anywhere', () => {
    const files = without(good, ['cases/a-case/dossier.yaml']);
    expect(
      reportOn({ ...files, 'README.md': '', 'exercises/README.md': 'a: b: c', 'cases/README.md': '' }),
    ).toBe('nothing to report');
  });

  test('lists cases by their order, and those of one order by their slug', () => {
    const copies = ['c-case', 'b-case'].flatMap((slug) =>
      Object.entries(good).flatMap(([path, text]) =>
        path.startsWith('cases/') ? [[path.replace('a-case', slug), text] as const] : [],
      ),
    );
    const files = { ...good, ...Object.fromEntries(copies) };
    files['cases/c-case/case.yaml'] = files['cases/c-case/case.yaml']!.replace('order: 1', 'order: 0');
    expect(readContent(files, types).cases.map(({ slug }) => slug)).toEqual(['c-case', 'a-case', 'b-case']);
  });
});

test.each(readdirSync(samples).filter((name) => name !== '_good'))(
  '%s gives exactly its report',
  (sample) => {
    const path = join(samples, sample, 'report.txt');
    expect(reportOn(overlaid(sample))).toBe(existsSync(path) ? readFileSync(path, 'utf8') : 'a report.txt');
  },
);
