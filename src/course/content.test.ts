import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registry } from '#exercises/registry.ts';
import { readContent, type Files } from './content.ts';
import { readFolder } from './files.ts';
import { ContentError } from './problem.ts';

/** These types are enough here, and a new one changes no report. */
const types = { mark: registry['mark']!, sort: registry['sort']!, weigh: registry['weigh']! };

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

test('a folder that is not there is said to be missing, with what to do', () => {
  expect(() => readFolder('no-such-folder')).toThrow(
    /no-such-folder {2}the folder of the content\n {4}found: no such folder\n {4}cure: {2}Bring it back, or set CONTENT/,
  );
});

test('where there is nothing to name, no list of nothing is offered', () => {
  const cases = Object.keys(good).filter((path) => path.startsWith('cases/'));
  expect(reportOn(without(good, cases))).toContain('Take it out: there is nothing yet that it could name.');
});

describe('sound content', () => {
  const { cases, exercises, glossary, lessons, routes, plans } = readContent(good, types);

  test('is read whole: cases, exercises, glossary, lessons, routes and plans', () => {
    expect(cases.map(({ slug }) => slug)).toEqual(['a-case']);
    expect(exercises.map(({ id, spec }) => [id, spec.type])).toEqual([
      ['a-mark', 'mark'],
      ['a-sort', 'sort'],
    ]);
    expect(glossary).toEqual([
      { id: 'green', term: 'green', means: 'A piece of grass in the middle of a town.' },
    ]);
    expect(lessons.map(({ slug, exercises: its, terms }) => [slug, its, terms])).toEqual([
      ['01-a-lesson', ['a-sort', 'a-mark'], ['green']],
    ]);
    expect(routes).toEqual([
      {
        id: 'short',
        title: '5 minutes',
        summary: 'One lesson, without the last exercise.',
        steps: [{ lesson: '01-a-lesson', minutes: 4, short: true }],
      },
    ]);
    expect(plans.map(({ id, minutes }) => [id, minutes])).toEqual([
      ['01-a-lesson', 10],
      ['short', 4],
    ]);
    expect(cases[0]!.readings['church']).toEqual(['no-source-shown', 'sourced-claim', 'no-source-shown']);
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

  test('may lack routes and readings, and readings of some claims', () => {
    const readings = 'cases/a-case/readings.yaml';
    const first = good[readings]!.split('\n').slice(0, 2).join('\n');
    expect(reportOn(without(good, ['routes.yaml', 'plans/short.yaml', readings]))).toBe('nothing to report');
    expect(reportOn({ ...good, [readings]: first })).toBe('nothing to report');
  });

  test('may have a bank, a case without a plain version: there it is the article itself', () => {
    const path = 'cases/a-case/case.yaml';
    const files = without(good, ['cases/a-case/article.plain.mdx']);
    const bank = readContent({ ...files, [path]: `${good[path]}bank: true\n` }, types).cases[0]!;
    expect(bank.plain).toEqual(bank.article);
  });

  test.each([
    'glossary',
    'measure',
    'lessons',
    'lessons/01-a-lesson',
    'exercises/a-sort',
    'cases/a-case',
    'cases/a-case/read',
    'cases/a-case/dossier',
  ])('may have a lesson that links to the page %s', (page) => {
    const path = 'lessons/01-a-lesson.mdx';
    const lesson = good[path]!.replace('to="glossary"', `to="${page}"`);
    expect(reportOn({ ...good, [path]: lesson })).toBe('nothing to report');
  });

  test('has its lessons in the order of their numbers', () => {
    const lesson = good['lessons/01-a-lesson.mdx']!;
    const plan = good['plans/01-a-lesson.yaml']!;
    const files = {
      ...{ 'lessons/10-c.mdx': lesson, 'plans/10-c.yaml': plan },
      ...{ 'lessons/02-b.mdx': lesson, 'plans/02-b.yaml': plan },
      ...good,
    };
    expect(readContent(files, types).lessons.map(({ slug }) => slug)).toEqual([
      '01-a-lesson',
      '02-b',
      '10-c',
    ]);
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
