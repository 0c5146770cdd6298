import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

/**
 * The lessons' texts, for Astro to render. What they may say is checked with all other content, by `#course/content.ts`:
 * a dangling reference would only be logged here.
 */
export const collections = {
  lessons: defineCollection({
    loader: glob({ pattern: '*.mdx', base: `${process.env['CONTENT'] ?? 'content'}/lessons` }),
  }),
};
