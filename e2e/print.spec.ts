import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { objectsIn } from '../src/build/pdf-file.ts';
import { sheetsIn } from '../src/build/printed.ts';
import { fileOf, isOutdated, papers, pdfFolder, readManifest } from '#teaching/print/pdfs.ts';

const slugsIn = (folder: string) =>
  readdirSync(new URL(`../content/${folder}`, import.meta.url)).map((name) => name.replace('.yaml', ''));
const exercises = slugsIn('exercises');
const manifest = readManifest();
const files = Object.keys(manifest);
const cases = slugsIn('cases').filter((slug) => files.includes(`${slug}-booklet-a4.pdf`));
const routes = ['fifteen', 'forty-five', 'two-times-forty-five'];
const booklets = [...cases.map((slug) => `cases/${slug}`), ...routes.map((id) => `routes/${id}`)];

/** What only a screen can use, and what only a pencil can; what a list offers is compared by itself. */
const elsewhere = '.screen-only, .how, .scale, .sources, select';

/** All that can be read below `root`, in its order. */
function readable(page: Page, root: string): Promise<string> {
  return page.locator(root).evaluateAll((places, elsewhere) => {
    const words: string[] = [];
    for (const place of places) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (parent.checkVisibility() && !parent.closest(elsewhere)) words.push(node.textContent ?? '');
      }
    }
    return words.join(' ').replace(/\s+/g, ' ').trim();
  }, elsewhere);
}

/** The fields below `root` as the answer names them, each with its kind and value: what can be chosen or written. */
function fields(page: Page, root: string): Promise<string[]> {
  return page
    .locator(`${root} :is(input, select, textarea)`)
    .evaluateAll((all) =>
      (all as HTMLInputElement[]).map(({ type, name, value }) => `${type} ${name} ${value}`.trim()),
    );
}

test.describe('on paper', () => {
  test.use({ javaScriptEnabled: false });

  for (const id of exercises) {
    test(`${id} asks what it asks on the screen, and its key has a line for everything asked`, async ({
      page,
    }) => {
      await page.goto(`/exercises/${id}/no-script/`);
      const form = `form[data-exercise="${id}"]`;
      const [title, intro] = await page.locator('.intro > :is(h1, p:not(.kicker))').allInnerTexts();
      const onScreen = await fields(page, form);
      const items = await page
        .locator(`${form} [data-item]`)
        .evaluateAll((all) => all.map((item) => (item as HTMLElement).dataset['item']!));
      const offered = await page.locator(`${form} select option:not([value=""])`).allTextContents();
      const claims = await page
        .locator(`${form} [data-claim]`)
        .evaluateAll((all) =>
          all.map((claim) => [
            claim.getAttribute('data-claim')!,
            claim.querySelector('[data-words]')!.textContent,
          ]),
        );
      const said = await readable(page, claims.length > 0 ? `${form} [data-item]` : form);
      expect(said.length).toBeGreaterThan(20);

      await page.emulateMedia({ media: 'print' });
      await page.goto(`/teach/print/exercises/${id}/`);
      const sheet = `[data-printed="${id}"]`;
      expect(await page.locator(`h1, ${sheet} > .task`).allInnerTexts()).toEqual([title, intro]);
      expect(await fields(page, sheet)).toEqual(onScreen);
      expect(
        await readable(page, `${sheet} ${claims.length > 0 ? '[data-item]' : '> :not(.task, .care)'}`),
      ).toBe(said);
      // A list is printed once, or it is the numbers of an order.
      const printed = await page.locator(sheet).innerText();
      for (const name of offered) if (!/^\d+$/.test(name)) expect(printed).toContain(name);
      // The article stands by itself, with the same claims in the same order, under their numbers.
      const set = await page
        .locator('.set [data-claim]')
        .evaluateAll((all) =>
          all.map((piece) => [piece.getAttribute('data-claim')!, piece.textContent] as const),
        );
      for (const [claim, words] of claims)
        expect(set.flatMap(([each, text]) => (each === claim ? [text] : [])).join(' '), claim!).toBe(words);
      if (claims.length > 0) {
        expect(await page.locator('.set .number').allInnerTexts()).toEqual(
          claims.map((_, at) => `${at + 1}`),
        );
        await expect(page.locator(`${sheet} [data-item]`).nth(1)).toContainText('Claim 2 is');
      }

      await page.goto(`/teach/print/exercises/${id}/key/`);
      const key = page.locator(`[data-key-of="${id}"]`);
      await expect(key.locator('.reasons > ol > li')).toHaveCount(new Set(items).size);
      const glance = await key.locator('.glance > li').count();
      expect([0, new Set(items).size]).toContain(glance);
    });
  }

  for (const booklet of booklets) {
    test(`${booklet} has something to write on for all that is asked, and a key in the same order`, async ({
      page,
    }) => {
      await page.emulateMedia({ media: 'print' });
      await page.goto(`/teach/print/${booklet}/`);
      await expect(page.locator('.screen-only').filter({ visible: true })).toHaveCount(0);
      await expect(page.getByRole('button')).toHaveCount(0);
      const without = await page.locator('[data-item]').evaluateAll((items) =>
        items.flatMap((item) => {
          const places = [...item.querySelectorAll('input, textarea, select, .says, .scale')].filter(
            (place) => {
              const { width, height } = place.getBoundingClientRect();
              return width >= 11 && height >= 11;
            },
          );
          return places.length > 0 ? [] : [(item as HTMLElement).dataset['item']!];
        }),
      );
      expect(without).toEqual([]);
      // Lines to write on: three of them, far enough apart.
      for (const space of await page.locator('textarea').all())
        expect((await space.boundingBox())!.height).toBeGreaterThan(75);

      const asked = await page
        .locator('[data-printed]')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['printed']));
      expect(asked.length).toBeGreaterThan(0);
      await page.goto(`/teach/print/${booklet}/key/`);
      const keyed = await page
        .locator('[data-key-of]')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['keyOf']));
      expect(keyed).toEqual(asked);
    });
  }
});

