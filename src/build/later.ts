/** The files that were asked for. */
const files: Record<string, Promise<unknown> | undefined> = {};

/**
 * In the place of Vite's helper for modules that are imported later: fetches the files first, and imports once they are
 * there, from the browser's cache. A module that could not be fetched, most browsers do not ask for again, however often it
 * is imported or announced by a link; a file that is merely fetched they do.
 *
 * @param load imports the module
 * @param names its file, and those it imports that the asking module has not, as this module would import them
 * @throws where one of them does not come; it may be tried again
 */
export async function later<Module>(load: () => Promise<Module>, names: readonly string[]): Promise<Module> {
  await Promise.all(names.map((name) => (files[name] ??= fetched(name))));
  return load();
}

/** Fetches a file, all of it. */
async function fetched(name: string): Promise<void> {
  try {
    const response = await fetch(import.meta.resolve(name));
    if (!response.ok) throw new Error(name);
    await response.blob();
  } catch (error) {
    files[name] = undefined;
    throw error;
  }
}
