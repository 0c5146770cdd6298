import { plainText, type Article, type Block } from '#domain/article.ts';
import type { ClaimId } from '#domain/claim.ts';
import { fontOf, linesOf, widthOf, type FontName } from '#ui/typeset.ts';

/** A line of the article on paper. */
export interface Line {
  /** Counted from 1, over the whole article: "line 14". */
  readonly number: number;
  readonly pieces: readonly Piece[];
}

/** Words of a line that belong together: to one claim, or to none. */
export interface Piece {
  readonly text: string;
  readonly claim?: {
    readonly id: ClaimId;
    /** Its place among the claims of the article, counted from 1. */
    readonly number: number;
    readonly begins: boolean;
    readonly ends: boolean;
  };
}

/** A block of the article in lines. */
export interface SetBlock extends Pick<Block, 'id' | 'kind' | 'byline'> {
  readonly lines: readonly Line[];
}

/** The width of the column in which the article is set, in points; beside it is room for notes, on A4 and on Letter. */
const column = 350;

/** How each kind of block is set: its font, its size in points, and how much wider than regular its weight runs. */
const settings: Readonly<Record<Block['kind'], { font: FontName; size: number; weight: number }>> = {
  headline: { font: 'source-serif-4', size: 18, weight: 1.06 },
  paragraph: { font: 'source-serif-4', size: 11, weight: 1 },
  post: { font: 'source-serif-4', size: 11.5, weight: 1 },
  related: { font: 'source-sans-3', size: 10.5, weight: 1.05 },
  credit: { font: 'source-sans-3', size: 9, weight: 1 },
};

/** The room that the number behind a claim takes, in points. */
const numberWidth = 15;

/**
 * Sets an article in lines, and numbers them. The build breaks the lines, by the widths of the letters, so that a line
 * has the same number on every paper and in every browser, and a key may name it.
 */
export function setInLines(article: Article): SetBlock[] {
  let line = 0;
  let claims = 0;
  return article.map(({ id, kind, byline, parts }) => {
    const { font: name, size, weight } = settings[kind];
    const font = fontOf(name);
    const wide = (words: string) => widthOf(font, words.replaceAll(mark, '')) * size * weight;
    // A sign behind each claim stands for its number while the lines are broken.
    const marked = parts.map((part) => plainText([part]) + (part.kind === 'claim' ? mark : '')).join('');
    const broken = linesOf(
      marked.trim(),
      column,
      (words) => wide(words) + (words.split(mark).length - 1) * numberWidth,
    ).map((text) => text.replaceAll(mark, ''));

    const claimAt = parts.flatMap((part) => {
      const claim = part.kind === 'claim' ? { id: part.claim, number: ++claims } : undefined;
      return [...plainText([part])].map(() => claim);
    });
    let at = plainText(parts).length - plainText(parts).trimStart().length;
    const lines = broken.map((text): Line => {
      const pieces = piecesOf(text, at, claimAt);
      at += [...text].length + 1;
      return { number: ++line, pieces };
    });
    return { id, kind, byline, lines };
  });
}

/** A character that no text has. */
const mark = '\uE000';

type Claimed = { readonly id: ClaimId; readonly number: number } | undefined;

/** Cuts the text of a line, which begins at `from`, where a claim begins or ends. */
function piecesOf(text: string, from: number, claimAt: readonly Claimed[]): Piece[] {
  const letters = [...text];
  const pieces: Piece[] = [];
  for (let start = 0; start < letters.length;) {
    const claim = claimAt[from + start];
    let end = start;
    while (end < letters.length && claimAt[from + end] === claim) end += 1;
    pieces.push({
      text: letters.slice(start, end).join(''),
      ...(claim && {
        claim: {
          ...claim,
          begins: claimAt[from + start - 1] !== claim,
          ends: claimAt[from + end] !== claim,
        },
      }),
    });
    start = end;
  }
  return pieces;
}

/** The line on which each claim of the article begins. */
export function linesOfClaims(article: Article): ReadonlyMap<ClaimId, number> {
  return new Map(
    setInLines(article).flatMap(({ lines }) =>
      lines.flatMap(({ number, pieces }) =>
        pieces.flatMap(({ claim }) => (claim?.begins ? [[claim.id, number] as const] : [])),
      ),
    ),
  );
}
