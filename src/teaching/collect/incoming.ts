import type { SavedAssignment } from '#storage/assignments.ts';
import { isRecord } from '#storage/attempt.ts';
import { collectedFormat, readCollected } from '#storage/collected-file.ts';
import type { Collected } from '#storage/collected.ts';
import { readHandout, readLink, type Found } from '#storage/handout.ts';
import { findParcels, unpack } from '#storage/parcel.ts';
import { readSubmission } from '#storage/submission.ts';
import { readTally, type TallyRecord } from '#storage/tallies.ts';

/** What a text holds of what this page takes, and a sentence for each part of it that had to be refused. */
export interface Incoming {
  readonly collected: readonly Collected[];
  readonly assignments: readonly SavedAssignment[];
  readonly tallies: readonly TallyRecord[];
  /** Codes of sequences, as a camera reads them. */
  readonly codes: readonly string[];
  readonly refused: readonly string[];
  /** Which file of the teacher's own it is, where it is one; undefined where it may come from somebody else. */
  readonly own?: OwnKind;
}

/** A file in which a teacher keeps things for themselves: all that was collected, or all their assignments. */
export type OwnKind = 'collected' | 'assignments';

/** Some of it. */
type Part = Partial<Incoming>;

/**
 * Everything in a text, whatever it is: what one learner saved, a mail around it, a whole inbox, a file that this site
 * made. Never throws.
 *
 * @param now when it comes in; ISO 8601, UTC
 */
export async function readIncoming(text: string, now: string): Promise<Incoming> {
  const file = ownFile(text);
  if (file) {
    const part = readOwnFile(file, now);
    return { ...join([part]), ...(part.own ? { own: part.own } : {}) };
  }
  const texts = [text, ...attachments(text)].map(unwrap);
  const handedIn = join((await Promise.all(texts.map((each) => readHandedIn(each, now)))).flat());
  if (Object.values(handedIn).some((list) => list.length > 0)) return handedIn;
  // A link beside what was handed in is a mail that answers the teacher's own; alone, the teacher brings it in.
  const links = await Promise.all(texts.flatMap(linksIn).map((link) => readLink(link, now)));
  return join(links.length > 0 ? links.map(fromHandout) : [{ refused: [words.empty] }]);
}

const words = {
  empty:
    'There is nothing in it that was handed in. Look for the text that begins with WSS1, or for the file that the learner saved.',
  cut: 'The end is missing. Ask the learner to copy the whole text, or to send the file.',
  changed: (sign: string) =>
    `There is a “${sign}” in it that does not belong there: the program that carried it has changed it. Ask the learner to send the file.`,
  damaged: 'This file is damaged or cut off: it cannot be read. Save it again where it comes from.',
  own: 'This is a learner’s own copy of all their answers, not what was handed in. Ask them to open the assignment and choose “Hand in to your teacher”.',
  unknown:
    'This file comes from Who Says?, but this page does not know its kind. Load this page again, then try once more.',
};

async function readHandedIn(text: string, now: string): Promise<Part[]> {
  const codes = text.match(code) ?? [];
  // The first code of a sequence holds the beginning of the parcel.
  const rest = text.replace(code, ' ; ');
  const parcels = findParcels('submission', rest);
  // Each begins with its sign; what ends before the checksum, or has something else in it, was not found.
  const broken = rest
    .split(/(?=WS[A-Z]\d{1,3}\.)/)
    .filter((part) => /^WSS\d{1,3}\.[\w-]{8}/.test(part) && findParcels('submission', part).length === 0);
  return [
    ...(await Promise.all(parcels.map((parcel) => readParcel(parcel, now)))),
    { codes },
    { refused: broken.map(brokenWords) },
  ];
}

/** Why a text that begins like what is handed in cannot be read: something else stands in it, or its end is missing. */
function brokenWords(text: string): string {
  const body = /^WSS\d{1,3}\.([^]*?)\.[0-9a-f]{8}(?![\w-])/.exec(text)?.[1] ?? '';
  const sign = /[^\w\s>-]/u.exec(body)?.[0];
  return sign === undefined ? words.cut : words.changed(sign);
}

/** A code of a sequence. */
const code = /WSQ\d{1,3}\.\d+\.\d+\.[0-9a-f]{8}\.[\w.-]+/g;

