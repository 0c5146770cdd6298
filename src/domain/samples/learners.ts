import type { Answer } from '../answer.ts';
import { mulberry32, type Chance } from '../chance.ts';
import type { ClaimKey } from '../claim.ts';
import { labels, type Label } from '../label.ts';
import { readOut, type Band, type ReadOut } from '../readout.ts';
import { claimKey, labelEach, marksOf } from './claims.ts';

/** A key with the given number of scored claims of each label. */
export function keyWith(counts: Readonly<Partial<Record<Label, number>>>): ClaimKey[] {
  return labels.flatMap((label) =>
    Array.from({ length: counts[label] ?? 0 }, (_, index) => claimKey(`${label}-${index + 1}`, label)),
  );
}

/** The scored claims of exercises on content/cases/deir-ez-zor-600; the exercise offers the labels that occur. */
export const exercises = {
  'deir-ez-zor-mark': keyWith({
    'sourced-claim': 13,
    'unverified-figure': 8,
    opinion: 4,
    'no-source-shown': 9,
  }),
  'deir-ez-zor-sort': keyWith({ 'sourced-claim': 5, 'unverified-figure': 5, opinion: 4 }),
} as const;

/** Somebody who labels claims, by a rule or by chance. */
export interface Learner {
  readonly name: string;
  /** Whether two attempts can differ. */
  readonly byChance: boolean;
  answer(key: readonly ClaimKey[], chance: Chance): Answer;
}

/** The share of claims that the expert who slips gets wrong. */
const slips = 0.2;

const oneLabel = (name: string, label: Label): Learner => ({
  name,
  byChance: false,
  answer: (key) => labelEach(key, () => label),
});

/** Those who give every claim the same label. */
export const oneLabelLearners: Readonly<Record<Label, Learner>> = {
  'sourced-claim': oneLabel('always sourced', 'sourced-claim'),
  'unverified-figure': oneLabel('always figure', 'unverified-figure'),
  opinion: oneLabel('always opinion', 'opinion'),
  'no-source-shown': oneLabel('always no source', 'no-source-shown'),
};

/** Any label that is offered, each as likely as the next. */
export const random: Learner = {
  name: 'random',
  byChance: true,
  answer: (key, chance) => labelEach(key, () => oneOf(offered(key), chance)),
};

/** Always the key's label. */
export const expert: Learner = {
  name: 'expert',
  byChance: false,
  answer: (key) => labelEach(key, (claim) => claim.label),
};

/** The key's label but for one claim in five, which gets another at random. */
export const slippingExpert: Learner = {
  name: 'expert, 20% slips',
  byChance: true,
  answer: (key, chance) =>
    labelEach(key, ({ label }) => {
      if (chance() >= slips) return label;
      const others = offered(key).filter((other) => other !== label);
      return oneOf(others, chance);
    }),
};

/**
 * The answers of a class by Rasch's model (Rasch 1960, "Probabilistic Models for Some Intelligence and Attainment
 * Tests"): a learner of skill θ recognises a claim of difficulty b with probability 1/(1 + e^(b − θ)), and gives it
 * another label at random otherwise.
 *
 * @param skills of the learners
 * @param difficulties of the claims of `key`, in their order
 * @returns an answer for each learner
 */
export function classOfSkill(
  skills: readonly number[],
  difficulties: readonly number[],
  key: readonly ClaimKey[],
  chance: Chance,
): Answer[] {
  return skills.map((skill) =>
    labelEach(key, ({ label }, at) =>
      chance() < 1 / (1 + Math.exp(difficulties[at]! - skill))
        ? label
        : oneOf(
            offered(key).filter((other) => other !== label),
            chance,
          ),
    ),
  );
}

/** The read-outs of `learner` on `key`: one, or 2,000 where chance plays a part. */
export function readOuts(learner: Learner, key: readonly ClaimKey[], chance: Chance): ReadOut[] {
  return Array.from({ length: learner.byChance ? 2000 : 1 }, () =>
    readOut(marksOf(key, learner.answer(key, chance))),
  );
}

/** The mean of `numbers`. */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The Markdown tables of README.md: what each learner is told about each exercise, on average. */
export function learnerTables(): string {
  return Object.entries(exercises)
    .map(([name, key]) => {
      const learners = [
        ...offered(key).map((label) => oneLabelLearners[label]),
        random,
        slippingExpert,
        expert,
      ];
      return [
        `\`${name}\`, ${key.length} scored claims:`,
        '',
        '| learner | right | balanced | skill | band | doubted | trusted |',
        '|---|--:|--:|--:|---|--:|--:|',
        ...learners.map((learner) => row(learner.name, readOuts(learner, key, mulberry32(1)))),
      ].join('\n');
    })
    .join('\n\n');
}

function row(name: string, outs: readonly ReadOut[]): string {
  const cells = [
    name,
    `${Math.round(100 * mean(outs.map((out) => out.right / out.answered)))}%`,
    mean(outs.map(balanced)).toFixed(2),
    mean(outs.map((out) => out.skill)).toFixed(2),
    commonest(outs.map((out) => out.band)),
    mean(outs.map((out) => out.doubted.length)).toFixed(1),
    mean(outs.map((out) => out.trusted.length)).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

function balanced({ perLabel }: ReadOut): number {
  return mean(perLabel.filter(({ of }) => of > 0).map(({ right, of }) => right / of));
}

function commonest(bands: readonly Band[]): string {
  const counts = new Map<Band, number>();
  for (const band of bands) counts.set(band, (counts.get(band) ?? 0) + 1);
  const [band, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return count === bands.length ? band : `${band} (${Math.round((100 * count) / bands.length)}%)`;
}

function offered(key: readonly ClaimKey[]): Label[] {
  return labels.filter((label) => key.some((claim) => claim.label === label));
}

function oneOf<T>(choices: readonly T[], chance: Chance): T {
  return choices[Math.floor(chance() * choices.length)]!;
}
