import type { APIRoute, GetStaticPaths } from 'astro';
import { course } from '#course/course.ts';
import type { Case } from '#course/content.ts';

/** What a page that asks about a case in the browser needs of it: its texts, sources and dossier. */
export const getStaticPaths = (() =>
  course.cases.map((its) => ({ params: { case: its.slug }, props: { its } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ its: Case }> = ({ props: { its } }) =>
  Response.json({ article: its.article, plain: its.plain, sources: its.sources, dossier: its.dossier });
