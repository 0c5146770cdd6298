import { readSaved, type SavedAssignment } from './assignments.ts';
import { isRecord } from './attempt.ts';
import type { Collected } from './collected.ts';
import { textChecksum } from './parcel.ts';
import { readSubmission, textOf, type Submission } from './submission.ts';
import { readTallyRecord, type TallyRecord } from './tallies.ts';
import { isInstant } from './values.ts';

/** Everything a teacher has collected, and what it takes to read it on another device. */
export interface CollectedCopy {
  readonly collected: readonly Collected[];
  /** The assignments it was handed in for, as far as they are known, with the codes of the class. */
  readonly assignments: readonly SavedAssignment[];
  readonly tallies: readonly TallyRecord[];
}

/** What says that a file is one of these: its `format`. */
export const collectedFormat = 'who-says-collected';
/**
 * The newest version of the file this program writes, and the newest it can read. 2: each submission stands with its
 * checksum, as it does on its way from the learner. That finds what was damaged or changed by hand; who makes a new
 * checksum is not found.
 */
const version = 2;

/** The text of a file that carries `copy` to another device of the same teacher. */
export function writeCollected({ collected, assignments, tallies }: CollectedCopy): string {
  const summed = collected.map((one) => ({ ...one, checksum: checksumOf(one.submission) }));
  const file = { format: collectedFormat, version, collected: summed, assignments, tallies };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Of what is read of it: a name is then without the signs that nobody sees. */
function checksumOf(submission: Submission): string | undefined {
  const read = readSubmission(submission);
  return 'submission' in read ? textChecksum(textOf(read.submission)) : undefined;
}

/**
 * Reads what {@link writeCollected} wrote. What is damaged is left out, and does not stop the rest. Never throws.
 *
 * @param data the file, parsed
 * @returns what could be read, and a sentence for each part that could not; or why none of it was
 */
export function readCollected(
  data: unknown,
): (CollectedCopy & { readonly faults: readonly string[] }) | { readonly refused: string } {
  if (!isRecord(data) || data['format'] !== collectedFormat)
    return { refused: 'This is not a file of what was collected. Nothing was changed.' };
  if (typeof data['version'] === 'number' && data['version'] > version) {
    return {
      refused: `This file comes from a newer Who Says? (version ${data['version']}; this one reads up to ${version}). Nothing was changed. Load this page again, then try once more.`,
    };
  }
  const written = data['version'];
  if (written !== version && written !== 1)
    return {
      refused:
        'This file does not say which version it is. Nothing was changed. Save it again where it comes from.',
    };
  const faults: string[] = [];
  const parts = <Part>(
    field: string,
    name: string,
    read: (part: unknown) => Part | string,
    cure = 'Save it again where it comes from.',
  ): Part[] => {
    const all = data[field];
    if (!Array.isArray(all)) {
      faults.push(`This file is damaged: it has no list “${field}”. The rest of it was read. ${cure}`);
      return [];
    }
    return all.flatMap((part: unknown, index) => {
      const found = read(part);
      if (typeof found !== 'string') return [found];
      faults.push(`${name} ${index + 1} in this file ${found}. It was left out; the rest was read. ${cure}`);
      return [];
    });
  };
  return {
    collected: parts(
      'collected',
      'Submission',
      (part): Collected | string => {
        const { submission, receivedAt, checksum, apart } = isRecord(part) ? part : {};
        const found = readSubmission(submission);
        if ('fault' in found) return found.fault;
        if (written > 1 && checksum !== checksumOf(found.submission)) {
          const { who, at } = found.submission;
          const whose = [...(who === undefined ? [] : [`“${who}”`]), at.slice(0, 10)].join(', ');
          return `(${whose}) does not fit its checksum: it was changed or damaged after it was saved`;
        }
        if (!isInstant(receivedAt)) return 'does not say when it came in';
        return { submission: found.submission, receivedAt, ...(typeof apart === 'boolean' ? { apart } : {}) };
      },
      'Bring in what the learner sent, or save this file again where it comes from.',
    ),
    assignments: parts('assignments', 'Assignment', (part) => {
      const found = readSaved(part);
      return 'fault' in found ? found.fault : found.saved;
    }),
    tallies: parts('tallies', 'Class record', (part) => {
      const found = readTallyRecord(part);
      return 'fault' in found ? found.fault : found.record;
    }),
    faults,
  };
}
