import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './sharedPages';
import {
  clickFirstPoint,
  dropFiles,
  firstPoint,
  openDemo,
  openSample,
  savedScores,
  scored,
  sharedPath,
} from './steps';

interface ReferenceEntry {
  dataset: string;
  case: string;
  model: string;
  confusion_ref_rows_pred_cols: number[][];
  structures: Record<
    string,
    { Dice: number | null; IoU: number | null; TP: number; FP: number; FN: number; TN: number }
  >;
  gap: Record<string, { volume_effect: number; accumulated_child_error: number; relief: number }>;
}

const labelsOf: Record<string, string> = { WT: '1,2,3', TC: '1,2', ET: '1', ED: '3', NCR: '2' };

for (const [folder, dataset, scoredPairs] of [
  ['brats-ssa', 'brats-ssa', 4],
  ['brats-ped', 'brats-ped', 2],
  ['lumiere-nnunet', 'lumiere', 7],
] as const) {
  test(`drops ${folder}, saves the scores, and finds every figure of the original implementations`, async ({
    page,
  }) => {
    const entries: ReferenceEntry[] = JSON.parse(
      readFileSync(sharedPath('reference/overlap-surface-gap.json'), 'utf8'),
    );
    await openSample(page, folder);
    const saved = await savedScores(page);
    expect(saved.format).toBe('regionlens.scores');
    expect(saved.profile).toBe('nnunet');
    expect(saved.cases).toHaveLength(scoredPairs);
    const expected = entries.filter((entry) => entry.dataset === dataset);
    expect(expected.length).toBeGreaterThan(0);
    for (const entry of expected) {
      const found = saved.cases.find(
        (item: { case: string; model: string }) =>
          item.case === entry.case && item.model.toLowerCase() === entry.model.toLowerCase(),
      );
      expect(found, `${entry.case} ${entry.model}`).toBeDefined();
      for (const [name, figures] of Object.entries(entry.structures)) {
        const structure = found.structures.find(
          ({ labels, kind }: { labels: number[]; kind: string }) =>
            labels.join() === labelsOf[name] && (labels.length > 1 || kind === 'label'),
        );
        const { tp, fp, fn, tn } = structure;
        expect({ tp, fp, fn, tn }).toEqual({
          tp: figures.TP,
          fp: figures.FP,
          fn: figures.FN,
          tn: figures.TN,
        });
        if (figures.Dice === null || Number.isNaN(figures.Dice)) expect(structure.dice).toBeNull();
        else expect(Math.abs(structure.dice - figures.Dice)).toBeLessThan(1e-12);
      }
      for (const pair of found.pairs) {
        if (pair.gap === null) continue;
        const sum = pair.volumeEffect + pair.accumulatedError - pair.relief;
        expect(Math.abs(pair.gap - sum)).toBeLessThan(1e-12);
      }
    }
  });
}

test('opens the demo: twelve made-up cases of two models, scored in a worker, no request leaves the origin', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  const violations: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !/^(data|blob):/.test(request.url()))
      foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  await openDemo(page);
  const workers = page.workers().map((worker) => worker.url());
  expect(workers.some((url) => url.includes('scoring.worker'))).toBe(true);
  const saved = await savedScores(page);
  expect(new Set(saved.cases.map((item: { case: string }) => item.case)).size).toBeGreaterThanOrEqual(12);
  const gaps = saved.cases.flatMap(({ pairs }: { pairs: { gap: number | null }[] }) =>
    pairs.map(({ gap }) => gap),
  );
  expect(Math.max(...gaps)).toBeGreaterThan(0.05);
  expect(Math.min(...gaps)).toBeLessThan(-0.01);

  await clickFirstPoint(page);
  await expect(page).toHaveURL(/#\/case\/DEMO-\d+/);
  await expect(page.getByRole('img', { name: 'Errors by cause' })).toBeVisible({ timeout: 30_000 });
  expect(foreign).toEqual([]);
  expect(violations).toEqual([]);
});

test('scores stop without the worker: nothing is scored on the page itself', async ({ page }) => {
  await page.route('**/scoring.worker*', (route) => route.abort());
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the demo' }).click();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Mean over cases' })).toHaveCount(0);
});

test('saves the scores and drops them again: the same numbers without the volumes', async ({ page }) => {
  await openDemo(page);
  // What is checked and measured after the scores belongs to the file as well.
  await expect(page.getByText('not checked yet')).toHaveCount(0, { timeout: 60_000 });
  await scored(page);
  const saved = await savedScores(page);
  const before = await page.getByRole('row', { name: /DEMO-003 region-trained/ }).textContent();
  await page.goto('/#/');
  await page.reload();
  await dropFiles(page, [{ name: 'scores.json', content: Buffer.from(JSON.stringify(saved)) }]);
  await scored(page);
  await expect(page.getByRole('row', { name: /DEMO-003 region-trained/ })).toHaveText(before ?? '');
  expect(await savedScores(page)).toEqual(saved);

  // What nnU-Net or an operating system leaves behind says nothing about a case, and closes none.
  for (const [name, said] of [
    ['plans.json', /plans\.json (Nothing here|This is not valid JSON)/],
    ['progress.png', 'progress.png Nothing here belongs to a case'],
    ['dataset.json', 'dataset.json This is not valid JSON'],
    ['page.html', 'page.html Nothing here belongs to a case'],
  ] as const) {
    await dropFiles(page, [{ name, content: Buffer.from('oops') }]);
    await expect(page.getByRole('alert')).toContainText(said);
    await expect(page.getByText('24 of 24 rows')).toBeVisible();
  }
});

