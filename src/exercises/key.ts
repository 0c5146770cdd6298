import type { BaseSpec, Key } from './contract.ts';
import { href } from '#ui/href.ts';

const fetched = new Map<string, Promise<Key<BaseSpec>>>();

/**
 * The key of an exercise of this site, fetched once a page.
 *
 * @throws when it cannot be fetched; the next time it is tried anew
 */
export function fetchKey(exercise: string): Promise<Key<BaseSpec>> {
  const known = fetched.get(exercise);
  if (known) return known;
  const key = fetch(href(`/keys/${exercise}.json`)).then((response) => {
    if (!response.ok) throw new Error(`The key of ${exercise}: status ${response.status}.`);
    return response.json() as Promise<Key<BaseSpec>>;
  });
  key.catch(() => fetched.delete(exercise));
  fetched.set(exercise, key);
  return key;
}
