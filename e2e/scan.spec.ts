import { expect, test, type Page } from '@playwright/test';
import encodeQR from 'qr';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '#storage/parcel.ts';
import { splitSequence } from '#storage/qr-sequence.ts';
import { attempt, uuid } from '#storage/samples/attempts.ts';
import { submission } from '#storage/samples/submissions.ts';
import { chromiumArgs, installedBrowser } from './browser.ts';

// A camera that shows a film of codes: the browser plays it over and over.
const [width, height] = [640, 480];
const who = 'K7PM';
const long = submission(1, {
  who,
  attempts: Array.from({ length: 30 }, (_, n) =>
    attempt(uuid(n), { answer: { 'label:toll': String(Math.sin(n)) } }),
  ),
});
const codes = splitSequence(await pack('submission', long));
const folder = mkdtempSync(join(tmpdir(), 'who-says-camera-'));
const film = join(folder, 'codes.y4m');

/** A frame of a film in YUV 4:2:0: a code in the middle of a grey wall. */
function frame(code: string): Buffer {
  const modules = encodeQR(code, 'raw', { ecc: 'low', border: 4 });
  const size = Math.floor((height - 40) / modules.length);
  const [left, top] = [width, height].map((side) => Math.floor((side - size * modules.length) / 2));
  const luma = Buffer.alloc(width * height, 150);
  for (const [row, line] of modules.entries())
    for (const [column, dark] of line.entries())
      for (let y = 0; y < size; y += 1) {
        const at = (top! + row * size + y) * width + left! + column * size;
        luma.fill(dark ? 30 : 225, at, at + size);
      }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
}

// In an order of its own, and the last one first.
const shown = [codes.at(-1)!, 'https://example.org/', ...codes.slice(0, -1)].map(frame);
writeFileSync(
  film,
  Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F2:1 Ip A1:1 C420jpeg\n`),
    ...shown.flatMap((one) => [one, one]),
  ]),
);

const executablePath = installedBrowser();
test.use({
  permissions: ['camera'],
  launchOptions: {
    args: [
      ...chromiumArgs,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    ...(executablePath ? { executablePath } : {}),
  },
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a camera reads the codes of a learner in any order, says which are missing, and adds the whole once', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  expect(codes.length).toBeGreaterThan(2);
  await page.goto('/teach/collect/');
  const way = page.getByRole('region', { name: 'Bring it in' });
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await expect(way.getByRole('status')).toHaveText(/^\d+ of \d+ codes (is|are) here\. Still missing: \d/);
  await expect(way.getByRole('status')).toHaveText(
    '1 new submission for an assignment that is not on this device.',
    { timeout: 30_000 },
  );
  await expect(
    page.getByRole('heading', { name: 'For assignments that are not on this device' }),
  ).toBeVisible();
  await expect(page.getByText('Nothing yet for an assignment that is on this device.')).toBeVisible();
  await page.getByText('Who has handed in').click();
  await expect(page.getByText(who, { exact: true })).toBeVisible();
  // What is no code of ours is told, and stops nothing.
  await expect(page.getByRole('region', { name: 'Not added' })).toContainText('A scanned code');

  // Once it is stopped, the camera is let go.
  const track = await page
    .locator('video')
    .evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getTracks()[0]!);
  expect(await track.evaluate(({ readyState }) => readyState)).toBe('live');
  await expect(page.getByRole('button', { name: 'Stop the camera' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Stop the camera' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Start the camera' })).toBeFocused();
  await expect(page.locator('video')).toHaveCount(0);
  expect(await track.evaluate(({ readyState }) => readyState)).toBe('ended');
  expect(complaints).toEqual([]);
});

/** Lets the test say what the camera sees. @returns what shows it these codes, and waits until they were looked at */
async function camera(page: Page): Promise<(...codes: string[]) => Promise<void>> {
  await page.addInitScript(() => {
    const sight = { codes: [] as string[], looks: 0 };
    function Detector() {
      return {
        detect: async () => {
          sight.looks += 1;
          return sight.codes.map((rawValue) => ({ rawValue }));
        },
      };
    }
    Detector.getSupportedFormats = async () => ['qr_code'];
    Object.assign(window, { sight, BarcodeDetector: Detector });
  });
  const sight = () => page.evaluateHandle(() => (window as unknown as { sight: Sight }).sight);
  return async (...shown) => {
    const its = await sight();
    await its.evaluate((all, to) => void Object.assign(all, { codes: to, looks: 0 }), shown);
    await expect.poll(() => its.evaluate(({ looks }) => looks)).toBeGreaterThan(1);
  };
}
interface Sight {
  codes: string[];
  looks: number;
}

test('codes that were forgotten are taken again when they are held up again', async ({ page }) => {
  const show = await camera(page);
  await page.goto('/teach/collect/');
  const way = page.getByRole('region', { name: 'Bring it in' });
  await page.getByRole('button', { name: 'Start the camera' }).click();
  const words = new RegExp(`^1 of ${codes.length} codes is here`);
  for (let time = 1; time <= 2; time += 1) {
    await show(codes[0]!);
    await expect(way.getByRole('status')).toHaveText(words);
    await show();
    await way.getByRole('button', { name: 'Forget these codes' }).click();
    await expect(way.getByRole('listitem')).toHaveCount(0);
    await expect(way.getByRole('status')).toHaveText('');
  }
});

test('a second press while the camera starts changes nothing', async ({ page }) => {
  await page.goto('/teach/collect/');
  const way = page.getByRole('region', { name: 'Bring it in' });
  const held = await page.evaluateHandle(() => {
    const play = HTMLMediaElement.prototype.play;
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    HTMLMediaElement.prototype.play = async function (this: HTMLMediaElement) {
      await released;
      return play.call(this);
    };
    return { release };
  });
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await expect(page.locator('video')).toBeVisible();
  await page.getByRole('button', { name: 'Starting …' }).click();
  await held.evaluate(({ release }) => release());
  await expect(page.getByRole('button', { name: 'Stop the camera' })).toBeVisible();
  await expect(page.locator('video')).toBeVisible();
  await expect(way.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
});
