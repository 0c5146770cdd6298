import type { APIRoute, GetStaticPaths } from 'astro';
import type { Case } from '#course/content.ts';
import { course } from '#course/course.ts';
import type { CaseMaterial } from '#exercises/material.ts';

/** What questions about a case are made of, for pages that ask in the browser: the case without its key. */
export const getStaticPaths = (() =>
  course.cases.map((its) => ({
    params: { case: its.slug },
    props: { its },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ its: Case }> = ({ props }) => {
  const { article, plain, sources, dossier } = props.its;
  return Response.json({
    article,
    ...(plain === article ? {} : { plain }),
    sources,
    // Not what a card does for which claim: that is asked.
    dossier: dossier.map(({ id, who, what, date, title, says, reply, limits, caveat }) => ({
      id,
      who,
      what,
      date,
      title,
      says,
      reply,
      limits,
      caveat,
    })),
  } satisfies CaseMaterial);
};
