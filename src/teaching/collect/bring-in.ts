import { AssignmentConflict, type Assignments, type SavedAssignment } from '#storage/assignments.ts';
import { byLearner, type Collected, type Collection, type Sharing } from '#storage/collected.ts';
import { joinSequence, type Sequence } from '#storage/qr-sequence.ts';
import type { Submission } from '#storage/submission.ts';
import { sameTally, type Tallies, type TallyRecord } from '#storage/tallies.ts';
import { dayWords } from '#ui/dates.ts';
import type { ReadText } from './file-text.ts';
import { readIncoming, type OwnKind } from './incoming.ts';

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

/** A file of the teacher's own that was brought in, and how much of it was here already. */
export interface OwnFile {
  readonly kind: OwnKind;
  /** Whether everything in it was. */
  readonly allKnown: boolean;
  readonly known: number;
  readonly assignments: number;
  readonly tallies: number;
}

/** That the teacher's own copy counts those on one device otherwise than this device does, whose word stands. */
export interface CountedOtherwise {
  /** The id of the assignment. */
  readonly assignment: string;
  readonly names: Sharing['names'];
  /** As how many learners they count where they count apart: in the copy, or on this device. */
  readonly learners: number;
  readonly apart: 'in the copy' | 'here';
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
  /** How many class records were kept; and how many were here already, or a fuller state of them. */
  readonly tallies: number;
  readonly knownTallies: number;
  /** The teacher's own files among it. What of them was here already is told of them, and not above. */
  readonly ownFiles: readonly OwnFile[];
  readonly countedOtherwise: readonly CountedOtherwise[];
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
  const ownFiles: OwnFile[] = [];
  const countedOtherwise: CountedOtherwise[] = [];
  let known = 0;
  let tallies = 0;
  let knownTallies = 0;
  let all = [...codes];

