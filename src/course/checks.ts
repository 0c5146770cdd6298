import { claimIds, plainText, type Article, type Block } from '#domain/article.ts';
import { independentlyChecked } from '#domain/check.ts';
import { writer, type ClaimId, type Source } from '#domain/claim.ts';
import { labels } from '#domain/label.ts';
import type { z } from 'astro/zod';
import type { ArticleFile } from './article.ts';
import type { Card, Term } from './content.ts';
import { numbersIn, sameNumbers } from './numbers.ts';
import { oneOf, type Problem } from './problem.ts';
import type { claimsSchema, readingsSchema } from './schemas.ts';
import type { YamlFile } from './yaml.ts';

type Keys = z.output<typeof claimsSchema>;
type Fault = Pick<Problem, 'place' | 'found' | 'cure'>;

/** Holds the key against the article: every claim keyed, every word of the key found where it says. */
export function checkClaims(
  file: string,
  keys: YamlFile<Keys>,
  article: Article,
  sources: readonly Source[],
  problems: Problem[],
): void {
  const wrapped = new Set(claimIds(article));
  for (const id of wrapped) {
    if (!keys.data[id]) {
      problems.push({
        file,
        place: id,
        found: 'nothing',
        cure: `Add an entry "${id}:"; the article wraps this claim.`,
      });
    }
  }
  for (const [id, key] of Object.entries(keys.data)) {
    const faults = wrapped.has(id)
      ? [...keyFaults(key, sources), ...textFaults(key, textOf(article, id), around(article, id))]
      : [
          {
            place: '',
            found: 'a claim that the article does not wrap',
            cure: `Wrap its words in article.mdx: <Claim id="${id}">…</Claim>. Or take the entry out.`,
          },
        ];
    for (const { place, ...fault } of faults) {
      const path = place === '' ? [id] : [id, ...place.split(' › ')];
      problems.push({ file, line: keys.lineOf(path), place: path.join(' › '), ...fault });
    }
  }
}

/** What is wrong with a key in itself. */
function keyFaults(key: Keys[string], sources: readonly Source[]): Fault[] {
  const faults: Fault[] = [];
  // A case without its writer is one problem, of case.yaml.
  if (key.says !== writer && !sources.some((source) => source.id === key.says)) {
    faults.push({
      place: 'says',
      found: key.says,
      cure: oneOf(sources.map((source) => source.id)),
    });
  }
  if (key.whyNot[key.label]) {
    faults.push({
      place: `whyNot › ${key.label}`,
      found: 'a reason against the key’s own label',
      cure: 'Take it out.',
    });
  }
  if (key.scored) {
    for (const label of labels) {
      if (label === key.label || key.whyNot[label]) continue;
      faults.push({
        place: `whyNot › ${label}`,
        found: 'nothing',
        cure: 'Say why this label tempts and why it fails here.',
      });
    }
  } else if (!key.otherView) {
    faults.push({
      place: 'otherView',
      found: 'nothing',
      cure: 'A claim that is not scored shows both views: write the other one.',
    });
  }
  const countsEvent = Object.values(key.figures).includes('event');
  if (key.label === 'unverified-figure' && !countsEvent) {
    faults.push({
      place: 'figures',
      found: 'no figure about the event',
      cure: 'Give the figure the kind "event", or use another label.',
    });
  }
  if (key.label === 'unverified-figure' && key.check >= independentlyChecked) {
    faults.push({
      place: 'check',
      found: String(key.check),
      cure: 'A figure that others have checked is not unverified: change the rung or the label.',
    });
  }
  if (key.scored && key.label !== 'unverified-figure' && countsEvent && key.check < independentlyChecked) {
    faults.push({
      place: 'label',
      found: `${key.label}, with a figure about the event that nobody checked`,
      cure: 'Write unverified-figure; or change the figure’s kind, or the rung if the article shows a check.',
    });
  }
  return faults;
}

/** What is wrong with a key held against the claim's text and the block around it. */
function textFaults(key: Keys[string], text: string, block: string): Fault[] {
  const faults: Fault[] = [];
  const numbers = [...new Set(numbersIn(text))];
  for (const number of numbers) {
    if (number in key.figures) continue;
    faults.push({
      place: 'figures',
      found: `no entry for "${number}", which the text has`,
      cure: `Add "${number}": event, reference, period or mention.`,
    });
  }
  for (const figure of Object.keys(key.figures)) {
    if (numbers.includes(figure)) continue;
    faults.push({
      place: `figures › ${figure}`,
      found: 'a figure that the text does not have',
      cure: 'Write it as it stands in the text, or take it out.',
    });
  }
  if (key.cue !== undefined && !block.includes(key.cue)) {
    faults.push({
      place: 'cue',
      found: key.cue,
      cure: 'Copy the attributing words exactly as they stand in the claim’s paragraph.',
    });
  }
  for (const [place, word] of [
    ...key.hedges.map((word) => [`hedges › ${word}`, word] as const),
    ...Object.keys(key.loaded).map((word) => [`loaded › ${word}`, word] as const),
  ]) {
    if (text.includes(word)) continue;
    faults.push({ place, found: word, cure: 'Copy the word exactly as it stands in the claim.' });
  }
  return faults;
}

/**
 * Holds the plain version against the article: same blocks, same claims in each, same numbers in each claim and around
 * them.
 */
