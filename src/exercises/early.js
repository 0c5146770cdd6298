// @ts-check
(() => {
  const flag = 'who-says:fonts';

  /** @type {WeakMap<HTMLFormElement, Set<string | undefined>>} The items of each form that are answered. */
  const answered = new WeakMap();

  /**
   * Moves the progress to the items that are answered.
   *
   * @param {HTMLFormElement} form
   * @param {Set<string | undefined>} items
   */
  function show(form, items) {
    answered.set(form, items);
    const progress = form.querySelector('progress');
    // The text itself, not another one in its place: the island knows it by then, and goes on writing into it.
    const count = form.querySelector('[data-done]')?.firstChild;
    if (progress) progress.value = items.size;
    if (count) count.nodeValue = String(items.size);
    // How many are left the island says.
    const toDo = items.size > 0 && form.querySelector('.hand-in p')?.firstChild;
    if (toDo) toDo.nodeValue = '';
  }

  /**
   * The items that the fields with these names answer.
   *
   * @param {HTMLFormElement} form
   * @param {string[]} names
   */
  function itemsOf(form, names) {
    return names.flatMap((name) => {
      const [question, item] = name.split(':');
      return question === form.dataset.main ? [item] : [];
    });
  }

  /**
   * Keeps what is answered, together with what was kept before.
   *
   * @param {HTMLFormElement} form
   * @param {string} [changed] the name of a field that has been set or emptied
   */
  function keep(form, changed) {
    if (!form.dataset.exercise || form.dataset.awake) return;
    const key = `who-says:draft:${form.dataset.exercise}`;
    /** @type {{ version?: number, answer?: object }} */
    let draft = {};
    try {
      draft = JSON.parse(localStorage.getItem(key) ?? '{}');
    } catch {
      // Denied or damaged: only what stands in the form counts.
    }
    if (draft?.version !== 1) draft = { version: 1 };
    const fields = [...new FormData(form)].filter(
      ([name, value]) => value !== '' && !form.querySelector(`[type=range][name="${name}"]:not([data-set])`),
    );
    const before = Object.entries(draft.answer ?? {}).filter(([name]) => name !== changed);
    const answer = Object.fromEntries([...before, ...fields]);
    show(form, new Set(itemsOf(form, Object.keys(answer))));
    if (fields.length === 0 && !changed) return;
    try {
      localStorage.setItem(key, JSON.stringify({ ...draft, answer }));
    } catch {
      // Denied or full: the answer still stands in the form, where the island will find it.
    }
  }

  // A slider and the box for its number have one name: what is set in one stands in the other.
  /** @param {HTMLInputElement} field */
  function pair(field) {
    for (const twin of field.form?.querySelectorAll(`input[name="${field.name}"]`) ?? []) {
      if (!(twin instanceof HTMLInputElement) || twin === field) continue;
      twin.value = field.value;
      if (field.value === '') delete twin.dataset.set;
      else twin.dataset.set = '';
    }
  }

  // A question that stands folded gets its fields when it is asked for: the same as the first one's, under its own names. Its
  // words are set anew, for a browser may have translated the first one's.
  addEventListener(
    'unfold',
    ({ target }) => {
      const place = /** @type {HTMLElement} */ (target);
      const fields = /** @type {HTMLFieldSetElement | null} */ (place.querySelector('[data-fields]'));
      if (fields?.childElementCount !== 0) return;
      /** @param {string} selector */
      const find = (selector) => /** @type {HTMLElement} */ (fields.form?.querySelector(selector));
      const { item } = place.dataset;
      fields.innerHTML = find('[data-fields]').innerHTML.replaceAll(
        `:${find('[data-item]').dataset.item}"`,
        `:${item}"`,
      );
      const words = /** @type {HTMLElement} */ (fields.querySelector('legend .visually-hidden'));
      words.textContent = find(`[data-words="${item}"]`).textContent;
      words.parentElement?.replaceChildren(`${place.getAttribute('aria-label')} is `, words);
    },
    true,
  );
  /** @param {Element} place */
  const unfold = (place) => place.dispatchEvent(new Event('unfold'));

  /**
   * Shows the question of the claim that a link or the address names, and no other. Once the page is awake it does so itself.
   *
   * @param {string} hash
   */
  const open = (hash) => {
    const place = document.getElementById(hash.slice(1));
    const form = place?.closest('form');
    if (!place?.matches('.ask') || !form || form.dataset.awake) return;
    unfold(place);
    for (const old of form.querySelectorAll('.current')) old.classList.remove('current');
    for (const now of [place, form.querySelector(`[href="${hash}"]`)]) now?.classList.add('current');
    place.append(form.querySelector('.walk') ?? '');
    return place;
  };
  const openAddressed = () => open(location.hash)?.scrollIntoView();
  addEventListener('hashchange', openAddressed);
  // The browser's own way would take the focus back, and the reader, when the scripts have come.
  addEventListener('click', (event) => {
    const { hash } = /** @type {Element} */ (event.target).closest('a') ?? {};
    if (!hash || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = open(hash);
    if (!place) return;
    event.preventDefault();
    place.querySelector('input')?.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
  });
  // Some browsers tell of printing only in the one way, some only in the other.
  const unfoldAll = () => document.querySelectorAll('[data-item]').forEach(unfold);
  addEventListener('beforeprint', unfoldAll);
  matchMedia('print').addEventListener('change', unfoldAll);

  addEventListener('change', (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const form = field.form;
    delete form?.dataset.wish;
    if (field.type === 'range') field.dataset.set = '';
    if (field.type === 'range' || field.type === 'number') pair(field);
    if (!form?.dataset.exercise || form.dataset.awake) return;
    // The progress moves in this frame; going through all fields, and writing to the device, takes longer.
    show(form, new Set([...(answered.get(form) ?? []), ...itemsOf(form, [field.name])]));
    setTimeout(keep, 0, form, field.name);
  });
  // Handing in has to wait for the island; whoever goes on answering in the meantime will hand in again. Enter in a field
  // is no handing in.
  addEventListener('submit', ({ target }) => {
    const form = /** @type {HTMLFormElement} */ (target);
    if (!document.activeElement?.matches('input')) form.dataset.wish = 'hand-in';
  });
  // What was chosen before this script came. What was kept in an earlier visit can wait: the device takes its time.
  for (const form of document.forms) if (form.querySelector('input:checked')) keep(form);
  // When all of it is there; the event for that would wait for the scripts as well.
  const whole = () => {
    openAddressed();
    for (const form of document.forms) keep(form);
    // What styles the page needs only now: had they been asked for as what they are, waking would have waited for them.
    document.querySelector('link[media]')?.removeAttribute('media');
  };
  document.addEventListener('readystatechange', whole, { once: true });

  // Only what comes first is laid out in the first frame, then one more in each: no frame is to hold a slow device up.
  const { documentElement: root } = document;
  const lay = () => {
    const next = document.querySelector('.items > li:not([data-laid]), .block:not([data-laid])');
    next?.toggleAttribute('data-laid', true);
    if (next || document.readyState === 'loading') requestAnimationFrame(lay);
    else delete root.dataset.laying;
  };
  // Not for whoever comes to a place further down, or back to where they were: the browser goes there once.
  const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  if (way?.type === 'navigate' && !location.hash) {
    root.dataset.laying = '';
    requestAnimationFrame(() => requestAnimationFrame(lay));
  }

  const setFonts = () => root.classList.add('fonts');
  // Before the first frame, but not before the page has been read that far: asking the device takes its time.
  requestAnimationFrame(() => {
    try {
      if (localStorage.getItem(flag)) setFonts();
    } catch {
      // Denied: they are fetched below.
    }
  });
  addEventListener('load', async () => {
    try {
      await document.fonts.load('1em "Source Serif 4", "Source Sans 3"');
    } catch {
      // They have not come: the page stays as it is, and the next one asks again.
      return;
    }
    if (scrollY === 0 && !document.querySelector('form input:checked')) setFonts();
    try {
      localStorage.setItem(flag, 'yes');
    } catch {
      // Denied: the next page fetches them again.
    }
  });

  // The questions are as they would be without it, and without the mark that the first frame waited for.
  document.currentScript?.remove();
  document.getElementById('first-question')?.removeAttribute('id');
})();
