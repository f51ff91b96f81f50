import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { diceOf } from './diceOf';
import { generatedScores } from './generatedScores';
import { dropFiles, firstPoint, openDemo, savedScores } from './steps';

const caseCount = 1251;

async function openGenerated(page: Page, count = caseCount, models?: string[]) {
  const scores = generatedScores(count, models);
  const rows = scores.cases.length;
  await page.goto('/');
  await dropFiles(page, [{ name: 'scores.json', content: Buffer.from(JSON.stringify(scores)) }]);
  await expect(page.getByText(`${rows} of ${rows} rows`)).toBeVisible({ timeout: 30_000 });
  return scores;
}

function meanOf(values: number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** How the page writes a score. */
const written = (value: number) => value.toFixed(3);
const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(3)}`;

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

test('every number follows the filter and says so; columns that come back are sorted as their arrow says', async ({
  page,
}) => {
  const { cases } = await openGenerated(page, 40);
  const table = page.getByRole('grid', { name: 'Cases and models' });
  const filter = page.getByRole('textbox', { name: 'Case, model, note' });
  const showGroup = async (name: string, isShown: boolean) => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name, exact: true }).setChecked(isShown);
    await page.keyboard.press('Escape');
  };
  await table.getByRole('columnheader', { name: 'ED', exact: true }).getByRole('button').click();
  await showGroup('Label Dice', false);
  await filter.fill('MADE-00');
  await filter.fill('MADE-000');
  await expect(page.getByText('18 of 80 rows')).toBeVisible();
  await showGroup('Label Dice', true);
  const [lowest] = cases
    .filter(({ case: id }) => id.startsWith('MADE-000'))
    .map((item) => ({ ...item, dice: diceOf([1], item.confusion.counts, item.confusion.labels) }))
    .sort((one, other) => one.dice - other.dice);
  await expect(table.locator('tr.row').first()).toContainText(`${lowest.case}${lowest.model}`);

  await expect(page.getByRole('heading', { name: 'Mean over cases · of the rows shown' })).toBeVisible();
  const shown = cases.filter(({ case: id, model }) => id.startsWith('MADE-000') && model === 'region-net');
  const mean = meanOf(shown.map(({ confusion }) => diceOf([1, 2, 3], confusion.counts, confusion.labels)));
  const means = page.getByRole('row', { name: /^region-net 0/ });
  await expect(means).toContainText(`${written(mean)} n=9`);

  await page.getByRole('tab', { name: 'Compare models' }).click();
  const panel = page.getByRole('region', { name: 'Published numbers' });
  await panel.getByRole('textbox', { name: 'Mean Dice' }).fill('0.9');
  for (const [field, choice] of [
    ['Read as', 'a region'],
    ['Convention', 'nnU-Net'],
    ['Cases', 'these very cases'],
  ]) {
    await panel.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: choice, exact: true }).click();
  }
  await panel.getByRole('textbox', { name: 'Source' }).fill('A paper');
  await panel.getByRole('button', { name: 'Add' }).click();
  await expect(panel.getByRole('note')).toContainText('only 9 of the 40 cases enter the numbers here');

  await page.getByRole('tab', { name: 'Table & charts' }).click();
  await filter.fill('MADE-0001');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Range of a column' }).click();
  await page.getByRole('option', { name: /→ NCR · Gap$/ }).click();
  const from = page.getByRole('textbox', { name: 'From' });
  await from.pressSequentially('-1,25');
  await from.press('Tab');
  await expect(page.getByText('≥ −1.250')).toBeVisible();
  await page.getByRole('textbox', { name: 'To' }).fill('-2');
  await expect(page.getByText('below “From”')).toBeVisible();
  await page.getByRole('textbox', { name: 'To' }).fill('');
  await from.fill('');
  await expect(page.getByText('≥ −1.250')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Model' }).first().click();
  await page.getByRole('option', { name: 'region-net' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 of 80 rows')).toBeVisible();
  await page.getByRole('tab', { name: 'Compare models' }).click();
  await expect(page.getByRole('alert')).toContainText('The filter keeps other cases of the two models: 1 of');
  await expect(page.getByText('No case among those shown was scored for both models.')).toBeVisible();
  await expect(page.getByText('score alike')).toHaveCount(0);
});

test('joins a table of attributes that is dropped, and groups, colours and filters by it', async ({
  page,
}) => {
  await page.goto('/');
  const lines = Array.from(
    { length: caseCount },
    (_, index) =>
      `${index % 3 === 0 ? 'Basel' : 'Lagos'},made_${String(index + 1).padStart(4, '0')},${1 + (index % 12)}`,
  );
  const content = Buffer.from(['site,patient,years', ...lines].join('\n'));
  // Scores and table in one drop.
  const scores = Buffer.from(JSON.stringify(generatedScores(caseCount)));
  await dropFiles(page, [
    { name: 'sites.csv', content },
    { name: 'scores.json', content: scores },
  ]);
  await expect(page.getByText('sites.csv: columns: 2; cases matched by “patient”: 1251 of 1251')).toBeVisible(
    { timeout: 30_000 },
  );
  // Numbers are sorted as numbers: 12 years after 9.
  const table = page.getByRole('grid', { name: 'Cases and models' });
  await table.getByRole('columnheader', { name: 'years' }).getByRole('button').click();
  await expect(table.getByRole('columnheader', { name: 'years' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.locator('tr.row').first().locator('td').last()).toHaveText('1');
  await table.focus();
  await page.keyboard.press('End');
  await expect(table.locator('tr.row').last().locator('td').last()).toHaveText('12');
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

  // Only a chart that follows the colour asks for it.
  const chart = page.getByRole('combobox', { name: 'Chart' });
  const colorBy = page.getByRole('combobox', { name: 'Colour by' });
  await chart.click();
  await page.getByRole('option', { name: 'Dice against size' }).click();
  await colorBy.click();
  await page.getByRole('option', { name: 'site', exact: true }).click();
  const legend = page.locator('.chart-panel .plot-legend');
  await expect(legend).toHaveText(/Basel\s+Lagos/);
  await chart.click();
  await page.getByRole('option', { name: 'Cumulative distribution' }).click();
  await expect(legend).toContainText('label-net');
  await expect(colorBy).toHaveCount(0);
});

test('marks and notes by key survive a reload, and an excluded case leaves every statistic visibly', async ({
  page,
}) => {
  await openGenerated(page, 12);
  const foot = page.getByRole('row', { name: /^mean region-net/ });
  const used = (count: number) => foot.locator(`td[title*="${count} of ${count} used"]`).first();
  const before = await used(12).locator('b').textContent();
  await page.getByRole('tab', { name: 'Triage' }).click();
  await page.getByRole('checkbox', { name: 'All cases' }).check();
  const list = page.getByRole('list', { name: 'Cases that stand out' });
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('4');
  await page.keyboard.press('n');
  await page.keyboard.type('moved');
  const excluded = list
    .getByRole('listitem')
    .filter({ has: page.getByRole('textbox') })
    .first();
  const caseId = await excluded.getByRole('button').first().textContent();
  const isMarked = async () => {
    await expect(excluded.getByRole('button', { name: 'excluded' })).toHaveAttribute('aria-pressed', 'true');
    await expect(excluded.getByRole('textbox')).toHaveValue('moved');
  };
  await isMarked();
  // Enter leaves the note, so that the next case needs no mouse; and the way back from a case leads to the list.
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/case\//);
  await page.goBack();
  await expect(list).toBeFocused();
  await page.getByRole('tab', { name: 'Table & charts' }).click();
  const isLeftOut = async () => {
    await expect(page.getByText('1 case excluded')).toBeVisible();
    await expect(used(11)).toHaveAttribute('title', /excluded 1$/);
  };
  await isLeftOut();
  const after = await used(11).locator('b').textContent();
  expect(after).not.toBe(before);

  // Changes are gathered for a moment before they are written.
  await page.waitForTimeout(800);
  await page.reload();
  await isLeftOut();
  await expect(used(11).locator('b')).toHaveText(after ?? '');
  const saved = await savedScores(page);
  expect(saved.marks).toEqual([
    { case: caseId, mark: 'excluded', note: 'moved' },
    { case: expect.any(String), mark: 'look-again', note: '' },
  ]);
  expect(saved.cases).toHaveLength(24);
  await page.getByRole('tab', { name: 'Triage' }).click();
  await page.getByRole('checkbox', { name: 'All cases' }).check();
  await isMarked();

  // The list is of the cases that the filter leaves, as everything else is.
  await page.getByRole('tab', { name: 'Table & charts' }).click();
  await page.getByRole('textbox', { name: 'Case, model, note' }).fill(caseId ?? '');
  await page.getByRole('tab', { name: 'Triage' }).click();
  await expect(page.getByRole('button', { name: `Remove filter “${caseId}”` })).toBeVisible();
  await expect(list.getByRole('group', { name: /^Mark/ })).toHaveCount(1);
});

test('ten models leave the table its rows: one has its statistics below, and the legend shows one alone', async ({
  page,
}) => {
  const models = Array.from({ length: 10 }, (_, index) => `team-${index + 1}`);
  const scores = await openGenerated(page, 20, models);
  const table = page.getByRole('grid', { name: 'Cases and models' });
  for (const model of models.slice(0, 5)) {
    await expect(table.getByRole('row', { name: `MADE-0001 ${model} –` })).toBeInViewport();
  }
  const mean = (model: string) => {
    const own = scores.cases.filter((item) => item.model === model);
    return meanOf(own.map(({ confusion }) => diceOf([1, 2, 3], confusion.counts, confusion.labels)));
  };
  const statistics = table.getByRole('row', { name: /^mean / });
  await expect(statistics).toHaveCount(1);
  await expect(statistics).toContainText(written(mean('team-1')));
  await page.getByRole('combobox', { name: 'Model of these statistics' }).click();
  await page.getByRole('option', { name: 'team-7' }).click();
  await expect(statistics).toContainText(written(mean('team-7')));
  await expect(table.getByRole('row', { name: /^used \/ cases team-7 .*20\/20/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Model of these statistics' }).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(table.locator('tr[aria-selected="true"]')).toHaveCount(0);

  const entry = page.getByRole('figure').getByRole('button', { name: 'team-3' });
  await entry.click();
  await expect(page.getByText('20 of 200 rows')).toBeVisible();
  await expect(statistics).toContainText(written(mean('team-3')));
  await entry.click();
  await expect(page.getByText('200 of 200 rows')).toBeVisible();
});

test('every tab has its address: back, forward, a reload, a link and the palette lead to it', async ({
  page,
}) => {
  await openGenerated(page, 40);
  const selected = (name: string) => expect(page.getByRole('tab', { name, selected: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Compare models' }).click();
  await expect(page).toHaveURL(/#\/cohort\/compare$/);
  await page.getByRole('tab', { name: 'Triage' }).click();
  await expect(page).toHaveURL(/#\/cohort\/triage$/);
  await page.goBack();
  await selected('Compare models');
  await page.goForward();
  await selected('Triage');
  await expect(page.getByRole('list', { name: 'Cases that stand out' })).toBeVisible();
  // The way back from a case leads to the tab where one was.
  await page
    .getByRole('list', { name: 'Cases that stand out' })
    .getByRole('button', { name: /^MADE-/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#\/case\//);
  await page.getByRole('navigation').getByRole('button', { name: 'scores.json' }).click();
  await selected('Triage');
  await page.goto('/#/cohort/compare');
  await selected('Compare models');
  await page.reload();
  await selected('Compare models');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/Case, view/).fill('Gap');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/cohort\/gap$/);
  await selected('Gap');
});

test('a point of the chart opens its case; the chart saves as SVG with caption and convention', async ({
  page,
}) => {
  await openGenerated(page, 40);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  const svg = readFileSync(await (await download).path(), 'utf8');
  expect(svg).toContain('Region against label');
  expect(svg).toContain('Convention nnU-Net · rows: n = 80');
  // Two models are told apart in the file, too: points of the second are rings, in the legend as well.
  for (const model of ['region-net', 'label-net']) expect(svg).toContain(`>${model}</text>`);
  expect(svg.match(/<circle [^>]*fill="none" stroke="/g)).toHaveLength(1);
  const dots = page.locator('.chart-panel .plot-dots');
  await expect(dots.first()).not.toHaveAttribute('fill', 'none');
  await expect(dots.last()).toHaveAttribute('fill', 'none');
  expect(svg).not.toContain('var(--');
  const png = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save PNG' }).click();
  const bytes = readFileSync(await (await png).path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(5000);
  // Four curves of two models leave nothing behind.
  for (const [kind, series] of [
    ['Cumulative distribution', 4],
    ['Dice against size', 2],
  ] as const) {
    await page.getByRole('combobox', { name: 'Chart' }).click();
    await page.getByRole('option', { name: kind }).click();
    await expect(page.getByRole('figure', { name: kind })).toBeVisible();
    await expect(dots).toHaveCount(series);
  }
  const { x, y } = await firstPoint(page);
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/#\/case\/MADE-\d+/);
});
