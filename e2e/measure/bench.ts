/**
 * Speed, as ratios to a plain HTML page of the same content measured in the same run, and the cost of building many
 * cases: `npm run bench`, or `npm run bench pages`, `npm run bench report`, `npm run bench build` for a part.
 *
 * Learners' pages: the browser runs at a quarter of its speed on a link of 1.6 Mbit/s with 150 ms latency, five times a
 * page with an empty cache, or as often as is asked (`npm run bench pages 15`: on a machine shared with others the median
 * of five differs by a tenth from one time to the next); medians are shown. The teacher's report: at full speed, from what
 * lies on the device.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { serve } from '@hono/node-server';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { keyOf, readContent } from '#course/content.ts';
import { exerciseTypes } from '#course/exercise-types.ts';
import { readFolder } from '#course/files.ts';
import type { BaseSpec, Key } from '#exercises/contract.ts';
import type { CaseMaterial } from '#exercises/material.ts';
import { createApp } from '#server/app.ts';
import { build } from '#server/built.ts';
import { chromiumArgs, installedBrowser } from '../browser.ts';
import { answersOf, assignmentOf, collect, keyOf as claimsOf, submissionOf } from '../collected.ts';
import { floorPage } from './floor.ts';

const wanted = process.argv[2] ?? 'all';
/** How often a page is read. */
const runs = Number(process.argv[3] ?? 5);
if (!(Number.isInteger(runs) && runs > 0)) throw new Error(`“${process.argv[3]}” is no number of runs.`);
const astro = 'node_modules/astro/bin/astro.mjs';

/** Milliseconds; the first three since navigation. */
interface Reading {
  /** The first radio button can be clicked. */
  firstAnswer: number;
  /** The progress has moved. */
  registered: number;
  largestPaint: number;
  /** Sum of what long tasks had over 50 ms, up to the first contentful paint. */
  beforePaint: number;
  /** The same from then on: the total blocking time, as https://web.dev/articles/tbt has it. */
  blocking: number;
  /** From the click on "Hand in" to the frame that shows a reason. */
  feedback: number;
}

/**
 * What each reading may be: as a ratio to the floor, or in itself. A limit in itself is for a machine on which the plain
 * page keeps it; on a slower one the plain page's own reading is the limit.
 */
const limits: Record<keyof Reading, { ratio?: number; most?: number }> = {
  firstAnswer: { ratio: 1.1 },
  registered: { ratio: 1.25 },
  largestPaint: { ratio: 1.2 },
  // Nobody can be kept waiting by a page that is not there yet: the three above say how long it takes to come.
  beforePaint: {},
  blocking: { most: 0 },
  feedback: { most: 50 },
};

/** A class and an article as large as any. */
const large = { learners: 200, claims: 60 };

/** Milliseconds of the teacher's report: from the navigation, or from what the teacher does, to the frame that shows it. */
interface ReportReading {
  /** The whole table of the class, all else above it. */
  opened: number;
  /** Sum of what long tasks had over 50 ms. */
  blocking: number;
  /** From a press on a column's head. */
  sorted: number;
  /** From the focus on a claim of the article. */
  claim: number;
}

/**
 * What the report may take, on a machine on which a bare table of the same size takes no more than half of it; on a slower
 * one, twice what the bare table takes.
 */
const reportLimits: Record<keyof ReportReading, number> = {
  opened: 1000,
  blocking: 500,
  sorted: 200,
  claim: 100,
};

if (wanted === 'all' || wanted === 'pages') await benchPages();
if (wanted === 'all' || wanted === 'report') await benchReport();
if (wanted === 'all' || wanted === 'build') benchBuild();

