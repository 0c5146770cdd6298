import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Files } from './content.ts';
import { ContentError } from './problem.ts';

/**
 * The text files below `folder`, by their path there with forward slashes; dot-files are passed over.
 *
 * @throws ContentError when there is no such folder
 */
export function readFolder(folder: string): Files {
  if (!existsSync(folder))
    throw new ContentError([
      {
        file: folder,
        place: 'the folder of the content',
        found: 'no such folder',
        cure: 'Bring it back, or set CONTENT to the folder that holds cases, exercises and lessons.',
      },
    ]);
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile() && !/(^|[\\/])\./.test(relative(folder, path)))
      .sort()
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}
