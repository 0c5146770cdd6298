import { AssignmentConflict, type Assignments, type SavedAssignment } from '#storage/assignments.ts';
import type { Collected, Collection } from '#storage/collected.ts';
import { joinSequence, type Sequence } from '#storage/qr-sequence.ts';
import type { Submission } from '#storage/submission.ts';
import { sameTally, type Tallies, type TallyRecord } from '#storage/tallies.ts';
import { dayWords } from '#ui/dates.ts';
import type { ReadText } from './file-text.ts';
import { readIncoming } from './incoming.ts';

/** Where on this device things are kept. */
export interface Shelves {
  readonly collection: Collection;
  readonly assignments: Assignments;
  readonly tallies: Tallies;
}

/** Something that is brought in: a file, a text that was pasted, a code that was scanned. */
export interface Source {
  /** What the teacher knows it by: "Ana.txt". */
  readonly name: string;
  readonly read: () => Promise<ReadText>;
}

/** What could not be taken. */
export interface Problem {
  readonly source: string;
  /** A sentence for the teacher. */
  readonly reason: string;
}

/** What became of what was brought in. */
export interface Brought {
  /** The submissions that are new here. */
  readonly added: readonly Submission[];
  /** How many were here already. */
  readonly known: number;
  /** Assignments that are new here; and those that were here already. */
  readonly assignments: readonly SavedAssignment[];
  readonly knownAssignments: readonly SavedAssignment[];
  /** How many class records were kept. */
  readonly tallies: number;
  readonly problems: readonly Problem[];
  /** Every code of a sequence read so far: those given, and those that came. */
  readonly codes: readonly string[];
  /** The sequences to which a code came, and of which some are still missing. */
  readonly begun: readonly Sequence[];
}

/**
 * Reads what is brought in, piece by piece, and keeps what can be kept at once: what stops one stops no other, and what
 * was read before the page is closed is there. Never throws.
 *
 * @param codes the codes of sequences read before
 * @param now gives the time; ISO 8601, UTC
 * @param progress is told how many have been read
 */
export async function bringIn(
  sources: readonly Source[],
  shelves: Shelves,
  codes: readonly string[],
  now: () => string,
  progress: (read: number) => void = () => undefined,
): Promise<Brought> {
  const added: Submission[] = [];
  const assignments: SavedAssignment[] = [];
  const knownAssignments: SavedAssignment[] = [];
  const problems: Problem[] = [];
  let known = 0;
  let tallies = 0;
  let all = [...codes];

  async function take(source: string, text: string): Promise<void> {
    const incoming = await readIncoming(text, now());
    const refuse = (reason: string) => problems.push({ source, reason });
    incoming.refused.forEach(refuse);
    const outcomes = await shelves.collection.add(incoming.collected);
    for (const [at, { submission }] of incoming.collected.entries()) {
      if (outcomes[at] === 'new') added.push(submission);
      else if (outcomes[at] === 'known') known += 1;
      else refuse(conflictWords(submission, await shelves.collection.all(submission.assignment)));
    }
    for (const saved of incoming.assignments) {
      try {
        (shelves.assignments.add([saved]).added > 0 ? assignments : knownAssignments).push(saved);
      } catch (error) {
        if (!(error instanceof AssignmentConflict)) throw error;
        refuse(
          `The assignment “${saved.name}” is here already, and says something else: one of the two has been changed. The one on this device stays.`,
        );
      }
    }
    for (const record of incoming.tallies) {
      if (keepTally(shelves.tallies, record)) tallies += 1;
      else refuse('This device could not keep the class record: its storage is full or blocked.');
    }
    const before = parcelsIn(all);
    all = [...new Set([...all, ...incoming.codes])];
    for (const parcel of parcelsIn(all)) if (!before.includes(parcel)) await take(source, parcel);
  }

  for (const [at, source] of sources.entries()) {
    progress(at);
    const read = await source.read();
    if ('refused' in read) problems.push({ source: source.name, reason: read.refused });
    else await take(source.name, read.text);
  }
  progress(sources.length);
  const touched = joinSequence(all.filter((code) => !codes.includes(code))).map(({ checksum }) => checksum);
  const begun = unfinished(all).filter(({ checksum }) => touched.includes(checksum));
  return { added, known, assignments, knownAssignments, tallies, problems, codes: all, begun };
}

/** The sequences of which some codes are still missing. */
export function unfinished(codes: readonly string[]): Sequence[] {
  return joinSequence(codes).filter(({ missing }) => missing.length > 0);
}

/** Which codes of a sequence are still missing, in words: "1 of 3 codes is here. Still missing: 2, 3." */
export function missingWords({ of, missing }: Sequence): string {
  const here = of - missing.length;
  return `${here} of ${of} codes ${here === 1 ? 'is' : 'are'} here. Still missing: ${missing.join(', ')}.`;
}

/** The parcels of the sequences that are whole. */
function parcelsIn(codes: readonly string[]): string[] {
  return joinSequence(codes).flatMap(({ parcel }) => parcel ?? []);
}

function conflictWords({ id, who }: Submission, there: readonly Collected[]): string {
  const first = there.find(({ submission }) => submission.id === id)?.submission;
  const whose = first?.who ?? who;
  return `It says it is what ${whose ? `“${whose}”` : 'a learner'} handed in${
    first ? ` on ${dayWords(first.at)}` : ''
  }, but the answers are not the same: one of the two has been changed. The one that came in first stays. Ask the learner to hand in again.`;
}

/** Keeps a record, unless a fuller state of it is here. @returns whether it is on the device */
function keepTally(tallies: Tallies, record: TallyRecord): boolean {
  const there = tallies.all().find((each) => sameTally(each, record));
  return there && there.rounds.length >= record.rounds.length ? true : tallies.keep(record);
}

/**
 * What became of it, in words, for the line that a screen reader says.
 *
 * @param nameOf what the teacher calls an assignment, by its id; undefined where it is not on this device
 */
export function broughtWords(
  { added, known, assignments, knownAssignments, tallies, problems, begun }: Brought,
  nameOf: (assignment: string) => string | undefined,
): string {
  const sentences: string[] = [];
  const ids = [...new Set(added.map(({ assignment }) => assignment))];
  const places = ids.map((id) => {
    const n = added.filter(({ assignment }) => assignment === id).length;
    const name = nameOf(id);
    const place = name === undefined ? 'for an assignment that is not on this device' : `for “${name}”`;
    return ids.length === 1 ? place : `${n} ${place}`;
  });
  if (added.length > 0)
    sentences.push(
      `${count(added.length, 'new submission')}${ids.length === 1 ? '' : ':'} ${places.join(', ')}.`,
    );
  if (known > 0) sentences.push(`${known} ${known === 1 ? 'was' : 'were'} here already.`);
  for (const { name } of assignments) sentences.push(`The assignment “${name}” is now on this device.`);
  for (const { name } of knownAssignments)
    sentences.push(`The assignment “${name}” is here already. It is not what a learner hands in.`);
  sentences.push(...begun.map(missingWords));
  if (tallies > 0) sentences.push(`${count(tallies, 'class record')} kept.`);
  if (problems.length > 0) sentences.push(`${problems.length} could not be added: the list below says why.`);
  return sentences.join(' ');
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
