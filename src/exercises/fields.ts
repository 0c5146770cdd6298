import { z } from 'astro/zod';

/** An id or slug: permanent, because progress, links and reports hang on it. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write lower-case letters, digits and single hyphens.');

/** Running text of at most `limit` characters. */
export const prose = (limit: number) => z.string().trim().min(1).max(limit);

/** The fields that every exercise file has. */
export const specFields = <Type extends string>(type: Type) => ({
  type: z.literal(type),
  /** Slug of the case it belongs to. */
  case: z.string(),
  title: prose(80),
  /** What the learner is asked to do. */
  task: prose(300),
  /** Minutes a learner is likely to need. */
  minutes: z.int().min(1).max(120),
});

/** A list of things that are asked, each with an id of its own beside its `fields`. */
export const items = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z
    .array(z.strictObject({ id, ...fields }))
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map((each) => (each as { id: string }).id)).size === all.length, {
      error: 'Give each an id of its own.',
    });
