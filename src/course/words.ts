import type { Source } from '#domain/claim.ts';
import type { Card, Case } from './content.ts';

/** What kind of source it is, as a reader is told. */
export const sourceKindWords: Readonly<Record<Source['kind'], string>> = {
  'named-official': 'a named official',
  institution: 'an institution',
  outlet: 'a news outlet',
  'unnamed-group': 'a group without names',
  person: 'a person',
  writer: 'nobody is named',
};

/** How a dossier card bears on a claim. */
export const stanceWords: Readonly<Record<Card['about'][number]['stance'], string>> = {
  supports: 'supports it',
  undercuts: 'speaks against it',
  context: 'gives context',
};

/** Whose voices a dossier holds, in the order of the tally. */
export const sideWords: Readonly<Record<Card['side'], string>> = {
  russia: 'Russian officials and state media',
  western: 'Officials of the US and its allies',
  'other-government': 'Other governments',
  news: 'News agencies, broadcasters and papers',
  monitor: 'Monitors and human-rights groups',
  research: 'Researchers and think tanks',
};

/** How an article came to be, in a word. */
export const kindWords: Readonly<Record<Case['kind'], string>> = {
  reconstructed: 'Reconstruction',
  documented: 'Documented case',
  invented: 'Invented case',
};

/** "about 1 minute", "about 5 minutes". */
export function minutesWords(minutes: number): string {
  return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
}