/** The built site in a folder of its own, to be added to, and a browser. */
async function open(change: (root: string) => void | Promise<void>) {
  build();
  const root = mkdtempSync(join(tmpdir(), 'who-says-'));
  cpSync('dist', root, { recursive: true });
  await change(root);
  const server = serve({ fetch: createApp(root).fetch, port: 0 });
  await new Promise((listening) => server.once('listening', listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const executablePath = installedBrowser();
  const browser = await chromium.launch({
    args: chromiumArgs,
    ...(executablePath ? { executablePath } : {}),
  });
  const close = async () => {
    await browser.close();
    server.close();
    rmSync(root, { recursive: true });
  };
  return { browser, origin, close };
}

/** Adds a page to the site in `root`, in place of what is there. */
function writePage(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  writeFileSync(join(root, `${path}.br`), brotliCompressSync(text));
}

async function benchPages(): Promise<void> {
  const { browser, origin, close } = await open(async (root) => {
    const types = await exerciseTypes();
    const { cases, exercises } = readContent(readFolder('content'), types);
    for (const id of ['deir-ez-zor-mark', 'deir-ez-zor-sort']) {
      const { spec } = exercises.find((exercise) => exercise.id === id)!;
      const its = cases.find((each) => each.slug === spec.case)!;
      const claims = keyOf(its, types[spec.type]!.type.claims(spec, its.article));
      const html = floorPage(spec.title, spec.task, its.article, claims, spec.type === 'mark');
      writePage(root, `floor/${id}/index.html`, html);
    }
  });

  let over = 0;
  for (const id of ['deir-ez-zor-mark', 'deir-ez-zor-sort']) {
    const ours: Reading[] = [];
    const floors: Reading[] = [];
    for (let run = 0; run < runs; run += 1) {
      floors.push(await read(browser, `${origin}/floor/${id}/`));
      ours.push(await read(browser, `${origin}/exercises/${id}/`));
    }
    console.log(`\n${id} (median of ${runs}; ms)`);
    for (const name of Object.keys(limits) as (keyof Reading)[]) {
      const [our, floor] = [median(ours.map((each) => each[name])), median(floors.map((each) => each[name]))];
      const { ratio, most } = limits[name];
      const allowed =
        ratio !== undefined ? ratio * floor : most !== undefined ? Math.max(most, floor) : Infinity;
      const bad = our > allowed;
      if (bad) over += 1;
      const limit =
        ratio !== undefined
          ? `${(our / floor).toFixed(2)} × floor, at most ${ratio}`
          : most !== undefined
            ? `at most ${most}${floor > most ? ', or the floor’s' : ''}`
            : 'no limit';
      console.log(
        `  ${name.padEnd(14)} ${our.toFixed(0).padStart(6)}   floor ${floor.toFixed(0).padStart(6)}   ${limit}${bad ? '   OVER' : ''}`,
      );
    }
  }
  await close();
  sum(over);
}

function sum(over: number): void {
  console.log(over === 0 ? '\nAll within their limits.' : `\n${over} over the limit.`);
  if (over > 0) process.exitCode = 1;
}

async function benchReport(): Promise<void> {
  const exercise = 'deir-ez-zor-mark';
  const { browser, origin, close } = await open((root) => enlarge(root, exercise));
  const ours: ReportReading[] = [];
  const floors: Partial<ReportReading>[] = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    const key = await claimsOf(page, exercise);
    const assignment = assignmentOf([exercise]);
    await collect(
      page,
      assignment,
      answersOf(large.learners, key).map((answer, at) =>
        submissionOf(assignment, at + 1, `Learner ${at + 1}`, [{ exercise, answer }]),
      ),
    );
    await page.addInitScript(watchTable, large.learners);
    await page.goto('/floor/report/');
    const bare = await tableReadings(page);
    floors.push({ ...bare, sorted: await page.evaluate(time, 'button') });
    await page.goto(`/teach/report/#${assignment.id}`);
    const { opened, blocking } = await tableReadings(page);
    await page
      .getByRole('heading', { name: 'Who said what' })
      .evaluate((heading) => heading.scrollIntoView());
    await page.waitForTimeout(500);
    const sorted = await page.evaluate(time, 'th[aria-sort] ~ th button');
    const claim = await page.evaluate(time, '.article a:nth-of-type(2)');
    ours.push({ opened, blocking, sorted, claim });
    await context.close();
  }
  await close();
  console.log(`\nThe report, ${large.learners} learners × ${large.claims} claims (median of ${runs}; ms)`);
  let over = 0;
  for (const [name, most] of Object.entries(reportLimits) as [keyof ReportReading, number][]) {
    const our = median(ours.map((each) => each[name]));
    const floor = name === 'claim' ? undefined : median(floors.map((each) => each[name]!));
    const bad = our > Math.max(most, 2 * (floor ?? 0));
    if (bad) over += 1;
    const beside =
      floor === undefined
        ? ''
        : `   a bare table ${floor.toFixed(0).padStart(5)}   ${(our / floor).toFixed(2)} × it, or 2 ×`;
    console.log(
      `  ${name.padEnd(14)} ${our.toFixed(0).padStart(6)}   at most ${most}${beside}${bad ? '   OVER' : ''}`,
    );
  }
  sum(over);
}

/** Gives an exercise as many claims as {@link large} has, and adds a bare table of the same size to compare with. */
function enlarge(root: string, exercise: string): void {
  const keyPath = `keys/${exercise}.json`;
  const key = JSON.parse(readFileSync(join(root, keyPath), 'utf8')) as Key<BaseSpec>;
  const materialPath = `material/${key.spec.case}.json`;
  const material = JSON.parse(readFileSync(join(root, materialPath), 'utf8')) as CaseMaterial;
  const more = Array.from({ length: large.claims - key.claims.length }, (_, at) => ({
    ...key.claims[at]!,
    id: `one-more-${at + 1}`,
  }));
  const text = (id: string) => `As was said before, number ${id} is a sentence of about this length.`;
  writePage(root, keyPath, JSON.stringify({ ...key, claims: [...key.claims, ...more] }));
  writePage(
    root,
    materialPath,
    JSON.stringify({
      ...material,
      article: [
        ...material.article,
        ...more.map(({ id }) => ({
          id,
          kind: 'paragraph',
          parts: [{ kind: 'claim', claim: id, words: [{ kind: 'text', text: text(id) }] }],
        })),
      ],
    }),
  );
  const cells = (count: number, cell: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => cell(at)).join('');
  writePage(
    root,
    'floor/report/index.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A table</title><table><thead><tr><th><button>Learner</button></th>${cells(large.claims, (at) => `<th>${at + 1}</th>`)}</tr></thead><tbody>${cells(large.learners, (row) => `<tr><th>Learner ${row + 1}</th>${cells(large.claims, (at) => `<td>${'SFON'[(row + at) % 4]}✓</td>`)}</tr>`)}</tbody></table><script>document.querySelector('button').onclick=()=>{const [body]=document.querySelector('table').tBodies;body.append(...[...body.rows].reverse())}</script></html>`,
  );
}

/** Runs in the page from its very beginning: notes when a table of so many rows has been painted. */
function watchTable(rows: number): void {
  const readings: Record<string, number> = { blocking: 0 };
  window.readings = readings;
  const step = () => {
    const whole = [...document.querySelectorAll('tbody')].some(
      (body) => body.rows.length === rows && body.rows[0]!.cells.length > 50,
    );
    if (!whole) return void requestAnimationFrame(step);
    // The task after the next frame begins when that frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (readings['opened'] = performance.now());
      port2.postMessage(undefined);
    });
  };
  requestAnimationFrame(step);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) readings['blocking']! += Math.max(0, entry.duration - 50);
  }).observe({ type: 'longtask', buffered: true });
}

