/** Checks the content folder and shows what an author wants to know of each case: `npm run check`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { labels, labelWords } from '#domain/label.ts';
import { readContent, type KnownTypes } from './content.ts';
import { readFolder } from './files.ts';
import { ContentError } from './problem.ts';
import { gradeLevel, runningText } from './readability.ts';

/** The exercise types, read from their folders: bare Node has no glob imports. */
async function exerciseTypes(): Promise<KnownTypes> {
  const folder = join(import.meta.dirname, '..', 'exercises');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return Object.fromEntries(
    await Promise.all(
      names.map(async ({ name }) => {
        const [rules, { type }] = await Promise.all([
          import(join(folder, name, 'schema.ts')),
          import(join(folder, name, 'exercise.ts')),
        ]);
        return [name, { rules, type }] as const;
      }),
    ),
  );
}

try {
  const { cases, exercises, glossary } = readContent(readFolder('content'), await exerciseTypes());
  for (const each of cases) {
    const [standard, plain] = [each.article, each.plain].map((text) => gradeLevel(runningText(text)));
    const counts = labels.map((label) => {
      const ofLabel = each.claims.filter((claim) => claim.label === label);
      return `${ofLabel.filter((claim) => claim.scored).length} of ${ofLabel.length} ${labelWords[label].name.toLowerCase()}`;
    });
    console.log(`${each.slug}: ${each.claims.length} claims (scored: ${counts.join(', ')}), ${each.dossier.length} dossier cards`);
    console.log(`  reading age about ${(standard! + 5).toFixed(1)}; plain version ${(plain! + 5).toFixed(1)} (Flesch–Kincaid grade + 5)`);
  }
  console.log(`${exercises.length} exercises, ${glossary.length} glossary terms. The content is sound.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
