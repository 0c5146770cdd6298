/*
 * What an exercise's page does before its island wakes. It stands in the page itself, so it shares no module with the
 * island.
 */

/**
 * Registers answers: keeps the draft and moves the progress. The shape of the draft is that of `src/storage/draft.ts`;
 * a browser test holds the two together.
 */
function register(form: HTMLFormElement): void {
  const key = `who-says:draft:${form.dataset['exercise']}`;
  let draft: { version?: number; answer?: object } = {};
  try {
    draft = JSON.parse(localStorage.getItem(key) ?? '{}') as typeof draft;
  } catch {
    // Denied or damaged: only what stands in the form counts.
  }
  if (draft?.version !== 1) draft = { version: 1 };
  const fields = [...new FormData(form)].filter(([, value]) => value !== '');
  const answer = { ...draft.answer, ...Object.fromEntries(fields) };
  const done = Object.keys(answer).filter((name) => name.startsWith('label:')).length;
  form.querySelector('progress')!.value = done;
  form.querySelector('[data-done]')!.textContent = String(done);
  if (fields.length === 0) return;
  try {
    localStorage.setItem(key, JSON.stringify({ ...draft, answer }));
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

/**
 * The fonts, on a page that must not wait for them: set at once if they are on the device, else fetched when all else
 * is done, and set only if the learner has not begun. Nobody's text changes while they read it.
 */
const page = document.documentElement;
const flag = 'who-says:fonts';
const setFonts = () => page.classList.add('fonts');
try {
  if (localStorage.getItem(flag)) setFonts();
} catch {
  // Denied: they are fetched below, from the browser's cache if they are there.
}
addEventListener('load', async () => {
  await Promise.all([
    document.fonts.load('1em "Source Serif 4"'),
    document.fonts.load('1em "Source Sans 3"'),
  ]);
  if (scrollY === 0 && !document.querySelector('form input:checked')) setFonts();
  try {
    localStorage.setItem(flag, 'yes');
  } catch {
    // Denied: the next page fetches them again.
  }
});

export {};
