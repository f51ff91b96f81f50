import { expect, type Locator, type Page, test } from '@playwright/test';
import { niftiVoxels } from './niftiVoxels';
import { openSample, sharedPath } from './steps';

type Color = [number, number, number];

/** The sample's labels 1 ENH, 2 NEC, 3 EDE in the hues of their place: oedema, necrosis, enhancing. */
const labelHues: Record<number, Color> = { 1: [86, 180, 233], 2: [230, 159, 0], 3: [0, 158, 115] };
const missedColor: Color = [255, 212, 0];
const extraColor: Color = [255, 61, 242];

/** +1 where the file's axis runs right (x) or anterior (y) in the image's header, −1 where it runs the other way. */
interface Sample {
  folder: string;
  address: string;
  reference: string;
  prediction: string;
  slice: number;
  axes: [number, number];
}

/** Image headers say +x +y, label maps −x −y: only voxel by voxel do they fit. */
const contradicting: Sample = {
  folder: 'brats-ssa',
  address: 'BraTS2024_SSA-00230-000?model=nnUnet',
  reference: 'brats-ssa/images/BraTS2024_SSA-00230-000/BraTS2024_SSA-00230-000_seg.nii.gz',
  prediction: 'brats-ssa/predictions/nnUnet/BraTS2024_SSA-00230-000/BraTS2024_SSA-00230-000_pred.nii.gz',
  slice: 60,
  axes: [1, 1],
};
const withoutImage: Sample = {
  folder: 'lumiere-nnunet',
  address: 'Patient-002-week-000?model=nnUNet',
  reference: 'lumiere-nnunet/labelsTr/Patient-002-week-000.nii.gz',
  prediction: 'lumiere-nnunet/predictions_nnUNet/Patient-002-week-000.nii.gz',
  slice: 122,
  axes: [-1, -1],
};

// Several pixels to a voxel, so that the middle of a voxel is never at the edge of a pixel.
test.use({ viewport: { width: 2560, height: 1440 } });

async function openSlice(page: Page, { folder, address, slice }: Sample, view: string): Promise<void> {
  await openSample(page, folder);
  await page.goto(`/#/case/${address}&view=${view}&layout=axial&voxel=3,3,${slice}`);
  await pictureIsReady(page);
  const opacity = page.getByRole('slider', { name: 'Opacity' });
  await opacity.press('End');
  await expect(opacity).toHaveAttribute('aria-valuenow', '1');
}

async function pictureIsReady(page: Page): Promise<void> {
  await expect(page.locator('.pane canvas').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.pane[aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
}

/** The canvas as a person sees it, read back from a screenshot. */
async function pixelsOf(page: Page, pane: Locator) {
  const image = (await pane.screenshot()).toString('base64');
  const reader = await page.context().newPage();
  const { width, height, packed } = await reader.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const texts = [];
    for (let start = 0; start < data.length; start += 8192) {
      texts.push(String.fromCharCode(...data.subarray(start, start + 8192)));
    }
    return { width: bitmap.width, height: bitmap.height, packed: btoa(texts.join('')) };
  }, image);
  const data = Buffer.from(packed, 'base64');
  await reader.close();
  return {
    width,
    height,
    at: (x: number, y: number): Color => {
      const start = 4 * (Math.floor(y) * width + Math.floor(x));
      return [data[start], data[start + 1], data[start + 2]];
    },
  };
}

