import type { ClaimKey } from '#domain/claim.ts';
import type { BaseSpec } from '#exercises/contract.ts';

/** Whether an exercise does not mark a claim but has it discussed: careful readers disagree, or its file says so. */
export function isToDiscuss(spec: BaseSpec, { id, scored }: Pick<ClaimKey, 'id' | 'scored'>): boolean {
  const { discuss = [] } = spec as { readonly discuss?: readonly string[] };
  return !scored || discuss.includes(id);
}
