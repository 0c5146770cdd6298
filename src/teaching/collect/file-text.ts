import { openReader } from './code-reader.ts';

/** A text; or why there is none, in a sentence for the teacher who brought it in. */
export type ReadText = { readonly text: string } | { readonly refused: string };

/** More than this no page of ours writes, and no mail is: in bytes. */
const mostBytes = 30_000_000;

/** The text of a file, however it is written; of a picture, the code that is on it. Never throws. */
export async function fileText(file: Blob): Promise<ReadText> {
  if (file.size > mostBytes) return { refused: 'It is too large to be anything that was handed in here.' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return {
      refused:
        'It could not be read. If it is a folder, open it and bring in the files that are in it; otherwise try once more.',
    };
  }
  if (bytes.length === 0) return { refused: 'It is empty. Ask the learner to save it again.' };
  if (file.type.startsWith('image/')) return pictureText(file);
  const sign = new TextDecoder('latin1').decode(bytes.subarray(0, 4));
  if (sign.startsWith('PK'))
    return {
      refused:
        'It is packed: a zip file or a document of an office program. Unpack a zip file, and bring in what is in it; open a document, copy its text, and paste that.',
    };
  if (sign === '%PDF') return { refused: 'It is a PDF. Open it, copy its text, and paste that.' };
  // Notepad and spreadsheets also write UTF-16; its first two bytes say so.
  const encoding = sign.startsWith('ÿþ') ? 'utf-16le' : sign.startsWith('þÿ') ? 'utf-16be' : 'utf-8';
  return { text: new TextDecoder(encoding).decode(bytes) };
}

async function pictureText(file: Blob): Promise<ReadText> {
  try {
    const [read, picture] = await Promise.all([openReader(), createImageBitmap(file)]);
    const codes = await read(picture);
    if (codes.length > 0) return { text: codes.join('\n') };
  } catch {
    // No picture, or the part that reads it cannot be loaded.
  }
  return {
    refused: 'No code could be read from this picture. Bring in the learner’s file or text instead.',
  };
}
