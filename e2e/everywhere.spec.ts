import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { collectClass } from './collected.ts';
import { pack } from '#storage/parcel.ts';
import { splitSequence } from '#storage/qr-sequence.ts';
import { uuid } from '#storage/samples/attempts.ts';
import { submission } from '#storage/samples/submissions.ts';
import {
  assignmentLink,
  attempts,
  everyPage,
  handInAssignment,
  openAssigned,
  openAssignment,
  openClaim,
  openExercise,
  question,
  sort,
  statement,
  workByKeyboard,
} from './steps.ts';

const sorting = '/exercises/deir-ez-zor-sort/';
const marking = '/exercises/sleep-headband-mark/';
const reading = '/cases/deir-ez-zor-600/read/';
const tests = ['sleep-headband-test', 'bus-lane-test'];

/** Pages as they look in the middle of the work and after it. */
const states: [name: string, reach: (page: Page) => Promise<void>][] = [
  [
    'sorting, half done',
    async (page) => {
      await openExercise(page, sorting);
      await sort(page, 1, 'Opinion');
      await statement(page, 1).getByRole('radio', { name: 'Fairly' }).check();
    },
  ],
  [
    'sorting, handed in',
    async (page) => {
      await openExercise(page, sorting);
      for (let n = 1; n <= 10; n += 1) {
        if (!(await statement(page, n).isVisible()))
          await page.getByRole('button', { name: 'Next' }).filter({ visible: true }).click();
        await sort(page, n, n % 3 ? 'Sourced claim' : 'Opinion');
        await statement(page, n).getByRole('radio', { name: 'Very', exact: true }).check();
      }
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByText('What you took for what').click();
    },
  ],
  [
    'sorting, second look',
    async (page) => {
      await openExercise(page, sorting);
      await sort(page, 1, 'Sourced claim');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('button', { name: 'Revise once' }).click();
    },
  ],
  [
    'marking, half done',
    async (page) => {
      await openExercise(page, marking);
      for (const [at, label] of [
        'Sourced claim',
        'Unverified figure',
        'Opinion',
        'No source shown',
      ].entries()) {
        await openClaim(page, at + 1);
        await question(page, at + 1)
          .getByRole('radio', { name: label })
          .check();
      }
    },
  ],
  [
    'marking, handed in',
    async (page) => {
      await openExercise(page, marking);
      for (const n of [1, 2, 13]) {
        await openClaim(page, n);
        await question(page, n).getByRole('radio', { name: 'Opinion' }).check();
        await question(page, n).getByRole('combobox').selectOption('averill');
      }
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('checkbox', { name: 'Only where we differ' }).check();
      await openClaim(page, 1);
    },
  ],
  [
    'reading, every layer on',
    async (page) => {
      await page.goto(reading);
      await page.getByText('Reading aids').click();
      for (const layer of await page.getByRole('checkbox').all()) await layer.check();
      await page
        .getByText(/^\d+ reports? on this$/)
        .first()
        .click();
    },
  ],
  [
    'reading, plain',
    async (page) => {
      await page.goto(reading);
      await page.getByText('Reading aids').click();
      await page.getByRole('radio', { name: 'In plainer words' }).check();
    },
  ],
  [
    'a lesson, its exercises half done',
    async (page) => {
      await openExercise(page, '/lessons/05-words-that-lean/');
      for (const fields of await page.locator('fieldset[data-fields]').filter({ visible: true }).all()) {
        const options = fields.getByRole('radio').or(fields.getByRole('checkbox'));
        if ((await options.count()) > 0) await options.last().check();
      }
      for (const own of await page.getByRole('textbox').filter({ visible: true }).all())
        await own.fill('“said”');
    },
  ],
  [
    'a lesson, its exercises handed in',
    async (page) => {
      await openExercise(page, '/lessons/04-has-anyone-checked/');
      for (const form of await page.locator('form[data-exercise]').all())
        await workByKeyboard(page, (await form.getAttribute('data-exercise'))!);
      await expect(page.getByRole('button', { name: 'Hand in' })).toHaveCount(0);
    },
  ],
  [
    'a test, handed in',
    async (page) => {
      await openExercise(page, `/exercises/${tests[0]}/`);
      await sort(page, 1, 'Opinion');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('heading', { name: 'Handed in' }).waitFor();
    },
  ],
  [
    'before and after, two tests taken',
    async (page) => {
      for (const test of tests) {
        await openExercise(page, `/exercises/${test}/`);
        await sort(page, 1, 'Sourced claim');
        await statement(page, 1).getByRole('radio', { name: 'Very', exact: true }).check();
        await page.getByRole('button', { name: 'Hand in' }).click();
        await page.getByRole('heading', { name: 'Handed in' }).waitFor();
        // Said at once; kept a moment later.
        await expect.poll(async () => (await attempts(page)).map(({ exercise }) => exercise)).toContain(test);
      }
      await page.goto('/measure/');
      await page.getByRole('region', { name: 'The reasons' }).getByText('Before the lessons').click();
      await page.goto('/measure/#week');
    },
  ],
  [
    'an assignment, half made',
    async (page) => {
      await page.goto('/teach/assign/');
      await page.getByRole('button', { name: '45 minutes', exact: true }).click();
      await page.getByRole('button', { name: 'The whole article', exact: true }).click();
      await page.locator('summary', { hasText: 'A headband against exam stress?' }).click();
      await page.getByRole('radio', { name: 'Three' }).check();
      await page.getByText('Choose single claims').click();
      await page.getByRole('checkbox', { name: '600 Terrorists Dead' }).waitFor();
    },
  ],
  [
    'an assignment, saved with codes',
    async (page) => {
      await page.goto('/teach/assign/');
      await page.getByRole('button', { name: '15 minutes' }).click();
      await page.getByRole('radio', { name: 'A code' }).check();
      await page.getByRole('button', { name: 'Save and get the link' }).click();
      await page.getByRole('img', { name: 'QR code' }).waitFor();
      await page.getByRole('button', { name: 'Rename' }).click();
    },
  ],
  [
    'collecting, much come in and something refused',
    async (page) => {
      await page.goto('/teach/collect/');
      await page.getByLabel('Texts').fill(await inbox());
      await page.getByRole('button', { name: 'Add what is in it' }).click();
      await page.getByText('2 new submissions').waitFor();
      await page.getByText('Who has handed in').click();
      await page.getByText('An older one').click();
    },
  ],
  [
    'collecting, about to erase',
    async (page) => {
      await page.goto('/teach/collect/');
      await page.getByLabel('Texts').fill(await inbox());
      await page.getByRole('button', { name: 'Add what is in it' }).click();
      await page.getByRole('button', { name: 'Erase everything' }).click();
    },
  ],
  [
    'an assignment as a learner sees it, some of it gone',
    async (page) => {
      const steps = [
        { exercise: 'deir-ez-zor-first-six', claims: ['headline-toll', 'a-gone-claim'] },
        { exercise: 'a-gone-exercise' },
        { lesson: '02-three-drawers' },
      ];
      const message = 'Take your time.\nخذ وقتك.';
      await openAssignment(page, await assignmentLink(steps, { message, name: 'code', due: '2020-01-31' }));
      await page.getByText('One claim that your teacher chose').waitFor();
    },
  ],
  [
    'an assignment, an exercise of it handed in',
    async (page) => {
      await openAssignment(page, await assignmentLink([{ exercise: 'deir-ez-zor-first-six', sure: true }]));
      await openAssigned(page, 'Six claims');
      await sort(page, 1, 'Opinion');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('button', { name: /^Next/ }).waitFor();
    },
  ],
  [
    'an assignment, ready for the teacher',
    async (page) => {
      await openAssignment(
        page,
        await assignmentLink([{ exercise: 'three-drawers-say' }], { name: 'nickname' }),
      );
      await openAssigned(page, 'Answer a friend');
      await page.getByRole('textbox').fill('Who counted?');
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await handInAssignment(page, 'Fox');
      await page.locator('summary', { hasText: 'to scan' }).click();
      await page.getByRole('img', { name: /^Code/ }).waitFor();
    },
  ],
  [
    'a link of an assignment that does not open',
    async (page) => {
      await page.goto('/assignment/#WSA1.cut');
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'search, something found',
    async (page) => {
      await page.goto('/search/#q=hedge');
      await page.getByRole('main').getByRole('listitem').first().waitFor();
    },
  ],
  [
    'search, nothing found',
    async (page) => {
      await page.goto('/search/#q=xylophone');
      await page.getByRole('status').filter({ hasText: 'Nothing found' }).waitFor();
    },
  ],
  ['the whole class, hands up', (page) => withTheClass(page, 'Space 1 1 2 3')],
  ['the whole class, what changed', (page) => withTheClass(page, 'Space 1 2 Space Space 2 3 Space')],
  ['the whole class, the article', (page) => withTheClass(page, 'Space 1 2 Space Space 2 3 n 2 4 e')],
  [
    'the report on a class',
    async (page) => {
      await collectClass(page);
      await page.goto('/teach/report/#abc123def456');
      await page.getByRole('button', { name: 'Open all' }).click();
      await page.getByRole('button', { name: 'Ana', exact: true }).last().click();
      await page.getByRole('heading', { name: '6 of 6 as the key has them' }).waitFor();
    },
  ],
  [
    'my work, about to erase',
    async (page) => {
      await openExercise(page, '/gallery/');
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Hand in' }).first().click();
      await page.getByRole('heading', { name: 'as the key has' }).waitFor();
      await page.goto('/my-work/');
      await page.getByRole('button', { name: 'Erase everything' }).click();
    },
  ],
];

/** A learner's work, twice, and a piece of another's. */
async function inbox(): Promise<string> {
  const from = uuid(1);
  const all = [submission(1, { from, who: 'K7PM' }), submission(2, { from, at: '2026-11-23T08:00:00.000Z' })];
  const texts = await Promise.all(all.map((one) => pack('submission', one)));
  return [...texts, texts[0]!.slice(0, 40), splitSequence(texts[0]!.repeat(4))[1]].join('\n\n');
}

/** The whole-class mode after `keys`, from a story just chosen. */
async function withTheClass(page: Page, keys: string): Promise<void> {
  await page.goto('/teach/present/#deir-ez-zor-sort-four');
  await page.getByRole('button', { name: 'Start with the class' }).click();
  for (const key of keys.split(' ')) await page.keyboard.press(key);
}

/**
 * Of pages that are alike but for their words, the first: of the exercises one of each type, and one test; of the
 * shortened lessons one; of what is printed one booklet and one key of each kind.
 */
function sample(addresses: readonly string[]): string[] {
  const seen = new Set<string>();
  return addresses.filter((address) => {
    const [, folder, name, kind, id, key] = address.split('/');
    let alike = address;
    if (folder === 'exercises') alike = kindOf(name!);
    else if (folder === 'routes') alike = folder;
    else if (name === 'print' && id) alike = `${kind} ${key}`;
    return !seen.has(alike) && seen.add(alike);
  });
}

/** The type of an exercise, and whether it is a test. */
function kindOf(exercise: string): string {
  const spec = readFileSync(new URL(`../content/exercises/${exercise}.yaml`, import.meta.url), 'utf8');
  return [/^type: .*$/m, /^sealed: .*$/m].map((field) => field.exec(spec)?.[0]).join();
}

/** Every page, where it is the words that matter. */
const all = (addresses: readonly string[]) => addresses;

/**
 * Does `look` with the pages of the site and every state of {@link states}, each with nothing kept from before.
 *
 * @param choose which of all pages
 */
async function everywhere(
  page: Page,
  look: (name: string) => Promise<void>,
  choose: (addresses: readonly string[]) => readonly string[] = sample,
): Promise<void> {
  const addresses = choose(await everyPage(page));
  expect(addresses.length).toBeGreaterThan(30);
  const reaches: [string, (page: Page) => Promise<unknown>][] = [
    ...addresses.map((address): [string, (page: Page) => Promise<unknown>] => [
      address,
      (tab) => tab.goto(address),
    ]),
    ...states,
  ];
  for (const [name, reach] of reaches) {
    await reach(page);
    await look(name);
    await page.evaluate(async () => {
      localStorage.clear();
      sessionStorage.clear();
      for (const name of ['who-says', 'who-says-collected'])
        await new Promise((done) => {
          const erasing = indexedDB.deleteDatabase(name);
          erasing.onsuccess = erasing.onerror = done;
        });
    });
  }
}

/** Words with a contrast below 4.5 : 1, by the colours that the browser says it uses. Runs in the page. */
function faintText(): string[] {
  const parse = (colour: string) => colour.match(/[\d.]+/g)!.map(Number);
  const luminance = (colour: string) => {
    const [r, g, b] = parse(colour).map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const behind = (element: Element | null): string => {
    const colour = element ? getComputedStyle(element).backgroundColor : 'rgb(0, 0, 0)';
    return (parse(colour)[3] ?? 1) === 1 ? colour : behind(element!.parentElement);
  };
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => element.checkVisibility() && !element.closest('svg, :disabled'))
    .filter((element) =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      ),
    )
    .filter((element) => {
      const [a, b] = [luminance(getComputedStyle(element).color), luminance(behind(element))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
    })
    .map((element) => `faint ${element.outerHTML.slice(0, 120)}`);
}

test.describe.configure({ timeout: 180_000 });

test('no page asks another host, reports an error, or breaks its own security policy', async ({
  page,
  context,
}) => {
  const complaints: string[] = [];
  let name = '';
  const complain = (what: string) => complaints.push(`${name}: ${what}`);
  const origin = new URL(test.info().project.use.baseURL!).origin;
  context.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (!request.url().startsWith(`${origin}/`) && protocol !== 'blob:' && protocol !== 'data:')
      complain(`asks ${request.url()}`);
  });
  context.on('weberror', (error) => complain(String(error.error())));
  context.on('console', (message) => {
    const missing = message.text().includes('404') && message.location().url.endsWith('/no-such-page/');
    if (['error', 'warning'].includes(message.type()) && !missing) complain(message.text());
  });
  await context.exposeFunction('violation', complain);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { violation(what: string): void }).violation(
        `${event.violatedDirective} ${event.blockedURI}`,
      ),
    );
  });

  await everywhere(page, async (where) => {
    name = where;
    await page.waitForLoadState('networkidle');
    const policy = (await page
      .locator('meta[http-equiv="content-security-policy" i]')
      .getAttribute('content'))!;
    expect(policy, where).toContain("default-src 'self'");
    // The search is WebAssembly, and its page alone allows that.
    const search = new URL(page.url()).pathname === '/search/';
    expect(search ? policy.replace("'wasm-unsafe-eval'", '') : policy, where).not.toMatch(
      /unsafe-|\*|https?:/,
    );
    expect(
      await page.locator('[style], [onclick]').count(),
      `${where}: styles and handlers in the markup`,
    ).toBe(0);
  });
  expect(complaints).toEqual([]);

  // The listener hears: an inline script from outside the policy is stopped, and told.
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('script'), { text: 'window.got = 1' })),
  );
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => 'got' in window)).toBe(false);
});

