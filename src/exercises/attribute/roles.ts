/** What a part of a sentence does: it names the source, it is the cue, it belongs to the content, or none of these. */
export const roles = ['source', 'cue', 'content', 'none'] as const;

/** One of {@link roles}. */
export type Role = (typeof roles)[number];

/** What a part of each role tells, in a learner's words: “this part tells …”. */
export const roleWords: Readonly<Record<Role, string>> = {
  source: 'who says it',
  cue: 'that it was said',
  content: 'what is said',
  none: 'none of these',
};
