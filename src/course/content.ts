import type { z } from 'astro/zod';
import { claimIds, type Article } from '#domain/article.ts';
import { writer, type Claim, type ClaimId, type Source } from '#domain/claim.ts';
import type { BaseSpec, ExerciseType, TypeSchema } from '#exercises/contract.ts';
import { readArticle } from './article.ts';
import { checkClaims, checkDossier, checkPlain, checkReadings, checkTerms } from './checks.ts';
import { readLesson, slugOf, type Known, type Lesson } from './lesson.ts';
import { planFile, readPlans, sum, type Plan } from './plan.ts';
import { ContentError, oneOf, type Problem } from './problem.ts';
import {
  baseExerciseSchema,
  caseSchema,
  claimsSchema,
  dossierSchema,
  glossarySchema,
  readingsSchema,
  routesSchema,
  standardsSchema,
} from './schemas.ts';
import { placeOf, readYaml } from './yaml.ts';

/** A dossier card. */
export type Card = z.output<typeof dossierSchema>[number];

/** A glossary entry. */
export type Term = { readonly id: string } & z.output<typeof glossarySchema>[string];

/** A case, read and checked. */
export interface Case extends Omit<z.output<typeof caseSchema>, 'sources'> {
  readonly slug: string;
  readonly sources: readonly Source[];
  readonly article: Article;
  /** The same claims in plainer words: the same blocks, block for block. */
  readonly plain: Article;
  /** The key, in the article's order. */
  readonly claims: readonly Claim[];
  /** Empty where the case has none. */
  readonly dossier: readonly Card[];
  /** The labels that blind readers gave each claim; empty where nobody has read it so. */
  readonly readings: z.output<typeof readingsSchema>;
}

/** An exercise file, read and checked against its type's schema. */
export interface Exercise {
  readonly id: string;
  readonly spec: BaseSpec;
}

/** Everything in the content folder. */
export interface Content {
  /** In the order in which they are listed. */
  readonly cases: readonly Case[];
  readonly exercises: readonly Exercise[];
  /** In alphabetical order. */
  readonly glossary: readonly Term[];
  /** In the order of the course. */
  readonly lessons: readonly Lesson[];
  readonly routes: readonly Route[];
  readonly standards: readonly StandardSet[];
  /** One for each lesson and each route. */
  readonly plans: readonly Plan[];
}

/** A set of standards that teachers plan by, and where the module works on each. */
export type StandardSet = { readonly id: string } & z.output<typeof standardsSchema>[string];

/** A way through the course. */
export type Route = { readonly id: string } & z.output<typeof routesSchema>[string];

/** What checking needs to know of each exercise type. */
export type KnownTypes = Readonly<
  Record<string, { readonly rules: TypeSchema<BaseSpec>; readonly type: ExerciseType<BaseSpec, unknown> }>
>;

/** Files by their path below the content folder, such as "cases/a-case/case.yaml". */
export type Files = Readonly<Record<string, string>>;

const caseFiles = [
  'case.yaml',
  'article.mdx',
  'article.plain.mdx',
  'claims.yaml',
  'dossier.yaml',
  'readings.yaml',
];
const exerciseFile = /^exercises\/[a-z0-9-]+\.yaml$/;
const lessonFile = /^lessons\/\d\d-[a-z0-9-]+\.mdx$/;

/**
 * Reads and checks the whole content folder.
 *
 * @throws {ContentError} listing every problem in every file
 */
export function readContent(files: Files, types: KnownTypes): Content {
  const problems: Problem[] = [];
  const glossary = readGlossary(files, problems);
  const cases = slugsOf(files).flatMap((slug) => readCase(slug, files, glossary, problems) ?? []);
  const exercises = Object.keys(files)
    .filter((path) => exerciseFile.test(path))
    .flatMap((path) => readExercise(path, files[path]!, cases, slugsOf(files), types, problems) ?? []);
  const known = knownTo(files, cases, glossary);
  const lessons = lessonPaths(files).flatMap((path) => readLesson(path, files[path]!, known, problems) ?? []);
  const routes = readRoutes(files, problems);
  const standards = readStandards(files, problems);
  const minutesOf = (slug: string) => lessons.find((lesson) => lesson.slug === slug)?.minutes;
  const plans = readPlans(
    files,
    {
      lessons: new Map(lessonPaths(files).map((path) => [slugOf(path), minutesOf(slugOf(path))])),
      routes:
        routes &&
        new Map(
          routes.map(({ id, steps }) => [
            id,
            sum(steps.map(({ lesson, minutes }) => minutes ?? minutesOf(lesson))),
          ]),
        ),
      claims: known.claims,
    },
    problems,
  );
  for (const path of Object.keys(files)) checkPlaceOf(path, problems);
  if (!glossary || !routes || problems.length > 0) throw new ContentError(problems);
  return {
    cases: cases.sort((a, b) => a.order - b.order || a.slug.localeCompare(b.slug)),
    exercises,
    glossary,
    lessons,
    routes,
    standards,
    plans,
  };
}

