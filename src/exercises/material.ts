import type { Article } from '#domain/article.ts';
import { href } from '#ui/href.ts';
import type { Material } from './contract.ts';

/** The material of a case, as this site has it. */
export interface CaseMaterial extends Material {
  /** The same claims in plainer words; absent where the case has none. */
  readonly plain?: Article;
}

const fetched = new Map<string, Promise<CaseMaterial>>();

/**
 * The material of a case of this site, fetched once a page.
 *
 * @throws when it cannot be fetched within 15 seconds; the next time it is tried anew
 */
export function fetchMaterial(slug: string): Promise<CaseMaterial> {
  const known = fetched.get(slug);
  if (known) return known;
  const address = href(`/material/${slug}.json`);
  const material = fetch(address, { signal: AbortSignal.timeout(15_000) }).then((response) => {
    if (!response.ok) throw new Error(`The material of ${slug}: status ${response.status}.`);
    return response.json() as Promise<CaseMaterial>;
  });
  material.catch(() => fetched.delete(slug));
  fetched.set(slug, material);
  return material;
}
