/** The address of a page of this site, wherever the site is hosted. @param path from the site's root: "/cases/" */
export function href(path: `/${string}`): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
