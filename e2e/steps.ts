import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, type JSHandle, type Page, test } from '@playwright/test';

const shared = '../shared';

/** A path in ../shared; the test skips, saying so, where that folder is missing. */
export function sharedPath(path: string): string {
  test.skip(!existsSync(`${shared}/${path}`), `needs ${shared}/${path}`);
  return `${shared}/${path}`;
}

export async function chooseFolder(page: Page, path: string): Promise<void> {
  await page.getByLabel(/^(Choose a folder|Add a folder)$/).setInputFiles(path);
}

/** Opens a sample folder in which the question for the scheme comes up, and answers with the guess. */
export async function openSample(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await chooseFolder(page, sharedPath(`data/${name}`));
  const useGuess = page.getByRole('button', { name: 'Use this scheme' });
  const table = page.getByRole('heading', { name: 'Mean over cases' });
  await expect(useGuess.or(table).first()).toBeVisible();
  if (await useGuess.isVisible()) await useGuess.click();
  await scored(page);
}

export async function openDemo(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the demo' }).click();
  await expect(page.getByRole('heading', { name: 'Mean over cases' })).toBeVisible({ timeout: 120_000 });
  await scored(page);
}

/** Waits until nothing is being read or scored any more; what takes longer may go on in the background. */
export async function scored(page: Page): Promise<void> {
  const scoring = page.getByRole('progressbar', {
    name: /^(Making|Reading|Scoring|正在生成|正在读取|正在评分)/,
  });
  await expect(scoring).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText('waiting', { exact: true })).toHaveCount(0);
}

/** Stops the background work, as a person may: on two cores it slows down the picture that is looked at. */
export async function stopMeasuring(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: 'Cancel', exact: true })
    .click({ timeout: 1500 })
    .catch(() => {});
}

/** Waits until surfaces and lesions of every case are measured, too. */
export async function measured(page: Page): Promise<void> {
  await scored(page);
  for (let quiet = 0; quiet < 3; quiet++) {
    await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 150_000 });
    await page.waitForTimeout(200);
  }
}

/** Saves the scores as JSON through the page and reads the file. */
export async function savedScores(page: Page) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save scores (JSON)' }).click();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
}

/** Files as a person takes them up from the desktop. */
function takeFiles(page: Page, files: { name: string; content: Buffer }[]): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    (items) => {
      const data = new DataTransfer();
      for (const { name, base64 } of items) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    },
    files.map(({ name, content }) => ({ name: basename(name), base64: content.toString('base64') })),
  );
}

/** Takes files up; what is given back drops them on the page. */
export async function filesToDrop(page: Page, files: { name: string; content: Buffer }[]) {
  const dataTransfer = await takeFiles(page, files);
  return async () => {
    await page.dispatchEvent('body', 'dragenter', { dataTransfer });
    await page.locator('.mantine-Dropzone-root').dispatchEvent('drop', { dataTransfer });
  };
}

/** Drops files on the page as a person does from the desktop. */
export async function dropFiles(page: Page, files: { name: string; content: Buffer }[]): Promise<void> {
  const drop = await filesToDrop(page, files);
  await drop();
}

/** Where the first point of the chart is on the page. */
export async function firstPoint(page: Page): Promise<{ x: number; y: number }> {
  const dots = page.locator('.cohort-chart .plot-dots[d^="M"]').first();
  const found = /^M([\d.-]+) ([\d.-]+)a([\d.]+)/.exec((await dots.getAttribute('d')) ?? '');
  const box = await page.locator('.cohort-chart .recharts-surface').first().boundingBox();
  if (!found || !box) throw new Error('the chart has no point');
  return { x: box.x + Number(found[1]) + Number(found[3]), y: box.y + Number(found[2]) };
}

export async function clickFirstPoint(page: Page): Promise<void> {
  const { x, y } = await firstPoint(page);
  await page.mouse.click(x, y);
}
