import { expect, type Page, test } from '@playwright/test';
import { datasetJson, mapGz, slab, writeFolder } from './folders';
import { chooseFolder, scored, sharedPath } from './steps';

const cases = (page: Page) => page.getByRole('table', { name: 'Cases' }).locator('tbody tr');

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
  ['08-odd-name', [354, 355, 356].map((n) => `BraTS20_Training_${n}`), ['unet'], true, true],
  ['26-bids/isles', [1, 2, 3].map((n) => `sub-strokecase000${n}_ses-0001`), ['a', 'b', 'c'], false, true],
  ['26-bids/cada', ['A151', 'A152', 'A153'], ['a', 'b'], false, false],
];

test('finds the cases of folders that others laid out, and shows what it guessed', async ({ page }) => {
  test.slow();
  for (const [path, ids, models, hasImages, isGuessed] of folders) {
    await test.step(path, async () => {
      // A context of its own for each would take longer than forgetting what was open.
      await page.goto('about:blank');
      await page.goto('/#/');
      await page.evaluate(() => indexedDB.deleteDatabase('regionlens'));
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
  await page.getByRole('button', { name: 'Score 2 cases' }).click();
  await scored(page);
  await page.waitForTimeout(800);
  await page.reload();
  await page.getByRole('navigation').getByRole('button', { name: 'Files' }).click();
  await expect(cases(page)).toHaveCount(2);
  await expect(cases(page).first().locator('[title$="predictions_unet/patient_7.nii.gz"]')).toBeVisible();
});
