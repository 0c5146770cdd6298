import type { z } from 'astro/zod';
import type { Known } from './lesson.ts';
import type { Problem } from './problem.ts';
import { planSchema } from './schemas.ts';
import { readYaml } from './yaml.ts';

/** How a teacher may teach a lesson or a route; its id is theirs. */
export type Plan = { readonly id: string } & z.output<typeof planSchema>;

/** What plans are for, and what they may refer to. A file that cannot be read is a problem of its own, told there. */
export interface Planned {
  /** The minutes of each lesson; undefined where the lesson cannot be read. */
  readonly lessons: ReadonlyMap<string, number | undefined>;
  /** The minutes of each route; undefined where they are not known. No map where the routes cannot be read. */
  readonly routes: ReadonlyMap<string, number | undefined> | undefined;
  readonly claims: Known['claims'];
}

/** The path of a plan, below the content folder. */
export const planFile = /^plans\/([a-z0-9-]+)\.yaml$/;

/**
 * Reads the plans, each held against what it is for. What is wrong goes to `problems`, a lesson or a route without a
 * plan among it.
 *
 * @param files by their path below the content folder
 */
export function readPlans(
  files: Readonly<Record<string, string>>,
  planned: Planned,
  problems: Problem[],
): Plan[] {
  const ids = [...planned.lessons.keys(), ...(planned.routes?.keys() ?? [])];
  for (const id of ids) {
    if (files[`plans/${id}.yaml`] !== undefined) continue;
    problems.push({
      file: `plans/${id}.yaml`,
      place: 'the file',
      found: 'nothing',
      cure: 'Add it; every lesson and every route has a plan. See content/README.md.',
    });
  }
  return Object.keys(files).flatMap((file) => {
    const id = planFile.exec(file)?.[1];
    return id === undefined ? [] : (readPlan(file, id, files[file]!, ids, planned, problems) ?? []);
  });
}

function readPlan(
  file: string,
  id: string,
  text: string,
  ids: readonly string[],
  { lessons, routes, claims }: Planned,
  problems: Problem[],
): Plan | undefined {
  const read = readYaml(file, text, planSchema, problems);
  if (!read) return undefined;
  const { data, lineOf } = read;
  const problem = (path: readonly (string | number)[], place: string, found: string, cure: string) =>
    problems.push({ file, line: lineOf(path), place, found, cure });

  if (routes && !ids.includes(id))
    problem([], 'the name of the file', id, `Name it after a lesson or a route: ${ids.join(', ')}.`);

  const steps = sum(data.steps.map(({ minutes }) => minutes));
  const lesson = lessons.get(id);
  const route = routes?.get(id);
  if (steps !== data.minutes)
    problem(
      ['minutes'],
      'minutes',
      `${data.minutes}, where its steps take ${steps}`,
      `Write ${steps}, or change the steps.`,
    );
  else if (lesson !== undefined && data.minutes < lesson)
    problem(
      ['minutes'],
      'minutes',
      `${data.minutes}, where the lesson takes ${lesson}`,
      'Plan at least what a learner needs.',
    );
  else if (route !== undefined && data.minutes !== route)
    problem(
      ['minutes'],
      'minutes',
      `${data.minutes}, where the route takes ${route}`,
      'Make the two the same, here or in routes.yaml.',
    );

  for (const [at, { claim }] of data.questions.entries()) {
    const [slug = '', name = ''] = claim?.split('/') ?? [];
    if (claim === undefined || claims.get(slug)?.has(name)) continue;
    if (claims.has(slug) && !claims.get(slug)) continue;
    problem(
      ['questions', at, 'claim'],
      `questions › no. ${at + 1} › claim`,
      claim,
      claims.has(slug)
        ? `Write the id of a claim in cases/${slug}/article.mdx.`
        : `Write one of these cases before the stroke: ${[...claims.keys()].join(', ')}.`,
    );
  }
  return { id, ...data };
}

/** The sum of `numbers`; undefined where one of them is. */
export function sum(numbers: readonly number[]): number;
export function sum(numbers: readonly (number | undefined)[]): number | undefined;
export function sum(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>(
    (total, each) => (total === undefined || each === undefined ? undefined : total + each),
    0,
  );
}
