import { expect, type Locator, type Page } from '@playwright/test';
import { niftiVoxels } from './niftiVoxels';
import { type Color, type Pixels, pixelsOfPng } from './pixelsOfPng';
import { openSample, sharedPath, stopMeasuring } from './steps';

/** The sample's labels 1 ENH, 2 NEC, 3 EDE in the hues of their place: oedema, necrosis, enhancing. */
export const labelHues: Record<number, Color> = { 1: [86, 180, 233], 2: [230, 159, 0], 3: [0, 158, 115] };
export const missedColor: Color = [255, 212, 0];
export const extraColor: Color = [255, 61, 242];

/** +1 where the file's axis runs right (x) or anterior (y) in the image's header, −1 where it runs the other way. */
export interface Sample {
  folder: string;
  address: string;
  reference: string;
  prediction: string;
  slice: number;
  axes: [number, number];
}

/** Image headers say +x +y, label maps −x −y: only voxel by voxel do they fit. */
export const contradicting: Sample = {
  folder: 'brats-ssa',
  address: 'BraTS2024_SSA-00230-000?model=nnUnet',
  reference: 'brats-ssa/images/BraTS2024_SSA-00230-000/BraTS2024_SSA-00230-000_seg.nii.gz',
  prediction: 'brats-ssa/predictions/nnUnet/BraTS2024_SSA-00230-000/BraTS2024_SSA-00230-000_pred.nii.gz',
  slice: 60,
  axes: [1, 1],
};
export const withoutImage: Sample = {
  folder: 'lumiere-nnunet',
  address: 'Patient-002-week-000?model=nnUNet',
  reference: 'lumiere-nnunet/labelsTr/Patient-002-week-000.nii.gz',
  prediction: 'lumiere-nnunet/predictions_nnUNet/Patient-002-week-000.nii.gz',
  slice: 122,
  axes: [-1, -1],
};

/** Opens a sample for the sake of its picture: nothing goes on in the background. */
export async function openSlice(page: Page, sample: Sample, view: string): Promise<void> {
  await openSample(page, sample.folder);
  await stopMeasuring(page);
  await showSlice(page, sample, view);
}

/** What a link says of a picture as it is at the start, but in full colours. */
export const startSettings =
  'panes=two&drawing=fill&opacity=1&pane=reference:fill:&pane=errors:fill:&pane=confusion:fill:' +
  '&curtain=0.5&camera=0,0,0,1,110,10,1&window=0,1';

/** Shows the slice of an opened sample, its labels in their full colours. */
export async function showSlice(page: Page, { address, slice }: Sample, view: string): Promise<void> {
  const place = `view=${view}&layout=axial&voxel=3,3,${slice}`;
  await page.goto(`/#/case/${address}&${place}&${startSettings}`);
  await pictureIsReady(page);
  await expect(page.getByRole('slider', { name: 'Opacity' })).toHaveAttribute('aria-valuenow', '1');
}

export async function pictureIsReady(page: Page): Promise<void> {
  await expect(page.locator('.pane canvas').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.pane[aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
}

/** The canvas as a person sees it, read back from a screenshot. */
export async function pixelsOf(page: Page, pane: Locator): Promise<Pixels> {
  return pixelsOfPng(page, await pane.screenshot());
}

/** Where a voxel of an axial slice lies: the slice fills the pane, the patient's right is on the left. */
export function placeOf(
  x: number,
  y: number,
  shape: number[],
  axes: [number, number],
  width: number,
  height: number,
) {
  const scale = Math.min(width / shape[0], height / shape[1]);
  return {
    x: width / 2 - axes[0] * scale * (x + 0.5 - shape[0] / 2),
    y: height / 2 - axes[1] * scale * (y + 0.5 - shape[1] / 2),
  };
}

const isNear = (first: Color, second: Color) =>
  first.every((channel, i) => Math.abs(channel - second[i]) <= 2);

/** Compares a pane with what the files say, voxel by voxel; `expected` is null where no structure is drawn. */
export async function comparePane(
  page: Page,
  name: string | RegExp,
  sample: Sample,
  expected: (reference: number, prediction: number, x: number, y: number) => Color | null | 'any',
  colors: Color[],
): Promise<Record<string, number>> {
  const reference = niftiVoxels(sharedPath(`data/${sample.reference}`));
  const prediction = niftiVoxels(sharedPath(`data/${sample.prediction}`));
  return compareMaps(page, name, { ...sample, reference, prediction }, expected, colors);
}

/** Two maps that were read or made, on screen at one slice; the rim (voxels) is not looked at. */
export interface ShownMaps {
  reference: ReturnType<typeof niftiVoxels>;
  prediction: ReturnType<typeof niftiVoxels>;
  slice: number;
  axes: [number, number];
  rim?: number;
}

/** Compares a pane with two maps, as comparePane does with files. */
export async function compareMaps(
  page: Page,
  name: string | RegExp,
  { reference, prediction, slice, axes, rim = 20 }: ShownMaps,
  expected: (reference: number, prediction: number, x: number, y: number) => Color | null | 'any',
  colors: Color[],
): Promise<{ drawn: number; empty: number; wrong: number }> {
  const pixels = await pixelsOf(page, page.getByRole('img', { name }));
  const found = { drawn: 0, empty: 0, wrong: 0 };
  const [columns, rows] = reference.shape;
  // The crosshair runs through voxels 3, the caption and letters lie at the rim.
  for (let y = rim; y < rows - rim; y++) {
    for (let x = rim; x < columns - rim; x++) {
      const color = expected(reference.at(x, y, slice), prediction.at(x, y, slice), x, y);
      if (color === 'any') continue;
      const place = placeOf(x, y, reference.shape, axes, pixels.width, pixels.height);
      const seen = pixels.at(place.x, place.y);
      found[color ? 'drawn' : 'empty']++;
      const isRight = color ? isNear(seen, color) : colors.every((other) => !isNear(seen, other));
      if (!isRight) found.wrong++;
    }
  }
  return found;
}

/** The picture as soon as it no longer changes. */
export async function settledPixels(page: Page, pane: Locator) {
  let before = await pixelsOf(page, pane);
  for (let tries = 0; tries < 10; tries++) {
    await page.waitForTimeout(300);
    const now = await pixelsOf(page, pane);
    if (differingPixels(before.data, now.data) === 0) return now;
    before = now;
  }
  return before;
}

/** How many pixels of two pictures of one size are not the same. */
export function differingPixels(first: Buffer, second: Buffer): number {
  let count = 0;
  for (let start = 0; start < first.length; start += 4) {
    if (first.readUInt32LE(start) !== second.readUInt32LE(start)) count++;
  }
  return count;
}
