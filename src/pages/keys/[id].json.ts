import type { APIRoute, GetStaticPaths } from 'astro';
import { passage } from '#domain/article.ts';
import { keyTo } from '#domain/claim.ts';
import { examples, exercises, type SetExercise } from '#course/course.ts';
import type { BaseSpec, Key } from '#exercises/contract.ts';

/** The key of each exercise, fetched by its page at the first answer. Public, as everything in a static site is. */
export const getStaticPaths = (() =>
  [...exercises, ...examples].map((exercise) => ({
    params: { id: exercise.id },
    props: { exercise },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ exercise: SetExercise }> = ({ props }) => {
  const { spec, claims, material } = props.exercise;
  return Response.json({
    spec,
    claims: claims.map(keyTo),
    sources: material.sources,
    texts: Object.fromEntries(claims.map(({ id }) => [id, passage(material.article, id).text])),
  } satisfies Key<BaseSpec>);
};
