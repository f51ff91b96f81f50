import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { datasetJson, gridSize, mapGz, slab, writeFolder } from './folders';
import { saveReport } from './saveReport';
import { chooseFolder, measured, savedScores, scored, sharedPath } from './steps';

const cases = (page: Page) => page.getByRole('table', { name: 'Cases' }).locator('tbody tr');

/** Forgets what was open, which is quicker than a context of its own for each folder. */
async function forget(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto('/#/');
  await page.evaluate(() => indexedDB.deleteDatabase('regionlens'));
}

/** Opens a folder of ../shared/cases; nobody has to say what its labels mean to see what its names were taken for. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto('/');
  await chooseFolder(page, sharedPath(`cases/${path}`));
  const close = page.getByRole('dialog').getByRole('button', { name: /^(Close|Not now|Cancel)$/ });
  const files = page.getByRole('navigation').getByRole('button', { name: 'Files' });
  await expect(files).toBeVisible();
  if (await close.first().isVisible()) await close.first().click();
  await files.click();
}

const folders: [path: string, ids: string[], models: string[], images: boolean, guessed: boolean][] = [
  [
    '05-leading-word',
    ['label0061', 'label0062', 'label0063'],
    ['imgname/unet', 'samename/unet'],
    true,
    false,
  ],
  ['07-kits-lits/kits19', ['case_00000', 'case_00001', 'case_00002'], ['cases', 'submission'], true, false],
  ['07-kits-lits/kits21', ['case_00000', 'case_00001', 'case_00002'], ['cases'], true, true],
  ['09-images-without-channel', [1, 2, 3].map((n) => `pancreas_000${n}`), ['unet'], true, false],
  ['08-odd-name', [354, 355, 356].map((n) => `BraTS20_Training_${n}`), ['unet'], true, true],
  ['26-bids/isles', [1, 2, 3].map((n) => `sub-strokecase000${n}_ses-0001`), ['a', 'b', 'c'], false, true],
  ['26-bids/cada', ['A151', 'A152', 'A153'], ['a', 'b'], false, false],
];

test('finds the cases of folders that others laid out, and shows what it guessed', async ({ page }) => {
  test.slow();
  for (const [path, ids, models, hasImages, isGuessed] of folders) {
    await test.step(path, async () => {
      await forget(page);
      await open(page, path);
      await expect(cases(page)).toHaveCount(ids.length);
      for (const id of ids) {
        const row = cases(page).filter({ hasText: id });
        await expect(row.getByText('missing')).toHaveCount(0);
        await expect(row.getByText('none', { exact: true })).toHaveCount(hasImages ? 0 : 1);
      }
      for (const name of models) {
        await expect(page.getByRole('columnheader', { name, exact: true })).toBeVisible();
      }
      await expect(page.getByText(/guessed from names/)).toHaveCount(isGuessed ? 1 : 0);
    });
  }
});

test('several raters are references to choose from', async ({ page }) => {
  await open(page, '07-kits-lits/kits21');
  const role = (which: string) => page.getByLabel(`Role of kits21/data/*aggregated_${which}_seg`);
  await expect(role('MAJ')).toHaveValue('reference');
  await expect(role('OR')).toHaveValue('left-out');
  await role('OR').selectOption('Reference');
  await expect(role('MAJ')).toHaveValue('left-out');
  await expect(cases(page).first().locator('[title$="aggregated_OR_seg.nii.gz"]')).toBeVisible();
});

test('what names keep apart is joined by hand, and still is after a reload', async ({ page }) => {
  const folder = writeFolder('Apart', {
    'dataset.json': datasetJson,
    'labelsTr/anna.nii.gz': mapGz(slab()),
    'labelsTr/ben.nii.gz': mapGz(slab()),
    'predictions_unet/ben.nii.gz': mapGz(slab()),
    'predictions_unet/patient_7.nii.gz': mapGz(slab()),
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  await expect(page.getByText('One case has a prediction but no reference.')).toBeVisible();
  await expect(cases(page)).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Case that patient_7 belongs to' }).click();
  await page.getByRole('option', { name: 'anna' }).click();
  await expect(cases(page)).toHaveCount(2);
  await expect(page.getByText('Nothing is missing, and nothing was guessed.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cases(page)).toHaveCount(3);
  const row = (name: string) => page.getByRole('rowheader', { name, exact: true });
  // Ben has all files: nothing belongs to it.
  await row('patient_7').dragTo(row('ben'));
  await expect(cases(page)).toHaveCount(3);
  await row('patient_7').dragTo(row('anna'));
  await expect(cases(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Score 2 cases' }).click();
  await scored(page);
  await page.waitForTimeout(800);
  await page.reload();
  await page.getByRole('navigation').getByRole('button', { name: 'Files' }).click();
  await expect(cases(page)).toHaveCount(2);
  await expect(cases(page).first().locator('[title$="predictions_unet/patient_7.nii.gz"]')).toBeVisible();
});

const insideOf = (labels: number[], ...values: number[]) =>
  labels.map((label) => (values.includes(label) ? 1 : 0));

/** Dice of two masks of 0 and 1. */
function diceOf(first: number[], second: number[]): number {
  const count = (mask: number[]) => mask.filter((inside) => inside === 1).length;
  const both = first.filter((inside, voxel) => inside === 1 && second[voxel] === 1).length;
  return (2 * both) / (count(first) + count(second));
}

