import { expect, test } from '@playwright/test';
import { diceOf } from './diceOf';
import { generatedScores } from './generatedScores';
import { alone, heapInUse, longestTask, longestTaskMs, mainThreadClock } from './mainThread';
import { filesToDrop } from './steps';

const caseCount = 1251;
/** Ten models, 12,510 rows, hold on a quiet machine (MODELS=10); what CI has time for is two. */
const modelCount = Number(process.env.MODELS ?? 2);
const models = [
  'region-net',
  'label-net',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
models.length = modelCount;
const rowCount = caseCount * models.length;
const scrollSteps = 40;
const attempts = 3;

test(
  `opens, filters, sorts, brushes and brings back 1,251 cases of ${modelCount} models with no task over 100 ms`,
  alone,
  async ({ page, browser }) => {
    test.slow();
    const scores = generatedScores(caseCount, models);
    const dice = scores.cases.map(({ confusion, case: id }) => ({
      id,
      value: diceOf([3], confusion.counts, confusion.labels),
    }));
    const known = dice.filter(({ value }) => !Number.isNaN(value));
    const worst = known.reduce((low, next) => (next.value < low.value ? next : low));
    const missing = dice.length - known.length;
    expect(missing).toBeGreaterThan(10);
    const content = Buffer.from(JSON.stringify(scores));
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'Open the demo' })).toBeVisible();
    const drop = await filesToDrop(page, [{ name: 'scores.json', content }]);

    const table = page.getByRole('grid', { name: 'Cases and models' });
    const rows = (count: number) => page.getByText(`${count} of ${rowCount} rows`);
    const chart = page.locator('.chart-panel .plot-dots');
    const foot = page.getByRole('row', { name: /^mean region-net/ });
    const whole = async () => {
      await expect(rows(rowCount)).toBeVisible({ timeout: 30_000 });
      await expect(chart.first()).toBeAttached();
      // The interval of the means comes from a worker.
      await expect(foot).toContainText(/0\.\d{3} 0\.\d{3}…0\.\d{3}/);
    };
    const filter = page.getByRole('textbox', { name: 'Case, model, note' });
    const columnOf = (name: string) => table.getByRole('columnheader', { name, exact: true });
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    const surface = page.locator('.chart-panel .plot-surface');
    const inChart = async (x: number, y: number) => {
      const box = await surface.boundingBox();
      if (!box) throw new Error('no chart');
      return [box.x + box.width * x, box.y + box.height * y] as const;
    };
    const acts: Record<string, () => Promise<void>> = {
      open: async () => {
        await drop();
        await whole();
      },
      filter: async () => {
        await filter.pressSequentially('MADE-0777');
        await expect(rows(models.length)).toBeVisible();
        await expect(table.getByRole('row', { name: /MADE-0777 label-net/ })).toBeVisible();
        await filter.fill('');
        await expect(rows(rowCount)).toBeVisible();
      },
      sort: async () => {
        await columnOf('Case').getByRole('button').click();
        await columnOf('ET').getByRole('button').click();
        await expect(table.locator('tr.row').first()).toContainText(worst.id);
        await columnOf('NCR')
          .getByRole('button')
          .click({ modifiers: ['Shift'] });
        await expect(columnOf('NCR')).toHaveAttribute('aria-sort', 'ascending');
        await expect(table.locator('th[aria-sort]')).toHaveCount(2);
        await expect(table.locator('tr.row').first()).toContainText(worst.id);
      },
      // Numbers that do not exist stand last, whichever way the others go.
      jump: async () => {
        await table.focus();
        await page.keyboard.press('End');
        await expect(table.locator('tr.row').last()).toContainText('–');
        await expect(table.locator('tr[aria-selected="true"]')).toBeVisible();
        await page.keyboard.press('Home');
        await expect(table.locator('tr.row').first()).toHaveAttribute('aria-selected', 'true');
      },
      hover: async () => {
        for (let step = 0; step < 20; step++)
          await page.mouse.move(...(await inChart(0.1 + 0.04 * step, 0.4)));
      },
      brush: async () => {
        await page.mouse.move(...(await inChart(0.6, 0.55)));
        await page.mouse.down();
        await page.mouse.move(...(await inChart(0.95, 0.98)), { steps: 8 });
        await page.mouse.up();
        const chip = page.getByText(/rows from the chart/);
        await expect(chip).toBeVisible();
        const brushed = Number((await chip.textContent())?.match(/\d+/)?.[0]);
        expect(brushed).toBeGreaterThan(0);
        expect(brushed).toBeLessThan(rowCount);
        await expect(rows(brushed)).toBeVisible();
        await page.getByRole('button', { name: 'Show all rows' }).click();
        await expect(rows(rowCount)).toBeVisible();
      },
      charts: async () => {
        for (const name of ['Structures × cases', 'Cumulative distribution', 'Region against label']) {
          await page.getByRole('combobox', { name: 'Chart' }).click();
          await page.getByRole('option', { name }).click();
          await expect(page.getByRole('figure', { name })).toBeVisible();
          await expect(surface).toBeVisible();
        }
      },
      tabs: async () => {
        await tab('Gap').click();
        await expect(
          page.getByRole('img', { name: 'Gap against the size of the label in the reference' }),
        ).toBeVisible();
        await expect(page.getByRole('row', { name: /^tumor_core → NCR · label-net/ })).toBeVisible();
        await tab('Compare models').click();
        await expect(page.getByRole('row', { name: /^ET / }).first()).toContainText(/0\.\d{3}/);
        await tab('Triage').click();
        await expect(page.getByRole('list', { name: 'Cases that stand out' })).toBeVisible();
        await tab('Table & charts').click();
        await whole();
      },
      language: async () => {
        await page.getByRole('button', { name: 'Switch to 中文' }).click();
        await expect(page.getByRole('grid', { name: '病例与模型' })).toBeVisible();
        await page.getByRole('button', { name: '切换为 English' }).click();
        await whole();
      },
      convention: async () => {
        // Where one is empty, BraTS has a number and nnU-Net none.
        const mean = await foot.textContent();
        for (const name of ['BraTS 2023', 'nnU-Net']) {
          await page.getByRole('combobox', { name: 'Convention', exact: true }).click();
          await page.getByRole('option', { name, exact: true }).click();
          if (name === 'nnU-Net') await expect(foot).toHaveText(mean ?? '');
          else await expect(foot).not.toHaveText(mean ?? '');
        }
      },
      scheme: async () => {
        await page.getByRole('button', { name: /^Scheme:/ }).click();
        await page.getByRole('button', { name: 'Edit', exact: true }).click();
        await page.getByLabel('Name of label 1').fill('NCR/NET');
        await page.getByRole('button', { name: 'Use this scheme' }).click();
        await expect(columnOf('NCR/NET').first()).toBeVisible();
      },
      reload: async () => {
        await page.reload();
        await whole();
      },
    };
    const tasks: Record<string, number> = {};
    for (const [name, act] of Object.entries(acts)) {
      if (name === 'reload') await page.waitForTimeout(2000);
      // A core that is shared makes even processor time longer: only what is long again and again is.
      for (let attempt = 0; attempt < attempts; attempt++) {
        const longest = Math.round(await longestTask(browser, page, act));
        tasks[name] = Math.min(tasks[name] ?? longest, longest);
        if (longest <= longestTaskMs) break;
      }
      // Only the rows in sight are in the page.
      expect(await table.getByRole('row').count()).toBeLessThan(80);
    }
    test.info().annotations.push({ type: 'longest task (ms)', description: JSON.stringify(tasks) });
    expect(Object.entries(tasks).filter(([, ms]) => ms > longestTaskMs)).toEqual([]);

    const session = await page.context().newCDPSession(page);
    const spent = await mainThreadClock(page);
    // Whatever else runs on the machine can only lengthen a frame, so the quickest of three counts.
    const frames: number[] = [];
    for (let attempt = 0; attempt < attempts; attempt++) {
      const before = await spent();
      await page.locator('.rows-box').evaluate(async (box, count) => {
        for (let step = 0; step < count; step++) {
          box.scrollTop += 100;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      }, scrollSteps);
      frames.push(((await spent()) - before) / scrollSteps);
    }
    const frame = Math.min(...frames);
    test.info().annotations.push({ type: 'scrolling (ms a frame)', description: frame.toFixed(1) });
    expect(frame).toBeLessThan(1000 / 60);

    const round = async () => {
      await columnOf('Case').getByRole('button').click();
      await acts.filter();
      await acts.tabs();
    };
    await round();
    const inUse = await heapInUse(session);
    for (let repeat = 0; repeat < 2; repeat++) await round();
    const grown = (await heapInUse(session)) - inUse;
    test
      .info()
      .annotations.push({ type: 'heap', description: `${inUse.toFixed(1)} MB, +${grown.toFixed(1)}` });
    expect(grown).toBeLessThan(5);
  },
);
