import { readFileSync, writeFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { alone, longestTask } from './mainThread';
import { test } from './sharedPages';
import { dropFiles, openDemo, openSample, savedScores } from './steps';
import { violations } from './violations';

interface Choices {
  pages?: number;
  isAnonymous?: boolean;
  isChinese?: boolean;
}

/** Makes a report through the page and reads the file. */
async function madeReport(page: Page, { pages, isAnonymous, isChinese }: Choices = {}): Promise<string> {
  await page.getByRole('button', { name: 'Report …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a report' });
  if (pages !== undefined) await dialog.getByLabel('Case pages', { exact: true }).first().fill(String(pages));
  if (isAnonymous) await dialog.getByLabel('Numbers instead of case names').check();
  if (isChinese) await dialog.getByText('中文').click();
  const download = page.waitForEvent('download', { timeout: 90_000 });
  await dialog.getByRole('button', { name: 'Make report' }).click();
  const html = readFileSync(await (await download).path(), 'utf8');
  await expect(dialog.getByText(/The report is made/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return html;
}

/** Opens a report as a file of its own, with the network cut off; tells what it complains of and asks for. */
async function openedReport(context: BrowserContext, html: string, path: string) {
  writeFileSync(path, html);
  await context.setOffline(true);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) requests.push(request.url());
  });
  await page.goto(`file://${path}`);
  return { page, complaints, requests };
}

test('makes the report of the sample data, which opens without network, asks for nothing and prints', async ({
  page,
  context,
}, info) => {
  await openSample(page, 'brats-ssa');
  await expect(page.getByText(/Measuring surfaces/)).toHaveCount(0, { timeout: 80_000 });
  const html = await madeReport(page);
  expect(html.length).toBeLessThan(15e6);
  const report = await openedReport(context, html, info.outputPath('report.html'));
  await expect(report.page.getByRole('heading', { level: 1 })).toHaveText(/Segmentation report: brats-ssa/);
  await expect(report.page.getByRole('heading', { name: 'Methods' })).toBeVisible();
  await expect(report.page.locator('.case-page')).toHaveCount(2);
  // Each picture really is there: an image of the case beneath, and layers that are no broken addresses.
  const sizes = await report.page.evaluate(async () => {
    const addresses = [...document.querySelectorAll('image')].map(
      (image) => image.getAttribute('href') ?? '',
    );
    return Promise.all(
      addresses.map(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return image.naturalWidth;
      }),
    );
  });
  expect(sizes).toHaveLength(12);
  expect(Math.min(...sizes)).toBeGreaterThan(40);
  expect(await violations(report.page, 'report')).toEqual([]);
  await report.page.pdf({ path: info.outputPath('report.pdf'), preferCSSPageSize: true });
  expect(report.complaints).toEqual([]);
  expect(report.requests).toEqual([]);
});

test('makes the report with numbers for names: no name or path is left anywhere, and the scores come back', async ({
  page,
}) => {
  await openDemo(page);
  await expect(page.getByText(/Measuring surfaces/)).toHaveCount(0, { timeout: 80_000 });
  const before = await savedScores(page);
  const html = await madeReport(page, { pages: 3, isAnonymous: true, isChinese: true });
  const names = before.cases.flatMap((item: Scored) => [
    item.case,
    item.reference.file,
    item.prediction.file,
  ]);
  expect(names.filter((name: string) => html.includes(name))).toEqual([]);
  expect(html).not.toMatch(/\.nii|\.npz|labelsTr|imagesTr|predictions_/);
  expect(html).toContain('病例 01');
  await dropFiles(page, [{ name: 'report.html', content: Buffer.from(html) }]);
  await expect(page.getByText('病例 01').first()).toBeVisible();
  const after = await savedScores(page);
  const numbersOf = ({ confusion, structures, pairs }: Scored) => ({ confusion, structures, pairs });
  expect(after.cases.map(numbersOf)).toEqual(before.cases.map(numbersOf));
});

interface Scored {
  case: string;
  reference: { file: string };
  prediction: { file: string };
  confusion: unknown;
  structures: unknown;
  pairs: unknown;
}

