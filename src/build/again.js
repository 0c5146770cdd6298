// @ts-check
// What wakes the page did not come. A script is asked for again; of a module, which most browsers do not ask for again, and
// of a script from the second time on, the note says so that stands before this.
(() => {
  const note = /** @type {HTMLElement} */ (document.currentScript?.previousElementSibling);
  let failed = 0;
  addEventListener('astro:hydration-error', () => (note.hidden = false));
  addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement)) return;
      note.hidden = failed++ === 0;
      const again = document.createElement('script');
      again.src = target.src;
      again.onload = () => (note.hidden = true);
      setTimeout(() => target.replaceWith(again), 4000);
    },
    true,
  );
})();
