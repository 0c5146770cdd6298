import type { ClaimId } from '#domain/claim.ts';
import { isLabel } from '#domain/label.ts';
import type { Votes } from '#domain/votes.ts';
import { isRecord } from './attempt.ts';
import { isInstant } from './values.ts';

/** The hands a class raised over the claims of one story: numbers only, nobody is named. */
export interface TallyRecord {
  /** The slug of the case. */
  readonly case: string;
  /** The claims that were put to the class, in that order. */
  readonly claims: readonly ClaimId[];
  /** When it was begun; ISO 8601, UTC. With the case it tells one record from another. */
  readonly at: string;
  /** The votes on the claims that hands were raised for, each claim at most once. */
  readonly rounds: readonly TallyRound[];
}

/** Two votes on one claim, before and after the class talked about it; no hands where there was no vote. */
export interface TallyRound {
  readonly claim: ClaimId;
  readonly first: Votes;
  readonly second: Votes;
}

/** The most claims of a record, and the most hands for one label. */
export const mostTallied = { claims: 200, hands: 999 } as const;

const format = 'who-says-tally';
const version = 1;

/** The text of a file that carries `record` to another device. */
export function writeTally(record: TallyRecord): string {
  return `${JSON.stringify({ format, version, ...record }, null, 1)}\n`;
}

/**
 * Reads a file written by {@link writeTally}. Never throws.
 *
 * @returns the record, with nothing in it that is not known here; or why it was refused, in a sentence for whoever chose it
 */
export function readTally(text: string): { readonly record: TallyRecord } | { readonly refused: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {
      refused:
        'This file is damaged or cut off: it cannot be read. Nothing was changed. Save the class record again where it was made.',
    };
  }
  if (!isRecord(data) || data['format'] !== format) {
    return {
      refused:
        'This is not a class record of Who Says? votes. Nothing was changed. Choose a file that “Save the class record” made.',
    };
  }
  if (typeof data['version'] === 'number' && data['version'] > version) {
    return {
      refused: `This class record comes from a newer Who Says? (version ${data['version']}; this one reads up to ${version}). Nothing was changed. Open it on the newer site.`,
    };
  }
  const read =
    data['version'] === version ? readTallyRecord(data) : { fault: 'does not say which version it is' };
  if ('record' in read) return read;
  return {
    refused: `This class record is damaged: it ${read.fault}. Nothing was changed. Save it again where it was made.`,
  };
}

/** `data` as a record, whatever it is; or what is wrong, in words that fit "it …". Never throws. */
export function readTallyRecord(
  data: unknown,
): { readonly record: TallyRecord } | { readonly fault: string } {
  if (!isRecord(data)) return { fault: 'is not a class record' };
  const { case: slug, claims, at, rounds } = data;
  if (!isId(slug)) return { fault: 'does not name a case' };
  if (!isInstant(at)) return { fault: 'has no proper date' };
  if (!areClaims(claims)) return { fault: 'does not say which claims were asked about' };
  if (!Array.isArray(rounds)) return { fault: 'has no votes in it' };
  const read: TallyRound[] = [];
  for (const [index, round] of rounds.entries()) {
    const where = `at vote ${index + 1}`;
    if (!isRecord(round)) return { fault: `cannot be read ${where}` };
    const { claim, first, second } = round;
    if (typeof claim !== 'string' || !claims.includes(claim))
      return { fault: `names a claim ${where} that was not asked about` };
    if (read.some((earlier) => earlier.claim === claim)) return { fault: `names a claim twice, ${where}` };
    if (!areVotes(first) || !areVotes(second))
      return { fault: `has numbers of hands that cannot be, ${where}` };
    read.push({ claim, first: { ...first }, second: { ...second } });
  }
  return { record: { case: slug, claims: [...claims], at, rounds: read } };
}

/** Whether `value` is the name of a case or claim. */
function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,100}$/.test(value);
}

/** Whether `value` is a list of different claims, at least one. */
export function areClaims(value: unknown): value is ClaimId[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= mostTallied.claims &&
    value.every(isId) &&
    new Set(value).size === value.length
  );
}

function areVotes(value: unknown): value is Votes {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([label, count]) =>
        isLabel(label) && Number.isInteger(count) && Number(count) >= 0 && Number(count) <= mostTallied.hands,
    )
  );
}

/** The key in local storage under which this device keeps its records, as `{ version: 1, tallies: […] }`. */
export const talliesKey = 'who-says:tallies';

/** The part of `Storage` that records need. */
type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** The class records of this device. */
export class Tallies {
  readonly #shelf: Shelf | undefined;

  /** @param shelf where records are kept; undefined where storage is denied */
  constructor(shelf: Shelf | undefined) {
    this.#shelf = shelf;
  }

  /** The records, oldest first; none where nothing can be read. One that is damaged is passed over. */
  all(): TallyRecord[] {
    return this.#kept() ?? [];
  }

  /** Keeps `record`, in the place of an earlier state of the same one. @returns whether it is on the device */
  keep(record: TallyRecord): boolean {
    return this.#write(record, [record]);
  }

  /** Forgets `record`. @returns whether it is gone from the device */
  remove(record: TallyRecord): boolean {
    return this.#write(record, []);
  }

  #write(record: TallyRecord, instead: readonly TallyRecord[]): boolean {
    const kept = this.#kept();
    if (!kept) return false;
    const tallies = [...kept.filter((each) => !sameTally(each, record)), ...instead].sort((a, b) =>
      a.at < b.at ? -1 : 1,
    );
    try {
      this.#shelf!.setItem(talliesKey, JSON.stringify({ version, tallies }));
      return true;
    } catch {
      return false;
    }
  }

  /** Undefined where storage is denied, or a newer program has written what would be lost here. */
  #kept(): TallyRecord[] | undefined {
    try {
      const text = this.#shelf!.getItem(talliesKey);
      const data: unknown = JSON.parse(text ?? 'null');
      if (!isRecord(data) || !Array.isArray(data['tallies'])) return [];
      if (data['version'] !== version) return undefined;
      return (data['tallies'] as unknown[]).flatMap((each) => {
        const read = readTallyRecord(each);
        return 'record' in read ? [read.record] : [];
      });
    } catch (error) {
      return error instanceof SyntaxError ? [] : undefined;
    }
  }
}

/** Whether two records are of the same lesson, at whatever state. */
export function sameTally(one: TallyRecord, other: TallyRecord): boolean {
  return one.at === other.at && one.case === other.case;
}

/** The class records of this device. */
export function openTallies(): Tallies {
  try {
    return new Tallies(window.localStorage);
  } catch {
    return new Tallies(undefined);
  }
}