async function tableReadings(page: Page): Promise<{ opened: number; blocking: number }> {
  await page.waitForFunction(() => 'opened' in window.readings);
  await page.waitForTimeout(500);
  return page.evaluate(() => window.readings as { opened: number; blocking: number });
}

/** Runs in the page: presses what `selector` finds, or moves the focus there. @returns milliseconds to the frame after it */
function time(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const element = document.querySelector<HTMLElement>(selector)!;
    const start = performance.now();
    if (element.matches('button')) element.click();
    else element.focus();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(undefined);
    });
  });
}

/** A page in a browser as slow, and on a link as slow, as the head of this file says, that answers by itself. */
async function slowPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watch);
  // At rest: the page before, of the same kind as this one, may still be shutting down.
  await setTimeout(1000);
  return page;
}

async function read(browser: Browser, url: string): Promise<Reading> {
  // Loaded once more for the trace, which takes time itself.
  const blocked = await readBlocked(browser, url);
  const page = await slowPage(browser);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => 'registered' in window.readings);
  await setTimeout(500);
  const readings = await page.evaluate(() => window.readings as unknown as Reading);
  const feedback = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const button = document.querySelector<HTMLButtonElement>('form button:not([type=button])')!;
        const start = performance.now();
        button.click();
        // The task after a frame's work begins when that frame has been painted.
        const afterFrame = () => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          port2.postMessage(undefined);
        };
        const look = (inFrame: boolean) => {
          const shown = [...document.querySelectorAll('.feedback, .reason:not([hidden])')].some(
            (each) => each.getClientRects().length > 0,
          );
          if (!shown) requestAnimationFrame(() => look(true));
          else if (inFrame) afterFrame();
          else requestAnimationFrame(afterFrame);
        };
        look(false);
      }),
  );
  await page.close();
  return { ...readings, ...blocked, feedback };
}

/** What the long tasks of a page had over 50 ms, until it has been at rest for a second. */
async function readBlocked(
  browser: Browser,
  url: string,
): Promise<Pick<Reading, 'beforePaint' | 'blocking'>> {
  const page = await slowPage(browser);
  await browser.startTracing(page, { categories: ['toplevel', 'loading'] });
  await page.goto(url, { waitUntil: 'networkidle' });
  await setTimeout(1000);
  const trace = await browser.stopTracing();
  await page.close();
  return blockedIn(JSON.parse(trace.toString()) as Trace);
}

