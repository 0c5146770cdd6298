/** The name of the database that keeps the attempts. */
export const databaseName = 'who-says';

/**
 * Whether this device may keep attempts: false only when it surely keeps none. The log is then not even loaded: most
 * first visits end without handing anything in.
 */
export async function mayKeepAttempts(): Promise<boolean> {
  try {
    // Firefox before 126 cannot tell.
    const databases = (await indexedDB.databases?.()) as IDBDatabaseInfo[] | undefined;
    return databases?.some(({ name }) => name === databaseName) ?? true;
  } catch {
    return true;
  }
}
