import { href } from '#ui/href.ts';
import type { BaseSpec, Key } from './contract.ts';

/** The key of an exercise of this site. @throws when it cannot be fetched within 15 seconds */
export async function fetchKey(exercise: string): Promise<Key<BaseSpec>> {
  const response = await fetch(href(`/keys/${exercise}.json`), { signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(response.statusText);
  return response.json() as Promise<Key<BaseSpec>>;
}
