import type { Share } from '#domain/gain.ts';
import { labelWords, type Label } from '#domain/label.ts';
import type { LabelMark } from '#domain/mark.ts';
import { readOut } from '#domain/readout.ts';
import type { CountOf } from '#domain/test-result.ts';
import { discernment, doubtsIn } from '#domain/discernment.ts';
import { favourites, handsOf } from '#domain/votes.ts';
import type { ClaimFigures, Standing } from './figures.ts';

/** Fewer than this are counted in words, not in per cent: of three, a third is one. */
const enoughForPercent = 10;

/** "64 % (525 of 820)"; "3 of 5" of a few, "–" of none. */
export function shareWords({ right, of }: Share): string {
  if (of === 0) return '–';
  return of < enoughForPercent
    ? `${right} of ${of}`
    : `${percent(right / of)} (${counted(right)} of ${counted(of)})`;
}

/** "1,408". */
function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

/** "64 %". @param share from 0 to 1 */
export function percent(share: number): string {
  return `${Math.round(100 * share)}\u00a0%`;
}

/** A count as a share. */
export function shareOfCount({ n, of }: CountOf): Share {
  return { right: n, of };
}

/** "1 learner", "21 learners". */
export function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Names in a sentence: "Ana, Ben and Cem". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/**
 * What has to be known before the figures are read.
 *
 * @param shared names that several learners go by
 * @param gone exercises and lessons that were set and that this site no longer has
 * @param unasked exercises that were done and that the assignment does not ask for
 */
export function notesOn(
  shared: readonly string[],
  gone: readonly string[],
  unasked: readonly string[],
): string[] {
  const quoted = (ids: readonly string[]) => listed(ids.map((id) => `“${id}”`));
  return [
    // Which names stays unsaid: they may be hidden, and stand in the tables where they are not.
    ...(shared.length === 0
      ? []
      : [
          'Some learners go by the same name. If it is one learner on two devices, take the one that does not count off the list where you collect.',
        ]),
    ...(gone.length === 0
      ? []
      : [
          `This site no longer has ${quoted(gone)}, which you set. What was handed in for it stands in the file that you can save where you collect.`,
        ]),
    ...(unasked.length === 0
      ? []
      : [
          `There are answers to ${quoted(unasked)}, which this assignment does not ask for, or no longer. They are not marked.`,
        ]),
  ];
}

const labelPlurals: Readonly<Record<Label, string>> = {
  'sourced-claim': 'Sourced claims',
  'unverified-figure': 'Unverified figures',
  opinion: 'Opinions',
  'no-source-shown': 'Claims with no source shown',
};

/** How the class did, in a few plain sentences. @param marks those of all exercises that ask for labels */
export function howTheClassDid(standings: readonly Standing[], marks: readonly LabelMark[]): string[] {
  const partly = standings.filter(({ done, leftOut }) => done.n < done.of || leftOut > 0).length;
  const left = partly === 0 ? '' : `; ${partly === 1 ? 'one has' : `${partly} have`} left something out`;
  const all = standings.reduce(
    (sum, { share }) => ({ right: sum.right + share.right, of: sum.of + share.of }),
    { right: 0, of: 0 },
  );
  return [
    `${many(standings.length, 'learner')} handed in${left}.`,
    all.of > 0
      ? `Of their answers ${shareWords(all)} are as the key has them.`
      : 'There is nothing in it that is right or wrong.',
    ...byLabel(marks),
    ...trustAndDoubt(marks),
  ];
}

/** Which label was recognised best and worst, and what the worst was taken for. */
function byLabel(marks: readonly LabelMark[]): string[] {
  const { perLabel, confusion } = readOut(marks);
  const met = perLabel
    .filter(({ of }) => of >= enoughForPercent)
    .sort((a, b) => b.right / b.of - a.right / a.of);
  const [best, worst] = [met[0], met.at(-1)];
  if (!best || !worst || best.right / best.of === worst.right / worst.of) return [];
  const [mistaken] = favourites({ ...confusion[worst.label], [worst.label]: 0 });
  const takenFor =
    mistaken && worst.right < worst.of
      ? `; most often they were called “${labelWords[mistaken].name.toLowerCase()}”`
      : '';
  return [
    `${labelPlurals[best.label]} were recognised best: ${shareWords(best)}.`,
    `${labelPlurals[worst.label]} least: ${shareWords(worst)}${takenFor}.`,
  ];
}

/** The two ways to be wrong, apart, and which of them the class leans to. */
function trustAndDoubt(marks: readonly LabelMark[]): string[] {
  const doubts = doubtsIn(marks);
  const { hits, signals, falseAlarms, noises } = doubts;
  if (signals === 0 || noises === 0) return [];
  const lean = discernment(doubts)?.criterion;
  return [
    `Of what nobody stands behind or has checked, they took ${shareWords({ right: signals - hits, of: signals })} for sourced; of what was sourced, they doubted ${shareWords({ right: falseAlarms, of: noises })}.`,
    ...(lean === undefined || leaningWords(lean) === undefined
      ? []
      : [`On the whole they ${leaningWords(lean)} too readily.`]),
  ];
}

/** Which way a class leans, by the criterion c of signal detection; undefined where it leans neither way. */
export function leaningWords(criterion: number): 'trust' | 'doubt' | undefined {
  if (Math.abs(criterion) < 0.2) return undefined;
  return criterion > 0 ? 'trust' : 'doubt';
}

/** How a class is split over a claim: "12 said sourced claim, 9 unverified figure". */
export function splitWords({ given }: Pick<ClaimFigures, 'given'>): string {
  const said = given
    .filter(({ learners }) => learners.length > 0)
    .sort((a, b) => b.learners.length - a.learners.length)
    .map(({ words, learners }) => `${learners.length} ${words.toLowerCase()}`);
  return said.length === 0 ? 'nobody answered' : said.join(', ').replace(' ', ' said ');
}

/**
 * What to ask a class about a claim.
 *
 * @param planned the question that a plan has on it
 */
export function questionOn({ claim, votes, given }: ClaimFigures, planned: string | undefined): string {
  const asked = claim.ask ?? planned;
  if (asked !== undefined) return asked;
  const [one, other] = given
    .filter(({ learners }) => learners.length > 0)
    .sort((a, b) => b.learners.length - a.learners.length)
    .map(({ label }) => labelWords[label as Label].name.toLowerCase());
  return handsOf(votes) === 0 || other === undefined
    ? 'Which word in the sentence decides it?'
    : `“${capital(one!)}” or “${other}”? Each side names the word in the sentence that decides it.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
