import { existsSync, readFileSync, statSync } from 'node:fs';

/** The sizes of paper that PDFs are made for. */
export const papers = ['A4', 'Letter'] as const;

/** A size of paper. */
export type PaperSize = (typeof papers)[number];

/** What is noted of a PDF when it is made. */
export interface Noted {
  /** The fingerprint of the page it was made from: `src/build/printed.ts`. */
  readonly from: string;
  /** How many pages it has. */
  readonly pages: number;
}

/** Where the PDFs are, below the working directory. They are made by `npm run pdf` and kept: a build has no browser. */
export const pdfFolder = 'public/pdf';

/** Where it is noted what each was made from. */
export const manifestFile = `${pdfFolder}/manifest.json`;

/** The name of the file of a sheet: "bus-lane-booklet-a4.pdf". */
export function fileOf(sheet: string, paper: PaperSize): string {
  return `${sheet}-${paper.toLowerCase()}.pdf`;
}

/** What is noted of all PDFs, by the names of their files; nothing where none have been made. */
export function readManifest(): Readonly<Record<string, Noted>> {
  return existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
}

/** Whether the PDF of a sheet has to be made: it is not there, or its page prints otherwise than when it was made. */
export function isOutdated(
  sheet: { readonly name: string; readonly fingerprint: string },
  paper: PaperSize,
  manifest: Readonly<Record<string, Noted>>,
): boolean {
  const file = fileOf(sheet.name, paper);
  return manifest[file]?.from !== sheet.fingerprint || !existsSync(`${pdfFolder}/${file}`);
}

/** A PDF that can be offered. */
export interface Pdf {
  readonly paper: PaperSize;
  readonly file: string;
  readonly pages: number;
  /** Its size in bytes. */
  readonly bytes: number;
}

/** The PDFs of a sheet, one for each size of paper; none where they have not been made yet. */
export function pdfsOf(sheet: string): Pdf[] {
  const manifest = readManifest();
  return papers.flatMap((paper) => {
    const file = fileOf(sheet, paper);
    const path = `${pdfFolder}/${file}`;
    const noted = manifest[file];
    return noted && existsSync(path) ? [{ paper, file, pages: noted.pages, bytes: statSync(path).size }] : [];
  });
}

/** "235 kB", "1.2 MB". */
export function sizeWords(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