test('saves a table that names the convention in every row', async ({ demoPage: page }) => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save table (CSV)' }).click();
  const rows = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\n');
  expect(rows[0]).toContain('convention');
  expect(rows).toHaveLength(1 + 12 * 2 * 6);
  expect(rows.slice(1).every((row) => row.includes(',nnunet,'))).toBe(true);
});

test('finds nothing of the cohort cut, blank, pale or too small to hit, and every drag in the help', async ({
  demoPage: page,
}) => {
  await expect(page.locator('.rows-table .case-link').first()).toBeVisible();
  const found = await page.evaluate(() => {
    const panel = document.querySelector('.cohort-panel')!;
    const last = Math.max(
      ...[...panel.querySelectorAll('.rows-box, .chart-panel')].map(
        (box) => box.getBoundingClientRect().bottom,
      ),
    );
    const cut = [...document.querySelectorAll('.head-of, .cut-start')].filter(
      (text) => text.scrollWidth > text.clientWidth + 1,
    );
    const small = [...document.querySelectorAll('.cohort-screen button')].filter((button) => {
      const { height } = button.getBoundingClientRect();
      const reach = -2 * (Number.parseFloat(getComputedStyle(button, '::after').top) || 0);
      return height > 0 && height + reach < 23.5;
    });
    return {
      blank: panel.scrollHeight - panel.scrollTop - (last - panel.getBoundingClientRect().top) - 20 > 0,
      cut: cut.map((text) => text.textContent),
      small: small.map((button) => button.textContent || button.ariaLabel),
    };
  });
  expect(found).toEqual({ blank: false, cut: [], small: [] });

  const tip = page.locator('.plot-tip span');
  // A late finding above moves the chart.
  await expect(async () => {
    const { x, y } = await firstPoint(page);
    await page.mouse.move(x + 30, y + 30);
    await page.mouse.move(x, y);
    await expect(tip).toContainText('DEMO', { timeout: 1000 });
  }).toPass();
  expect(await tip.evaluate((text) => getComputedStyle(text).backgroundColor)).toMatch(/^rgb\(/);

  const edges = () =>
    page
      .locator('.cohort-screen .swatch')
      .evaluateAll((all) => [...new Set(all.map((mark) => getComputedStyle(mark).boxShadow))].join());
  await page.getByRole('button', { name: 'Switch between dark and light' }).click();
  expect(await edges()).toContain('rgb(107, 114, 128)');
  await page.getByRole('button', { name: 'Switch between dark and light' }).click();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog');
  for (const drag of ['Shift-drag', 'Drag in the 3D picture', 'Drag the line of a curtain']) {
    await expect(help).toContainText(drag);
  }
  const fontOf = (element: Element) => getComputedStyle(element).fontFamily;
  expect(await help.getByRole('heading').first().evaluate(fontOf)).toBe(
    await page.locator('body').evaluate(fontOf),
  );
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(page.getByText('24 of 24 rows')).toBeVisible();
});

test('a double click saves a file once', async ({ demoPage: page }) => {
  let saved = 0;
  const count = () => saved++;
  page.on('download', count);
  const button = page.getByRole('button', { name: 'Save table (CSV)' });
  await button.dblclick({ delay: 50 });
  await expect(button).toBeEnabled();
  await page.waitForTimeout(300);
  page.off('download', count);
  expect(saved).toBe(1);
});

test('names a file that is of no use, on whatever screen it is dropped, and leaves what is open', async ({
  demoPage: page,
}) => {
  await clickFirstPoint(page);
  const place = page.getByRole('navigation').locator('[aria-current="page"]');
  await expect(place).toHaveText(/DEMO/i);
  const shown = (await place.textContent()) ?? '';
  const alert = page.getByRole('alert');
  const drop = (...names: string[]) =>
    dropFiles(
      page,
      names.map((name) => ({ name, content: Buffer.from('{\n  "format": "regionlens.scores", oops') })),
    );
  await drop('scores.json');
  await expect(alert).toContainText(/scores\.json This is not valid JSON/);
  await drop('notes.json', 'beach.jpg');
  await expect(alert).toContainText('notes.json, beach.jpg Nothing here belongs to a case');
  await dropFiles(page, [{ name: 'notes.json', content: Buffer.from('{\n  "a": oops') }]);
  await expect(alert).toContainText('notes.json This is not valid JSON: 2:8.');
  await expect(place).toHaveText(shown);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(alert).toHaveCount(0);
  await page.getByRole('navigation').getByRole('button').first().click();
  await expect(page.getByText('24 of 24 rows')).toBeVisible();
});

test('asks what the labels mean before it scores files that do not say so', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Choose a folder').setInputFiles(sharedPath('data/brats-ssa'));
  const dialog = page.getByRole('dialog', { name: 'What do the labels mean?' });
  await expect(dialog).toContainText('sample data');
  await page.waitForTimeout(500);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Use this scheme' }).click();
  await scored(page);
  await expect(page.getByRole('row', { name: /SSA-00230-000 nnUnet/ })).toContainText('+0.143');
});

test('reads in Chinese, and stays so after a reload', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Switch to 中文' }).click();
  await expect(page.getByRole('button', { name: '打开演示数据' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: '打开演示数据' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('overlays images and label maps whose headers contradict each other by voxel, and says so', async ({
  page,
}) => {
  await openSample(page, 'brats-ssa');
  await page
    .getByRole('row', { name: /SSA-00230-000 nnUnet/ })
    .getByRole('button', { name: /SSA-00230/ })
    .click();
  await expect(
    page.getByText(/Headers contradict each other by up to \d+\.\d\d mm: overlaid voxel by voxel/),
  ).toBeVisible({
    timeout: 30_000,
  });
});
