import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { writeCohortFolder } from './cohortFolder';
import { pictureIsReady } from './panes';
import { chooseFolder, measured, openDemo, savedScores, scored } from './steps';
import { violations } from './violations';

test.describe.configure({ timeout: 240_000 });

/** All that the saved scores say of one structure of one case. */
async function structureOf(page: Page, caseId: string, model: string, name: string) {
  const { cases } = await savedScores(page);
  const found = cases.find((item: Record<string, unknown>) => item.case === caseId && item.model === model);
  const [x, y, z] = found.geometry.spacingMm;
  const ml = (voxels: number) => ((voxels * x * y * z) / 1000).toFixed(2);
  const structure = found.structures.find((item: { name: string }) => item.name === name);
  return { ml, structure, pairs: found.pairs };
}

const card = (page: Page, name: string) =>
  page.locator('.finding-card').filter({ has: page.getByRole('heading', { name }) });

const tops = (page: Page) =>
  page
    .locator('.finding-card')
    .evaluateAll((cards) => cards.map((item) => Math.round(item.getBoundingClientRect().top)));

test('the plain words of a case agree with its scores, stay where they are, and lead into the image', async ({
  page,
}) => {
  await openDemo(page);
  await page.goto('/#/case/DEMO-003?model=region-trained&view=prediction&layout=axial');
  await page.getByRole('tab', { name: 'In words' }).click();
  await expect(card(page, 'tumor_core')).toContainText(/(still being counted|lesions? (was|were) found)/);
  const before = await tops(page);
  await measured(page);
  await expect(card(page, 'tumor_core')).toContainText('All 2 lesions were found');
  expect(await tops(page)).toEqual(before);

  await page.goto('/#/cohort');
  const { ml, structure, pairs } = await structureOf(page, 'DEMO-003', 'region-trained', 'tumor_core');
  await page.goBack();
  await pictureIsReady(page);
  const { tp, fp, fn, surface, lesions } = structure;
  const core = card(page, 'tumor_core');
  await expect(core).toContainText(
    `${ml(tp)} of ${ml(tp + fn)} mL were found (${Math.round((100 * tp) / (tp + fn))} %).`,
  );
  await expect(core).toContainText(`${ml(fn)} mL were missed.`);
  await expect(core).toContainText(`${ml(fp)} mL are marked beyond the reference.`);
  await expect(core).toContainText(
    `too large by ${ml(fp - fn)} mL (${Math.round((100 * (fp - fn)) / (tp + fn))} %)`,
  );
  expect([lesions.truePositives, lesions.falseNegatives, lesions.falsePositives]).toEqual([2, 0, 0]);
  const { grow, shrink } = pairs[1].regionShiftMm;
  await expect(core).toContainText(`off by about ${((grow + shrink) / 2).toFixed(2)} mm`);
  await expect(core).toContainText(`lies within ${surface.hd95Mm.toFixed(2)} mm of the other`);
  await expect(page.locator('.finding-limits')).toContainText('at this size Dice is unstable');

  await core.getByRole('button', { name: /were missed/ }).click();
  await expect(page).toHaveURL(/structure=region%3A2%2C3&view=errors/);
  await expect(page.getByLabel('What is at the crosshair')).toContainText(
    /Reference(NCR\/NET|ET) .*tumor_core/,
  );
  await expect(page.getByLabel('What is at the crosshair')).not.toContainText(
    /Prediction[^(]*\([^)]*tumor_core/,
  );

  await page.getByText('The technical numbers').click();
  const row = page
    .getByRole('table', { name: 'The technical numbers' })
    .getByRole('row', { name: /^tumor_core/ });
  await expect(row).toContainText(structure.dice.toFixed(3));
  await expect(row).toContainText(surface.nsd[0].value.toFixed(3));
  await page.getByRole('button', { name: 'tumor_core → NCR/NET' }).click();
  await expect(page.getByRole('tab', { name: 'Gap' })).toHaveAttribute('aria-selected', 'true');
});

test('a cube that was moved by three voxels is told in the figures that one works out by hand', async ({
  page,
}) => {
  await page.goto('/');
  await chooseFolder(page, writeCohortFolder(test.info().outputPath('cohort'), 3));
  await scored(page);
  await page.getByRole('button', { name: 'case_002' }).first().click();
  await page.getByRole('tab', { name: 'In words' }).click();
  const whole = card(page, 'whole');
  // 30 × 30 × 30 mm moved by 3 mm: a slab of 3 × 30 × 30 mm is missed and one is extra.
  await expect(whole).toContainText('24.30 of 27.00 mL were found (90 %).');
  await expect(whole).toContainText('2.70 mL were missed.');
  await expect(whole).toContainText('2.70 mL are marked beyond the reference.');
  await expect(whole).toContainText(
    'right to within 1 %, which does not say that it lies in the right place',
  );
  await measured(page);
  await expect(whole).toContainText('The only lesion was found');
  await expect(whole).toContainText('95 % of each contour lies within 3.00 mm of the other.');
});

/** Nothing on the page, in its title, address or any attribute tells model, case, file or score. */
async function expectBlinded(page: Page): Promise<void> {
  const html = await page.content();
  for (const secret of ['region-trained', 'label-trained', 'DEMO-0', '.nii'])
    expect(html).not.toContain(secret);
  expect(html).not.toMatch(/\b0\.\d{3}\b/);
  expect(await page.title()).toBe('RegionLens');
  expect(new URL(page.url()).hash).toBe('#/rate');
}

async function itemIsShown(page: Page, place: string): Promise<void> {
  await expect(page.getByText(place, { exact: true })).toBeVisible();
  await expect(page.locator('.rate-panes')).toHaveAttribute('data-shown', 'true', { timeout: 90_000 });
  await pictureIsReady(page);
}

/** Ranks from 1, ties shared; then the correlation of the ranks: written anew, without the product's kernels. */
function spearman(first: number[], second: number[]): number {
  const ranks = (values: number[]) =>
    values.map((value) => {
      const below = values.filter((other) => other < value).length;
      const equal = values.filter((other) => other === value).length;
      return below + (equal + 1) / 2;
    });
  const [x, y] = [ranks(first), ranks(second)];
  const mean = (first.length + 1) / 2;
  const dot = (a: number[], b: number[]) =>
    a.reduce((sum, value, i) => sum + (value - mean) * (b[i] - mean), 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

const given = [4, 2, 5, 1, 3, 3, 5, 2, 4, 1];

test('five cases of two models are rated blinded, over a reload, and then stand beside their scores', async ({
  page,
}) => {
  // The demo is made twice.
  test.slow();
  await openDemo(page);
  await page.getByRole('tab', { name: 'Blinded rating' }).click();
  await page.getByRole('radio', { name: 'Drawn at random' }).check();
  await page.getByLabel('Number of cases').fill('5');
  await page.getByLabel('Seed of the order').fill('7');
  await page.getByLabel('Show the reference beside it').check();
  await expect(page.getByText('10 predictions to rate')).toBeVisible();
  await page.getByRole('button', { name: 'Begin rating' }).click();

  for (const [index, step] of given.slice(0, 5).entries()) {
    await itemIsShown(page, `${index + 1} of 10`);
    await expectBlinded(page);
    await page.keyboard.press(String(step));
    await expect(page.getByRole('button', { name: new RegExp(`^${step} `) })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    if (index === 1) {
      await page.keyboard.press('t');
      await page.keyboard.type('core, 3 mm too wide');
      await page.keyboard.press('Escape');
    }
    if (index < 4) await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: 'Find anything' }).fill('trained');
  await expect(page.getByText('Nothing is called that.')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.waitForTimeout(800);
  await page.reload();
  await itemIsShown(page, '5 of 10');
  await expect(page.getByText('5 of 10 rated')).toBeVisible();
  await expectBlinded(page);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/cohort/);
  await page.getByRole('button', { name: 'Continue rating' }).click();
  await page.keyboard.press('n');
  for (const [index, step] of given.slice(5).entries()) {
    await itemIsShown(page, `${index + 6} of 10`);
    await page.keyboard.press(String(step));
    if (index < 4) await page.keyboard.press('ArrowDown');
  }
  await expect(page.getByText('Everything is rated.')).toBeVisible();
  expect(await violations(page, 'rating')).toEqual([]);
  await page.getByRole('button', { name: 'To the results' }).click();
  await page.getByRole('button', { name: 'Show the models' }).click();
  expect(await violations(page, 'asking')).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Show the models' }).click();
  await measured(page);

  const lines = page.getByRole('table', { name: 'All ratings' }).locator('tbody tr');
  await expect(lines).toHaveCount(10);
  await expect(lines.nth(1)).toContainText('core, 3 mm too wide');
  const { cases } = await savedScores(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save ratings (CSV)' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true });
  expect(data.map(({ order }) => Number(order))).toEqual(given.map((_, index) => index + 1));
  expect(data.map(({ rating }) => Number(rating))).toEqual(given);
  expect(new Set(data.map((row) => `${row.case} ${row.model}`)).size).toBe(10);
  expect(new Set(data.map((row) => row.case)).size).toBe(5);
  expect(data[1]).toMatchObject({
    text: 'core, 3 mm too wide',
    seed: '7',
    convention: 'nnunet',
    blinded: 'yes',
  });
  const saved = data.map((row) => {
    const found = cases.find(
      (item: Record<string, unknown>) => item.case === row.case && item.model === row.model,
    );
    const whole = found.structures.find(({ name }: { name: string }) => name === 'whole_tumor');
    const { grow, shrink } = found.pairs[0].regionShiftMm;
    return { dice: whole.dice, hd95: whole.surface.hd95Mm, shift: (grow + shrink) / 2 };
  });
  expect(data.map((row) => Number(row['whole_tumor (region) dice']))).toEqual(saved.map(({ dice }) => dice));
  expect(data.map((row) => Number(row['whole_tumor (region) hd95Mm']))).toEqual(
    saved.map(({ hd95 }) => hd95),
  );
  const correlations = page.getByRole('table', { name: 'Do scores follow the ratings?' });
  for (const [name, values] of [
    ['Dice', saved.map(({ dice }) => dice)],
    ['HD95 mm', saved.map(({ hd95 }) => hd95)],
    ['Contour shift mm', saved.map(({ shift }) => shift)],
  ] as const) {
    const row = correlations.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect(row.getByRole('cell').first()).toHaveText(signed(spearman(given, values)));
    await expect(row.getByRole('cell').nth(1)).toHaveText(/^[−+]?\d\.\d{3} … [−+]?\d\.\d{3}$/);
    await expect(row.getByRole('cell').last()).toHaveText('10');
  }
  const models = page.getByRole('table', { name: 'Ratings by model' });
  const ofModel = given.filter((_, index) => data[index].model === 'region-trained').sort((a, b) => a - b);
  await expect(
    models
      .getByRole('row', { name: /^region-trained/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText(String(ofModel[2]));
  expect(await violations(page, 'results')).toEqual([]);

  const session = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save session' }).click();
  const kept = JSON.parse(readFileSync(await (await session).path(), 'utf8')).session.slices.rating;
  const ratings = Object.keys(kept).filter((key) => key.startsWith('rating '));
  expect([kept.study.seed, ratings.length]).toEqual([7, 10]);

  await page.getByRole('button', { name: 'Clear the rating' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(lines).toHaveCount(10);
  await page.getByRole('button', { name: 'Clear the rating' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear the rating' }).click();
  await expect(page.getByRole('button', { name: 'Begin rating' })).toBeVisible();
});

test('the address of a rating without one says what to do, in Chinese and on light as well', async ({
  page,
}) => {
  await page.goto('/');
  await chooseFolder(page, writeCohortFolder(test.info().outputPath('cohort'), 2));
  await scored(page);
  await page.goto('/#/rate');
  await expect(page.getByText('There is nothing to rate.')).toBeVisible();
  await page.getByRole('button', { name: 'Switch between dark and light' }).click();
  await page.getByRole('button', { name: 'Switch to 中文' }).click();
  await expect(page.getByText('目前没有待评内容。')).toBeVisible();
  expect(await violations(page, 'nothing to rate')).toEqual([]);
  await page.getByRole('button', { name: '设置盲评' }).click();
  await page.getByRole('button', { name: '开始盲评' }).click();
  await expect(page.getByText('第 1 / 2 个')).toBeVisible();
  await expect(page.locator('.rate-panes')).toHaveAttribute('data-shown', 'true');
  await page.keyboard.press('5');
  await expect(page.getByRole('button', { name: '5 无需修改即可接受' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(await violations(page, 'rating')).toEqual([]);
});