test('stops making a report when asked, and makes none', async ({ demoPage: page }) => {
  await page.getByRole('button', { name: 'Report …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a report' });
  const form = '[role=dialog] form, [role=dialog] .mantine-Stack-root';
  expect(await violations(page, 'making a report', { within: form })).toEqual([]);
  let isDownloaded = false;
  page.on('download', () => {
    isDownloaded = true;
  });
  await dialog.getByRole('button', { name: 'Make report' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByText('Stopped. Nothing was made.')).toBeVisible();
  expect(isDownloaded).toBe(false);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test(
  'makes the report of 1,251 cases of two models in under a minute, and never holds the page up',
  alone,
  async ({ page, browser }) => {
    await openSample(page, 'brats-ssa');
    await expect(page.getByText(/Measuring surfaces/)).toHaveCount(0, { timeout: 80_000 });
    const path = test.info().outputPath('many.json');
    writeFileSync(path, JSON.stringify(manyCases(await savedScores(page), 1251)));
    await page.goto('about:blank');
    await page.goto('/#/');
    await page.getByLabel('Choose files').setInputFiles(path);
    await expect(page.getByText('1251 cases')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Report …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a report' });
    await dialog.getByLabel('Case pages', { exact: true }).first().fill('30');
    let file = '';
    let seconds = 0;
    const longest = await longestTask(browser, page, async () => {
      const begun = Date.now();
      const download = page.waitForEvent('download', { timeout: 90_000 });
      await dialog.getByRole('button', { name: 'Make report' }).click();
      file = await (await download).path();
      seconds = (Date.now() - begun) / 1000;
    });
    const megabytes = readFileSync(file).length / 1e6;
    test.info().annotations.push({
      type: 'measured',
      description: `${seconds.toFixed(1)} s, ${megabytes.toFixed(1)} MB, longest task ${longest.toFixed(0)} ms`,
    });
    expect(seconds).toBeLessThan(60);
    expect(megabytes).toBeLessThan(15);
    expect(longest).toBeLessThan(200);
  },
);

const curves = ['areaByDistance', 'areaMm2', 'errorsByDistance', 'regionCurves', 'labelCurves', 'components'];

/** The same cases again and again under other names, their curves and lists left out as in any large file. */
function manyCases(scores: { cases: Record<string, unknown>[] }, count: number) {
  const brief: typeof scores = JSON.parse(JSON.stringify(scores), (key, value) => {
    const isList = key === 'lesions' && Array.isArray(value);
    return curves.includes(key) || isList ? undefined : value;
  });
  const models = ['first', 'second'];
  const cases = Array.from({ length: count }, (_, index) =>
    models.map((model, place) => ({
      ...brief.cases[(index * 2 + place) % brief.cases.length],
      case: `Case-${String(index).padStart(5, '0')}`,
      model,
    })),
  );
  return { ...brief, cases: cases.flat() };
}

test('saves a chart at the width and resolution that a paper asks for, dark letters on white', async ({
  demoPage: page,
}) => {
  const chart = page.getByRole('figure', { name: /^Region against label/ });
  const shown = await chart.boundingBox();
  await page.getByRole('button', { name: 'Save figure' }).first().click();
  const saved = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return readFileSync(await (await download).path());
  };
  const svg = (await saved('Save as SVG')).toString();
  expect(svg).toMatch(/^<svg [^>]*width="85mm"/);
  expect(svg).not.toMatch(/var\(--|<style|class=/);
  expect(svg).toContain('fill="#ffffff"');
  expect(svg).not.toContain('rgb(228, 231, 236)');
  const png = await saved('Save as PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
  expect(png.readUInt32BE(16)).toBeLessThan(1010);
  expect(png.subarray(37, 41).toString()).toBe('pHYs');
  expect(png.length).toBeGreaterThan(5000);
  writeFileSync(test.info().outputPath('figure.png'), png);
  expect(await chart.boundingBox()).toEqual(shown);
  expect(svg).toContain('>region-trained</text>');
});
