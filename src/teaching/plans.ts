import { caseOf, course, routes, wholeWay, type Way } from '#course/course.ts';
import type { StandardSet } from '#course/content.ts';
import type { Plan } from '#course/plan.ts';
import { labelWords } from '#domain/label.ts';

/** A plan with what its page needs. */
export interface TeachingPlan {
  readonly id: string;
  /** The lesson’s, or the route’s. */
  readonly title: string;
  /** What it is a plan for: "Lesson 2", "Three lessons". */
  readonly kind: string;
  readonly plan: Plan;
  /** What learners go through, and where. */
  readonly lessons: Way['steps'];
  readonly standards: readonly UsedStandards[];
}

/** The codes of a set that some lessons work on. */
export interface UsedStandards {
  readonly name: string;
  readonly codes: readonly { readonly code: string; readonly means: string }[];
}

const planOf = (id: string) => course.plans.find((plan) => plan.id === id)!;

/** A plan for each route, the shortest first. */
export const routePlans: readonly TeachingPlan[] = routes
  .map(({ id, title, steps }) => ({
    id,
    title,
    kind: steps.length === 1 ? 'One lesson' : `${steps.length} lessons`,
    plan: planOf(id),
    lessons: steps,
    standards: standardsOf(
      course.standards,
      steps.map(({ lesson }) => lesson.slug),
    ),
  }))
  .sort((a, b) => a.plan.minutes - b.plan.minutes);

/** A plan for each lesson, in the order of the course. */
export const lessonPlans: readonly TeachingPlan[] = wholeWay.steps.map((step) => ({
  id: step.lesson.slug,
  title: step.title,
  kind: `Lesson ${step.lesson.number}`,
  plan: planOf(step.lesson.slug),
  lessons: [step],
  standards: standardsOf(course.standards, [step.lesson.slug]),
}));

/** The standards that any of `lessons` works on; sets without one are left out. */
export function standardsOf(
  standards: readonly Pick<StandardSet, 'name' | 'codes'>[],
  lessons: readonly string[],
): UsedStandards[] {
  return standards
    .map(({ name, codes }) => ({
      name,
      codes: Object.entries(codes)
        .filter(([, standard]) => standard.lessons.some((lesson) => lessons.includes(lesson)))
        .map(([code, { means }]) => ({ code, means })),
    }))
    .filter(({ codes }) => codes.length > 0);
}

/**
 * When each step begins and ends, in minutes from the start of its session: "0–3".
 *
 * @param steps in their order; one with a `session` starts the clock again
 */
export function clock(steps: readonly Pick<Plan['steps'][number], 'minutes' | 'session'>[]): string[] {
  let now = 0;
  return steps.map(({ minutes, session }) => {
    const from = session === undefined ? now : 0;
    now = from + minutes;
    return `${from}–${now}`;
  });
}

/**
 * What the key says of a claim, in a line: "Unverified figure · says: Shoigu".
 *
 * @param claim as `case/claim`
 * @throws {RangeError} when there is no such case
 */
export function keyLine(claim: string): string {
  const [slug = '', id = ''] = claim.split('/');
  const its = caseOf(slug);
  const { label, says, scored } = its.claims.find((each) => each.id === id)!;
  if (!scored) return 'Not marked: careful readers differ';
  return `${labelWords[label].name} · says: ${its.sources.find((source) => source.id === says)!.short}`;
}
