/*
 * A parcel: anything that can be written as JSON, packed into one line of letters, digits and `-_.` that survives a link,
 * an e-mail and the answer box of a learning platform.
 *
 *   WSA1.<JSON, deflated, as base64url>.<CRC-32 of the deflated bytes, eight hexadecimal digits>
 *
 * `WS`, the kind (`A` an assignment, `S` a submission), the version of the format. The checksum finds what was cut off or
 * mistyped. It is no signature: whoever knows the format can write a parcel.
 */

/** What a parcel can hold. */
export type ParcelKind = 'assignment' | 'submission';

const letters: Record<ParcelKind, string> = { assignment: 'A', submission: 'S' };
const version = 1;

/** The most that a parcel may hold once it is unpacked, in bytes: more comes from no page of ours. */
const mostBytes = 2_000_000;

/** What was in a parcel; or why it was refused, in a sentence for the person who has it. */
export type Unpacked = { readonly data: unknown } | { readonly refused: string };

/** What mail programs put into a long line: line ends, spaces, the marks of a reply, a backslash before a sign. */
const noise = '\\s>\\\\';
const noises = new RegExp(`[${noise}]`, 'g');

/** What a sentence may end with behind a link. */
const closing = /^[.,;:!?)\]}>'"’”»]*$/;

/** Packs `data`. @throws where the browser cannot compress (before 2023) */
export async function pack(kind: ParcelKind, data: unknown): Promise<string> {
  const bytes = await through(
    new CompressionStream('deflate-raw'),
    new TextEncoder().encode(JSON.stringify(data)),
    Infinity,
  );
  return `WS${letters[kind]}${version}.${toBase64(bytes)}.${checksum(bytes)}`;
}

/**
 * Opens a parcel of the wanted kind. What mail programs do to long lines is undone. Never throws.
 */
export async function unpack(kind: ParcelKind, text: string): Promise<Unpacked> {
  const line = text.replace(noises, '');
  const parts = /^WS([A-Z])(\d{1,3})\.([\w-]*)(?:\.([0-9a-f]*))?(.*)$/s.exec(line);
  if (!parts) return { refused: words[kind].foreign };
  const [, letter, number, body, sum, rest] = parts;
  if (letter !== letters[kind]) {
    const other = (Object.keys(letters) as ParcelKind[]).find((each) => letters[each] === letter);
    return { refused: other ? words[kind].other : words[kind].foreign };
  }
  if (Number(number) > version) return { refused: words[kind].newer };
  if (sum === undefined || sum.length < 8) return { refused: words[kind].cut };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = fromBase64(body!);
  } catch {
    return { refused: words[kind].damaged };
  }
  if (!closing.test(rest!) || checksum(bytes) !== sum) return { refused: words[kind].damaged };
  if (typeof DecompressionStream === 'undefined') return { refused: words[kind].browser };
  try {
    const json = await through(new DecompressionStream('deflate-raw'), bytes, mostBytes);
    return { data: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) as unknown };
  } catch {
    return { refused: words[kind].damaged };
  }
}

/**
 * Every parcel of a kind in `text`, in their order, whatever stands around them: a mail, a table, a whole inbox. A line may
 * be broken anywhere in them, and marked as quoted, and their signs escaped.
 */
export function findParcels(kind: ParcelKind, text: string): string[] {
  const gap = `[${noise}]*`;
  const sign = [...`WS${letters[kind]}`].join(gap);
  const digits = `${gap}\\d(?:${gap}\\d){0,2}${gap}`;
  const parcel = new RegExp(`${sign}${digits}\\.[\\w${noise}-]+\\.(?:${gap}[0-9a-f]){8}`, 'g');
  return [...text.matchAll(parcel)].map(([found]) => found.replace(noises, ''));
}

const words: Record<
  ParcelKind,
  Record<'foreign' | 'other' | 'newer' | 'cut' | 'damaged' | 'browser', string>
> = {
  assignment: {
    foreign:
      'This is not the link of an assignment. Ask your teacher for the link again, and copy the whole of it.',
    other:
      'This is work that somebody handed in, not an assignment. Ask your teacher for the link of the assignment.',
    newer:
      'This link comes from a newer Who Says? than this one. Load this page again; if that does not help, tell your teacher.',
    cut: 'The end of this link is missing. Ask your teacher for it again, and copy the whole of it.',
    damaged:
      'Something in this link has been changed. Ask your teacher for it again, and copy the whole of it.',
    browser: 'This browser is too old to open assignments. Update it, or use another one.',
  },
  submission: {
    foreign: 'This is nothing that was handed in here. Ask for the text that begins with WSS1.',
    other: 'This is an assignment, not what a learner handed in. Ask for the text that begins with WSS1.',
    newer: 'This comes from a newer Who Says? than this one. Load this page again, then add it once more.',
    cut: 'The end is missing. Ask the learner to copy the whole text, or to send the file.',
    damaged:
      'Something in it has been changed since it was handed in. Ask the learner to send it again, or to send the file.',
    browser: 'This browser is too old to open what was handed in. Update it, or use another one.',
  },
};

/** `bytes` through a stream that changes them. @throws when more than `most` come out, or they cannot be read */
async function through(
  stream: GenericTransformStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = (
    new Blob([bytes]).stream().pipeThrough(stream) as ReadableStream<Uint8Array<ArrayBuffer>>
  ).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError(`More than ${most} bytes.`);
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws when `text` is no base64url */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
}

/** The checksum of a text, as a parcel has one: it finds what was damaged, or changed by hand. */
export function textChecksum(text: string): string {
  return checksum(new TextEncoder().encode(text));
}

/** CRC-32 as in ISO 3309 and zlib, in eight hexadecimal digits. */
function checksum(bytes: Uint8Array): string {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
