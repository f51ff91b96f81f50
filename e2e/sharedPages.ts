import { type Browser, test as base, type Page, type WorkerInfo } from '@playwright/test';
import { contradicting } from './panes';
import { openDemo, openSample, stopMeasuring } from './steps';
import { buildThree } from './threeScenes';

/** Several pixels to a voxel, so that the middle of a voxel is never at the edge of a pixel. */
export const largeViewport = { width: 2560, height: 1440 };

/**
 * A page that all tests of a worker share, since opening files takes most of their time: for tests that look,
 * and leave everything as it was.
 */
function sharedPage(open: (page: Page) => Promise<void>, viewport?: typeof largeViewport) {
  const fixture = async (
    { browser }: { browser: Browser },
    use: (page: Page) => Promise<void>,
    { project }: WorkerInfo,
  ) => {
    const { baseURL, viewport: usual } = project.use;
    const context = await browser.newContext({ baseURL, viewport: viewport ?? usual });
    const page = await context.newPage();
    await open(page);
    await use(page);
    await context.close();
  };
  return [fixture, { scope: 'worker', timeout: 120_000 }] as [
    typeof fixture,
    { scope: 'worker'; timeout: number },
  ];
}

interface SharedPages {
  /**
   * The contradicting sample, opened and scored, nothing going on in the background; `showSlice` of panes.ts
   * brings every setting of the picture back to its start.
   */
  samplePage: Page;
  /** The demo's cohort, scored. */
  demoPage: Page;
  /** The demo with the three scenes of threeScenes.ts. */
  threeScenes: Page;
}

export const test = base.extend<object, SharedPages>({
  samplePage: sharedPage(async (page) => {
    await openSample(page, contradicting.folder);
    await stopMeasuring(page);
  }, largeViewport),
  demoPage: sharedPage(openDemo),
  threeScenes: sharedPage(buildThree),
});
