import { deflateSync, inflateSync } from 'node:zlib';

/*
 * PDF files as Chromium writes them: every object by itself in plain text, found by a table of offsets at the end. A
 * tagged file has thousands of small ones, which are most of its size.
 */

/** An object of a PDF: what stands before its stream, and the stream, if it has one, as it stands in the file. */
interface PdfObject {
  readonly id: number;
  readonly dictionary: string;
  readonly stream?: Buffer;
}

/**
 * A PDF by Chromium, smaller and the same each time it is made: without the times at which it was made and the machine it
 * was made on, with its author, and with its small objects packed together (PDF 1.5, section 7.5.7 of ISO 32000).
 *
 * @throws {RangeError} when it is not a PDF as Chromium writes it
 */
export function finished(pdf: Buffer, author: string): Buffer {
  const text = pdf.toString('latin1');
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)/.exec(text);
  const [root, info] = ['Root', 'Info'].map(
    (name) => new RegExp(`/${name} (\\d+) 0 R`).exec(trailer?.[1] ?? '')?.[1],
  );
  if (!trailer || !root || !info)
    throw new RangeError('This is not a PDF as Chromium writes it: no trailer.');
  const objects = offsetsIn(text, Number(trailer[2])).map(({ id, at }) => objectAt(pdf, text, id, at));
  const size = Math.max(...objects.map(({ id }) => id)) + 1;

  const small = objects
    .filter(({ stream }) => !stream)
    .map((object) =>
      object.id === Number(info) ? { ...object, dictionary: described(object.dictionary, author) } : object,
    );
  const pack = packOf(small, size);
  const file = new Writer();
  for (const object of objects) if (object.stream) file.add(repacked(object));
  file.add(pack);
  return file.end(small, { root: Number(root), info: Number(info), pack: size });
}

/** Every object of a PDF that {@link finished} has made, streams left out: what can be read in it by eye. */
export function objectsIn(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/^(\d+) 0 obj\n(<<[\s\S]*?>>)(?: stream\n|\nendobj)/gm)].flatMap((match) => {
    const dictionary = match[2]!;
    if (!dictionary.includes('/Type /ObjStm')) return [dictionary];
    const from = match.index + match[0].length;
    const unpacked = inflateSync(pdf.subarray(from, from + lengthIn(dictionary))).toString('latin1');
    return unpacked.slice(Number(/\/First (\d+)/.exec(dictionary)![1])).split(/\n(?=<<|\[)/);
  });
}

function offsetsIn(text: string, table: number): { id: number; at: number }[] {
  const [head, count] = /^xref\s+0 (\d+)\s+/.exec(text.slice(table, table + 40)) ?? [];
  if (head === undefined)
    throw new RangeError('This is not a PDF as Chromium writes it: no table of objects.');
  return Array.from({ length: Number(count) }, (_, id) => {
    const entry = table + head.length + id * 20;
    return { id, at: text[entry + 17] === 'n' ? Number(text.slice(entry, entry + 10)) : -1 };
  }).filter(({ at }) => at >= 0);
}

function objectAt(pdf: Buffer, text: string, id: number, at: number): PdfObject {
  const from = text.indexOf('obj\n', at) + 4;
  const end = text.indexOf('endobj', from);
  const stream = text.indexOf(' stream\n', from);
  if (stream < 0 || stream > end) return { id, dictionary: text.slice(from, end).trim() };
  const dictionary = text.slice(from, stream);
  const begin = stream + ' stream\n'.length;
  return { id, dictionary, stream: pdf.subarray(begin, begin + lengthIn(dictionary)) };
}

function lengthIn(dictionary: string): number {
  const length = /\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1];
  if (length === undefined) throw new RangeError('This is not a PDF as Chromium writes it: no length.');
  return Number(length);
}

/** What the file says of itself: title and producer stay. */
function described(info: string, author: string): string {
  const kept = info.replace(/\/(?:Creator|CreationDate|ModDate) \((?:\\.|[^\\)])*\)\s*/g, '');
  return kept.replace(/\s*>>$/, `\n/Author (${author.replace(/[\\()]/g, '\\$&')})>>`);
}

/** `object` with its stream compressed as well as can be. */
function repacked(object: PdfObject): PdfObject {
  const { dictionary, stream } = object;
  if (!dictionary.includes('/Filter /FlateDecode')) return object;
  const smaller = deflateSync(inflateSync(stream!), { level: 9 });
  return {
    ...object,
    dictionary: dictionary.replace(/\/Length \d+/, `/Length ${smaller.length}`),
    stream: smaller,
  };
}

/** An object that holds other objects. */
function packOf(objects: readonly PdfObject[], id: number): PdfObject {
  let at = 0;
  const places = objects.map((object) => {
    const place = `${object.id} ${at}`;
    at += object.dictionary.length + 1;
    return place;
  });
  const head = `${places.join(' ')}\n`;
  const body = objects.map(({ dictionary }) => dictionary).join('\n');
  const stream = deflateSync(Buffer.from(head + body, 'latin1'), { level: 9 });
  return {
    id,
    dictionary: `<</Type /ObjStm\n/N ${objects.length}\n/First ${head.length}\n/Filter /FlateDecode\n/Length ${stream.length}>>`,
    stream,
  };
}

/** Writes a file object by object, and at its end where each stands. */
class Writer {
  // The second line tells programs that files of this kind are no text.
  readonly #parts: Buffer[] = [Buffer.from('%PDF-1.5\n%\xE2\xE3\xCF\xD3\n', 'latin1')];
  readonly #offsets = new Map<number, number>();
  #at = this.#parts[0]!.length;

  add({ id, dictionary, stream }: PdfObject): void {
    this.#offsets.set(id, this.#at);
    this.#write(Buffer.from(`${id} 0 obj\n${dictionary} stream\n`, 'latin1'));
    this.#write(stream!);
    this.#write(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  /** @param packed the objects in `pack`, in their order */
  end(packed: readonly PdfObject[], { root, info, pack }: Record<'root' | 'info' | 'pack', number>): Buffer {
    const id = pack + 1;
    const start = this.#at;
    const rows = Array.from({ length: id + 1 }, () => [0, 0, 0]);
    for (const [object, offset] of this.#offsets) rows[object] = [1, offset, 0];
    packed.forEach((object, index) => (rows[object.id] = [2, pack, index]));
    rows[id] = [1, start, 0];
    const table = Buffer.alloc(rows.length * 7);
    rows.forEach(([kind, where, index], row) => {
      table.writeUInt8(kind!, row * 7);
      table.writeUInt32BE(where!, row * 7 + 1);
      table.writeUInt16BE(index!, row * 7 + 5);
    });
    const stream = deflateSync(table, { level: 9 });
    this.add({
      id,
      dictionary: `<</Type /XRef\n/Size ${rows.length}\n/W [1 4 2]\n/Root ${root} 0 R\n/Info ${info} 0 R\n/Filter /FlateDecode\n/Length ${stream.length}>>`,
      stream,
    });
    this.#write(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(this.#parts);
  }

  #write(bytes: Buffer): void {
    this.#parts.push(bytes);
    this.#at += bytes.length;
  }
}
