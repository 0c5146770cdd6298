import { surenessWords } from '#domain/answer.ts';
import { enoughLearners, type Share } from '#domain/gain.ts';
import { labels, labelWords, type Label } from '#domain/label.ts';
import type { LabelMark } from '#domain/mark.ts';
import { readOut, type ReadOut } from '#domain/readout.ts';
import { calibration, meanSureness } from '#domain/sureness.ts';
import type { CountOf } from '#domain/test-result.ts';
import { discernment, doubtsIn } from '#domain/discernment.ts';
import { favourites, handsOf } from '#domain/votes.ts';
import { countWords, enoughForPercent, percent, shareWords } from '../shares.ts';
import { enoughToSplit, surerAnswers, type ClaimFigures, type Discussion, type Standing } from './figures.ts';

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

/**
 * How the class did, in a few plain sentences. With few learners they count and draw no conclusion.
 *
 * @param marks those of all exercises that ask for labels
 */
export function howTheClassDid(standings: readonly Standing[], marks: readonly LabelMark[]): string[] {
  const partly = standings.filter(({ done, leftOut }) => done.n < done.of || leftOut > 0).length;
  const few = standings.length < enoughLearners;
  const left = partly === 0 ? '' : `; ${partly === 1 ? 'one has' : `${partly} have`} left something out`;
  const all = standings.reduce(
    (sum, { share }) => ({ right: sum.right + share.right, of: sum.of + share.of }),
    { right: 0, of: 0 },
  );
  return [
    `${many(standings.length, 'learner')} handed in${left}.`,
    all.of > 0
      ? `Of their answers ${few ? countWords(all) : shareWords(all)} are as the key has them.`
      : 'There is nothing in it that is right or wrong.',
    ...(few ? [] : byLabel(marks)),
    ...trustAndDoubt(marks, few),
    ...(few ? worthWatching(marks) : []),
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

/** The label most often given in the place of another, as something to look out for when more hand in. */
function worthWatching(marks: readonly LabelMark[]): string[] {
  const { perLabel, confusion } = readOut(marks);
  const [most] = perLabel
    .flatMap(({ label, of }) =>
      labels
        .filter((given) => given !== label)
        .map((given) => ({ label, given, share: { right: confusion[label][given], of } })),
    )
    .sort((a, b) => b.share.right - a.share.right);
  return !most || most.share.right < 2
    ? []
    : [
        `Worth watching: ${labelPlurals[most.label].toLowerCase()} that are called “${labelWords[most.given].name.toLowerCase()}”, so far ${countWords(most.share)}.`,
      ];
}

/** The two ways to be wrong, apart, and, unless learners are few, which of them the class leans to. */
function trustAndDoubt(marks: readonly LabelMark[], few: boolean): string[] {
  const doubts = doubtsIn(marks);
  const { hits, signals, falseAlarms, noises } = doubts;
  if (signals === 0 || noises === 0) return [];
  const lean = few ? undefined : discernment(doubts)?.criterion;
  const words = few ? countWords : shareWords;
  return [
    `Of what nobody stands behind or has checked, they took ${words({ right: signals - hits, of: signals })} for sourced; of what was sourced, they doubted ${words({ right: falseAlarms, of: noises })}.`,
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

/**
 * How being sure went with being right over a class, in sentences; none where nobody was asked.
 *
 * @param learners how many did the exercise
 */
export function surenessSentences(steps: ReadOut['sureness'], learners: number): string[] {
  const how = calibration(steps);
  if (how === 'not-asked') return [];
  if (how === 'too-few') return ['Too few answers to say more.'];
  const few = learners < enoughLearners;
  const all = { right: 0, of: 0 };
  for (const { right, of } of steps) {
    all.right += right;
    all.of += of;
  }
  const figures = `their sureness comes to ${percent(meanSureness(steps))}; of these answers ${few ? countWords(all) : shareWords(all)} are as the key has them`;
  const overall = {
    'surer-than-right': `On the whole the class felt surer than it was right: ${figures}. That is how most people are.`,
    'less-sure-than-right': `On the whole the class was right more often than it felt: ${figures}.`,
    'in-step': `On the whole the class was right about as often as it felt: ${figures}.`,
  };
  return [
    few
      ? `With fewer than ${enoughLearners} learners this describes them, not a class: ${figures}.`
      : overall[how],
    ...surerOrNot(steps, few),
  ];
}

/** Whether surer answers were more often right. */
function surerOrNot(steps: ReadOut['sureness'], few: boolean): string[] {
  const found = surerAnswers(steps);
  if (!found) return [];
  const { from, surer, lessSure } = found;
  const words = few ? countWords : shareWords;
  const names = listed(surenessWords.slice(from - 1).map((name) => `“${name}”`));
  const more = surer.right / surer.of - lessSure.right / lessSure.of;
  const verdict = more <= 0 ? 'no more often' : more < clearly ? 'hardly more often' : 'more often';
  return [
    `Surer answers (${names}) were ${verdict} right${few ? ' here' : ''}: ${words(surer)}, and of the less sure ${words(lessSure)}.`,
  ];
}

/** By less than this a share is hardly greater than another. */
const clearly = 0.1;

/** Why a claim may be missing from what is to be discussed: too few have answered it. */
export function leftOutWords({ leftOut, of }: Discussion): string | undefined {
  if (leftOut === 0) return undefined;
  return leftOut === of
    ? `No claim has the ${enoughToSplit} answers yet that it takes to split a class.`
    : `${leftOut} of the ${of} claims ${leftOut === 1 ? 'is' : 'are'} left out here: fewer than ${enoughToSplit} learners answered ${leftOut === 1 ? 'it' : 'them'}.`;
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
