/**
 * Speed, as ratios to a plain HTML page of the same content measured in the same run, and the cost of building many
 * cases: `npm run bench`, or `npm run bench pages` / `npm run bench build` for one half.
 *
 * The browser runs at a quarter of its speed on a link of 1.6 Mbit/s with 150 ms latency, five times a page with an
 * empty cache; medians are shown.
 */
import { chromium, type Browser } from '@playwright/test';
import { serve } from '@hono/node-server';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { keyOf, readContent } from '#course/content.ts';
import { exerciseTypes } from '#course/exercise-types.ts';
import { readFolder } from '#course/files.ts';
import { createApp } from '#server/app.ts';
import { isStale, noteBuilt } from '#server/stale.ts';
import { chromiumArgs, installedBrowser } from '../browser.ts';
import { floorPage } from './floor.ts';

const runs = 5;
const astro = 'node_modules/astro/bin/astro.mjs';
const stamp = 'node_modules/.cache/who-says/built';

/** Milliseconds since navigation, but for the last three. */
interface Reading {
  /** The first radio button can be clicked. */
  firstAnswer: number;
  /** The progress has moved. */
  registered: number;
  largestPaint: number;
  /** Sum of what long tasks had over 50 ms. */
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
  blocking: { most: 0 },
  feedback: { most: 50 },
};

const wanted = process.argv[2] ?? 'all';
if (wanted !== 'build') await benchPages();
if (wanted !== 'pages') benchBuild();

async function benchPages(): Promise<void> {
  if (isStale('dist', stamp)) {
    execFileSync(process.execPath, [astro, 'build', '--silent'], { stdio: 'inherit' });
    noteBuilt('dist', stamp);
  }
  const root = mkdtempSync(join(tmpdir(), 'who-says-'));
  cpSync('dist', root, { recursive: true });
  const types = await exerciseTypes();
  const { cases, exercises } = readContent(readFolder('content'), types);
  for (const id of ['deir-ez-zor-mark', 'deir-ez-zor-sort']) {
    const { spec } = exercises.find((exercise) => exercise.id === id)!;
    const its = cases.find((each) => each.slug === spec.case)!;
    const claims = keyOf(its, types[spec.type]!.type.claims(spec, its.article));
    const html = floorPage(spec.title, spec.task, its.article, claims, spec.type === 'mark');
    mkdirSync(join(root, 'floor', id), { recursive: true });
    writeFileSync(join(root, 'floor', id, 'index.html'), html);
    writeFileSync(join(root, 'floor', id, 'index.html.br'), brotliCompressSync(html));
  }
  const server = serve({ fetch: createApp(root).fetch, port: 0 });
  await new Promise((listening) => server.once('listening', listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const executablePath = installedBrowser();
  const browser = await chromium.launch({
    args: chromiumArgs,
    ...(executablePath ? { executablePath } : {}),
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
      const allowed = ratio === undefined ? Math.max(most!, floor) : ratio * floor;
      const bad = our > allowed;
      if (bad) over += 1;
      const limit =
        ratio === undefined
          ? `at most ${most}${floor > most! ? ', or the floor’s' : ''}`
          : `${(our / floor).toFixed(2)} × floor, at most ${ratio}`;
      console.log(
        `  ${name.padEnd(14)} ${our.toFixed(0).padStart(6)}   floor ${floor.toFixed(0).padStart(6)}   ${limit}${bad ? '   OVER' : ''}`,
      );
    }
  }
  await browser.close();
  server.close();
  rmSync(root, { recursive: true });
  console.log(over === 0 ? '\nAll within their limits.' : `\n${over} over the limit.`);
  if (over > 0) process.exitCode = 1;
}

async function read(browser: Browser, url: string): Promise<Reading> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => 'registered' in window.readings);
  await page.waitForTimeout(500);
  const readings = await page.evaluate(() => window.readings as unknown as Omit<Reading, 'feedback'>);
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
  await context.close();
  return { ...readings, feedback };
}

/** Runs in the page from its very beginning: answers as soon as that is possible, and notes when things happen. */
function watch(): void {
  const readings: Record<string, number> = { blocking: 0, largestPaint: 0 };
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
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) readings['blocking']! += Math.max(0, entry.duration - 50);
  }).observe({ type: 'longtask', buffered: true });
}

declare global {
  interface Window {
    readings: Record<string, number>;
  }
}

function benchBuild(): void {
  console.log('\nBuilding generated cases (one article and one exercise each)');
  const root = mkdtempSync(join(tmpdir(), 'who-says-'));
  for (const count of [10, 100, 1000]) {
    const content = join(root, `content-${count}`);
    mkdirSync(join(content, 'exercises'), { recursive: true });
    cpSync('content/glossary.yaml', join(content, 'glossary.yaml'));
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
    console.log(
      `  ${String(count).padStart(5)} cases   ${seconds.toFixed(1).padStart(6)} s   ${((seconds / count) * 1000).toFixed(0).padStart(5)} ms a case   peak ${(rss / 1024).toFixed(0)} MiB`,
    );
    rmSync(join(root, `dist-${count}`), { recursive: true });
  }
  rmSync(root, { recursive: true });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
