import type { APIRoute, GetStaticPaths } from 'astro';
import { cases, course } from '#course/course.ts';
import type { ShareWords } from '#ui/share-picture.ts';

/** The pictures for links to our pages; none where the site's address is not known, for then no page names them. */
export const getStaticPaths = (() => {
  if (!import.meta.env.SITE) return [];
  const pictures: [name: string, words: ShareWords][] = [
    [
      'site',
      { kicker: 'Media literacy, on one news story', title: 'A headline gives you a number. Who says?' },
    ],
    ...course.lessons.map(({ slug, number, title }): [string, ShareWords] => [
      `lessons/${slug}`,
      { kicker: `Lesson ${number}`, title },
    ]),
    ...cases.map(({ slug, topic, title }): [string, ShareWords] => [
      `cases/${slug}`,
      { kicker: `Case · ${topic}`, title },
    ]),
  ];
  return pictures.map(([picture, words]) => ({ params: { picture }, props: { words } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ words: ShareWords }> = async ({ props }) => {
  // Loaded only here: a build without pictures needs nothing to draw with.
  const { sharePicture } = await import('#ui/share-picture.ts');
  return new Response(await sharePicture(props.words), { headers: { 'content-type': 'image/png' } });
};
