import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * A way to a database of this device, opened when it is first asked for and again after it had to be let go.
 *
 * @param make lays out the database where there is none yet
 * @returns what gives the open database, or throws whatever the browser throws where IndexedDB is refused
 */
export function connection<Schema extends DBSchema>(
  name: string,
  make: (created: IDBPDatabase<Schema>) => void,
): () => Promise<IDBPDatabase<Schema>> {
  // The promise, not the database: two askers at once share one connection, so that letting go closes them all.
  let db: Promise<IDBPDatabase<Schema>> | undefined;
  const letGo = () => {
    db?.then(
      (opened) => opened.close(),
      () => undefined,
    );
    db = undefined;
  };
  return () =>
    (db ??= openDB<Schema>(name, 1, {
      upgrade: make,
      // A newer page in another tab wants to upgrade: let go, and open again when next asked.
      blocking: letGo,
      terminated: letGo,
    }).catch((error: unknown) => {
      db = undefined;
      throw error;
    }));
}
