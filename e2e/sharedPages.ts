import { test as base, type Page } from '@playwright/test';
import { contradicting } from './panes';
import { openDemo, openSample, stopMeasuring } from './steps';
import { buildThree } from './threeScenes';

/** Several pixels to a voxel, so that the middle of a voxel is never at the edge of a pixel. */
export const largeViewport = { width: 2560, height: 1440 };

/** For tests that look, and leave everything as it was. */
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

type Share = (
  name: keyof SharedPages,
  open: (page: Page) => Promise<void>,
  viewport?: typeof largeViewport,
) => Promise<Page>;

/**
 * Pages that the tests of a worker share, since opening files takes most of their time. They are opened in the
 * first test that asks, not before it: a test without its data skips, and so does the next one.
 */
export const test = base.extend<SharedPages, { share: Share }>({
  share: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport: usual } = project.use;
      const pages = new Map<string, Page>();
      await use(async (name, open, viewport) => {
        const known = pages.get(name);
        if (known) return known;
        const context = await browser.newContext({ baseURL, viewport: viewport ?? usual });
        const page = await context.newPage();
        try {
          await open(page);
        } catch (reason) {
          await context.close();
          throw reason;
        }
        pages.set(name, page);
        return page;
      });
      for (const page of pages.values()) await page.context().close();
    },
    { scope: 'worker' },
  ],
  samplePage: async ({ share }, use) => {
    const open = async (page: Page) => {
      await openSample(page, contradicting.folder);
      await stopMeasuring(page);
    };
    await use(await share('samplePage', open, largeViewport));
  },
  demoPage: async ({ share }, use) => {
    const page = await share('demoPage', openDemo);
    // The test before may have looked at a case.
    await page.evaluate(() => window.location.assign('#/cohort'));
    await use(page);
  },
  threeScenes: async ({ share }, use) => use(await share('threeScenes', buildThree)),
});