test('the lines of an article are numbered by fives, keep to their column, and a key names them', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/teach/print/cases/deir-ez-zor-600/');
  await page.evaluate(() => document.fonts.ready);
  const numbers = await page
    .locator('.set .line')
    .evaluateAll((all) => all.map((line) => Number((line as HTMLElement).dataset['line'])));
  expect(numbers.slice(0, 4)).toEqual([1, 5, 10, 15]);
  expect(numbers.length).toBeGreaterThan(12);
  const widths = await page.locator('.set > *').evaluateAll((blocks) =>
    blocks.map((block) => {
      const range = document.createRange();
      const right = [...block.childNodes].flatMap((node) => {
        if (node instanceof Element && node.matches('.visually-hidden')) return [];
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((rect) => rect.right);
      });
      return Math.max(...right) - block.getBoundingClientRect().left;
    }),
  );
  // The column is 350 points wide; without kerning, by which it is measured, lines come out a little wider.
  expect(Math.max(...widths)).toBeLessThan((355 * 96) / 72);
  expect(Math.max(...widths)).toBeGreaterThan((330 * 96) / 72);

  // "600 Terrorists Dead" stands in the first line or the second.
  await page.goto('/teach/print/cases/deir-ez-zor-600/key/');
  await expect(page.locator('.glance').first()).toContainText(
    /Unverified figure · says: the writer \(line [12]\)/,
  );
});

test('black and white will do: every word is grey or black, and labels differ in the pattern of their line', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  for (const path of [
    'cases/deir-ez-zor-600/',
    'cases/deir-ez-zor-600/key/',
    'routes/two-times-forty-five/',
  ]) {
    await page.goto(`/teach/print/${path}`);
    const coloured = await page.locator('.paper *').evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility() && element.textContent!.trim() !== '')
        .map((element) => getComputedStyle(element).color)
        .filter((colour) => {
          const [red, green, blue] = colour.match(/\d+/g)!.map(Number);
          return Math.max(red!, green!, blue!) - Math.min(red!, green!, blue!) > 0 || red! > 0x50;
        }),
    );
    expect(coloured, path).toEqual([]);
  }
  const patterns = await page
    .locator('.tests [data-label]')
    .evaluateAll((all) => all.map((label) => getComputedStyle(label).textDecorationStyle));
  expect(new Set(patterns).size).toBe(4);
});

test('an exercise on another story than the one in the booklet says so', async ({ page }) => {
  await page.goto('/teach/print/routes/two-times-forty-five/');
  await expect(page.getByText('From another story: A toll that was put right').first()).toBeVisible();
  await expect(page.getByText('From another story: Six hundred in one strike?')).toHaveCount(0);
});

