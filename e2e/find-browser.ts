/**
 * Makes sure that there is a browser for the browser tests: one that is here, else Playwright's own, else the
 * system's package. Says what to do when none can be had.
 */
import { spawnSync } from 'node:child_process';
import { installedBrowser } from './browser.ts';

const attempts: [title: string, command: string, possible: boolean][] = [
  ['Playwright’s own Chromium', 'npx playwright install chromium', true],
  [
    'Debian’s or Ubuntu’s package',
    'apt-get update && apt-get install -y --no-install-recommends chromium',
    isRootWith('apt-get'),
  ],
  ['Alpine’s package', 'apk add chromium', isRootWith('apk')],
  ['Fedora’s package', 'dnf install -y chromium', isRootWith('dnf')],
];

for (const [title, command, possible] of attempts) {
  if (installedBrowser()) break;
  if (!possible) continue;
  console.log(`No browser found. Trying ${title}: ${command}`);
  spawnSync(command, { shell: true, stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
}

const found = installedBrowser();
if (found) {
  console.log(`Browser tests run in ${found}`);
} else {
  console.error(
    'The browser tests need Chromium, Chrome or Edge, and none is here or could be installed.\n' +
      'Install one, or name its path: CHROMIUM=/path/to/chrome npm test\n' +
      'Everything but the browser tests has been run.',
  );
  process.exitCode = 1;
}

function isRootWith(command: string): boolean {
  return process.getuid?.() === 0 && spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