  async function take(source: string, text: string): Promise<void> {
    const incoming = await readIncoming(text, now());
    const here = { known: 0, assignments: [] as SavedAssignment[], tallies: 0 };
    const refuse = (reason: string) => problems.push({ source, reason });
    incoming.refused.forEach(refuse);
    const outcomes = await shelves.collection.add(
      await withoutOverruled(incoming.collected, shelves.collection),
    );
    for (const [at, { submission }] of incoming.collected.entries()) {
      if (outcomes[at] === 'new') added.push(submission);
      else if (outcomes[at] === 'known') here.known += 1;
      else refuse(conflictWords(submission, await shelves.collection.all(submission.assignment)));
    }
    for (const saved of incoming.assignments) {
      try {
        (shelves.assignments.add([saved]).added > 0 ? assignments : here.assignments).push(saved);
      } catch (error) {
        if (!(error instanceof AssignmentConflict)) throw error;
        refuse(
          `The assignment “${saved.name}” is here already, and says something else: one of the two has been changed. The one on this device stays.`,
        );
      }
    }
    for (const record of incoming.tallies) {
      if (isHere(shelves.tallies, record)) here.tallies += 1;
      else if (shelves.tallies.keep(record)) tallies += 1;
      else refuse('This device could not keep the class record: its storage is full or blocked.');
    }
    if (incoming.own) {
      const { collected, assignments, tallies, refused } = incoming;
      const left = collected.length + assignments.length + tallies.length + refused.length;
      const found = { known: here.known, assignments: here.assignments.length, tallies: here.tallies };
      const allKnown = left === found.known + found.assignments + found.tallies;
      countedOtherwise.push(...otherwise(collected, await shelves.collection.all()));
      ownFiles.push({ kind: incoming.own, allKnown, ...found });
    } else {
      known += here.known;
      knownAssignments.push(...here.assignments);
      knownTallies += here.tallies;
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
  return {
    ...{ added, known, assignments, knownAssignments, tallies, knownTallies, ownFiles },
    ...{ countedOtherwise, problems, codes: all, begun },
  };
}

/** The devices that several learners seem to have used. */
function sharedDevices(
  collected: readonly Collected[],
): Map<string, Sharing & { readonly assignment: string }> {
  const assignments = [...new Set(collected.map(({ submission }) => submission.assignment))];
  return new Map(
    assignments.flatMap((assignment) =>
      byLearner(collected.filter(({ submission }) => submission.assignment === assignment)).flatMap(
        ({ newest, sharing }) => (sharing ? [[deviceOf(newest), { ...sharing, assignment }] as const] : []),
      ),
    ),
  );
}

function deviceOf({ submission }: Collected): string {
  return `${submission.assignment} ${submission.from}`;
}

/** A copy that counts several learners on a device does not overrule the teacher who said here that it is one. */
async function withoutOverruled(
  incoming: readonly Collected[],
  collection: Collection,
): Promise<readonly Collected[]> {
  if (!incoming.some(({ apart }) => apart)) return incoming;
  const here = sharedDevices(await collection.all());
  return incoming.map((one) => {
    const { submission, receivedAt } = one;
    return one.apart && here.get(deviceOf(one))?.apart === false ? { submission, receivedAt } : one;
  });
}

function otherwise(copy: readonly Collected[], here: readonly Collected[]): CountedOtherwise[] {
  const devices = sharedDevices(copy);
  if (devices.size === 0) return [];
  const ours = sharedDevices(here);
  return [...devices].flatMap(([device, theirs]): CountedOtherwise[] => {
    const its = ours.get(device);
    if (!its || (its.apart === true) === (theirs.apart === true)) return [];
    const { assignment, names, learners } = its.apart ? its : theirs;
    return [{ assignment, names, learners, apart: its.apart ? 'here' : 'in the copy' }];
  });
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

/** Whether a record is on the device already, or a fuller state of it. */
function isHere(tallies: Tallies, record: TallyRecord): boolean {
  const there = tallies.all().find((each) => sameTally(each, record));
  return there !== undefined && there.rounds.length >= record.rounds.length;
}

/**
 * What became of it, in words, for the line that a screen reader says.
 *
 * @param nameOf what the teacher calls an assignment, by its id; undefined where it is not on this device
 */
export function broughtWords(
  {
    added,
    known,
    assignments,
    knownAssignments,
    tallies,
    knownTallies,
    ownFiles,
    countedOtherwise,
    problems,
    begun,
  }: Brought,
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
  if (knownTallies > 0)
    sentences.push(
      `${count(knownTallies, 'class record')} ${knownTallies === 1 ? 'was' : 'were'} here already.`,
    );
  sentences.push(...ownFiles.map(ownWords).filter((words) => words !== ''));
  sentences.push(...countedOtherwise.map((each) => otherwiseWords(each, nameOf(each.assignment))));
  if (countedOtherwise.length > 0)
    sentences.push('Here it stays as it is; you can change it under “Who has handed in”.');
  if (problems.length > 0) sentences.push(`${problems.length} could not be added: the list below says why.`);
  return sentences.join(' ');
}

function otherwiseWords({ names, learners, apart }: CountedOtherwise, name: string | undefined): string {
  const known = names.flatMap((each) => (each === undefined ? [] : [`“${each}”`]));
  const who =
    known.length > 1
      ? `${new Intl.ListFormat('en-GB').format(known)}, who share a device,`
      : 'those who share a device';
  const [copy, here] = apart === 'here' ? ['one learner', `${learners}`] : [`${learners} learners`, 'one'];
  return `For ${name === undefined ? 'an assignment that is not on this device' : `“${name}”`} the copy counts ${who} as ${copy}, and this device counts them as ${here}.`;
}

/** What was here already of a file of the teacher's own; empty where nothing was. */
function ownWords({ kind, allKnown, known, assignments, tallies }: OwnFile): string {
  const parts = [
    ...(known > 0 ? [count(known, 'submission')] : []),
    ...(assignments > 0 ? [count(assignments, 'assignment')] : []),
    ...(tallies > 0 ? [count(tallies, 'class record')] : []),
  ].join(', ');
  const what = kind === 'collected' ? 'copy of what was collected' : 'file of assignments';
  if (allKnown)
    return `This is your own ${what}. ${parts === '' ? 'There is nothing in it' : `All of it is here already: ${parts}`}.`;
  return parts === '' ? '' : `From your own ${what} these were here already: ${parts}.`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
