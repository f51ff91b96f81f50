import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const debianChromium = '/usr/bin/chromium';
const isRoot = process.getuid?.() === 0;
// Two checkouts can be tested at once on ports of their own.
const port = process.env.PORT ?? '4173';

export default defineConfig({
  testDir: 'e2e',
  // No claim about speed, which the tests of `alone` make: a machine may be three times slower than another.
  timeout: 180_000,
  // Two tests draw large pictures in software on two cores: what a person sees at once may take its time here.
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A machine that is busy for a moment is no defect; what passes only on the second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    // Recording every first run costs a third of its processor time.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: existsSync(debianChromium) ? debianChromium : undefined,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-quic',
        '--enable-unsafe-swiftshader',
        // In software a program is compiled when it first draws, instead of all 49 of every canvas at its start.
        '--disable-angle-features=warmUpPipelineCacheAtLink',
      ],
    },
  },
  projects: [
    { name: 'together', grepInvert: /@alone/ },
    // Playwright's own trace copies the whole page after every step, on the thread that is measured here.
    { name: 'alone', grep: /@alone/, workers: 1, use: { trace: 'off' } },
  ],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --strictPort --port ${port}`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: !process.env.CI,
  },
});
