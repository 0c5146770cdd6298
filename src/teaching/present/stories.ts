import { cases, caseOf, course, exercises, forms, isSealed } from '#course/course.ts';
import type { Case } from '#course/content.ts';
import type { BaseSpec } from '#exercises/contract.ts';
import type { Label } from '#domain/label.ts';
import { href } from '#ui/href.ts';
import type { Listing } from './story.ts';

/** The cases that can be put to the class: those with exercises that ask for labels. For the build. */
export const stories: readonly Listing[] = course.cases.flatMap((its) => {
  const asking = exercises.filter(
    ({ spec }) => spec.case === its.slug && asksForLabels(spec) && !isSealed(spec),
  );
  const whole = asking.find(({ claims }) => claims.length === its.claims.length);
  if (asking.length === 0) return [];
  return [
    {
      case: its.slug,
      title: its.title,
      topic: its.topic,
      contentNote: its.contentNote,
      conclusion: conclusionOf(its),
      read: cases.includes(its) ? href(`/cases/${its.slug}/read/`) : undefined,
      exercises: whole ? [whole.id] : asking.map(({ id }) => id),
      sets: asking
        .filter((each) => each !== whole)
        .toSorted((a, b) => a.spec.minutes - b.spec.minutes)
        .map(({ id, spec, claims }) => ({
          id,
          title: spec.title,
          claims: claims.map((claim) => claim.id),
          four: (spec as Asking).labels.includes('no-source-shown'),
        })),
      tested: forms.some(({ spec }) => caseOf(spec.case) === its),
    },
  ];
});

type Asking = BaseSpec & { readonly labels: readonly Label[] };

function asksForLabels(spec: BaseSpec): spec is Asking {
  return 'labels' in spec;
}

function conclusionOf({ verdict }: Case): string {
  return `${verdict.short}. ${verdict.note}`;
}