/** What is used of a trace of Chromium; times in microseconds. */
interface Trace {
  readonly traceEvents: readonly {
    readonly name: string;
    readonly pid: number;
    readonly tid: number;
    readonly ts: number;
    readonly dur?: number;
  }[];
}

/**
 * What the long tasks of a page's main thread had over 50 ms, before its first contentful paint and after. From a trace:
 * an observer in the page hears nothing of tasks in which no script runs, such as laying out.
 *
 * @throws when nothing was painted
 */
function blockedIn({ traceEvents }: Trace): Pick<Reading, 'beforePaint' | 'blocking'> {
  const paint = traceEvents.findLast(({ name }) => name === 'firstContentfulPaint');
  if (!paint) throw new Error('The trace has no first contentful paint.');
  const over = (from: number, to: number) => Math.max(0, to - from - 50_000) / 1000;
  const blocked = { beforePaint: 0, blocking: 0 };
  for (const { name, pid, tid, ts, dur = 0 } of traceEvents) {
    if (name !== 'ThreadControllerImpl::RunTask' || pid !== paint.pid || tid !== paint.tid) continue;
    blocked.beforePaint += over(ts, Math.min(ts + dur, paint.ts));
    blocked.blocking += over(Math.max(ts, paint.ts), ts + dur);
  }
  return blocked;
}

/** Runs in the page from its very beginning: answers as soon as that is possible, and notes when things happen. */
function watch(): void {
  const readings: Record<string, number> = { largestPaint: 0 };
  window.readings = readings;
  const step = () => {
    const input = document.querySelector<HTMLInputElement>('form input[type=radio]');
    if (!('firstAnswer' in readings) && input && input.getClientRects().length > 0) {
      readings['firstAnswer'] = performance.now();
      input.click();
    }
    if ('firstAnswer' in readings && document.querySelector('progress')?.value === 1) {
      readings['registered'] = performance.now();
      return;
    }
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) readings['largestPaint'] = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

declare global {
  interface Window {
    readings: Record<string, number>;
  }
}

function benchBuild(): void {
  console.log('\nBuilding generated cases (one article and one exercise each) beside those of the site');
  const root = mkdtempSync(join(tmpdir(), 'who-says-'));
  // What the first build on a machine keeps for those after it would make the site alone look dear.
  execFileSync(process.execPath, [astro, 'build', '--silent'], {
    env: { ...process.env, OUT: join(root, 'dist') },
    stdio: 'ignore',
  });
  let alone = 0;
  for (const count of [0, 10, 100, 1000]) {
    const content = join(root, `content-${count}`);
    cpSync('content', content, { recursive: true });
    const exercise = readFileSync('content/exercises/sleep-headband-mark.yaml', 'utf8');
    for (let at = 0; at < count; at += 1) {
      cpSync('content/cases/sleep-headband', join(content, 'cases', `case-${at}`), { recursive: true });
      writeFileSync(
        join(content, 'exercises', `case-${at}-mark.yaml`),
        exercise.replace('case: sleep-headband', `case: case-${at}`),
      );
    }
    const start = performance.now();
    const { stdout, status } = spawnSync(process.execPath, [astro, 'build', '--silent'], {
      env: {
        ...process.env,
        CONTENT: content,
        OUT: join(root, `dist-${count}`),
        NODE_OPTIONS:
          "--import=data:text/javascript,process.on('exit',()=>console.log('RSS',process.resourceUsage().maxRSS))",
      },
      encoding: 'utf8',
    });
    const seconds = (performance.now() - start) / 1000;
    const rss = Math.max(...[...stdout.matchAll(/RSS (\d+)/g)].map((match) => Number(match[1])));
    if (status !== 0) throw new Error(`The build of ${count} cases failed:\n${stdout}`);
    if (count === 0) alone = seconds;
    const each = count === 0 ? '–' : (((seconds - alone) / count) * 1000).toFixed(0);
    console.log(
      `  ${String(count).padStart(5)} more   ${seconds.toFixed(1).padStart(6)} s   ${each.padStart(5)} ms a case   peak ${(rss / 1024).toFixed(0)} MiB`,
    );
    rmSync(join(root, `dist-${count}`), { recursive: true });
  }
  rmSync(root, { recursive: true });
  // What Astro remembers of that content would keep the site itself from being built.
  for (const memory of ['.astro/content-modules.mjs', 'node_modules/.astro/data-store.json'])
    rmSync(memory, { force: true });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
