import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeFolder } from './folders';
import { pictureIsReady, pixelsOf } from './panes';
import { chooseFolder, measured, savedScores, scored, sharedPath, stopMeasuring } from './steps';

test.describe.configure({ timeout: 240_000 });

interface Input {
  /** The folder that is dropped: paths in it, and where in ../shared/cases they come from. */
  drops: Record<string, string>;
  /** Chosen where the page asks what the integers mean. */
  preset?: string;
  /** Cases and models that are scored. */
  pairs: number;
  /** Dice of every case, as it is shown; the same for all of them. */
  dice?: Record<string, string>;
  /** What stands above the table. */
  aboveTable?: RegExp;
  /** What stands beside the numbers of a case. */
  besideCase?: Record<string, RegExp>;
}

const wholeCoreEnhancing = { whole_tumor: '0.895', tumor_core: '0.843', enhancing_tumor: '0.764' };

const inputs: Record<string, Input> = {
  'a header in microns': {
    drops: {
      'dataset.json': '01-header-units/dataset.json',
      labelsTr: '01-header-units/micron/ref',
      predictions_unet: '01-header-units/micron/pred',
    },
    pairs: 1,
  },
  'gzip of several members and with padding': {
    drops: { '': '02-gzip' },
    pairs: 3,
    dice: { tumor: '0.843' },
  },
  'labels saved as floats': {
    drops: { '': '03-float-labels' },
    pairs: 2,
    dice: wholeCoreEnhancing,
    besideCase: { float: /voxels of \S*float\.nii\.gz were no whole numbers/ },
  },
  'values that the scheme does not know': {
    drops: { '': '13-unknown-labels/app' },
    pairs: 1,
    aboveTable: /Value 5 has no meaning in this scheme/,
    besideCase: { appendicular_002: /Value 5 has no meaning in this scheme/ },
  },
  'spacing that contradicts the form': {
    drops: {
      'dataset.json': '15-pixdim-against-sform/dataset.json',
      labelsTr: '15-pixdim-against-sform/mixed/labelsTr',
      predictions_unet: '15-pixdim-against-sform/mixed/pred',
    },
    pairs: 1,
    besideCase: { case_1: /contradicts itself: voxels of .* mm by its spacing \(pixdim\)/ },
  },
  'a summary of nnU-Net 1': {
    drops: { '': '18-version-1-summary' },
    pairs: 2,
    aboveTable: /Equal to nnU-Net’s evaluation in 4 of 4 values/,
  },
  'headers without a form, and NaN': {
    drops: {
      labelsTr: '19-headers-without-space/labelsTr',
      predictions_unet: '19-headers-without-space/pred',
    },
    preset: 'BraTS 2021',
    pairs: 3,
    dice: { whole_tumor: '0.843', tumor_core: '0.809', enhancing_tumor: '0.606' },
    besideCase: {
      nan: /nan\.nii\.gz are not a number/,
      none: /none\.nii\.gz does not say how its voxels lie/,
    },
  },
  'channels in another order': {
    drops: {
      'dataset.json': '20-channels/dataset.json',
      labelsTr: '20-channels/named/labelsTr',
      predictions_monai: '20-channels/named/predictions_monai',
    },
    pairs: 1,
    dice: { tumor_core: '0.843', whole_tumor: '0.895' },
  },
  'two trainers of one dataset': { drops: { '': '24-two-trainers' }, pairs: 4 },
  'an order of classes given as text': {
    drops: {
      'dataset.json': '27-dataset-json/order_text.json',
      labelsTr: '27-dataset-json/labelsTr',
      predictions_unet: '27-dataset-json/pred',
    },
    pairs: 1,
  },
  'headers with their voxels in another file': {
    drops: { '': '28-two-files' },
    pairs: 2,
    dice: { prostate: '0.809' },
  },
};

