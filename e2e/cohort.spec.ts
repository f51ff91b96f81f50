import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { generatedScores } from './generatedScores';
import { dropFiles, firstPoint, openDemo, savedScores } from './steps';

const caseCount = 1251;

async function openGenerated(page: Page) {
  const scores = generatedScores(caseCount);
  await page.goto('/');
  await dropFiles(page, [{ name: 'scores.json', content: Buffer.from(JSON.stringify(scores)) }]);
  await expect(page.getByText('2502 of 2502 rows')).toBeVisible({ timeout: 30_000 });
  return scores;
}

/** Dice of a set of labels from a joint histogram, worked out here and not by the page. */
function diceOf(labels: number[], counts: number[][], values: number[]): number {
  let [both, reference, prediction] = [0, 0, 0];
  counts.forEach((row, i) => {
    row.forEach((voxels, j) => {
      const inReference = labels.includes(values[i]);
      const inPrediction = labels.includes(values[j]);
      if (inReference) reference += voxels;
      if (inPrediction) prediction += voxels;
      if (inReference && inPrediction) both += voxels;
    });
  });
  return (2 * both) / (reference + prediction);
}

function meanOf(values: number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** How the page writes a score. */
const written = (value: number) => value.toFixed(3);
const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(3)}`;

async function startWatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const holder = window as unknown as { longTasks: number[] };
    holder.longTasks = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) holder.longTasks.push(Math.round(entry.duration));
    }).observe({ type: 'longtask' });
  });
}

/** The tasks over 50 ms since the last call. */
async function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const holder = window as unknown as { longTasks: number[] };
    const tasks = holder.longTasks;
    holder.longTasks = [];
    return tasks;
  });
}

test('filters, sorts, jumps through and brushes 1,251 cases of two models', async ({ page }) => {
  const scores = await openGenerated(page);
  const table = page.getByRole('grid', { name: 'Cases and models' });
  await startWatch(page);
  const tasks: Record<string, number[]> = {};

  // Only the rows in sight are in the page.
  expect(await table.getByRole('row').count()).toBeLessThan(80);

  await page.getByRole('textbox', { name: 'Case, model, note' }).fill('MADE-0777');
  await expect(page.getByText('2 of 2502 rows')).toBeVisible();
  await expect(table.getByRole('row', { name: /MADE-0777 label-net/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Case, model, note' }).fill('');
  await expect(page.getByText('2502 of 2502 rows')).toBeVisible();
  tasks.filter = await longTasks(page);

  const dice = scores.cases.map(({ confusion, case: id, model }) => ({
    name: `${id} ${model}`,
    value: diceOf([3], confusion.counts, confusion.labels),
  }));
  const worst = dice
    .filter(({ value }) => !Number.isNaN(value))
    .reduce((low, next) => (next.value < low.value ? next : low));
  const head = table.getByRole('columnheader', { name: 'ET', exact: true }).getByRole('button');
  await head.click();
  await expect(table.locator('tr.row').first()).toContainText(worst.name.split(' ')[0]);
  const further = table.getByRole('columnheader', { name: 'NCR', exact: true });
  await further.getByRole('button').click({ modifiers: ['Shift'] });
  await expect(further).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.locator('th[aria-sort]')).toHaveCount(2);
  await expect(table.locator('tr.row').first()).toContainText(worst.name.split(' ')[0]);
  tasks.sort = await longTasks(page);

  // Numbers that do not exist stand last, whichever way the others go.
  const missing = dice.filter(({ value }) => Number.isNaN(value)).length;
  expect(missing).toBeGreaterThan(10);
  await table.focus();
  await page.keyboard.press('End');
  await expect(table.locator('tr.row').last()).toContainText('–');
  await expect(table.locator('tr[aria-selected="true"]')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(table.locator('tr.row').first()).toHaveAttribute('aria-selected', 'true');
  tasks.jump = await longTasks(page);

  await page.locator('.rows-box').evaluate(async (box) => {
    for (let step = 0; step < 30; step++) {
      box.scrollTop += 400;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  tasks.scroll = await longTasks(page);

  const surface = await page.locator('.plot-surface').boundingBox();
  if (!surface) throw new Error('no chart');
  await page.mouse.move(surface.x + surface.width * 0.6, surface.y + surface.height * 0.55);
  await page.mouse.down();
  await page.mouse.move(surface.x + surface.width * 0.95, surface.y + surface.height * 0.98, { steps: 8 });
  await page.mouse.up();
  const chip = page.getByText(/rows from the chart/);
  await expect(chip).toBeVisible();
  const brushed = Number((await chip.textContent())?.match(/\d+/)?.[0]);
  expect(brushed).toBeGreaterThan(0);
  expect(brushed).toBeLessThan(2502);
  await expect(page.getByText(`${brushed} of 2502 rows`)).toBeVisible();
  tasks.brush = await longTasks(page);

  await page.getByRole('button', { name: 'Show all rows' }).click();
  await expect(page.getByText('2502 of 2502 rows')).toBeVisible();
  tasks.clear = await longTasks(page);

  // The aim is 100 ms on a quiet machine; a shared one stretches every task, so only a freeze fails here.
  expect(Math.max(...Object.values(tasks).flat(), 0)).toBeLessThan(1000);
  console.log('main-thread tasks over 50 ms:', JSON.stringify(tasks));
  test.info().annotations.push({ type: 'long tasks (ms)', description: JSON.stringify(tasks) });
});

test('compares region-trained with label-trained as an independent calculation does, and keeps unlike numbers apart', async ({
  page,
}) => {
  await openDemo(page);
  const saved = await savedScores(page);
  await page.getByRole('tab', { name: 'Compare models' }).click();
  await page.getByRole('combobox', { name: 'First model' }).click();
  await page.getByRole('option', { name: 'region-trained' }).click();
  const table = page.getByRole('table', { name: 'The fair comparison' });
  await expect(table.getByRole('columnheader').nth(1)).toHaveText('region-trained');

  type SavedCase = {
    case: string;
    model: string;
    confusion: { labels: number[]; counts: number[][] };
  };
  const structures: { name: string; labels: number[] }[] = [
    ...saved.scheme.regions,
    ...saved.scheme.labels.map((item: { name: string; value: number }) => ({
      name: item.name,
      labels: [item.value],
    })),
  ];
  expect(structures).toHaveLength(6);
  for (const { name, labels } of structures) {
    const byModel = ['region-trained', 'label-trained'].map(
      (model) =>
        new Map(
          saved.cases
            .filter((item: SavedCase) => item.model === model)
            .map((item: SavedCase) => [
              item.case,
              diceOf(labels, item.confusion.counts, item.confusion.labels),
            ]),
        ) as Map<string, number>,
    );
    const both = [...byModel[0].keys()].filter(
      (id) => !Number.isNaN((byModel[0].get(id) ?? Number.NaN) + (byModel[1].get(id) ?? Number.NaN)),
    );
    const [first, second] = byModel.map((scores) => both.map((id) => scores.get(id) ?? Number.NaN));
    const differences = first.map((score, index) => score - second[index]);
    const wins = differences.filter((difference) => difference > 0.001).length;
    const losses = differences.filter((difference) => difference < -0.001).length;
    const cells = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await expect(cells.getByRole('cell').nth(0)).toHaveText(written(meanOf(first)));
    await expect(cells.getByRole('cell').nth(1)).toHaveText(written(meanOf(second)));
    await expect(cells.getByRole('cell').nth(2)).toHaveText(signed(meanOf(differences)));
    await expect(cells.getByRole('cell').nth(7)).toHaveText(
      `${wins} / ${differences.length - wins - losses} / ${losses}`,
    );
    await expect(cells.getByRole('cell').nth(8)).toHaveText(String(both.length));
  }

  const sideBySide = page.getByRole('table', { name: 'Side by side, as papers often print it' });
  await expect(sideBySide).toContainText(/[+−]0\.\d{3}/);
  await page.getByRole('radiogroup', { name: 'label-trained read as' }).getByText('labels').click();
  await expect(page.getByRole('alert')).toContainText('numbers of different kinds');
  await expect(sideBySide).not.toContainText(/[+−]0\.\d{3}/);

  const panel = page.getByRole('region', { name: 'Published numbers' });
  const enter = async (convention: string) => {
    await panel.getByRole('textbox', { name: 'Mean Dice' }).fill('0.91');
    for (const [field, choice] of [
      ['Read as', 'a region'],
      ['Convention', convention],
      ['Cases', 'these very cases'],
    ]) {
      await panel.getByRole('combobox', { name: field }).click();
      await page.getByRole('option', { name: choice, exact: true }).click();
    }
    await panel.getByRole('textbox', { name: 'Source' }).fill(`A paper after ${convention}`);
    await panel.getByRole('button', { name: 'Add' }).click();
    return panel.getByRole('listitem').filter({ hasText: `A paper after ${convention}` });
  };
  const refused = await enter('BraTS 2023');
  await expect(refused).toContainText(
    'it follows the convention BraTS 2023, the numbers here follow nnU-Net',
  );
  await expect(refused).not.toContainText('here 0.');
  await expect(await enter('nnU-Net')).toContainText('region-trained here 0.');
});

test('joins a table of attributes that is dropped, and groups and filters by it', async ({ page }) => {
  await openGenerated(page);
  const lines = Array.from(
    { length: caseCount },
    (_, index) => `${index % 3 === 0 ? 'Basel' : 'Lagos'},made_${String(index + 1).padStart(4, '0')}`,
  );
  const content = Buffer.from(['site,patient', ...lines].join('\n'));
  await dropFiles(page, [{ name: 'sites.csv', content }]);
  await expect(page.getByText('sites.csv: 1 columns for 1251 of 1251 cases by “patient”')).toBeVisible();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'site' }).click();
  await page.getByRole('option', { name: 'Basel' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(`${2 * Math.ceil(caseCount / 3)} of 2502 rows`)).toBeVisible();
  await page.getByRole('combobox', { name: 'Chart' }).click();
  await page.getByRole('option', { name: 'By subgroup' }).click();
  const means = page.getByRole('table', { name: 'Means by site' });
  await expect(means.getByRole('row', { name: /^Basel/ })).toContainText(/0\.\d{3} n=4\d\d/);
  await expect(means.getByRole('row', { name: /^Lagos/ })).toHaveCount(0);
});

test('a mark by key excludes a case from every statistic, visibly, and goes with the saved scores', async ({
  page,
}) => {
  await openDemo(page);
  const foot = page.getByRole('row', { name: /^mean region-trained/ });
  const before = await foot.textContent();
  await page.getByRole('tab', { name: 'Triage' }).click();
  const list = page.getByRole('list', { name: 'Cases that stand out' });
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('4');
  await page.keyboard.press('n');
  await page.keyboard.type('moved');
  const current = list.locator('li[aria-current="true"]');
  await expect(current.getByRole('button', { name: 'excluded' })).toHaveAttribute('aria-pressed', 'true');
  const caseId = await current.getByRole('button').first().textContent();
  await page.getByRole('tab', { name: 'Table & charts' }).click();
  await expect(page.getByText('1 case excluded')).toBeVisible();
  await expect(foot).not.toHaveText(before ?? '');
  await expect(foot.locator('td[title*="11 of 11 used"]').first()).toHaveAttribute('title', /excluded 1$/);
  const saved = await savedScores(page);
  expect(saved.marks).toEqual([{ case: caseId, mark: 'excluded', note: 'moved' }]);
  expect(saved.cases).toHaveLength(24);
});

test('a point of the chart opens its case; the chart saves as SVG with caption and convention', async ({
  page,
}) => {
  await openGenerated(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  const svg = readFileSync(await (await download).path(), 'utf8');
  expect(svg).toContain('Region against label');
  expect(svg).toContain('Convention nnU-Net · n = 2502 rows');
  expect(svg).not.toContain('var(--');
  const png = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save PNG' }).click();
  const bytes = readFileSync(await (await png).path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(5000);
  const { x, y } = await firstPoint(page);
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/#\/case\/MADE-\d+/);
});
