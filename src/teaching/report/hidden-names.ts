const key = 'who-says:report:hide-names';

/** Whether names are hidden on this device: a report that was opened for a projector is not to show them after a reload. */
export function hidesNames(): boolean {
  try {
    return window.localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

/** Keeps whether names are hidden, where the device lets us. */
export function hideNames(hidden: boolean): void {
  try {
    if (hidden) window.localStorage.setItem(key, 'yes');
    else window.localStorage.removeItem(key);
  } catch {
    // Denied: it holds until the page is closed.
  }
}