test('a booklet says where the article is, what it is about, and which exercises are on top', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/teach/print/routes/forty-five/');
  const care = page.locator('.care');
  await expect(care).toContainText('The article and the four tests come at the end: take them off');
  await expect(care).toContainText('This story is about the war in Syria');
  await expect(page.locator('.set .number')).toHaveCount(0);
  await expect(page.locator('.set [data-claim]')).toHaveCount(0);
  await expect(page.locator('.chapter').last()).toHaveText(
    /To go on with\s*For whoever is done early, or at home/,
  );
  const order = (first: string, then: string) =>
    page
      .locator(first)
      .evaluate(
        (one, then) =>
          Boolean(
            one.compareDocumentPosition(document.querySelector(then)!) & Node.DOCUMENT_POSITION_FOLLOWING,
          ),
        then,
      );
  expect(await order('[data-printed="practice-four"]', '.tests')).toBe(true);

  await page.goto('/teach/print/cases/bus-lane/');
  await expect(care).toContainText('This story is about a quarrel over a bus lane');
  await expect(care).not.toContainText('at the end');

  // To be read it is clean; to be marked it is there once more, its claims numbered.
  await page.goto('/teach/print/routes/two-times-forty-five/');
  await expect(page.locator('.set')).toHaveCount(2);
  await expect(page.locator('.set').first().locator('.number')).toHaveCount(44);
  await expect(page.locator('.set').last().locator('.number')).toHaveCount(0);
  await expect(page.locator('[data-printed="hatra-checkpoint-sort"] .care')).toContainText('civilians');

  // Six of its claims in their sentences take no article, and the tests come first.
  await page.goto('/teach/print/routes/fifteen/');
  await expect(page.locator('.set')).toHaveCount(0);
  expect(await order('.tests', '[data-printed="practice-three-a"]')).toBe(true);
  await expect(page.getByText('From: Six hundred in one strike?')).toBeVisible();
  await expect(page.locator('[data-printed="deir-ez-zor-first-six"] .care')).toContainText('war in Syria');
});

test('what is read or written in one go is not torn over two pages, and items have the numbers of the key', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/teach/print/routes/two-times-forty-five/');
  for (const type of ['rate', 'headline', 'say'])
    await expect(page.locator(`[data-type="${type}"]`).first()).toHaveCSS('break-inside', 'avoid');
  const numbered = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((each) => getComputedStyle(each, '::before').content.split(' ')[0]));
  for (const [type, place] of [
    ['weigh', '.card > p:first-child'],
    ['choose', 'li:not(:only-child)'],
    ['reword', '.passage > :first-child'],
    ['drift', '.version > .who'],
  ]) {
    if (type === 'drift') await page.goto('/teach/print/exercises/six-hundred-drift/');
    const signs = await numbered(`[data-type="${type}"] ${place}`);
    expect(signs.length, type).toBeGreaterThan(2);
    expect(new Set(signs), type).toEqual(new Set(['counter(item)']));
  }
});

test('the rings and lines of a sheet are there when it is printed for the first time', async ({ page }) => {
  const pictures: string[] = [];
  page.on('requestfinished', (request) => {
    const name = /\/(\w+)\.[\w-]+\.svg$/.exec(request.url())?.[1];
    if (name) pictures.push(name);
  });
  await page.goto('/teach/print/exercises/deir-ez-zor-sort/');
  expect(pictures.sort()).toEqual(['lines', 'ring']);
});

test('no PDF is older than its page', () => {
  const outdated = sheetsIn('dist').flatMap((sheet) =>
    papers.filter((paper) => isOutdated(sheet, paper, manifest)).map((paper) => fileOf(sheet.name, paper)),
  );
  expect(
    outdated,
    'These PDFs are not what their pages say now. Run `npm run pdf`, and commit public/pdf.',
  ).toEqual([]);
  const wanted = sheetsIn('dist').flatMap(({ name }) => papers.map((paper) => fileOf(name, paper)));
  expect(
    readdirSync(pdfFolder)
      .filter((name) => name.endsWith('.pdf'))
      .sort(),
  ).toEqual(wanted.sort());
});

