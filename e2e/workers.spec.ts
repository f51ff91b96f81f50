import { expect, type Page, test } from '@playwright/test';
import { scored } from './steps';

/** Ends every worker without a word, as a browser short of memory does. */
async function endWorkers(page: Page): Promise<number> {
  const workers = page.workers();
  await Promise.all(workers.map((worker) => worker.evaluate(() => self.close()).catch(() => {})));
  return workers.length;
}

test('a cohort whose workers die without a word, at work and idle, is still scored and shown', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the demo' }).click();
  await expect(page.getByRole('progressbar', { name: /^Scoring/ })).toBeVisible({ timeout: 60_000 });
  expect(await endWorkers(page)).toBeGreaterThan(0);
  await scored(page);
  await expect(page.getByText('could not be scored')).toHaveCount(0);
  const row = page.getByRole('row', { name: /DEMO-012/ }).first();
  await expect(row).toContainText(/0\.\d{3}/);
  expect(await endWorkers(page)).toBeGreaterThan(0);
  await row.getByText('DEMO-012').first().click();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole('tab', { name: 'Errors' }).click();
  await expect(page.getByRole('button', { name: /Missed|Extra/ }).first()).toBeVisible();
});
