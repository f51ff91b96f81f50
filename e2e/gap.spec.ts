import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { niftiVoxels } from './niftiVoxels';
import { comparePane, contradicting, pictureIsReady } from './panes';
import type { Color } from './pixelsOfPng';
import { clickFirstPoint, measured, openSample, savedScores, sharedPath } from './steps';
import { violations } from './violations';

const causeColors: Record<'shared' | 'child' | 'relieved', Color> = {
  shared: [255, 243, 176],
  child: [177, 76, 255],
  relieved: [0, 229, 255],
};

const core = [1, 2];
const necrosis = 2;

/** Only the label disagrees: the error lies between structures inside the core. */
function isChildError(reference: number, prediction: number): boolean {
  const regionErrs = core.includes(reference) !== core.includes(prediction);
  return !regionErrs && (reference === necrosis) !== (prediction === necrosis);
}

test.use({ viewport: { width: 2560, height: 1440 } });

test('reads why the necrosis scores less than the core, and is led to the voxels of one cause', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await openSample(page, 'brats-ssa');
  const row = page.getByRole('row', { name: /BraTS2024_SSA-00230-000.* nnUnet/ });
  await row.getByRole('button', { name: 'BraTS2024_SSA-00230-000' }).click();
  await expect(page.getByText('NEC 0.77, tumor_core 0.91.')).toBeVisible();
  await page.getByRole('button', { name: 'Why tumor_core and NEC differ', exact: true }).click();
  await expect(page.locator('.gap-answer')).toBeVisible();
  await page.getByRole('button', { name: 'brats-ssa' }).click();
  await row.getByRole('button', { name: '+0.143' }).click();
  await pictureIsReady(page);
  await expect(page.getByRole('combobox', { name: 'Pair' })).toHaveValue('tumor_core → NEC');
  const answer = page.locator('.gap-answer');
  await expect(answer).toContainText('NEC 0.77, tumor_core 0.91.');
  await expect(answer).toContainText(/Inside tumor_core the model takes [\d.]+ mL of \w+ for \w+/);
  await expect(page.getByText(/^No: 1\.04 mm off, the region 1\.39 mm\.$/)).toBeVisible({ timeout: 60_000 });
  await page.getByText('Is the contour itself worse?').click();
  await expect(page.getByText(/would score 0\.241 below/)).toBeVisible();
  expect(await violations(page, 'the answer', { within: '.case-side' })).toEqual([]);

  const step = page.getByRole('button', { name: /^Accumulated errors/ });
  await expect(step).toContainText('−0.200');
  await step.click();
  await expect(step).toHaveAttribute('aria-pressed', 'true');
  const reference = niftiVoxels(sharedPath(`data/${contradicting.reference}`));
  const prediction = niftiVoxels(sharedPath(`data/${contradicting.prediction}`));
  const [columns, rows, slices] = reference.shape;
  const perSlice = Array.from({ length: slices }, (_, z) => {
    let count = 0;
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) {
        if (isChildError(reference.at(x, y, z), prediction.at(x, y, z))) count++;
      }
    }
    return count;
  });
  const most = perSlice.indexOf(Math.max(...perSlice));
  await expect(page).toHaveURL(new RegExp(`cause=child.*voxel=\\d+%2C\\d+%2C${most}$`));

  const opacity = page.getByRole('slider', { name: 'Opacity' });
  await opacity.press('End');
  await page.getByRole('slider', { name: 'Opacity' }).blur();
  // The crosshair crosses the voxels in question, so it is moved away within the slice.
  await page.goto(
    page
      .url()
      .replace(/layout=\w+/, 'layout=axial')
      .replace(/voxel=.*$/, `voxel=3,3,${most}&panes=two&camera=0,0,0,1,110,10,1`),
  );
  await pictureIsReady(page);
  const found = await comparePane(
    page,
    'Errors by cause',
    { ...contradicting, slice: most },
    (referenceLabel, predictedLabel) => {
      if (isChildError(referenceLabel, predictedLabel)) return causeColors.child;
      return core.includes(referenceLabel) ? 'any' : null;
    },
    Object.values(causeColors),
  );
  expect(found.drawn).toBe(perSlice[most]);
  expect(found.wrong).toBe(0);
});

test('finds every contour shift and boundary count of the original implementation in the saved scores', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const entries = JSON.parse(readFileSync(sharedPath('reference/contour-shift.json'), 'utf8'));
  await openSample(page, 'brats-ssa');
  await measured(page);
  const saved = await savedScores(page);
  const labels: Record<string, number> = { ED: 3, NCR: 2, ET: 1 };
  const expected = entries.filter(({ dataset }: { dataset: string }) => dataset === 'brats-ssa');
  expect(expected).toHaveLength(4);
  for (const entry of expected) {
    const found = saved.cases.find(
      (item: { case: string; model: string }) => item.case === entry.case && item.model === entry.model,
    );
    for (const [name, figures] of Object.entries<Record<string, never>>(entry.pairs)) {
      const pair = found.pairs.find(({ label }: { label: number }) => label === labels[name.split('->')[1]]);
      const { region_shift_mm, label_shift_mm, shape_part_of_gap, within_tau_of_reference_boundary } =
        figures;
      expect(pair.boundary).toEqual({ tauMm: 1, ...(within_tau_of_reference_boundary['1.0'] as object) });
      for (const side of ['grow', 'shrink']) {
        expect(pair.regionShiftMm[side]).toBeCloseTo(region_shift_mm[side], 9);
        expect(pair.labelShiftMm[side]).toBeCloseTo(label_shift_mm[side], 9);
      }
      expect(pair.shapePart).toBeCloseTo(shape_part_of_gap, 9);
    }
  }
});

test('sees the gap over the cohort and opens a case from a point', async ({ page }) => {
  await openSample(page, 'brats-ssa');
  await page.getByRole('tab', { name: 'Gap', exact: true }).click();
  const means = page.getByRole('row', { name: /NEC · nnUnet/ });
  await expect(means).toContainText('+0.185');
  await expect(page.getByRole('heading', { name: 'Accumulated errors' })).toBeVisible();
  await page.getByText('Which cause dominates in which case').click();
  await expect(page.getByRole('button', { name: 'BraTS2024_SSA-00230-000 · nnUnet' })).toBeVisible();
  await expect(
    page.getByRole('figure', { name: 'Gap against the size of the label in the reference' }),
  ).toBeVisible();
  await expect(page.locator('.gap-plot .plot-dots').first()).toBeAttached();
  await clickFirstPoint(page);
  await expect(page).toHaveURL(/#\/case\/BraTS2024_SSA.*view=causes/);
});