/** What lessons may refer to. */
function knownTo(files: Files, cases: readonly Case[], glossary: readonly Term[] | undefined): Known {
  const found = slugsOf(files).map((slug) => [slug, cases.find((its) => its.slug === slug)] as const);
  const exercises = Object.keys(files)
    .filter((path) => exerciseFile.test(path))
    .map(slugOf);
  return {
    exercises: new Set(exercises),
    terms: glossary && new Set(glossary.map(({ id }) => id)),
    claims: new Map(found.map(([slug, its]) => [slug, its && new Set(claimIds(its.article))])),
    pages: new Set([
      ...['lessons', 'measure', 'my-work', 'my-work/portfolio', 'glossary', 'cases', 'search', 'about'],
      ...lessonPaths(files).map((path) => `lessons/${slugOf(path)}`),
      ...exercises.map((id) => `exercises/${id}`),
      ...found.flatMap(([slug, its]) =>
        its?.bank
          ? []
          : [
              `cases/${slug}`,
              `cases/${slug}/read`,
              ...(its?.dossier.length === 0 ? [] : [`cases/${slug}/dossier`]),
            ],
      ),
    ]),
  };
}

function lessonPaths(files: Files): string[] {
  return Object.keys(files)
    .filter((path) => lessonFile.test(path))
    .sort();
}

/** @returns undefined when there are routes and they are not fit for use */
function readRoutes(files: Files, problems: Problem[]): Route[] | undefined {
  const path = 'routes.yaml';
  const read = readYaml(path, files[path] ?? '{}', routesSchema, problems);
  if (!read) return undefined;
  // By their files: a lesson that cannot be read is a problem of its own, and told there.
  const slugs = lessonPaths(files).map(slugOf);
  const before = problems.length;
  for (const [id, { steps }] of Object.entries(read.data))
    for (const [at, { lesson }] of steps.entries()) {
      const problem = (found: string, cure: string) =>
        problems.push({
          file: path,
          line: read.lineOf([id, 'steps', at, 'lesson']),
          place: `${id} › steps › lesson`,
          found,
          cure,
        });
      if (!slugs.includes(lesson)) problem(lesson, oneOf(slugs));
      else if (steps.findIndex((step) => step.lesson === lesson) < at)
        problem(`${lesson}, a second time`, 'Take one of the two out: a route has one page for each lesson.');
    }
  if (problems.length > before) return undefined;
  return Object.entries(read.data).map(([id, route]) => ({ id, ...route }));
}

function readStandards(files: Files, problems: Problem[]): StandardSet[] {
  const path = 'standards.yaml';
  const read = readYaml(path, files[path] ?? '{}', standardsSchema, problems);
  if (!read) return [];
  // By their files: one that cannot be read is a problem of its own.
  const known = {
    lessons: Object.keys(files).flatMap((file) => (lessonFile.test(file) ? file.slice(8, -4) : [])),
    cases: slugsOf(files),
  };
  for (const [id, { codes }] of Object.entries(read.data))
    for (const [code, standard] of Object.entries(codes))
      for (const field of ['lessons', 'cases'] as const)
        for (const slug of standard[field] === 'all' ? [] : standard[field])
          if (!known[field].includes(slug))
            problems.push({
              file: path,
              line: read.lineOf([id, 'codes', code, field, slug]),
              place: `${id} › codes › ${code} › ${field}`,
              found: slug,
              cure: oneOf(known[field]),
            });
  return Object.entries(read.data).map(([id, set]) => ({ id, ...set }));
}

