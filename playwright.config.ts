import { defineConfig } from '@playwright/test';
import { chromiumArgs, installedBrowser } from './e2e/browser.ts';

/** Another one for tests that run beside others. */
const port = Number(process.env['E2E_PORT'] ?? 4387);
const executablePath = installedBrowser();

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env['CI'],
  reporter: 'list',
  timeout: 45_000,
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'node src/server/start.ts',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
