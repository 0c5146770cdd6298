import { isAnswer, isRecord, type Attempt } from './attempt.ts';

/** The newest version of the file this program writes, and the newest it can read. */
const version = 1;

/** The text of a file that carries `attempts` to another device. */
export function writeFile(attempts: readonly Attempt[]): string {
  return `${JSON.stringify({ format: 'who-says', version, attempts }, null, 1)}\n`;
}

/** What a file held, or why it was refused, in a sentence for the person who chose it. */
export type FileContents = { readonly attempts: readonly Attempt[] } | { readonly refused: string };

/** Reads a file written by {@link writeFile}, of this version or an older one. Never throws. */
export function readFile(text: string): FileContents {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {
      refused:
        'This file is damaged or cut off: it cannot be read. Nothing was changed. Try exporting it again.',
    };
  }
  if (!isRecord(data) || data['format'] !== 'who-says') {
    return {
      refused:
        'This is not a file of Who Says? answers. Nothing was changed. Choose a file that “Save to a file” made.',
    };
  }
  if (typeof data['version'] !== 'number' || data['version'] < 1) {
    return {
      refused: 'This file does not say which version it is. Nothing was changed. Try exporting it again.',
    };
  }
  if (data['version'] > version) {
    return {
      refused: `This file comes from a newer Who Says? (version ${data['version']}; this one reads up to ${version}). Nothing was changed. Open it on the newer site.`,
    };
  }
  const attempts = data['attempts'];
  if (!Array.isArray(attempts)) {
    return { refused: 'This file has no attempts in it. Nothing was changed. Try exporting it again.' };
  }
  for (const [index, attempt] of attempts.entries()) {
    const fault = attemptFault(attempt);
    if (fault) {
      return {
        refused: `This file is damaged at attempt ${index + 1}: ${fault}. Nothing was changed. Try exporting it again.`,
      };
    }
  }
  return { attempts: attempts as Attempt[] };
}

/** What is wrong with `value` as an attempt, in words that fit "attempt 3: …"; undefined when nothing is. */
function attemptFault(value: unknown): string | undefined {
  if (!isRecord(value)) return 'it is not an attempt';
  const { id, exercise, answer, at, revises } = value;
  if (typeof id !== 'string' || !/^[\w-]{8,64}$/.test(id)) return 'its id is missing or malformed';
  if (typeof exercise !== 'string' || !/^[a-z0-9-]{1,100}$/.test(exercise))
    return 'it does not name an exercise';
  if (!isAnswer(answer)) return 'its answer is damaged';
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return 'its date is damaged';
  if (revises !== undefined && typeof revises !== 'string') return 'the attempt it revises is damaged';
  return undefined;
}