function slugsOf(files: Files): string[] {
  return [...new Set(Object.keys(files).flatMap((path) => /^cases\/([^/]+)\//.exec(path)?.[1] ?? []))].sort();
}

/** @returns undefined when there is a glossary and it cannot be read */
function readGlossary(files: Files, problems: Problem[]): Term[] | undefined {
  const read = readYaml('glossary.yaml', files['glossary.yaml'] ?? '{}', glossarySchema, problems);
  if (!read) return undefined;
  return Object.entries(read.data)
    .map(([id, entry]) => ({ id, ...entry }))
    .sort((a, b) => a.term.localeCompare(b.term));
}

function readCase(
  slug: string,
  files: Files,
  glossary: readonly Term[] | undefined,
  problems: Problem[],
): Case | undefined {
  const path = (name: string) => `cases/${slug}/${name}`;
  const about =
    files[path('case.yaml')] === undefined
      ? undefined
      : readYaml(path('case.yaml'), files[path('case.yaml')]!, caseSchema, problems);
  // Whether it is a bank, a case.yaml that cannot be read does not say.
  const optional = [
    'dossier.yaml',
    'readings.yaml',
    ...(about?.data.bank === false ? [] : ['article.plain.mdx']),
  ];
  const missing = caseFiles.filter((name) => !optional.includes(name) && files[path(name)] === undefined);
  for (const name of missing) {
    problems.push({
      file: path(name),
      place: 'the file',
      found: 'nothing',
      cure: 'Add it; every case has one. See content/README.md.',
    });
  }
  if (missing.length > 0) return undefined;

  const keys = readYaml(path('claims.yaml'), files[path('claims.yaml')]!, claimsSchema, problems);
  const cards = readYaml(path('dossier.yaml'), files[path('dossier.yaml')] ?? '[]', dossierSchema, problems);
  const readings = readYaml(
    path('readings.yaml'),
    files[path('readings.yaml')] ?? '{}',
    readingsSchema,
    problems,
  );
  const text = readArticle(path('article.mdx'), files[path('article.mdx')]!, problems);
  const plainText = files[path('article.plain.mdx')];
  const plain = plainText === undefined ? text : readArticle(path('article.plain.mdx'), plainText, problems);

  if (plain && plain !== text && glossary) checkTerms(path('article.plain.mdx'), plain, glossary, problems);
  if (!text) return undefined;
  const { article } = text;
  if (glossary) checkTerms(path('article.mdx'), text, glossary, problems);
  if (plain) checkPlain(path('article.plain.mdx'), article, plain, problems);
  if (cards) checkDossier(path('dossier.yaml'), cards, article, problems);
  if (readings) checkReadings(path('readings.yaml'), readings, article, problems);
  if (!about || !keys) return undefined;
  const sources = Object.entries(about.data.sources).map(([id, source]) => ({ id, ...source }));
  if (about.data.sources[writer]?.kind !== 'writer') {
    problems.push({
      file: path('case.yaml'),
      line: about.lineOf(['sources']),
      place: `sources › ${writer}`,
      found: about.data.sources[writer] ? `kind: ${about.data.sources[writer].kind}` : 'nothing',
      cure: 'Every case has a source "writer" of kind "writer", for what nobody else is named for.',
    });
  }
  checkClaims(path('claims.yaml'), keys, article, sources, problems);
  const claims = claimIds(article).flatMap((id) => (keys.data[id] ? [{ id, ...keys.data[id] }] : []));
  if (!plain || !cards) return undefined;
  return {
    ...about.data,
    slug,
    sources,
    article,
    plain: plain.article,
    claims,
    dossier: cards.data,
    readings: readings?.data ?? {},
  };
}

function readExercise(
  path: string,
  text: string,
  cases: readonly Case[],
  slugs: readonly string[],
  types: KnownTypes,
  problems: Problem[],
): Exercise | undefined {
  const base = readYaml(path, text, baseExerciseSchema, problems);
  if (!base) return undefined;
  const known = types[base.data.type];
  if (!known) {
    problems.push({
      file: path,
      line: base.lineOf(['type']),
      place: 'type',
      found: base.data.type,
      cure: oneOf(Object.keys(types).sort()),
    });
    return undefined;
  }
  const read = readYaml(path, text, known.rules.schema, problems);
  if (!slugs.includes(base.data.case)) {
    problems.push({
      file: path,
      line: base.lineOf(['case']),
      place: 'case',
      found: base.data.case,
      cure: oneOf(slugs),
    });
    return undefined;
  }
  const its = cases.find((candidate) => candidate.slug === base.data.case);
  if (!read || !its) return undefined;

  const wrapped = claimIds(its.article);
  const asked = known.type.claims(read.data, its.article);
  const claims = keyOf(its, asked);
  for (const claim of asked) {
    // A claim of the article without a key is a problem of claims.yaml, and told there.
    if (wrapped.includes(claim)) continue;
    problems.push({
      file: path,
      line: read.lineOf(['claims', claim]),
      place: 'claims',
      found: claim,
      cure: `Write the id of a claim in cases/${its.slug}/article.mdx.`,
    });
  }
  for (const fault of known.rules.check(read.data, claims, its)) {
    problems.push({ file: path, line: read.lineOf(fault.place.split(' › ')), ...fault });
  }
  return { id: slugOf(path), spec: read.data };
}

/** The key of the claims `ids`, in that order; ids without a key are passed over. */
export function keyOf({ claims }: Pick<Case, 'claims'>, ids: readonly ClaimId[]): Claim[] {
  return ids.flatMap((id) => claims.find((claim) => claim.id === id) ?? []);
}

/** A file where nobody looks for it is a mistake: a misspelt name would otherwise be passed over in silence. */
function checkPlaceOf(path: string, problems: Problem[]): void {
  const [, name] = /^cases\/[a-z0-9-]+\/([^/]+)$/.exec(path) ?? [];
  const expected =
    path === 'glossary.yaml' ||
    path === 'routes.yaml' ||
    path === 'standards.yaml' ||
    lessonFile.test(path) ||
    planFile.test(path) ||
    path.endsWith('.md') ||
    exerciseFile.test(path) ||
    caseFiles.includes(name ?? '');
  if (expected) return;
  problems.push({
    file: path,
    place: placeOf([]),
    found: 'a file that nothing reads',
    cure: `Content is glossary.yaml, routes.yaml, standards.yaml, lessons/<two digits>-<slug>.mdx, plans/<lesson or route>.yaml, exercises/<slug>.yaml and cases/<slug>/ with ${caseFiles.join(', ')}. Check the name.`,
  });
}
