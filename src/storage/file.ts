import { attemptFault } from './attempt-fault.ts';
import { isRecord, type Attempt } from './attempt.ts';

/** The newest version of the file this program writes, and the newest it can read. 2: an attempt may name its assignment. */
const version = 2;

/** How far the clock of another device may run ahead of this one's, in milliseconds. */
const clockTolerance = 24 * 60 * 60 * 1000;

const saveAgain = 'Nothing was changed. On the device it comes from, choose “Save to a file” again.';

/** The text of a file that carries `attempts` to another device. */
export function writeFile(attempts: readonly Attempt[]): string {
  return `${JSON.stringify({ format: 'who-says', version, attempts }, null, 1)}\n`;
}

/** What a file held, or why it was refused, in a sentence for the person who chose it. */
export type FileContents = { readonly attempts: readonly Attempt[] } | { readonly refused: string };

/**
 * Reads a file written by {@link writeFile}, of this version or an older one. Never throws.
 *
 * @param now the time on this device: an attempt from the future would stay the latest one for ever
 */
export function readFile(text: string, now: Date): FileContents {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { refused: `This file is damaged or cut off: it cannot be read. ${saveAgain}` };
  }
  if (!isRecord(data) || data['format'] !== 'who-says') {
    return {
      refused:
        'This is not a file of Who Says? answers. Nothing was changed. Choose a file that “Save to a file” made.',
    };
  }
  if (typeof data['version'] !== 'number' || data['version'] < 1) {
    return { refused: `This file does not say which version it is. ${saveAgain}` };
  }
  if (data['version'] > version) {
    return {
      refused: `This file comes from a newer Who Says? (version ${data['version']}; this one reads up to ${version}). Nothing was changed. Open it on the newer site.`,
    };
  }
  const values = data['attempts'];
  if (!Array.isArray(values)) return { refused: `This file has no attempts in it. ${saveAgain}` };
  for (const [index, value] of values.entries()) {
    const fault = attemptFault(value);
    if (fault) return damaged(index, fault);
  }
  const attempts = values as Attempt[];
  const circle = circular(attempts);
  if (circle) return damaged(attempts.indexOf(circle), 'following what it revises leads back to it');
  const tooLate = attempts.findIndex(({ at }) => Date.parse(at) > now.getTime() + clockTolerance);
  if (tooLate !== -1) {
    return {
      refused: `This file is ahead of time at attempt ${tooLate + 1}: it is dated ${attempts[tooLate]!.at.slice(0, 10)}, which is still to come. Nothing was changed. Check the date on this device; if it is right, that of the other device was wrong, and this file cannot be used.`,
    };
  }
  return { attempts };
}

function damaged(index: number, fault: string): FileContents {
  return { refused: `This file is damaged at attempt ${index + 1}: ${fault}. ${saveAgain}` };
}

/** An attempt that, from one to the next that it revises, comes back to itself; undefined when there is none. */
function circular(attempts: readonly Attempt[]): Attempt | undefined {
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const ending = new Set<Attempt>();
  for (const start of byId.values()) {
    const passed = new Set<Attempt>();
    let here: Attempt | undefined = start;
    while (here && !ending.has(here)) {
      if (passed.has(here)) return here;
      passed.add(here);
      here = here.revises === undefined ? undefined : byId.get(here.revises);
    }
    for (const attempt of passed) ending.add(attempt);
  }
  return undefined;
}