/** Where a voxel of an axial slice lies: the slice fills the pane, the patient's right is on the left. */
function placeOf(
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
async function comparePane(
  page: Page,
  name: string,
  sample: Sample,
  expected: (reference: number, prediction: number) => Color | null | 'any',
  colors: Color[],
): Promise<Record<string, number>> {
  const reference = niftiVoxels(sharedPath(`data/${sample.reference}`));
  const prediction = niftiVoxels(sharedPath(`data/${sample.prediction}`));
  const pixels = await pixelsOf(page, page.getByRole('img', { name }));
  const found = { drawn: 0, empty: 0, wrong: 0 };
  const [columns, rows] = reference.shape;
  // The crosshair runs through voxels 3, the caption and letters lie at the rim.
  for (let y = 20; y < rows - 20; y++) {
    for (let x = 20; x < columns - 20; x++) {
      const color = expected(reference.at(x, y, sample.slice), prediction.at(x, y, sample.slice));
      if (color === 'any') continue;
      const place = placeOf(x, y, reference.shape, sample.axes, pixels.width, pixels.height);
      const seen = pixels.at(place.x, place.y);
      found[color ? 'drawn' : 'empty']++;
      const isRight = color ? isNear(seen, color) : colors.every((other) => !isNear(seen, other));
      if (!isRight) found.wrong++;
    }
  }
  return found;
}

for (const [title, sample] of [
  ['on a case whose headers contradict each other', contradicting],
  ['on a case without an image', withoutImage],
] as const) {
  test(`sees each label's colour at its voxels and nowhere else, in reference and prediction, ${title}`, async ({
    page,
  }) => {
    await openSlice(page, sample, 'prediction');
    const hue = (label: number) => labelHues[label] ?? null;
    const colors = Object.values(labelHues);
    const reference = await comparePane(page, 'Reference labels', sample, (label) => hue(label), colors);
    const prediction = await comparePane(page, 'Predicted labels', sample, (_, label) => hue(label), colors);
    for (const { drawn, empty, wrong } of [reference, prediction]) {
      expect(drawn).toBeGreaterThan(100);
      expect(empty).toBeGreaterThan(1000);
      expect(wrong).toBe(0);
    }
    expect(reference.drawn).not.toBe(prediction.drawn);
  });
}

test('sees missed and extra voxels of a structure in their colours and nowhere else', async ({ page }) => {
  await openSlice(page, contradicting, 'errors&structure=region:1,2');
  const isCore = (label: number) => label === 1 || label === 2;
  const found = await comparePane(
    page,
    'Errors of a structure',
    contradicting,
    (reference, prediction) => {
      if (isCore(reference) && isCore(prediction)) return 'any';
      if (isCore(reference)) return missedColor;
      return isCore(prediction) ? extraColor : null;
    },
    [missedColor, extraColor],
  );
  expect(found.drawn).toBeGreaterThan(20);
  expect(found.wrong).toBe(0);
});

test('hides a label from the legend, and only that label', async ({ page }) => {
  await openSlice(page, contradicting, 'prediction');
  await page.getByRole('button', { name: /^Show (EDE|ED|oedema|edema)/i }).click();
  const visible = [labelHues[1], labelHues[2]];
  const expected = (_: number, label: number) => (label === 3 ? null : (labelHues[label] ?? null));
  const found = await comparePane(page, 'Predicted labels', contradicting, expected, [
    ...visible,
    labelHues[3],
  ]);
  expect(found.drawn).toBeGreaterThan(100);
  expect(found.wrong).toBe(0);
});

test('moves both panes to the voxel that is clicked in one', async ({ page }) => {
  await openSlice(page, contradicting, 'prediction');
  const pane = page.getByRole('img', { name: 'Predicted labels' });
  const { width, height } = (await pane.boundingBox())!;
  await pane.click({ position: placeOf(109, 142, [240, 240, 155], [1, 1], width, height) });
  await expect(page).toHaveURL(/voxel=109,142,60|voxel=109%2C142%2C60/);
  await pane.hover({ position: { x: width / 2, y: height / 2 } });
  await page.mouse.wheel(0, 100);
  await expect(page).toHaveURL(/voxel=109(,|%2C)142(,|%2C)(59|61)/);
});

test('changes the view with under 100 ms of main-thread time', async ({ page }) => {
  await openSample(page, contradicting.folder);
  await page.goto(`/#/case/${contradicting.address}&view=prediction&layout=multiplanar&voxel=109,142,60`);
  await pictureIsReady(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spentMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  const times: number[] = [];
  for (let change = 0; change < 5; change++) {
    await page.waitForTimeout(500);
    const before = await spentMs();
    await page.keyboard.press('v');
    await page.waitForTimeout(1000);
    times.push((await spentMs()) - before);
  }
  test.info().annotations.push({
    type: 'ms of main-thread time',
    description: times.map((time) => time.toFixed(0)).join(', '),
  });
  expect(Math.max(...times)).toBeLessThan(100);
});
