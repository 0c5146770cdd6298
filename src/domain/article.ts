import type { ClaimId } from './claim.ts';

/** Words in a line: plain text, or a term of the glossary. */
export type Words =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'term'; readonly term: string; readonly text: string };

/** A piece of a block: words that claim nothing on their own, or a claim. */
export type Part =
  Words | { readonly kind: 'claim'; readonly claim: ClaimId; readonly words: readonly Words[] };

/** The account that published a post. */
export interface Byline {
  readonly by: string;
  readonly handle: string;
  /** As readers see it: "20 November 2015". */
  readonly date: string;
}

/** A block of the article, in reading order; `id` is its place ("b1", "b2", …). */
export interface Block {
  readonly id: string;
  readonly kind: 'headline' | 'paragraph' | 'post' | 'related' | 'credit';
  readonly byline?: Byline | undefined;
  readonly parts: readonly Part[];
}

/** The text of a case. */
export type Article = readonly Block[];

/** The characters of `parts`, without their markup. */
export function plainText(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === 'claim' ? plainText(part.words) : part.text)).join('');
}

/** The ids of the claims of `article`, in reading order. */
export function claimIds(article: Article): ClaimId[] {
  return article.flatMap((block) =>
    block.parts.flatMap((part) => (part.kind === 'claim' ? [part.claim] : [])),
  );
}

/** `article` with the words of all claims but `claims` as plain text. */
export function only(article: Article, claims: readonly ClaimId[]): Article {
  return article.map((block) => ({
    ...block,
    parts: block.parts.flatMap((part): readonly Part[] =>
      part.kind === 'claim' && !claims.includes(part.claim) ? part.words : [part],
    ),
  }));
}

/** A claim in its place: its own text and the text of its block on either side. */
export interface Passage {
  readonly claim: ClaimId;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly kind: Block['kind'];
  readonly byline?: Byline | undefined;
}

/**
 * A claim with the whole block around it. The block, not the sentence: the words that attribute a quotation often
 * stand a sentence away from it.
 *
 * @throws {RangeError} when the article does not wrap `claim`.
 */
export function passage(article: Article, claim: ClaimId): Passage {
  for (const block of article) {
    const at = block.parts.findIndex((part) => part.kind === 'claim' && part.claim === claim);
    if (at === -1) continue;
    return {
      claim,
      before: plainText(block.parts.slice(0, at)),
      text: plainText(block.parts.slice(at, at + 1)),
      after: plainText(block.parts.slice(at + 1)),
      kind: block.kind,
      byline: block.byline,
    };
  }
  throw new RangeError(`The article has no claim "${claim}".`);
}
