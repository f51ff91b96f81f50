import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { rawNifti } from '../src/io/rawNifti';
import { datasetJson, gridSize, identityRows, mapGz, slab, writeFolder } from './folders';
import { chooseFolder, dropFiles, savedScores, scored, sharedPath } from './steps';

async function showFiles(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Files' }).click();
}

/** Surfaces and lesions, which take longer, may still be going on. */
async function overlapScored(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Mean over cases' })).toBeVisible();
  await expect(page.getByText('waiting', { exact: true })).toHaveCount(0, { timeout: 60_000 });
}

function caseRow(page: Page, caseId: string) {
  return page.getByRole('table', { name: 'Cases' }).getByRole('row', { name: caseId });
}

for (const [sample, cases, models] of [
  ['brats-ssa', 2, ['SegResNet', 'nnUnet']],
  ['brats-ped', 1, ['SegResNet', 'nnUnet']],
  ['lumiere-nnunet', 3, ['SegResNet', 'nnUNet', 'region_probabilities']],
] as const) {
  test(`opens ${sample} without asking for any role, and lists what was found`, async ({ page }) => {
    await page.goto('/');
    await chooseFolder(page, sharedPath(`data/${sample}`));
    const useGuess = page.getByRole('button', { name: 'Use this scheme' });
    if (sample !== 'lumiere-nnunet') await useGuess.click();
    await overlapScored(page);
    await showFiles(page);
    const table = page.getByRole('table', { name: 'Cases' });
    await expect(table.getByRole('row')).toHaveCount(cases + 1);
    for (const model of models) await expect(table.getByRole('columnheader', { name: model })).toBeVisible();
    await expect(page.getByText('guessed', { exact: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'To the scores' })).toBeVisible();
  });
}

test('adds up several drops: references first, then predictions, then all is scored', async ({ page }) => {
  const references = writeFolder('Slabs', {
    'dataset.json': datasetJson,
    'labelsTr/case_1.nii.gz': mapGz(slab()),
    'labelsTr/case_2.nii.gz': mapGz(slab()),
  });
  const predictions = writeFolder('predictions_unet', {
    'case_1.nii.gz': mapGz(slab(1)),
    'case_2.nii.gz': mapGz(slab()),
  });
  await page.goto('/');
  await chooseFolder(page, references);
  await expect(page.getByText('No case has both a reference and a prediction yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Score 0 cases' })).toBeDisabled();
  await chooseFolder(page, predictions);
  await scored(page);
  const saved = await savedScores(page);
  expect(saved.cases.map((item: { case: string; model: string }) => [item.case, item.model])).toEqual([
    ['case_1', 'unet'],
    ['case_2', 'unet'],
  ]);
  expect(saved.cases[1].pairs.map((pair: { regionDice: number }) => pair.regionDice)).toEqual([1, 1]);
});