for (const colours of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page in ${colours}, in the middle of the work and after it`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    const found: string[] = [];
    await everywhere(page, async (name) => {
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
      // In the dark only the rules about colours can find anything new.
      if (colours === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
      else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']);
      const { violations } = await axe.analyze();
      for (const { id, nodes } of violations) {
        found.push(
          `${name}: ${id} at ${nodes
            .map((node) => `${node.target} (${node.any[0]?.message ?? ''})`)
            .slice(0, 4)
            .join(' | ')}`,
        );
      }
    });
    expect(found).toEqual([]);
  });
}

// Axe cannot see forced colours: it reads -webkit-text-fill-color, which Chromium reports as it was before.
test('no words are faint in forced colours, on any page, in the middle of the work and after it', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' });
  const found: string[] = [];
  await everywhere(page, async (name) => {
    for (const faint of await page.evaluate(faintText)) found.push(`${name}: ${faint}`);
  });
  expect(found).toEqual([]);
});

for (const [title, width, fontSize] of [
  ['at 320 px', 320, ''],
  ['at 640 px with text at 200%', 640, '36px'],
] as const) {
  test(`nothing scrolls sideways and no words are cut off ${title}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 700 });
    const found: string[] = [];
    await everywhere(
      page,
      async (name) => {
        const wide = await page.evaluate((size) => {
          const root = document.documentElement;
          if (size) root.style.fontSize = size;
          if (root.scrollWidth <= root.clientWidth) return [];
          const [...all] = document.querySelectorAll<HTMLElement>('body *');
          const out = all.filter(
            (element) =>
              element.checkVisibility() && element.getBoundingClientRect().right > root.clientWidth + 1,
          );
          return [
            `${root.scrollWidth} px`,
            ...out.slice(-3).map((element) => element.outerHTML.slice(0, 120)),
          ];
        }, fontSize);
        if (wide.length > 0) found.push(`${name}: ${wide.join(' ')}`);
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('button, summary, label, legend, h1, h2, h3, p, td, th')]
            .filter((element) => element.checkVisibility() && !element.closest('.which, .visually-hidden'))
            .filter(
              (element) =>
                element.scrollWidth > element.clientWidth + 1 &&
                getComputedStyle(element).overflowX !== 'visible',
            )
            .map((element) => element.outerHTML.slice(0, 120)),
        );
        if (cut.length > 0) found.push(`${name}: cut off ${cut[0]}`);
      },
      all,
    );
    expect(found).toEqual([]);
  });
}

