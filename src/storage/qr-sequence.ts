/*
 * A parcel as a sequence of QR codes, for what is too long for one that a camera reads with ease:
 *
 *   WSQ1.<n>.<of>.<the checksum of the parcel>.<a piece of the parcel>
 *
 * `WSQ`, the version of the format, which code of how many it is, counted from 1. All codes of a sequence carry the
 * checksum with which the parcel ends, so that those of two learners are never put together.
 */

/** The most characters of a parcel in one code: with what stands around them, a code of version 13 at most. */
const longestPiece = 300;

/** The codes of a parcel, in order. @throws {RangeError} when it does not end with a checksum, as every parcel does */
export function splitSequence(parcel: string): string[] {
  const checksum = /\.([0-9a-f]{8})$/.exec(parcel)?.[1];
  if (checksum === undefined) throw new RangeError('This is no parcel: it does not end with a checksum.');
  const of = Math.ceil(parcel.length / longestPiece);
  return Array.from(
    { length: of },
    (_, at) => `WSQ1.${at + 1}.${of}.${checksum}.${parcel.slice(at * longestPiece, (at + 1) * longestPiece)}`,
  );
}

/** What has been read of one sequence. */
export interface Sequence {
  /** The checksum of its parcel, by which it is known. */
  readonly checksum: string;
  /** Which codes are not there yet, counted from 1, in their order. */
  readonly missing: readonly number[];
  /** How many there are in all. */
  readonly of: number;
  /** The parcel, once every code is there. */
  readonly parcel?: string;
}

/**
 * Puts codes together: those of any number of sequences, in any order, some of them twice. What is no code of a sequence,
 * or of one of more than 99, is passed over. Never throws; whether a parcel is whole, `unpack` says.
 *
 * @returns the sequences, in the order in which they were begun
 */
export function joinSequence(codes: readonly string[]): Sequence[] {
  const begun = new Map<string, { checksum: string; of: number; pieces: Map<number, string> }>();
  for (const code of codes) {
    const parts = /^WSQ1\.([1-9]\d?)\.([1-9]\d?)\.([0-9a-f]{8})\.([\w.-]+)$/.exec(code.trim());
    if (!parts || Number(parts[1]) > Number(parts[2])) continue;
    const [, n, of, checksum, piece] = parts as unknown as [string, string, string, string, string];
    const sequence = begun.get(`${checksum} ${of}`) ?? { checksum, of: Number(of), pieces: new Map() };
    begun.set(`${checksum} ${of}`, sequence);
    sequence.pieces.set(Number(n), piece);
  }
  return [...begun.values()].map(({ checksum, of, pieces }) => {
    const all = Array.from({ length: of }, (_, at) => at + 1);
    const missing = all.filter((n) => !pieces.has(n));
    const parcel = all.map((n) => pieces.get(n)).join('');
    return { checksum, missing, of, ...(missing.length === 0 ? { parcel } : {}) };
  });
}
