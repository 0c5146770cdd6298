import { href } from '#ui/href.ts';
import type { BaseSpec, Key } from './contract.ts';

/**
 * The key of an exercise of this site; without a connection the one that the browser still has.
 *
 * @throws when there is none within 15 seconds
 */
export async function fetchKey(exercise: string): Promise<Key<BaseSpec>> {
  const get = (cache: RequestCache) =>
    fetch(href(`/keys/${exercise}.json`), { cache, signal: AbortSignal.timeout(15_000) });
  const response = await get('default').catch(() => get('force-cache'));
  if (!response.ok) throw new Error(response.statusText);
  return response.json() as Promise<Key<BaseSpec>>;
}
