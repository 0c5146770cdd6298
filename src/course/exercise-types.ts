import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownTypes } from './content.ts';

/** The exercise types, read from their folders: for bare Node, which has no glob imports as the registry uses. */
export async function exerciseTypes(): Promise<KnownTypes> {
  const folder = join(import.meta.dirname, '..', 'exercises');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(
    await Promise.all(
      names.map(async ({ name }) => {
        const [rules, type] = await Promise.all([
          import(join(folder, name, 'schema.ts')),
          import(join(folder, name, 'exercise.ts')),
        ]);
        return [name, { rules, type }] as const;
      }),
    ),
  );
}
