import { expect, type Page, test } from '@playwright/test';

/** Makes a report of the scenes alone, without pages of cases, and gives the path of the saved file. */
export async function saveReport(page: Page): Promise<string> {
  await page.evaluate(() => window.location.assign('#/cohort'));
  await page.getByRole('button', { name: 'Report …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a report' });
  await dialog.getByLabel('Case pages', { exact: true }).first().fill('0');
  const download = page.waitForEvent('download', { timeout: 90_000 });
  await dialog.getByRole('button', { name: 'Make report' }).click();
  const path = test.info().outputPath('report.html');
  await (await download).saveAs(path);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return path;
}
