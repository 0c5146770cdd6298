/** Checks the content folder and shows what an author wants to know of each case: `npm run check`. */
import { labels, labelWords } from '#domain/label.ts';
import { readContent } from './content.ts';
import { exerciseTypes } from './exercise-types.ts';
import { readFolder } from './files.ts';
import { ContentError } from './problem.ts';
import { gradeLevel, runningText } from './readability.ts';

try {
  const { cases, exercises, glossary } = readContent(readFolder('content'), await exerciseTypes());
  for (const each of cases) {
    const [standard, plain] = [each.article, each.plain].map((text) => gradeLevel(runningText(text)));
    const counts = labels.map((label) => {
      const ofLabel = each.claims.filter((claim) => claim.label === label);
      return `${ofLabel.filter((claim) => claim.scored).length} of ${ofLabel.length} ${labelWords[label].name.toLowerCase()}`;
    });
    console.log(
      `${each.slug}: ${each.claims.length} claims (scored: ${counts.join(', ')}), ${each.dossier.length} dossier cards`,
    );
    console.log(
      `  reading age about ${(standard! + 5).toFixed(1)}; plain version ${(plain! + 5).toFixed(1)} (Flesch–Kincaid grade + 5)`,
    );
  }
  console.log(`${exercises.length} exercises, ${glossary.length} glossary terms. The content is sound.`);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
