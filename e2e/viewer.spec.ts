import { expect, type Page } from '@playwright/test';
import { alone, mainThreadClock, median, noteTimes } from './mainThread';
import {
  comparePane,
  contradicting,
  extraColor,
  labelHues,
  missedColor,
  openSlice,
  pictureIsReady,
  placeOf,
  type Sample,
  settledPixels,
  showSlice,
  startSettings,
  withoutImage,
} from './panes';
import { largeViewport, test } from './sharedPages';

test.use({ viewport: largeViewport });

async function expectLabelColors(page: Page, sample: Sample): Promise<void> {
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
}

test("sees each label's colour at its voxels and nowhere else on a case whose headers contradict each other", async ({
  samplePage: page,
}) => {
  await showSlice(page, contradicting, 'prediction');
  await expectLabelColors(page, contradicting);
});

test("sees each label's colour at its voxels and nowhere else on a case without an image", async ({
  page,
}) => {
  await openSlice(page, withoutImage, 'prediction');
  await expectLabelColors(page, withoutImage);
});

test('sees missed and extra voxels of a structure in their colours and nowhere else', async ({
  samplePage: page,
}) => {
  await showSlice(page, contradicting, 'errors&structure=region:1,2');
  const isCore = (label: number) => label === 1 || label === 2;
  const found = await comparePane(
    page,
    'Structure errors',
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

test('hides a label from the legend, and only that label', async ({ samplePage: page }) => {
  await showSlice(page, contradicting, 'prediction');
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

test('moves both panes to the voxel that is clicked in one', async ({ samplePage: page }) => {
  await showSlice(page, contradicting, 'prediction');
  const pane = page.getByRole('img', { name: 'Predicted labels' });
  const { width, height } = (await pane.boundingBox())!;
  await pane.click({ position: placeOf(109, 142, [240, 240, 155], [1, 1], width, height) });
  await expect(page).toHaveURL(/voxel=109,142,60|voxel=109%2C142%2C60/);
  await pane.hover({ position: { x: width / 2, y: height / 2 } });
  await page.mouse.wheel(0, 100);
  await expect(page).toHaveURL(/voxel=109(,|%2C)142(,|%2C)(59|61)/);
  // A short swipe on a touchpad: 90 px in 30 events.
  const swiped = page.url().includes('61') ? /voxel=109(,|%2C)142(,|%2C)63/ : /voxel=109(,|%2C)142(,|%2C)57/;
  await pane.evaluate((canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const place = { clientX: left + width / 2, clientY: top + height / 2 };
    const event = () => new WheelEvent('wheel', { ...place, deltaY: 3, bubbles: true, cancelable: true });
    for (let count = 0; count < 30; count++) canvas.dispatchEvent(event());
  });
  await expect(page).toHaveURL(swiped);

  // Whatever is at the crosshair, the picture keeps its size.
  const readout = page.locator('.spot');
  await expect(readout).toContainText(/\(.*,.*\)/);
  const before = (await pane.boundingBox())!.height;
  await page.goto(page.url().replace(/voxel=[^&]*/, 'voxel=3,3,60'));
  await expect(readout).toContainText('3, 3, 60');
  expect((await pane.boundingBox())!.height).toBe(before);

  // Escape closes an open list and nothing behind it.
  await page.getByRole('combobox', { name: 'Structure' }).first().click();
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(page).toHaveURL(/#\/case\//);
  await expect(pane).toBeVisible();
});

test('sees the crosshair as a thin line in every plane, the large and the small', async ({
  samplePage: page,
}) => {
  const place = 'view=prediction&layout=multiplanar&voxel=109,142,60';
  await page.goto(`/#/case/${contradicting.address}&${place}&${startSettings}`);
  await pictureIsReady(page);
  const { width, height, at } = await settledPixels(
    page,
    page.getByRole('img', { name: 'Predicted labels' }),
  );
  // Bluish, however much of a pixel it takes; the image is grey.
  const isLine = (x: number, y: number) => {
    const [red, green, blue] = at(x, y);
    return blue > 90 && Math.abs(red / blue - 0.83) < 0.03 && Math.abs(green / blue - 0.885) < 0.03;
  };
  const columns = Array.from({ length: width }, (_, x) => {
    let rows = 0;
    for (let y = 0; y < height; y++) if (isLine(x, y)) rows++;
    return rows;
  });
  // Columns of pixels with more of the line's colour than letters and the lines that lie have.
  const upright = columns.flatMap((rows, x) => (rows > 25 ? [x] : []));
  const lines = upright.filter((x) => !upright.includes(x - 1));
  expect(lines).toHaveLength(3);
  expect(upright.filter((x) => upright.includes(x - 1) && upright.includes(x - 2))).toEqual([]);
});

test('changes the view with under 100 ms of main-thread time', alone, async ({ samplePage: page }) => {
  const place = 'view=prediction&layout=multiplanar&voxel=109,142,60';
  await page.goto(`/#/case/${contradicting.address}&${place}&${startSettings}`);
  await pictureIsReady(page);
  const spentMs = await mainThreadClock(page);
  const times: number[] = [];
  for (let change = 0; change < 5; change++) {
    await page.waitForTimeout(500);
    const before = await spentMs();
    await page.keyboard.press('v');
    await page.waitForTimeout(1000);
    times.push((await spentMs()) - before);
  }
  noteTimes('change of view, main thread', times);
  expect(median(times)).toBeLessThan(100);
});
