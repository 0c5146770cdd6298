/** What stands behind the `#` of the page's address, decoded where it can be. Never throws. */
export function fragment(): string {
  const hash = location.hash.slice(1);
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
