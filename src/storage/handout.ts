/*
 * What carries an assignment to others: a link (the assignment is a parcel behind the `#`, which no server is sent), or a
 * file. A file of one holds the assignment and nothing else; a file of all is the teacher's own copy, with names and codes.
 */
import { readAssignment, type Assignment } from '#domain/assignment.ts';
import { readSaved, type SavedAssignment } from './assignments.ts';
import { isRecord } from './attempt.ts';
import { findParcels, pack, unpack } from './parcel.ts';

/** The newest version of either file this program writes, and the newest it can read. */
const version = 1;

/** What was found; or why nothing was, in a sentence for the teacher who brought it in. */
export type Found = { readonly found: readonly SavedAssignment[] } | { readonly refused: string };

/** The link of an assignment. @param page the whole address of the page that opens it */
export async function linkTo(page: string, assignment: Assignment): Promise<string> {
  return `${page}#${await pack('assignment', assignment)}`;
}

/**
 * The assignment behind a link, however it was pasted: with words around it, or broken into lines. Never throws.
 *
 * @param now when it is brought in; ISO 8601, UTC
 */
export async function readLink(text: string, now: string): Promise<Found> {
  const parcel = findParcels('assignment', text)[0] ?? text.slice(text.lastIndexOf('#') + 1);
  const read = await unpack('assignment', parcel);
  if ('refused' in read) {
    // The words are for learners; here a teacher reads them.
    return {
      refused: read.refused
        .replace('Ask your teacher for', 'Ask for')
        .replace('; if that does not help, tell your teacher', ''),
    };
  }
  const contents = readAssignment(read.data);
  if ('fault' in contents)
    return { refused: `This link cannot be used: what it holds ${contents.fault}. Ask for it again.` };
  return { found: [savedAs(contents.assignment, now)] };
}

/** An assignment that was brought in, under its own title. @param now ISO 8601, UTC */
export function savedAs(assignment: Assignment, now: string): SavedAssignment {
  return { assignment, name: assignment.title.trim(), savedAt: now };
}

/** The text of a file that hands out `assignment`. */
export function writeOne(assignment: Assignment): string {
  return write({ format: 'who-says-assignment', version, assignment });
}

/** The text of a file with everything that is saved, for another device of the same teacher. */
export function writeAll(saved: readonly SavedAssignment[]): string {
  return write({ format: 'who-says-assignments', version, saved });
}

/**
 * Reads a file written by {@link writeOne} or {@link writeAll}: all of it, or nothing. Never throws.
 *
 * @param now when it is brought in; ISO 8601, UTC
 */
export function readHandout(text: string, now: string): Found {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {
      refused: 'This file is damaged or cut off: it cannot be read. Save it again where it comes from.',
    };
  }
  const format = isRecord(data) ? data['format'] : undefined;
  if (!isRecord(data) || (format !== 'who-says-assignment' && format !== 'who-says-assignments')) {
    return {
      refused:
        'This is not a file of assignments. Nothing was changed. Choose one that was saved on this page.',
    };
  }
  if (typeof data['version'] === 'number' && data['version'] > version) {
    return {
      refused: `This file comes from a newer Who Says? (version ${data['version']}; this one reads up to ${version}). Nothing was changed. Load this page again, then try once more.`,
    };
  }
  if (data['version'] !== version)
    return { refused: damaged('this file', 'does not say which version it is') };
  if (format === 'who-says-assignment') {
    const read = readAssignment(data['assignment']);
    if ('fault' in read) return { refused: damaged('the assignment in this file', read.fault) };
    return { found: [savedAs(read.assignment, now)] };
  }
  if (!Array.isArray(data['saved'])) return { refused: damaged('this file', 'has no assignments in it') };
  const found: SavedAssignment[] = [];
  for (const [index, entry] of data['saved'].entries()) {
    const read = readSaved(entry);
    if ('fault' in read) return { refused: damaged(`assignment ${index + 1} in this file`, read.fault) };
    found.push(read.saved);
  }
  return { found };
}

function damaged(what: string, fault: string): string {
  return `This file cannot be used: ${what} ${fault}. Nothing was changed. Save it again where it comes from.`;
}

function write(data: unknown): string {
  return `${JSON.stringify(data, null, 1)}\n`;
}
