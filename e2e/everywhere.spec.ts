import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { marking, reading, sorting, states } from './states.ts';
import { everyPage, openExercise } from './steps.ts';

/** A way of looking at a page that has been reached: how it is shown, and what is wrong with it then. */
interface View {
  readonly name: string;
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  readonly width: number;
  /** The size of the reader's text, where it is not the usual. */
  readonly fontSize?: string;
  readonly faults: (page: Page) => Promise<string[]>;
}

/** Where it is the words that matter: pages that are alike but for their words are all looked at. */
const widths: readonly View[] = [
  { name: 'at 320 px', media: { colorScheme: 'light' }, width: 320, faults: misfits },
  {
    name: 'at 640 px with text at 200%',
    media: { colorScheme: 'light' },
    width: 640,
    fontSize: '36px',
    faults: misfits,
  },
];

const views: readonly View[] = [
  {
    name: 'in light',
    media: { colorScheme: 'light' },
    width: 1280,
    faults: (page) => axeFaults(new AxeBuilder({ page })),
  },
  {
    // In the dark only the rules about colours can find anything new.
    name: 'in dark',
    media: { colorScheme: 'dark' },
    width: 1280,
    faults: (page) => axeFaults(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block'])),
  },
  {
    // Axe cannot see these: it reads -webkit-text-fill-color, which Chromium reports as it was before.
    name: 'in forced colours',
    media: { colorScheme: 'dark', forcedColors: 'active' },
    width: 1280,
    faults: (page) => page.evaluate(faintText),
  },
  ...widths,
];

async function axeFaults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id} at ${nodes
        .map((node) => `${node.target} (${node.any[0]?.message ?? ''})`)
        .slice(0, 4)
        .join(' | ')}`,
  );
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

/** What makes the page scroll sideways, and words that are cut off. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const out = [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (element) =>
          element.checkVisibility() && element.getBoundingClientRect().right > root.clientWidth + 1,
      );
      faults.push(
        `${root.scrollWidth} px wide: ${out
          .slice(-3)
          .map((element) => element.outerHTML.slice(0, 120))
          .join(' ')}`,
      );
    }
    const cut = [
      ...document.querySelectorAll<HTMLElement>('button, summary, label, legend, h1, h2, h3, p, td, th'),
    ]
      .filter((element) => element.checkVisibility() && !element.closest('.which, .visually-hidden'))
      .find(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible',
      );
    return cut ? [...faults, `cut off: ${cut.outerHTML.slice(0, 120)}`] : faults;
  });
}

/** What is wrong with the page as it stands, in each of the `views`. */
async function faultsIn(page: Page, name: string, views: readonly View[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name: view, media, width, fontSize, faults } of views) {
    await page.emulateMedia({ forcedColors: 'none', ...media });
    await page.setViewportSize({ width, height: width < 700 ? 700 : 720 });
    if (fontSize) await page.evaluate((size) => (document.documentElement.style.fontSize = size), fontSize);
    for (const fault of await faults(page)) found.push(`${name}, ${view}: ${fault}`);
  }
  // As a page that is gone to next is reached.
  await page.setViewportSize({ width: 1280, height: 720 });
  return found;
}

/** What is wrong with the security policy of the page, or would break it. */
async function policyFaults(page: Page, name: string): Promise<string[]> {
  const content = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
  // The search is WebAssembly, and its page alone allows that.
  const search = new URL(page.url()).pathname === '/search/';
  const policy = search ? content!.replace("'wasm-unsafe-eval'", '') : content!;
  const faults: string[] = [];
  if (!policy.includes("default-src 'self'") || /unsafe-|\*|https?:/.test(policy))
    faults.push(`${name}: its policy is ${policy}`);
  if ((await page.locator('[style], [onclick]').count()) > 0)
    faults.push(`${name}: styles and handlers in the markup`);
  // A form that is sent before its script has come stops the page from loading it, and the policy then stops the form.
  if ((await page.locator('form:not([method="dialog"])').count()) > 0)
    faults.push(`${name}: a form that would be sent`);
  return faults;
}

/** Hears what a page asks of other hosts, what goes wrong in it, and where it breaks its own policy. */
async function listen(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  const complain = (what: string) => complaints.push(`${page.url()}: ${what}`);
  const context = page.context();
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
  return complaints;
}

/**
 * Looks at a page, or at what was made of it, in every view and with its policy.
 *
 * @param reach goes there
 */
async function lookAt(page: Page, name: string, reach: () => Promise<unknown>): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await reach();
  await page.waitForLoadState('networkidle');
  return [...(await policyFaults(page, name)), ...(await faultsIn(page, name, views))];
}

/** The parts of the site, the narrower before the wider: a page belongs to the first that its address begins with. */
const parts = [
  '/teach/print/exercises/',
  '/teach/print/',
  '/teach/',
  '/exercises/',
  '/cases/',
  '/lessons/',
  '/',
] as const;

/**
 * Whether a page is the first of those that are alike but for their words: of the exercises one of each type, and one
 * test; of the shortened lessons one; of what is printed one booklet and one key of each kind.
 */
function firstOfItsKind(address: string, seen: Set<string>): boolean {
  const [, folder, name, kind, id, key] = address.split('/');
  let alike = address;
  if (folder === 'exercises') alike = kindOf(name!);
  else if (folder === 'routes') alike = folder;
  else if (name === 'print' && id) alike = `${kind} ${key}`;
  return !seen.has(alike) && !!seen.add(alike);
}

/** The type of an exercise, and whether it is a test. */
function kindOf(exercise: string): string {
  const spec = readFileSync(new URL(`../content/exercises/${exercise}.yaml`, import.meta.url), 'utf8');
  return [/^type: .*$/m, /^sealed: .*$/m].map((field) => field.exec(spec)?.[0]).join();
}

/*
 * In every view: axe finds nothing in light and in dark, no words are faint in forced colours, nothing scrolls sideways
 * and no words are cut off at 320 px and with text at 200%. Nothing is asked of another host, no error is reported, and
 * a strict policy is there and is kept.
 */
test.describe('nothing is wrong in any view', () => {
  test.describe.configure({ timeout: 180_000 });

  for (const part of parts) {
    test(`with the pages under ${part}`, async ({ page }) => {
      const addresses = (await everyPage(page)).filter(
        (address) => parts.find((each) => address.startsWith(each)) === part,
      );
      expect(addresses.length).toBeGreaterThan(5);
      const complaints = await listen(page);
      const found: string[] = [];
      const seen = new Set<string>();
      for (const address of addresses) {
        if (firstOfItsKind(address, seen)) {
          found.push(...(await lookAt(page, address, () => page.goto(address))));
        } else {
          await page.goto(address);
          found.push(...(await faultsIn(page, address, widths)));
        }
      }
      expect([...found, ...complaints]).toEqual([]);
    });
  }

  for (const [name, reach] of states) {
    test(`with ${name}`, async ({ page }) => {
      const complaints = await listen(page);
      const found = await lookAt(page, name, () => reach(page));
      expect([...found, ...complaints]).toEqual([]);
    });
  }
});

test('an inline script from outside the policy is stopped, and heard of', async ({ page }) => {
  const complaints = await listen(page);
  await page.goto(sorting);
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('script'), { text: 'window.got = 1' })),
  );
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => 'got' in window)).toBe(false);
});

test('nothing glides, and whoever asks for less motion gets none', async ({ page }) => {
  const scrolling = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await page.goto(sorting);
  expect(await scrolling()).toBe('auto');
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
    await expect(page.getByRole('note').first()).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await expect(page.locator('.screen-only').filter({ visible: true })).toHaveCount(0);
  });
});