/** The files of a folder by path, copied to where a person would have them. */
function filesOf(drops: Input['drops']): Record<string, Buffer> {
  const files: Record<string, Buffer> = {};
  const take = (from: string, to: string) => {
    if (!statSync(from).isDirectory()) {
      files[to] = readFileSync(from);
      return;
    }
    for (const name of readdirSync(from)) take(join(from, name), to === '' ? name : `${to}/${name}`);
  };
  for (const [to, from] of Object.entries(drops)) take(sharedPath(`cases/${from}`), to);
  return files;
}

async function open(page: Page, name: string, { drops, preset }: Input): Promise<void> {
  await page.goto('/');
  await chooseFolder(page, writeFolder(name.replaceAll(/\W+/g, '-'), filesOf(drops)));
  const table = page.getByRole('heading', { name: 'Mean over cases' });
  const use = page.getByRole('button', { name: 'Use this scheme' });
  await expect(table.or(use).first()).toBeVisible();
  if (await use.isVisible()) {
    if (preset) {
      await page.getByRole('combobox', { name: 'Label scheme' }).click();
      await page.getByRole('option', { name: preset, exact: true }).click();
    }
    await use.click();
  }
  await expect(table).toBeVisible();
  await scored(page);
  await stopMeasuring(page);
}

test('inputs that people really have show the right numbers and say what is odd about them', async ({
  page,
}) => {
  for (const [name, input] of Object.entries(inputs)) {
    await test.step(name, async () => {
      await open(page, name, input);
      const saved = await savedScores(page);
      expect(saved.cases, name).toHaveLength(input.pairs);
      const { case: first, model: by } = saved.cases[0];
      const row = page.getByRole('row', { name: `${first} ${by}` });
      for (const [structure, dice] of Object.entries(input.dice ?? {})) {
        for (const { structures } of saved.cases) {
          const found = structures.find((one: { name: string }) => one.name === structure);
          expect(found.dice.toFixed(3), `${structure}, ${name}`).toBe(dice);
        }
        await expect(row).toContainText(dice);
      }
      if (input.aboveTable) await expect(page.getByRole('main')).toContainText(input.aboveTable);
      for (const [caseId, words] of Object.entries(input.besideCase ?? {})) {
        await page.evaluate((hash) => window.location.assign(hash), `#/case/${caseId}?model=${by}`);
        await expect(page.locator('.case-warnings', { hasText: words }).first()).toBeVisible();
      }
    });
  }
});

test('slices are scored by contours and areas and shown as one large picture each', async ({ page }) => {
  const drops = {
    'dataset.json': '10-two-dimensions/dataset.json',
    labelsTr: '10-two-dimensions/labelsTr',
    predictions_unet: '10-two-dimensions/pred',
  };
  await page.goto('/');
  await chooseFolder(page, writeFolder('slices', filesOf(drops)));
  await scored(page);
  await measured(page);
  const { cases } = await savedScores(page);
  expect(cases).toHaveLength(2);
  for (const { geometry, structures } of cases) {
    expect(geometry.dimensions).toBe(2);
    const [{ surface, referenceCm2, tp, fn }] = structures;
    expect(surface.hd95Mm).toBeCloseTo(2, 6);
    expect(surface.nsd[0]).toMatchObject({ tauMm: 1, value: expect.closeTo(0.7388, 3) });
    expect(referenceCm2).toBeCloseTo((tp + fn) / 100, 9);
  }
  await page
    .getByRole('row', { name: /cardiac_00000 unet/ })
    .getByRole('button', { name: 'cardiac_00000' })
    .click();
  await pictureIsReady(page);
  await expect(page.getByRole('columnheader', { name: 'Reference cm²' })).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Planes' })).toHaveCount(0);
  await expect(page.locator('.profile-strip')).toHaveCount(0);
  // The slice stands over the whole height of its pane, its labels in the middle.
  const pixels = await pixelsOf(page, page.locator('[data-place="main"]'));
  const { width, height } = pixels;
  let [low, high] = [height, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [red, green, blue] = pixels.at(column, row);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) < 60) continue;
      low = Math.min(low, row);
      high = Math.max(high, row);
    }
  }
  expect(high - low).toBeGreaterThan(height / 4);
});