test('whoever asks for less motion gets none', async ({ page }) => {
  const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await page.goto(sorting);
  expect(await scrolling()).toBe('smooth');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await scrolling()).toBe('auto');
  for (const address of [sorting, marking, reading]) {
    await page.goto(address);
    await page
      .getByRole('radio', { includeHidden: true })
      .first()
      .evaluate((radio: HTMLInputElement) => radio.click());
    expect(await page.evaluate(() => document.getAnimations().length), address).toBe(0);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return (
            animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
          );
        }).length,
    );
    expect(moving, address).toBe(0);
  }
});

test.describe('on paper', () => {
  for (const [address, questions] of [
    [sorting, 28],
    [marking, 13],
  ] as const) {
    for (const width of [1280, 360]) {
      test(`${address} shows every question and nothing that only a screen can use, printed from ${width} px`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 740 });
        await openExercise(page, address);
        await page.emulateMedia({ media: 'print' });
        const groups = page
          .getByRole('group')
          .filter({ has: page.getByRole('radio') })
          .and(page.locator('fieldset'));
        await expect(groups).toHaveCount(questions);
        for (const group of await groups.all()) await expect(group).toBeVisible();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('button')).toHaveCount(0);
        await expect(page.getByRole('navigation')).toHaveCount(0);
        await expect(page.getByRole('contentinfo')).toHaveCount(0);
        await expect(page.getByRole('progressbar')).toHaveCount(0);
        await expect(page.locator('.screen-only').filter({ visible: true })).toHaveCount(0);
        const pdf = await page.pdf({ format: 'A4' });
        expect(pdf.length).toBeGreaterThan(10_000);
      });
    }
  }

  test('the reading page prints as the article, with its layers as they are set', async ({ page }) => {
    await page.goto(reading);
    await page.getByText('Reading aids').click();
    await page.getByRole('checkbox', { name: 'Who says it' }).check();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('complementary').first()).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(page.locator('.screen-only').filter({ visible: true })).toHaveCount(0);
  });
});
