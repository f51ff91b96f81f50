import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { datasetJson, flippedMapGz, gridSize, identityRows, mapGz, slab, writeFolder } from './folders';
import { pictureIsReady, pixelsOf, placeOf } from './panes';
import { chooseFolder, savedScores, scored } from './steps';

test('turns a flipped prediction to its reference, and says so', async ({ page }) => {
  const folder = writeFolder('Slabs', {
    'dataset.json': datasetJson,
    'labelsTr/one.nii.gz': mapGz(slab()),
    'predictions_flipped/one.nii.gz': flippedMapGz(slab()),
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  await scored(page);
  const saved = await savedScores(page);
  expect(saved.cases[0].pairs.map((pair: { regionDice: number }) => pair.regionDice)).toEqual([1, 1]);
  await page
    .getByRole('row', { name: /one flipped/ })
    .getByRole('button', { name: 'one' })
    .click();
  await expect(page.getByText('was reoriented to the axes of')).toBeVisible();
  // What was turned without a question is taken back where it is told, and turned again there.
  await page.getByRole('button', { name: 'Score voxel by voxel, as stored' }).click();
  await expect(page.getByText(/mm apart/)).toBeVisible();
  await page.getByRole('button', { name: 'Reorient by header' }).click();
  await expect(page.getByText('was reoriented to the axes of')).toBeVisible();
});

test('scores by voxel where headers contradict each other, and by header when asked', async ({ page }) => {
  const rows = [-1, 0, 0, 50, ...identityRows.slice(4)];
  const folder = writeFolder('Slabs', {
    'dataset.json': datasetJson,
    'labelsTr/one.nii.gz': mapGz(slab()),
    'predictions_unet/one.nii.gz': mapGz(slab(), { sform: { code: 1, rows } }),
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  await scored(page);
  const dice = async () => (await savedScores(page)).cases[0].pairs[0].regionDice;
  expect(await dice()).toBe(1);
  await page
    .getByRole('row', { name: /one unet/ })
    .getByRole('button', { name: 'one' })
    .click();
  await expect(page.getByText(/up to 50(\.0+)? mm apart/)).toBeVisible();
  await page.getByRole('button', { name: 'Reorient by header' }).click();
  await expect(page.getByRole('button', { name: 'Score voxel by voxel, as stored' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await dice()).toBeLessThan(1);
});

test('reads NRRD, MetaImage and MGZ as label maps, and shows an NRRD image under them', async ({ page }) => {
  const fixture = (name: string) => readFileSync(`src/io/fixtures/${name}`);
  const values = [1, 2, 3, 4, 5, 6];
  const folder = writeFolder('Formats', {
    'dataset.json': JSON.stringify({
      channel_names: { 0: 'T1' },
      labels: { background: 0, ...Object.fromEntries(values.map((value) => [`part ${value}`, value])) },
      file_ending: '.nrrd',
    }),
    'labelsTr/one.nrrd': fixture('itk.nrrd'),
    'imagesTr/one_0000.nrrd': fixture('itk.nrrd'),
    'predictions_meta/one.mha': fixture('itk.mha'),
    'predictions_freesurfer/one.mgz': fixture('itk.mgz'),
    'predictions_pair/one.mhd': Buffer.from(fixture('itk.mhd').toString().replace('itk.raw', 'one.raw')),
    'predictions_pair/one.raw': fixture('itk.raw'),
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  await scored(page);
  const saved = await savedScores(page);
  expect(saved.failures).toEqual([]);
  expect(saved.cases.map((item: { model: string }) => item.model)).toEqual(['freesurfer', 'meta', 'pair']);
  for (const { structures } of saved.cases) {
    expect(structures.map(({ dice }: { dice: number }) => dice)).toEqual(values.map(() => 1));
  }
  await page
    .getByRole('row', { name: /one meta/ })
    .getByRole('button', { name: 'one' })
    .click();
  await expect(page.getByRole('img', { name: 'Predicted labels' })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.pane[aria-busy="true"]')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(/cannot be read|could not be read/)).toHaveCount(0);
});

test('shows an image of another size where its header places it, over the part of the labels that it covers', async ({
  page,
}) => {
  const [width, height, depth] = gridSize;
  // Twice as fine, its first half in the space of the labels and the rest to their right; bright from 4 mm on.
  const fine = [width * 2, height * 2, depth * 2];
  const bright = Array.from({ length: fine[0] * fine[1] * fine[2] }, (_, voxel) => {
    return (voxel % fine[0]) / 2 - 0.25 > 3.5 ? 200 : 100;
  });
  const inPlace = { code: 1, rows: [0.5, 0, 0, -0.25, 0, 0.5, 0, -0.25, 0, 0, 0.5, -0.25] };
  const farAway = { code: 1, rows: inPlace.rows.map((value, at) => (at === 3 ? 900 : value)) };
  const image = { dims: fine, values: bright, pixdim: [0.5, 0.5, 0.5] };
  const folder = writeFolder('Sizes', {
    'dataset.json': datasetJson,
    'labelsTr/near.nii.gz': mapGz(slab()),
    'imagesTr/near_0000.nii.gz': mapGz(bright, { ...image, sform: inPlace }),
    'predictions_net/near.nii.gz': mapGz(slab(1)),
    'labelsTr/far.nii.gz': mapGz(slab()),
    'imagesTr/far_0000.nii.gz': mapGz(bright, { ...image, sform: farAway }),
    'predictions_net/far.nii.gz': mapGz(slab(1)),
  });
  await page.goto('/');
  await chooseFolder(page, folder);
  await scored(page);
  await page.goto(
    '/#/case/near?model=net&view=prediction&layout=axial&voxel=0,0,2&panes=two&camera=0,0,0,1,110,10,1',
  );
  await pictureIsReady(page);
  await page.getByText('Image shown where its header places it').click();
  await expect(page.getByText(/has 16 × 12 × 8 voxels, the label maps have 8 × 6 × 4/)).toBeVisible();
  const pixels = await pixelsOf(page, page.getByRole('img', { name: 'Predicted labels' }));
  // Row y = 5 holds no label: what is seen there is the image, dark up to 3 mm and bright from 4 mm on.
  const greyAt = (x: number) => {
    const place = placeOf(x, height - 1, gridSize, [1, 1], pixels.width, pixels.height);
    return pixels.at(place.x, place.y)[0];
  };
  for (const x of [1, 2, 3]) expect(greyAt(x)).toBeLessThan(40);
  for (const x of [4, 5, 6]) expect(greyAt(x)).toBeGreaterThan(200);
  await page.goto(
    '/#/case/far?model=net&view=prediction&layout=axial&voxel=0,0,2&panes=two&camera=0,0,0,1,110,10,1',
  );
  await pictureIsReady(page);
  await expect(page.getByText(/lies nowhere in the space of the label maps/)).toBeVisible();
});
