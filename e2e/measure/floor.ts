import { passage, type Article } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import { labels, labelWords } from '#domain/label.ts';

/**
 * A plain HTML page with the content of an exercise and a script of about sixty lines: the floor that the real page is
 * measured against. It keeps answers, moves the progress and shows the reasons, and nothing else.
 */
export function floorPage(
  title: string,
  task: string,
  article: Article,
  claims: readonly Claim[],
  whole: boolean,
): string {
  const question = (claim: Claim, at: number) =>
    `<fieldset data-claim="${claim.id}"><legend>Claim ${at + 1}</legend>${labels
      .map(
        (label) =>
          `<label><input type="radio" name="label:${claim.id}" value="${label}"> ${labelWords[label].name}</label>`,
      )
      .join('')}<div class="reason" hidden></div></fieldset>`;
  const body = whole
    ? article
        .map((block) => {
          const asked = block.parts.flatMap((part) => (part.kind === 'claim' ? [part.claim] : []));
          const text = block.parts
            .map((part) =>
              part.kind === 'claim'
                ? `<u>${escape(part.words.map((word) => word.text).join(''))}</u>`
                : escape(part.text),
            )
            .join('');
          return `<p>${text}</p>${asked
            .map((id) =>
              question(
                claims.find((claim) => claim.id === id)!,
                claims.findIndex((claim) => claim.id === id),
              ),
            )
            .join('')}`;
        })
        .join('')
    : claims
        .map((claim, at) => {
          const { before, text, after } = passage(article, claim.id);
          return `<p>${escape(before)}<mark>${escape(text)}</mark>${escape(after)}</p>${question(claim, at)}`;
        })
        .join('');
  const key = JSON.stringify(
    Object.fromEntries(
      claims.map(({ id, label, why, whyNot, otherView }) => [id, { label, why, whyNot, otherView }]),
    ),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${style}</style></head><body><main><h1>${escape(title)}</h1><p>${escape(task)}</p><form><p><progress max="${claims.length}" value="0"></progress> <span data-done>0</span> of ${claims.length}</p>${body}<button>Hand in</button><p class="score"></p></form></main><script type="application/json" id="key">${key.replaceAll('<', '\\u003c')}</script><script>${script}</script></body></html>`;
}

const style = `body{font:18px/1.6 Georgia,serif;margin:0}main{max-width:40rem;margin:auto;padding:1rem}fieldset,form>p:first-child{font-family:system-ui,sans-serif}h1,legend{font-weight:600}fieldset{border:1px solid #ccc;margin:0 0 1rem}label{display:inline-block;padding:.5rem}mark{background:#f7ecd0}.reason{background:#eee;padding:.5rem}`;

const script = `
const form = document.querySelector('form');
const progress = form.querySelector('progress');
const done = form.querySelector('[data-done]');
const score = form.querySelector('.score');
const groups = [...form.querySelectorAll('fieldset')];
const store = 'floor:' + document.title;

function answers() {
  const given = {};
  for (const [name, value] of new FormData(form)) {
    given[name.slice(6)] = value;
  }
  return given;
}

function show(given) {
  const count = Object.keys(given).length;
  progress.value = count;
  done.textContent = count;
}

function keep(given) {
  try {
    localStorage.setItem(store, JSON.stringify(given));
  } catch {
    score.textContent = 'Your answers cannot be kept on this device.';
  }
}

function restore() {
  try {
    const given = JSON.parse(localStorage.getItem(store) || '{}');
    for (const group of groups) {
      const label = given[group.dataset.claim];
      const input = label && group.querySelector('[value="' + label + '"]');
      if (input) input.checked = true;
    }
  } catch {}
  show(answers());
}

form.addEventListener('change', () => {
  const given = answers();
  show(given);
  keep(given);
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const key = JSON.parse(document.getElementById('key').textContent);
  const given = answers();
  let right = 0;
  for (const group of groups) {
    const { label, why, whyNot } = key[group.dataset.claim];
    const mine = given[group.dataset.claim];
    const reason = group.querySelector('.reason');
    if (mine === label) right += 1;
    reason.textContent = label + '. ' + why + ' ' + (mine && mine !== label ? whyNot[mine] || '' : '');
    reason.hidden = false;
  }
  score.textContent = right + ' of ' + Object.keys(given).length;
});

restore();
`;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
