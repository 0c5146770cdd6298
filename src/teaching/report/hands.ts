import type { ClaimId } from '#domain/claim.ts';
import { handsOf, type Votes } from '#domain/votes.ts';
import type { TallyRecord } from '#storage/tallies.ts';
import { recordName } from '../record-name.ts';

/** Votes by hands on one claim: when they were counted, in words, and how many. */
export type NamedVotes = readonly [name: string, votes: Votes];

/**
 * The hands that were raised for each claim of a case, record by record: of two votes the second, where there was one.
 *
 * @param slug of the case
 */
export function handsOn(
  records: readonly TallyRecord[],
  slug: string,
): ReadonlyMap<ClaimId, readonly NamedVotes[]> {
  const hands = new Map<ClaimId, NamedVotes[]>();
  for (const record of records.filter((each) => each.case === slug))
    for (const { claim, first, second } of record.rounds) {
      const votes = handsOf(second) > 0 ? second : first;
      if (handsOf(votes) > 0)
        hands.set(claim, [...(hands.get(claim) ?? []), [recordName(record, records), votes]]);
    }
  return hands;
}
