/** Checks the content folder and shows what an author wants to know of each case: `npm run check`. */
import { labels, labelWords } from '#domain/label.ts';
import { readContent } from './content.ts';
import { exerciseTypes } from './exercise-types.ts';
import { readFolder } from './files.ts';
import { ContentError } from './problem.ts';
import { apartMinutes, leastMinutes, partTimes } from './lesson-time.ts';
import { gradeLevel, runningText, wordsIn } from './readability.ts';

try {
  const content = readContent(readFolder(process.env['CONTENT'] ?? 'content'), await exerciseTypes());
  const { cases, exercises, glossary, lessons } = content;
  for (const each of cases) {
    const counts = labels.map((label) => {
      const ofLabel = each.claims.filter((claim) => claim.label === label);
      return `${ofLabel.filter((claim) => claim.scored).length} of ${ofLabel.length} ${labelWords[label].name.toLowerCase()}`;
    });
    console.log(
      `${each.slug}: ${each.claims.length} claims (scored: ${counts.join(', ')}), ${each.dossier.length} dossier cards`,
    );
    console.log(
      `  reading age about ${ageOf(runningText(each.article))}; plain version ${ageOf(runningText(each.plain))} (Flesch–Kincaid grade + 5)`,
    );
    const unread = each.claims.filter(({ id }) => !each.readings[id]).map(({ id }) => id);
    if (unread.length > 0) console.log(`  note: no blind readings yet of ${unread.join(', ')}`);
  }
  const times = partTimes(content);
  for (const lesson of lessons) {
    const least = leastMinutes(lesson, times);
    console.log(
      `${lesson.slug}: ${wordsIn(lesson.text).length} words, reading age about ${ageOf(lesson.text)}; ${least.toFixed(1)} minutes, and ${apartMinutes(lesson, times)} apart`,
    );
    if (least > lesson.minutes)
      console.log(`  note: it says ${lesson.minutes} minutes: raise minutes, cut, or set an exercise apart`);
  }
  console.log(
    `${lessons.length} lessons, ${exercises.length} exercises, ${glossary.length} glossary terms. The content is sound.`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The age at which a text is read with ease, to one decimal. */
function ageOf(text: string): string {
  return (gradeLevel(text) + 5).toFixed(1);
}
