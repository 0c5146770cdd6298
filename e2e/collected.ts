import type { Page } from '@playwright/test';
import type { Answer } from '#domain/answer.ts';
import type { Assignment } from '#domain/assignment.ts';
import { mulberry32, type Chance } from '#domain/chance.ts';
import type { ClaimKey } from '#domain/claim.ts';
import { labels } from '#domain/label.ts';
import { classOfSkill } from '#domain/samples/learners.ts';
import { assignmentsKey } from '#storage/assignments.ts';
import { collectedName } from '#storage/collected.ts';
import type { Attempt } from '#storage/attempt.ts';
import type { Submission } from '#storage/submission.ts';

/** An assignment of exercises, save for what `more` sets. */
export function assignmentOf(exercises: readonly string[], more: Partial<Assignment> = {}): Assignment {
  return {
    id: 'abc123def456',
    title: 'Who counted the 600?',
    steps: exercises.map((exercise) => ({ exercise })),
    ...{ feedback: 'each', revise: true, shuffled: false, level: 'standard', name: 'nickname' },
    ...more,
  };
}

/** A UUID for each number. */
export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A submission of one learner, one attempt for each answer. @param n another learner for each number */
export function submissionOf(
  { id }: Assignment,
  n: number,
  who: string | undefined,
  answers: readonly { readonly exercise: string; readonly answer: Answer; readonly second?: Answer }[],
  more: Partial<Submission> = {},
): Submission {
  return {
    id: uuid(n),
    assignment: id,
    from: uuid(100_000 + n),
    ...(who === undefined ? {} : { who }),
    at: '2026-11-23T10:30:00.000Z',
    attempts: answers.flatMap(({ exercise, answer, second }, at): Attempt[] => {
      const first = {
        id: uuid(1_000_000 + n * 1000 + at * 2),
        exercise,
        assignment: id,
        answer,
        at: `2026-11-23T10:${10 + at}:00.000Z`,
      };
      if (!second) return [first];
      return [
        first,
        {
          ...first,
          id: uuid(1_000_001 + n * 1000 + at * 2),
          answer: second,
          at: `2026-11-23T10:${10 + at}:30.000Z`,
          revises: first.id,
        },
      ];
    }),
    ...more,
  };
}

/** The answers of a class to claims, by Rasch's model: learners from weak to strong, claims from easy to hard. */
export function answersOf(count: number, key: readonly ClaimKey[], seed = 3): Answer[] {
  const spread = (n: number) =>
    Array.from({ length: n }, (_, at) => (n === 1 ? 0 : -1.5 + (3 * at) / (n - 1)));
  const chance = mulberry32(seed);
  return classOfSkill(
    spread(count).map((skill) => skill + 0.6),
    spread(key.length),
    key,
    chance,
  ).map((answer) => ({ ...answer, ...sureness(key, answer, chance) }));
}

function sureness(key: readonly ClaimKey[], answer: Answer, chance: Chance): Answer {
  return Object.fromEntries(
    key.flatMap(({ id, label }) => {
      const given = answer[`label:${id}`];
      if (!given) return [];
      return [[`sure:${id}`, String(Math.min(4, Math.ceil(chance() * 4) + (given === label ? 1 : 0)))]];
    }),
  );
}

/** The key of an exercise of this site. */
export async function keyOf(page: Page, exercise: string): Promise<readonly ClaimKey[]> {
  const { claims } = (await (await page.request.get(`/keys/${exercise}.json`)).json()) as {
    claims: ClaimKey[];
  };
  return claims.filter(({ label }) => labels.includes(label));
}

/** Puts an assignment and what was handed in for it onto the device, as if it had been saved and collected there. */
export async function collect(
  page: Page,
  assignment: Assignment,
  submissions: readonly Submission[],
): Promise<void> {
  await page.goto('/about/');
  const saved = [{ assignment, name: assignment.title, savedAt: '2026-11-20T08:00:00.000Z' }];
  await page.evaluate(
    async ({ key, list, database, collected }) => {
      localStorage.setItem(key, JSON.stringify({ version: 1, saved: list }));
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database, 1);
        opening.onupgradeneeded = () =>
          opening.result
            .createObjectStore('submissions', { keyPath: 'submission.id' })
            .createIndex('assignment', 'submission.assignment');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('submissions', 'readwrite');
          for (const each of collected) tx.objectStore('submissions').put(each);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
    },
    {
      key: assignmentsKey,
      list: saved,
      database: collectedName,
      collected: submissions.map((submission) => ({ submission, receivedAt: submission.at })),
    },
  );
}

/** Six claims to sort. */
export const six = 'deir-ez-zor-first-six';

/** The learners of {@link collectClass}. */
export const classNames = [
  'Ana',
  'Ben',
  'Cem',
  'Dora',
  'Emil',
  'Fay',
  'Gus',
  'Hana',
  'Ida',
  'محمد',
  'Jo',
  '=Kim',
];

/** What they were set: claims to label, a rating, a sentence. */
export const sampleAssignment = assignmentOf([six, 'headline-trust', 'mark-the-whole-say']);

/** A class that did all of it; the first two took a second look, and the last left out all but the first exercise. */
export async function collectClass(page: Page, names: readonly string[] = classNames): Promise<void> {
  const key = await keyOf(page, six);
  const answers = answersOf(names.length, key);
  const right: Answer = Object.fromEntries(key.map(({ id, label }) => [`label:${id}`, label]));
  await collect(
    page,
    sampleAssignment,
    names.map((who, at) =>
      submissionOf(sampleAssignment, at + 1, who, [
        { exercise: six, answer: answers[at]!, ...(at < 2 ? { second: right } : {}) },
        ...(at === names.length - 1
          ? []
          : [
              { exercise: 'headline-trust', answer: { 'trust:headline': String(10 * at) } },
              {
                exercise: 'mark-the-whole-say',
                answer: { 'say:sentence': `+${who} says: a name is no check` },
              },
            ]),
      ]),
    ),
  );
}
