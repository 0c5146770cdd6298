import { z } from 'astro/zod';
import { labels } from '#domain/label.ts';
import { id, prose } from '#exercises/fields.ts';

const label = z.enum(labels);

const dateWanted = 'Write a date as 2015-11-20, 2015-11 or 2015.';

/** A date as precise as it is known: 2015, 2015-11 or 2015-11-20. */
export const date = z.union([z.string(), z.number().transform(String)], { error: dateWanted }).pipe(
  z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: dateWanted, abort: true })
    .refine(inCalendar, 'No calendar has this date: check its month and its day.'),
);

/** Whether there is such a day, month or year. */
function inCalendar(date: string): boolean {
  const day = `${date}-01-01`.slice(0, 10);
  const at = new Date(`${day}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

const address = z.url({
  protocol: /^https?$/,
  error: 'Write a whole address that begins with http:// or https://.',
});

/** `case.yaml`. */
export const caseSchema = z.strictObject({
  /** The case's name on our pages; not the article's headline. */
  title: prose(80),
  /** One line for the list of cases. */
  summary: prose(160),
  /** Whether the article rewrites a real one, is made of documented facts, or is invented. */
  kind: z.enum(['reconstructed', 'documented', 'invented']),
  topic: prose(40),
  /** The date of the article. */
  date,
  /** BCP 47 tag of the article's language. */
  language: z.string().min(2).max(12),
  ages: prose(20),
  /** Minutes for reading and marking the whole. */
  minutes: z.int().min(1).max(300),
  /** Place in the list of cases, lowest first. */
  order: z.int(),
  /** Whether it is a bank of single statements for lessons: in no list, and read nowhere as a whole. */
  bank: z.boolean().default(false),
  /** What is hard to read about, and that another case may be chosen. Shown before the article. */
  contentNote: prose(500),
  provenance: z.strictObject({
    /** How the article came to be. */
    note: prose(500),
    originalOutlet: prose(80).optional(),
    address: address.optional(),
  }),
  /** What a reader needs to know beforehand. */
  background: prose(900).optional(),
  /** Whose voices the dossier lacks, to be said beside the tally. */
  missingVoices: prose(300).optional(),
  /** What can be concluded at the end. Never "true" or "false" where that is not known. */
  verdict: z.strictObject({ short: prose(60), note: prose(600) }),
  /** Everyone a claim is attributed to, by id. `writer` must be there. */
  sources: z.record(
    id,
    z.strictObject({
      name: prose(80),
      short: prose(24),
      kind: z.enum(['named-official', 'institution', 'outlet', 'unnamed-group', 'person', 'writer']),
      /** What this source stands to gain. */
      stake: prose(160),
    }),
  ),
});

/** `claims.yaml`: the key, one entry per claim of the article. */
export const claimsSchema = z.record(
  id,
  z.strictObject({
    label,
    /** False where careful readers disagree: discussed, never marked. */
    scored: z.boolean(),
    /** A source id of `case.yaml`. */
    says: id,
    /** The attributing words, exactly as in the claim's paragraph. */
    cue: prose(120).optional(),
    /** Rung of the verification ladder, 0–6. */
    check: z.literal([0, 1, 2, 3, 4, 5, 6]),
    /** Every number in the claim's text, as written there, and what it counts. */
    figures: z.record(z.string(), z.enum(['event', 'reference', 'period', 'mention'])).default({}),
    hedges: z.array(prose(60)).default([]),
    /** Each loaded word, exactly as in the text, and a neutral one for its place. */
    loaded: z.record(z.string(), prose(60)).default({}),
    /** Why this label. */
    why: prose(320),
    /** For each other label: why it tempts and why it fails. */
    whyNot: z.partialRecord(label, prose(260)).default({}),
    /** The other view a careful reader may hold. */
    otherView: prose(420).optional(),
    /** A question to discuss. */
    ask: prose(240).optional(),
  }),
);

/** `readings.yaml`: per claim the labels that blind readers gave it, in the same order of readers everywhere. */
export const readingsSchema = z.record(id, z.array(label).min(2));

/** `dossier.yaml`: what other sources said. */
export const dossierSchema = z.array(
  z.strictObject({
    id,
    who: prose(80),
    /** Who they are, in a few words. */
    what: prose(120),
    /** Whose voice it is, for the tally. */
    side: z.enum(['russia', 'western', 'other-government', 'news', 'monitor', 'research']),
    date,
    title: prose(90),
    /** What it says, in our words. */
    says: prose(600),
    /** What it cannot show, and what the source has at stake. */
    limits: prose(480),
    address,
    grade: z.enum(['A', 'B']),
    /** What to know before relying on it; required for grade B. */
    caveat: prose(320).optional(),
    /** The answer of the side criticised. */
    reply: prose(400).optional(),
    about: z
      .array(
        z.strictObject({
          claim: id,
          stance: z.enum(['supports', 'undercuts', 'context']),
          how: prose(240),
        }),
      )
      .min(1),
  }),
);

/** `glossary.yaml`. */
export const glossarySchema = z.record(
  id,
  z.strictObject({ term: prose(60), means: prose(220), more: prose(320).optional() }),
);

/** The top of a lesson, between two lines of `---`. */
export const lessonSchema = z.strictObject({
  title: prose(60),
  /** The one idea of the lesson, in a sentence. */
  idea: prose(200),
  /** Minutes a learner is likely to need; what has a page of its own comes on top. */
  minutes: z.int().min(1).max(60),
  /** The case whose article the lesson has learners read on its own page, so that it counts in the time. */
  reads: z.string().optional(),
});

/** `routes.yaml`: ways through the course for the time there is. */
export const routesSchema = z.record(
  id,
  z.strictObject({
    title: prose(60),
    summary: prose(240),
    steps: z
      .array(
        z.strictObject({
          /** A lesson's file name without its ending. */
          lesson: z.string(),
          /** Minutes in this route, where they are fewer than the lesson's. */
          minutes: z.int().min(1).max(60).optional(),
          /** Leaves out what stands in `<Full>`. */
          short: z.boolean().default(false),
        }),
      )
      .min(1),
  }),
);

/** `standards.yaml`: sets of standards, the codes in each, and what of the module works on them. */
export const standardsSchema = z.record(
  id,
  z.strictObject({
    /** The set's name, as its makers write it. */
    name: prose(80),
    codes: z.record(
      z.string(),
      z.strictObject({
        /** What it asks for, in our own words: the standard's text is its makers'. */
        means: prose(160),
        /** The lessons that work on it: file names without their ending. */
        lessons: z.array(z.string()).default([]),
        /** The cases that do. */
        cases: z
          .union([z.literal('all'), z.array(z.string())], { error: 'Write all, or a list of cases.' })
          .default([]),
      }),
    ),
  }),
);

/** `plans/<id>.yaml`: how a teacher may teach the lesson, or the route, of that name. It prints on one page. */
export const planSchema = z.strictObject({
  /** What learners can do afterwards. */
  aim: prose(260),
  /** Minutes of class time: those of its steps together. */
  minutes: z.int().min(1).max(180),
  /** What to have ready. */
  prepare: z.array(prose(200)).min(1),
  steps: z
    .array(
      z.strictObject({
        minutes: z.int().min(1).max(60),
        /** The session that begins with this step, where there is more than one: the clock starts again. */
        session: prose(40).optional(),
        title: prose(60),
        how: prose(360),
      }),
    )
    .min(1),
  /** Questions for the class, with answers that come and what to say to them. */
  questions: z
    .array(
      z.strictObject({
        ask: prose(200),
        /** The claim it is about, as `case/claim`: the page shows its key. */
        claim: z
          .string()
          .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Write a case and a claim of it: a-case/a-claim.')
          .optional(),
        answers: z.array(z.strictObject({ say: prose(160), reply: prose(420) })).min(1),
      }),
    )
    .min(1),
  differentiation: z.strictObject({ easier: prose(300), harder: prose(300), paper: prose(300) }),
  homework: prose(300),
  /** What is sensitive, and how to handle it. */
  care: z.array(prose(320)).min(1),
});

/** The fields every exercise file has; each type adds its own. */
export const baseExerciseSchema = z.looseObject({ type: id, case: id });
