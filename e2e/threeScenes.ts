import { expect, type Page } from '@playwright/test';
import { pictureIsReady } from './panes';
import { openDemo } from './steps';

export const list = (page: Page) => page.locator('.scenes ol');
export const titles = (page: Page) => list(page).locator('.scene-title');
const caption = (page: Page) => page.getByRole('textbox', { name: 'Caption' });

export async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => window.location.assign(hash), `#/case/${place}`);
  await pictureIsReady(page);
}

/** Ctrl and the wheel over the main pane. */
export async function zoomIn(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.locator('[data-place="main"] canvas').boundingBox())!;
  await page.mouse.move(x + 0.55 * width, y + 0.4 * height);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -600);
  await page.keyboard.up('Control');
  await page.waitForTimeout(400);
}

export async function keep(page: Page, words: string, notes = ''): Promise<void> {
  const before = await titles(page).count();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('k');
  await expect(titles(page)).toHaveCount(before + 1);
  await caption(page).fill(words);
  if (notes) await page.getByRole('textbox', { name: 'Notes' }).fill(notes);
}

/** Three scenes of two cases: errors zoomed in, reference and prediction in the coronal plane, 3D. */
export async function buildThree(page: Page): Promise<void> {
  await openDemo(page);
  await goTo(page, 'DEMO-003?model=region-trained&view=errors&structure=region:2,3&layout=axial');
  await zoomIn(page);
  await keep(page, 'The core is overdrawn', 'Mention that the rim was drawn by two readers.');
  await goTo(page, 'DEMO-005?model=region-trained&view=prediction&structure=region:1,2,3&layout=coronal');
  await keep(page, 'The outline fits', 'Ask for questions.');
  await page.getByRole('button', { name: 'Reset the picture' }).click();
  await goTo(page, 'DEMO-003?model=label-trained&view=prediction&structure=label:3&layout=render');
  await keep(page, 'Seen from the side');
  await expect(titles(page)).toHaveText(['The core is overdrawn', 'The outline fits', 'Seen from the side']);
}
