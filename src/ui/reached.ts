/**
 * Asked before a module is: one that could not be fetched, most browsers do not ask for again, however often it is imported.
 * Outside a browser there is nothing to be reached.
 *
 * @throws where the site does not answer
 */
export async function reached(): Promise<void> {
  if (typeof document === 'undefined') return;
  const { ok, statusText } = await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' });
  if (!ok) throw new Error(statusText);
}