test('asks what files leave open, scores by the answer and keeps it', async ({ page }) => {
  const [reference, moved] = [slab(), slab(2)];
  const [whole, core, movedCore] = [insideOf(reference, 1, 2), insideOf(reference, 2), insideOf(moved, 2)];
  const painted = whole.map((inside, voxel) => Math.max(inside, movedCore[voxel]));
  const channels = writeFolder('channels', {
    'dataset.json': datasetJson,
    'labelsTr/anna.nii.gz': mapGz(reference),
    // Half of this core lies outside of this whole: neither names nor nesting say which is which.
    'predictions_unet/anna.nii.gz': mapGz([...movedCore, ...whole], { dims: [...gridSize, 2] }),
  });
  const kept = async (folder: string, answer: () => Promise<void>, dice: Record<string, number>) => {
    await forget(page);
    await page.goto('/');
    await chooseFolder(page, folder);
    await page.getByRole('navigation').getByRole('button', { name: 'Files' }).click();
    await answer();
    await page.getByRole('button', { name: 'To the scores' }).click();
    for (const isReloaded of [false, true]) {
      if (isReloaded) {
        await page.waitForTimeout(800);
        await page.reload();
        await expect(page.getByRole('heading', { name: 'Mean over cases' })).toBeVisible();
      }
      await scored(page);
      const [{ structures }] = (await savedScores(page)).cases;
      for (const [structure, value] of Object.entries(dice)) {
        const found = structures.find(({ name }: { name: string }) => name === structure);
        expect(found.dice, structure).toBeCloseTo(value, 3);
      }
    }
  };
  await test.step('what the labels mean, with the names that files give them', async () => {
    await page.goto('/');
    await chooseFolder(page, sharedPath('cases/12-seg-nrrd/ref'));
    await chooseFolder(page, sharedPath('cases/12-seg-nrrd/pred'));
    await expect(page.getByRole('dialog')).toContainText('Names in the files: 1 (NCR), 2 (ED), 3 (ET).');
  });
  await test.step('which channel is which region', async () => {
    const answer = async () => {
      const use = page.getByRole('button', { name: 'Score with these regions' });
      await page.getByLabel('Channel 1').selectOption('core');
      await expect(use).toBeDisabled();
      await page.getByLabel('Channel 2').selectOption('whole');
      await use.click();
    };
    await kept(channels, answer, { whole: diceOf(whole, painted), core: diceOf(core, movedCore) });
  });
  await test.step('masks of single labels that share voxels', async () => {
    const answer = () => page.getByRole('button', { name: 'Score every structure as a region' }).click();
    const dice = { liver: 0.809, spleen: 0.809, hip_left: 0.809 };
    await kept(sharedPath('cases/23-mask-per-structure/one'), answer, dice);
  });
});

test('a mask on another grid is named, what needs it has no number and says why, the rest is scored', async ({
  page,
}) => {
  // Of two masks none has the most beside it: the other side's grid is that of the case.
  const organs = ['liver', 'spleen'];
  const maps: Record<string, Buffer> = {};
  for (const [side, shift] of [['labelsTr', 0] as const, ['predictions_unet', 1] as const]) {
    for (const subject of ['s0001', 's0002']) {
      organs.forEach((organ, index) => {
        const mask = insideOf(slab(shift), index);
        maps[`${side}/${subject}/segmentations/${organ}.nii.gz`] = mapGz(mask);
      });
    }
  }
  const odd = 'labelsTr/s0001/segmentations/spleen.nii.gz';
  maps[odd] = mapGz(new Array(4 * 6 * 4).fill(1), { dims: [4, 6, 4] });
  const labels = { background: 0, liver: 1, spleen: 2 };
  const dataset = JSON.stringify({ labels, channel_names: { 0: 'CT' }, file_ending: '.nii.gz' });
  await page.goto('/');
  await chooseFolder(page, writeFolder('masks', { 'dataset.json': dataset, ...maps }));
  await expect(page.getByRole('heading', { name: 'Mean over cases' })).toBeVisible();
  await measured(page);

  const unknown = (subject: string) =>
    page
      .getByRole('row', { name: `${subject} unet` })
      .getByRole('gridcell', { name: '– (a mask that it needs was left out)' });
  await expect(unknown('s0001')).toHaveCount(1);
  await expect(unknown('s0002')).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('table.png') });
  const [first, second] = (await savedScores(page)).cases;
  const diceIn = ({ structures }: { structures: { name: string; dice: number | null }[] }) =>
    structures.map(({ dice }) => dice !== null);
  expect([diceIn(first), diceIn(second)]).toEqual([
    [true, false],
    [true, true],
  ]);

  expect(readFileSync(await saveReport(page), 'utf8')).toContain(
    's0001 <span class="mark">mask left out</span>',
  );

  await page.evaluate(() => window.location.assign('#/case/s0001?model=unet'));
  const warning = page.getByRole('alert').filter({ hasText: 'The mask of spleen' });
  await expect(warning).toContainText(`${odd}) was left out`);
  await expect(warning).toContainText('4×6×4 voxels of 1×1×1 mm here, 8×6×4 of 1×1×1 mm in');
  await page.screenshot({ path: test.info().outputPath('case.png') });
  await page.getByRole('tab', { name: 'In words' }).click();
  const notScored = page.getByText('Not scored: a mask that it needs was left out of this case.');
  await expect(notScored).toBeVisible();
  await page.getByRole('button', { name: 'spleen Label' }).first().click();
  await page.getByRole('tab', { name: 'Errors' }).click();
  await expect(notScored).toBeVisible();
});
