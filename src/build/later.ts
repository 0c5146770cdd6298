/** The files that were asked for. */
const files: Record<string, Promise<unknown> | undefined> = {};

/**
 * In the place of Vite's helper for modules that are imported later: fetches the files first, and imports once they are
 * there. A module that could not be fetched, most browsers do not ask for again, however often it is imported; a file they do.
 *
 * @param load imports the module
 * @param names its file, and those it imports that the asking module has not, as this module would import them
 * @throws where one of them does not come; it may be tried again
 */
export async function later<Module>(load: () => Promise<Module>, names: readonly string[]): Promise<Module> {
  await Promise.all(names.map((name) => (files[name] ??= fetched(name))));
  return load();
}

/** Has the browser fetch a file, as it would fetch a module. */
function fetched(name: string): Promise<unknown> {
  return new Promise((onload, reject) => {
    const link = document.createElement('link');
    const onerror = () => {
      link.remove();
      files[name] = undefined;
      reject(new Error(name));
    };
    const href = import.meta.resolve(name);
    document.head.append(
      Object.assign(link, { rel: 'preload', as: 'script', crossOrigin: '', href, onload, onerror }),
    );
  });
}