test('names each of five broken files beside its case, scores the others, and takes a better file for one', async ({
  page,
}) => {
  const good = slab();
  const names = ['cut', 'empty', 'size', 'float', 'magic', 'good'];
  const broken: Record<string, Uint8Array> = {
    cut: mapGz(good).subarray(0, 60),
    empty: new Uint8Array(0),
    size: gzipSync(
      rawNifti({ dims: [8, 6, 3], values: good.slice(0, 144), sform: { code: 1, rows: identityRows } }),
    ),
    float: mapGz(
      good.map((value, voxel) => (voxel === 70 ? 1.25 : value)),
      { type: 'float32' },
    ),
    magic: mapGz(good, { magic: 'abcd' }),
    good: mapGz(slab(1)),
  };
  const folder = writeFolder('Slabs', {
    'dataset.json': datasetJson,
    ...Object.fromEntries(names.map((name) => [`labelsTr/${name}.nii.gz`, mapGz(good)])),
    ...Object.fromEntries(names.map((name) => [`predictions_unet/${name}.nii.gz`, broken[name]])),
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  await scored(page);
  for (const [name, sentence] of [
    ['cut', 'The compressed data ends too early'],
    ['empty', 'The file is empty'],
    ['size', 'The voxel grids differ: 8×6×3 voxels'],
    ['float', 'this file has 1.25 at voxel (6, 2, 1)'],
    ['magic', 'This is not a NIfTI file'],
  ]) {
    const problem = page.getByText(sentence);
    await expect(problem).toHaveCount(1);
    await expect(problem).toContainText(`Slabs/predictions_unet/${name}.nii.gz`);
    await expect(page.getByRole('row', { name: new RegExp(`${name} unet`) })).toContainText(sentence);
  }
  const saved = await savedScores(page);
  expect(saved.cases.map((item: { case: string }) => item.case)).toEqual(['good']);
  expect(saved.failures).toHaveLength(5);
  await showFiles(page);
  await expect(page.getByText('5 predictions could not be scored')).toBeVisible();
  await expect(caseRow(page, 'cut')).toContainText('not scored');
  await expect(caseRow(page, 'good')).not.toContainText('not scored');

  const better = { name: 'mended.nii.gz', mimeType: 'application/gzip', buffer: Buffer.from(mapGz(slab(1))) };
  await page.goto('/#/case/cut?model=unet');
  const problem = page.getByRole('alert').filter({ hasText: 'The compressed data ends' });
  await expect(page.getByRole('tabpanel', { name: 'Scores' })).toContainText('Not scored; the reason stands');
  const chooser = page.waitForEvent('filechooser');
  await problem.getByRole('button', { name: 'Choose another file for it' }).click();
  await (await chooser).setFiles(better);
  await expect(page.getByRole('heading', { name: 'Region beside its label' })).toBeVisible();
  await expect(page).toHaveURL(/#\/case\/cut/);
  await page.getByRole('navigation').getByRole('button', { name: 'Slabs' }).click();
  await scored(page);
  const mended = await savedScores(page);
  expect(mended.cases.map((item: { case: string }) => item.case)).toEqual(['cut', 'good']);
  expect(mended.cases[0].confusion).toEqual(mended.cases[1].confusion);
  expect(mended.failures).toHaveLength(4);

  // The file alone still tells what was not scored, and another scheme changes nothing about that.
  await dropFiles(page, [{ name: 'scores.json', content: Buffer.from(JSON.stringify(mended)) }]);
  await expect(page.getByText('6 of 6 rows')).toBeVisible();
  await expect(page.getByRole('row', { name: /empty unet/ })).toContainText('The file is empty');
  await page.getByRole('button', { name: /^Scheme:/ }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Name of label 1').fill('outer');
  await page.getByRole('button', { name: 'Use this scheme' }).click();
  await expect(page.getByRole('row', { name: /empty unet/ })).toContainText('The file is empty');
  await expect(page.getByRole('row', { name: /^good unet/ })).toContainText(/0\.\d{3}/);
});

test('asks for guessed roles; they are exchanged, undone, redone, and a model is renamed', async ({
  page,
}) => {
  const folder = writeFolder('study', {
    'dataset.json': datasetJson,
    'anna/1.nii.gz': mapGz(slab()),
    'anna/2.nii.gz': mapGz(slab()),
    'ben/1.nii.gz': mapGz(slab(1)),
    'ben/2.nii.gz': mapGz(slab(1)),
    'notes/readme.txt': 'nothing to score',
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  await expect(page.getByText(/was guessed from names: is it right/)).toBeVisible();
  await expect(page.getByText('1 file was not recognised')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const anna = page.getByLabel('Role of study/anna');
  const ben = page.getByLabel('Role of study/ben');
  await expect(anna).toHaveValue('reference');
  await anna.selectOption('Prediction');
  await ben.selectOption('Reference');
  await expect(page.getByText(/guessed from/)).toHaveCount(0);
  await expect(page.getByLabel('Name of the model in study/anna')).toHaveValue('anna');

  await page.keyboard.press('Control+z');
  await expect(ben).toHaveValue('prediction');
  await page.keyboard.press('Control+z');
  await expect(anna).toHaveValue('reference');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(ben).toHaveValue('reference');

  const model = page.getByLabel('Name of the model in study/anna');
  await model.fill('Rater A');
  await model.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Rater A' })).toBeVisible();
  await page.getByRole('button', { name: 'Score 2 cases' }).click();
  await scored(page);
  const saved = await savedScores(page);
  expect(saved.cases.map((item: { model: string; reference: { file: string } }) => item.model)).toEqual([
    'Rater A',
    'Rater A',
  ]);
  expect(saved.cases[0].reference.file).toBe('study/ben/1.nii.gz');

  await showFiles(page);
  await page.getByLabel('Name of the model in study/anna').fill('Anna');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'To the scores' }).click();
  await scored(page);
  expect((await savedScores(page)).cases[0]).toEqual({ ...saved.cases[0], model: 'Anna' });
});

test('leaves a folder out and takes it in again', async ({ page }) => {
  await page.goto('/');
  await chooseFolder(page, sharedPath('data/lumiere-nnunet'));
  await overlapScored(page);
  await showFiles(page);
  await page.getByLabel('Role of lumiere-nnunet/predictions_SegResNet').selectOption('Left out');
  await expect(page.getByText('3 files are left out')).toBeVisible();
  await expect(page.getByText('3 cases · 2 models')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('3 cases · 3 models')).toBeVisible();
  await page.getByRole('button', { name: 'To the scores' }).click();
  await overlapScored(page);
  expect((await savedScores(page)).cases).toHaveLength(7);
});

test('writes a scheme by hand: the wrong order is told in words, repaired, and used', async ({ page }) => {
  const folder = writeFolder('study', {
    'labels/1.nii.gz': mapGz(slab()),
    'predictions_unet/1.nii.gz': mapGz(slab(1).map((value) => (value === 2 ? 7 : value))),
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  const dialog = page.getByRole('dialog', { name: 'What do the labels mean?' });
  await dialog.getByRole('button', { name: 'Write a scheme by hand' }).click();
  const use = dialog.getByRole('button', { name: 'Use this scheme' });
  await expect(use).toBeDisabled();
  await expect(dialog.getByText('The scheme needs at least one label.')).toBeVisible();
  await expect(dialog.getByText(/^7: in 1 file, voxels: \d+$/)).toBeVisible();

  for (const [place, name] of ['rim', 'core'].entries()) {
    await dialog.getByRole('button', { name: 'Add a label' }).click();
    await expect(dialog.getByLabel(`Name of label ${place + 1}`)).toBeFocused();
    await page.keyboard.type(name);
  }
  await expect(dialog.getByLabel('Name of label 2')).toHaveValue('core');
  await page.keyboard.press('Control+z');
  await expect(dialog.getByLabel('Name of label 2')).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');

  await dialog.getByRole('button', { name: 'Add a region' }).click();
  await page.keyboard.type('whole');
  await expect(dialog.getByText('“whole” needs at least one label.')).toBeVisible();
  const inside = dialog.getByRole('group', { name: 'Labels of whole' });
  await inside.getByRole('button', { name: '1 rim' }).click();
  await inside.getByRole('button', { name: '2 core' }).click();
  await expect(dialog.getByText('Choose the label that “whole” paints.')).toBeVisible();
  await dialog.getByLabel('Label that whole paints').selectOption('2 core');
  await dialog.getByRole('button', { name: 'Add a region' }).click();
  await page.keyboard.type('inner');
  await dialog
    .getByRole('group', { name: 'Labels of inner' })
    .getByRole('button', { name: '2 core' })
    .click();
  await dialog.getByLabel('Label that inner paints').selectOption('1 rim');

  await expect(dialog.getByText(/^Label 1 will be painted as 2/)).toBeVisible();
  await expect(dialog.getByText(/^Label 2 will be painted as 1/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Repair the class order: 1, 2' }).click();
  await expect(dialog.getByText('Painting in this order rebuilds every label.')).toBeVisible();
  await expect(dialog.getByLabel('Label that inner paints')).toHaveValue('1');
  await dialog.getByRole('button', { name: 'Add label 7' }).click();
  await expect(dialog.getByText('Label 7 lies in no region')).toBeVisible();
  await use.click();
  await scored(page);
  const saved = await savedScores(page);
  expect(saved.scheme).toMatchObject({ name: 'Own scheme', regionsClassOrder: [1, 2] });
  expect(saved.scheme.labels.map(({ value }: { value: number }) => value)).toEqual([1, 2, 7]);
});

test('reads names with spaces, umlauts and Chinese characters', async ({ page }) => {
  const names = ['Fall 1 größer', 'Ünïcode übung', '病例 三'];
  const folder = writeFolder('Überprüfung 验证', {
    'dataset.json': datasetJson,
    ...Object.fromEntries(names.map((name) => [`labelsTr/${name}.nii.gz`, mapGz(slab())])),
    ...Object.fromEntries(names.map((name) => [`predictions_模型 A/${name}.nii.gz`, mapGz(slab(1))])),
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  await scored(page);
  const saved = await savedScores(page);
  expect(saved.cases.map((item: { case: string }) => item.case).sort()).toEqual([...names].sort());
  expect(saved.cases[0].model).toBe('模型 A');
});

test('explains a folder in which there is nothing to open, and lists its files', async ({ page }) => {
  const folder = writeFolder('holiday', { 'beach.jpg': 'not a volume', 'notes/list.txt': 'towel' });
  await page.goto('/');
  await chooseFolder(page, folder);
  await expect(page.getByRole('alert')).toContainText('No case was recognised in the opened files (2).');
  await page.getByText('2 files were not recognised').click();
  await expect(page.getByText('holiday/notes/list.txt')).toBeVisible();
});

// Other work on the machine may slow one run; the time itself is the promise.
test.describe(() => {
  test.describe.configure({ retries: 2 });
  test('lists a cohort of 1,000 cases in under 3 seconds', async ({ page }) => {
    const files: Record<string, Uint8Array> = {};
    for (let index = 0; index < 1000; index++) {
      const id = `case_${String(index).padStart(4, '0')}`;
      files[`labels/${id}.nii.gz`] = new Uint8Array(0);
      files[`predictions_a/${id}.nii.gz`] = new Uint8Array(0);
      files[`predictions_b/${id}.nii.gz`] = new Uint8Array(0);
    }
    const folder = writeFolder('large', files);
    await page.goto('/');
    await page.evaluate(() => {
      addEventListener('change', () => performance.mark('chosen'), { capture: true, once: true });
    });
    await chooseFolder(page, folder);
    await page.getByRole('dialog', { name: 'What do the labels mean?' }).waitFor();
    const seconds = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return (performance.now() - performance.getEntriesByName('chosen')[0].startTime) / 1000;
    });
    expect(seconds).toBeLessThan(3);
    await page.keyboard.press('Escape');
    const table = page.getByRole('table', { name: 'Cases' });
    await expect(table).toHaveAttribute('aria-rowcount', '1001');
    await expect(caseRow(page, 'case_0000')).toBeVisible();
    expect(await table.getByRole('row').count()).toBeLessThan(100);
    await page.locator('.screen').evaluate((screen) => screen.scrollTo(0, screen.scrollHeight));
    await expect(caseRow(page, 'case_0999')).toBeVisible();
    await page.getByLabel('Filter cases').fill('0500');
    await expect(caseRow(page, 'case_0500')).toBeVisible();
    await expect(page.getByText('1 of 1000 shown')).toBeVisible();
  });
});

test('the sizes of the made-up cases are what the tests say', () => {
  expect(slab()).toHaveLength(gridSize.reduce((product, length) => product * length, 1));
});
