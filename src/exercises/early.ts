/**
 * Registers answers given before the island wakes: keeps the draft and moves the progress. It stands in the page
 * itself, so it shares no module with the island; the shape of the draft is that of `src/storage/draft.ts`, and a
 * browser test holds the two together.
 */
function register(form: HTMLFormElement): void {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '');
  if (fields.length === 0) return;
  const key = `who-says:draft:${form.dataset['exercise']}`;
  const done = fields.filter(([name]) => name.startsWith('label:')).length;
  form.querySelector('progress')!.value = done;
  form.querySelector('[data-done]')!.textContent = String(done);
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as { version?: number; answer?: object };
    const draft = kept.version === 1 ? kept : { version: 1 };
    localStorage.setItem(
      key,
      JSON.stringify({ ...draft, answer: { ...draft.answer, ...Object.fromEntries(fields) } }),
    );
  } catch {
    // Denied or full: the answer still stands in the form, where the island will find it.
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-exercise]')) {
  register(form);
  form.addEventListener('change', () => {
    if (!form.dataset['awake']) register(form);
  });
}

export {};