test('every PDF is tagged, has an outline, a language, a title and an author, and the size of its paper', () => {
  expect(files).toHaveLength((cases.length * 2 + routes.length * 3) * 2);
  for (const file of files) {
    const pdf = readFileSync(`${pdfFolder}/${file}`);
    const objects = objectsIn(pdf);
    const [catalog] = objects.filter((object) => object.includes('/Type /Catalog'));
    expect(catalog, file).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(catalog, file).toMatch(/\/Lang \(en\)/);
    for (const part of ['StructTreeRoot', 'Outlines'])
      expect(catalog, file).toMatch(new RegExp(`/${part} \\d+ 0 R`));
    expect(
      objects.filter((object) => /\/S \/H1\b/.test(object)),
      file,
    ).toHaveLength(1);
    // A heading has its line in the outline.
    const headings = objects.filter((object) => /\/S \/H[1-3]\b/.test(object));
    const outline = objects.filter((object) => /\/Title /.test(object) && /\/Dest /.test(object));
    expect(outline.length, file).toBeGreaterThanOrEqual(headings.length > 1 ? 2 : 1);

    const [about] = objects.filter((object) => object.includes('/Author'));
    expect(about, file).toContain('/Author (Who Says?)');
    expect(about, file).toContain('/Title ');
    expect(about, file).not.toMatch(/Creator|Date|Linux|Windows|Mac/);
    const pages = objects.filter((object) => /\/Type \/Page\b/.test(object));
    expect(pages, file).toHaveLength(manifest[file]!.pages);
    const [width, height] = file.endsWith('-a4.pdf') ? [595, 842] : [612, 792];
    for (const page of pages) {
      const [, , right, top] = /\/MediaBox \[([^\]]+)\]/.exec(page)![1]!.split(' ').map(Number);
      expect([Math.floor(right!), Math.floor(top!)], file).toEqual([width, height]);
    }
    // No address of the machine that made it.
    expect(objects.join('\n'), file).not.toMatch(/localhost|127\.0\.0\.1|\/URI/);
  }
});

test('paper is not wasted', () => {
  const most: Record<string, number> = {
    'fifteen-booklet': 5,
    'forty-five-booklet': 13,
    'two-times-forty-five-booklet': 27,
    'deir-ez-zor-600-booklet': 10,
    'sleep-headband-booklet': 4,
    'lakes-plastic-booklet': 2,
    'deir-ez-zor-600-key': 12,
  };
  for (const [name, pages] of Object.entries(most))
    for (const paper of papers) expect(manifest[fileOf(name, paper)]!.pages, name).toBeLessThanOrEqual(pages);
  for (const route of routes)
    for (const paper of papers) expect(manifest[fileOf(`${route}-plan`, paper)]!.pages).toBe(1);
});

test('a teacher finds the booklet of a route, its key and its plan, and gets them as PDF', async ({
  page,
  request,
}) => {
  await page.goto('/teach/');
  await page.getByRole('link', { name: 'Print', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Print');
  const route = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: '45 minutes', exact: true }) });
  for (const part of ['booklet', 'key with reasons', 'plan']) {
    for (const paper of papers) {
      const link = route.getByRole('link', { name: `45 minutes, ${part}, ${paper}` });
      const response = await request.get((await link.getAttribute('href'))!);
      expect(response.headers()['content-type']).toBe('application/pdf');
      expect((await response.body()).subarray(0, 5).toString()).toBe('%PDF-');
    }
  }
  const { pages } = manifest['forty-five-booklet-a4.pdf']!;
  await expect(route).toContainText(`A4 ${pages} pages`);

  // One exercise by itself.
  await page.getByText('Before and after: ten claims each').click();
  const test = page.getByRole('listitem').filter({ hasText: 'Ten claims: the bus lane' });
  await test.getByRole('link', { name: 'Ten claims: the bus lane', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten claims: the bus lane');
  await expect(page.getByText('This page is made for paper')).toBeVisible();
});

test('every link for printing leads somewhere', async ({ page, request }) => {
  await page.goto('/teach/print/');
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).getAttribute('href')!));
  expect(links.length).toBeGreaterThan(100);
  for (const link of new Set(links)) expect((await request.head(link)).status(), link).toBe(200);
});

test('PDFs are sent as they are: compressing them again would gain nothing', () => {
  for (const file of files) {
    expect(existsSync(`dist/pdf/${file}`), file).toBe(true);
    expect(existsSync(`dist/pdf/${file}.br`), file).toBe(false);
  }
});

test('axe finds nothing on the pages for printing, and nothing scrolls sideways at 320 px', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ['', 'cases/bus-lane/', 'cases/bus-lane/key/', 'exercises/six-hundred-trace/']) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/teach/print/${path}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id} ${nodes[0]!.target}`),
      path,
    ).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      path,
    ).toBe(true);
  }
});