async function readParcel(parcel: string, now: string): Promise<Part> {
  const unpacked = await unpack('submission', parcel);
  if ('refused' in unpacked) return { refused: [unpacked.refused] };
  const read = readSubmission(unpacked.data);
  if ('submission' in read) return { collected: [{ submission: read.submission, receivedAt: now }] };
  return {
    refused: [
      `It ${read.fault}. Nothing that Who Says? hands in is like that: it has been changed. Ask the learner to hand in again.`,
    ],
  };
}

/** What programs put into a text or in the place of its signs, and what stood there before. */
const disguises: readonly (readonly [RegExp, string])[] = [
  // What HTML breaks lines with; signs that nobody sees; the backslashes of Markdown; the line ends of quoted-printable mail.
  [
    /<\/?w?br *\/?>|&(?:nbsp|shy|ZeroWidthSpace|zwnj|zwj|#0*173|#0*160|#0*820[3-7]|#x0*200[b-f]|#x0*a[0d]);/gi,
    '',
  ],
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\\]|=[ \t]*\r?\n/g, ''],
  [/=5F|&#0*95;|&#x0*5F;|&(?:lowbar|UnderBar);/gi, '_'],
  [/=2E|&#0*46;|&#x0*2E;|&period;/gi, '.'],
  [/=2D|&#0*45;|&#x0*2D;|&(?:hyphen|dash|minus);|[\u2010-\u2012\u2212]/gi, '-'],
  [/[\u2013\u2014]/g, '--'],
  [/=3E|&gt;|&#0*62;/gi, '>'],
  // Some programs quote with a line in front.
  [/^[ \t]*\|[ \t]?/gm, ''],
];

/** Text as it was before programs carried it. The checksum of each parcel says whether that was right. */
function unwrap(text: string): string {
  return disguises.reduce((all, [disguise, sign]) => all.replace(disguise, sign), text);
}

/** The texts attached to a mail that was saved as a file, where they are written as base64. */
function attachments(mail: string): string[] {
  const part = /^content-transfer-encoding:[ \t]*base64[ \t]*\r?$(?:\n[^\r\n]+\r?$)*\n\r?\n([\w+/=\s]+)/gim;
  return [...mail.matchAll(part)].flatMap(([, base64]) => {
    try {
      const bytes = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
      return [new TextDecoder().decode(bytes)];
    } catch {
      return [];
    }
  });
}

/** What looks like the links of assignments, or like the beginning of one. */
function linksIn(text: string): string[] {
  const whole = findParcels('assignment', text);
  return whole.length > 0 ? whole : (/WSA\d{1,3}\.\S*/.exec(text)?.slice(0, 1) ?? []);
}

function fromHandout(read: Found): Part {
  return 'refused' in read ? { refused: [read.refused] } : { assignments: read.found };
}

/** A file that this site made: its text, and what it says it is; undefined for all else. */
interface OwnFile {
  readonly text: string;
  /** Undefined where the file is damaged. */
  readonly data?: unknown;
  readonly format?: unknown;
}

function ownFile(all: string): OwnFile | undefined {
  const text = all.replace(/^\ufeff/, '').trim();
  if (!text.startsWith('{')) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    const format = isRecord(data) ? data['format'] : undefined;
    return String(format).startsWith('who-says') ? { text, data, format } : undefined;
  } catch {
    return /^\{\s*"format":\s*"who-says/.test(text) ? { text } : undefined;
  }
}

function readOwnFile({ text, data, format }: OwnFile, now: string): Part {
  switch (format) {
    case undefined:
      return { refused: [words.damaged] };
    case collectedFormat: {
      const read = readCollected(data);
      return 'refused' in read
        ? { refused: [read.refused] }
        : { ...read, refused: read.faults, own: 'collected' };
    }
    case 'who-says-tally': {
      const read = readTally(text);
      return 'refused' in read ? { refused: [read.refused] } : { tallies: [read.record] };
    }
    case 'who-says-assignment':
      return fromHandout(readHandout(text, now));
    case 'who-says-assignments': {
      const part = fromHandout(readHandout(text, now));
      return part.refused ? part : { ...part, own: 'assignments' };
    }
    case 'who-says':
      return { refused: [words.own] };
    default:
      return { refused: [words.unknown] };
  }
}

function join(parts: readonly Part[]): Incoming {
  return {
    collected: parts.flatMap(({ collected = [] }) => collected),
    assignments: parts.flatMap(({ assignments = [] }) => assignments),
    tallies: parts.flatMap(({ tallies = [] }) => tallies),
    codes: parts.flatMap(({ codes = [] }) => codes),
    refused: parts.flatMap(({ refused = [] }) => refused),
  };
}
