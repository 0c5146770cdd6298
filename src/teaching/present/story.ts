import { claimIds, type Article } from '#domain/article.ts';
import type { ClaimId, ClaimKey, Source } from '#domain/claim.ts';
import { shareOf, type Votes } from '#domain/votes.ts';
import type { BaseSpec, Key, Material } from '#exercises/contract.ts';
import { fetchKey } from '#exercises/key.ts';
import { fetchMaterial } from '#exercises/material.ts';
import { isToDiscuss } from '../to-discuss.ts';

/** A case that can be put to the class, as the page lists it. */
export interface Listing {
  /** The slug of the case. */
  readonly case: string;
  readonly title: string;
  readonly topic: string;
  readonly contentNote: string;
  readonly conclusion: string;
  /** The address of its page to read; undefined where there is none. */
  readonly read?: string | undefined;
  /** The exercises whose keys together hold the claims that can be asked about. */
  readonly exercises: readonly string[];
  /** Claims that an exercise of the course asks about. */
  readonly sets: readonly ClaimSet[];
  /** Whether it is also the story of one of the before-and-after tests. */
  readonly tested: boolean;
}

/** The claims of one exercise. */
export interface ClaimSet {
  /** The exercise's id. */
  readonly id: string;
  readonly title: string;
  readonly claims: readonly ClaimId[];
  /** Whether it offers "no source shown". */
  readonly four: boolean;
}

/** A case with all that the class is shown of it. */
export interface Story {
  readonly article: Article;
  readonly sources: readonly Source[];
  /** The key of every claim that can be asked about, in the article's order; `scored` is false for those to discuss. */
  readonly claims: readonly ClaimKey[];
}

/** A case from its material and the keys of its exercises. */
export function storyOf({ article, sources }: Material, keys: readonly Key<BaseSpec>[]): Story {
  const known = new Map<ClaimId, ClaimKey>();
  for (const { spec, claims } of keys) {
    for (const claim of claims)
      known.set(claim.id, isToDiscuss(spec, claim) ? { ...claim, scored: false } : claim);
  }
  return { article, sources, claims: claimIds(article).flatMap((id) => known.get(id) ?? []) };
}

/** All of a case at once, so that nothing more has to be fetched. @throws when any of it cannot be fetched */
export async function fetchStory(listing: Listing): Promise<Story> {
  const [material, ...keys] = await Promise.all([
    fetchMaterial(listing.case),
    ...listing.exercises.map(fetchKey),
  ]);
  return storyOf(material, keys);
}

/**
 * Whether a claim can be put to the class with these answers: with three, one whose answer is "no source shown" cannot,
 * unless it is one to discuss, which has no right answer.
 */
export function fits(claim: ClaimKey, four: boolean): boolean {
  return four || !claim.scored || claim.label !== 'no-source-shown';
}

/** The wrong answer that most hands chose, if one did, with the reason why it tempts and fails. */
export function tempting(
  { label, whyNot }: ClaimKey,
  ...votes: readonly Votes[]
): { readonly label: ClaimKey['label']; readonly why: string } | undefined {
  for (const vote of votes) {
    const [most] = (Object.keys(vote) as ClaimKey['label'][])
      .filter((each) => each !== label && shareOf(vote, each) > 0 && whyNot[each] !== undefined)
      .sort((a, b) => shareOf(vote, b) - shareOf(vote, a));
    if (most) return { label: most, why: whyNot[most]! };
  }
  return undefined;
}
