import { test as base, type Page } from '@playwright/test';
import { contradicting } from './panes';
import { openSample, stopMeasuring } from './steps';

/** Several pixels to a voxel, so that the middle of a voxel is never at the edge of a pixel. */
export const largeViewport = { width: 2560, height: 1440 };

/**
 * With `samplePage`, a page on which the contradicting sample is opened and scored, and nothing goes on in the
 * background. The tests of a worker share it, since opening takes most of their time; `showSlice` of panes.ts
 * brings every setting of the picture back to its start.
 */
export const test = base.extend<object, { samplePage: Page }>({
  samplePage: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext({ baseURL: project.use.baseURL, viewport: largeViewport });
      const page = await context.newPage();
      await openSample(page, contradicting.folder);
      await stopMeasuring(page);
      await use(page);
      await context.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});
