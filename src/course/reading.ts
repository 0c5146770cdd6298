/**
 * The reading page's only script: remembers which layers and which version are on, keeps the reader's place when
 * they change, and opens a claim's reports when its words are clicked. Everything else is HTML and CSS.
 */
const key = 'who-says:reading';
const form = document.querySelector<HTMLFormElement>('form.aids')!;
const controls = [...form.querySelectorAll('input')];

try {
  const on = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown;
  if (Array.isArray(on))
    for (const control of controls)
      control.checked =
        on.includes(control.id) || (control.id === 'text-standard' && !on.includes('text-plain'));
} catch {
  // Denied or damaged: the page opens as it stands.
}

/** The block at the top of what can be read, below the aids, and how far down it begins: what must not move. */
let place: { block: Element; top: number } | undefined;
function remember(): void {
  const top = form.getBoundingClientRect().bottom;
  const block = [...document.querySelectorAll('.block')].find(
    (each) => each.getBoundingClientRect().bottom > top,
  );
  place = block && { block, top: block.getBoundingClientRect().top };
}
addEventListener('scroll', remember, { passive: true });
addEventListener('resize', remember);

form.addEventListener('change', () => {
  if (place && scrollY > 0) scrollBy({ top: place.block.getBoundingClientRect().top - place.top });
  remember();
  try {
    localStorage.setItem(
      key,
      JSON.stringify(controls.filter((control) => control.checked).map((control) => control.id)),
    );
  } catch {
    // Not kept: the next page opens as it stands.
  }
});

document.querySelector('article')!.addEventListener('click', (event) => {
  const claim = (event.target as Element).closest<HTMLElement>('.claim')?.dataset['claim'];
  const cards = claim && document.querySelector<HTMLDetailsElement>(`[data-note="${claim}"] details`);
  if (cards) cards.open = !cards.open;
});

export {};