export function checkPlain(file: string, article: Article, plain: ArticleFile, problems: Problem[]): void {
  if (article.length !== plain.article.length) {
    problems.push({
      file,
      place: 'blocks',
      found: `${plain.article.length} blocks`,
      cure: `article.mdx has ${article.length}: keep headline, paragraphs, posts, related headlines and credit one to one, in the same order.`,
    });
    return;
  }
  // An id used twice is a problem of its own; which of the two a block should have, nobody can tell.
  const twice = new Set([...repeated(claimIds(article)), ...repeated(claimIds(plain.article))]);
  for (const [at, block] of article.entries()) {
    const other = plain.article[at]!;
    const line = plain.lineOf('block', other.id);
    const problem = (place: string, found: string, cure: string) =>
      problems.push({ file, line, place, found, cure });
    const compareNumbers = (place: string, ours: string, theirs: string) => {
      if (sameNumbers(ours, theirs)) return;
      const numbers = numbersIn(ours).join(', ');
      problem(
        place,
        numbersIn(theirs).join(', ') || 'no number',
        numbers
          ? `Write the numbers as article.mdx does: ${numbers}.`
          : 'Leave numbers out, as article.mdx does.',
      );
    };
    if (other.kind !== block.kind) {
      problem(`block ${at + 1}`, words[other.kind], `Write ${words[block.kind]} here, as article.mdx does.`);
    }
    const here = new Set(idsOf(other).filter((id) => !twice.has(id)));
    const wanted = idsOf(block).filter((id) => !twice.has(id));
    // Else the numbers of a claim that has lost its tags would be reported, too.
    if (wanted.every((id) => here.has(id)))
      compareNumbers(`block ${at + 1}, outside its claims`, outside(block), outside(other));
    for (const id of wanted) {
      if (!here.delete(id)) {
        problem(
          id,
          `block ${at + 1} without this claim`,
          `Wrap its plain words here: <Claim id="${id}">…</Claim>.`,
        );
      } else compareNumbers(id, textOf([block], id), textOf([other], id));
    }
    for (const id of here) {
      problem(
        id,
        `a claim that block ${at + 1} of article.mdx does not have`,
        'Move it to its own block, or take its tags off.',
      );
    }
  }
}

const words: Readonly<Record<Block['kind'], string>> = {
  headline: 'a headline',
  paragraph: 'a paragraph',
  post: 'a post',
  related: 'a related headline',
  credit: 'a credit',
};

function repeated(ids: readonly ClaimId[]): ClaimId[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** Holds the dossier against the article, and against itself. */
export function checkDossier(
  file: string,
  cards: YamlFile<Card[]>,
  article: Article,
  problems: Problem[],
): void {
  const wrapped = new Set(claimIds(article));
  const seen = new Set<string>();
  for (const [at, card] of cards.data.entries()) {
    const problem = (path: (string | number)[], found: string, cure: string) =>
      problems.push({
        file,
        line: cards.lineOf([at, ...path]),
        place: [card.id, ...path.filter((step) => typeof step === 'string')].join(' › '),
        found,
        cure,
      });
    if (seen.has(card.id)) problem(['id'], 'an id used twice', 'Give one of the two cards another id.');
    seen.add(card.id);
    if (card.grade === 'B' && !card.caveat)
      problem(['caveat'], 'nothing', 'A card of grade B says what to know before relying on it.');
    for (const [index, { claim }] of card.about.entries()) {
      if (!wrapped.has(claim))
        problem(['about', index, 'claim'], claim, 'Write the id of a claim in article.mdx.');
    }
  }
}

/** Holds the readings against the article, and against each other: each reader has read every claim they speak of. */
export function checkReadings(
  file: string,
  readings: YamlFile<z.output<typeof readingsSchema>>,
  article: Article,
  problems: Problem[],
): void {
  const wrapped = new Set(claimIds(article));
  const counts = Object.values(readings.data).map(({ length }) => length);
  // As many readers as most claims have: one label too few or too many shows where it is.
  const readers = counts.sort((a, b) => a - b)[counts.length >> 1];
  for (const [claim, { length }] of Object.entries(readings.data)) {
    const problem = (found: string, cure: string) =>
      problems.push({ file, line: readings.lineOf([claim]), place: claim, found, cure });
    if (!wrapped.has(claim))
      problem(
        'a reading of a claim that is not there',
        'Write the id of a claim in article.mdx, or take it out.',
      );
    else if (length !== readers)
      problem(
        `${length} labels, where other claims have ${readers}`,
        'Write one label for each reader, in the same order of readers everywhere.',
      );
  }
}

/** Every `<Term>` stands in the glossary. */
export function checkTerms(
  file: string,
  { article, lineOf }: ArticleFile,
  glossary: readonly Term[],
  problems: Problem[],
): void {
  const known = new Set(glossary.map((term) => term.id));
  for (const block of article) {
    for (const words of block.parts.flatMap((part) => (part.kind === 'claim' ? part.words : [part]))) {
      if (words.kind !== 'term' || known.has(words.term)) continue;
      problems.push({
        file,
        line: lineOf('term', words.term),
        place: `<Term id="${words.term}">`,
        found: 'a term that glossary.yaml does not have',
        cure: 'Add it to glossary.yaml, or check its spelling.',
      });
    }
  }
}

function idsOf(block: Block): ClaimId[] {
  return claimIds([block]);
}

function textOf(article: Article, claim: ClaimId): string {
  return plainText(
    article.flatMap((block) => block.parts.filter((part) => part.kind === 'claim' && part.claim === claim)),
  );
}

/** The text of a block that is in no claim. */
function outside({ parts }: Block): string {
  return plainText(parts.filter(({ kind }) => kind !== 'claim'));
}

function around(article: Article, claim: ClaimId): string {
  const block = article.find((candidate) => idsOf(candidate).includes(claim));
  return block ? plainText(block.parts) : '';
}
