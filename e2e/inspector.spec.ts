import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { alone, mainThreadClock, median, noteTimes } from './mainThread';
import { niftiVoxels } from './niftiVoxels';
import {
  comparePane,
  contradicting,
  labelHues,
  openSlice,
  pictureIsReady,
  pixelsOf,
  showSlice,
} from './panes';
import { type Color, pixelsOfPng } from './pixelsOfPng';
import { largeViewport, test } from './sharedPages';
import { openDemo, openSample, sharedPath, stopMeasuring } from './steps';

test.use({ viewport: largeViewport });

const otherPrediction = contradicting.prediction.replaceAll('nnUnet', 'SegResNet');
const other = { ...contradicting, prediction: otherPrediction };
const hues = Object.values(labelHues);
const predicted = (_: number, label: number) => labelHues[label] ?? null;

async function compare(page: Page, preset: string): Promise<void> {
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('menuitem', { name: preset, exact: true }).click();
  await pictureIsReady(page);
}

async function arrange(page: Page, name: string): Promise<void> {
  const label = page.locator('label').filter({ has: page.getByText(name, { exact: true }) });
  await label.click();
  await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
  await pictureIsReady(page);
}

test('compares two models side by side, each in its own pane, and keeps the panes after a reload', async ({
  page,
}) => {
  await openSlice(page, contradicting, 'prediction');
  await compare(page, 'Other model | this model');
  const ofOther = await comparePane(page, 'Predicted labels · SegResNet', other, predicted, hues);
  const ofThis = await comparePane(page, /^Predicted labels$/, contradicting, predicted, hues);
  for (const { drawn, wrong } of [ofOther, ofThis]) {
    expect(drawn).toBeGreaterThan(100);
    expect(wrong).toBe(0);
  }
  expect(ofOther.drawn).not.toBe(ofThis.drawn);
  await arrange(page, 'Four panes');
  await expect(page.locator('.pane canvas')).toHaveCount(4);
  await openSample(page, contradicting.folder);
  await page.goto(`/#/case/${contradicting.address}&view=prediction&layout=axial`);
  await pictureIsReady(page);
  await expect(page.locator('.pane canvas')).toHaveCount(4);
  await expect(page.getByRole('img', { name: 'Predicted labels · SegResNet' })).toBeVisible();
});

test('sees which of two models is right at every voxel of a slice', async ({ samplePage: page }) => {
  await showSlice(page, contradicting, 'models&structure=region:1,2');
  const second = niftiVoxels(sharedPath(`data/${otherPrediction}`));
  const isCore = (label: number) => label === 1 || label === 2;
  const [firstOnly, secondOnly, bothWrong]: Color[] = [
    [0, 229, 255],
    [255, 212, 0],
    [255, 61, 242],
  ];
  const seen = new Set<Color>();
  const found = await comparePane(
    page,
    'Models compared',
    contradicting,
    (reference, prediction, x, y) => {
      const isFirstRight = isCore(prediction) === isCore(reference);
      const isSecondRight = isCore(second.at(x, y, contradicting.slice)) === isCore(reference);
      if (isFirstRight && isSecondRight) return isCore(reference) ? 'any' : null;
      const color = isFirstRight ? firstOnly : isSecondRight ? secondOnly : bothWrong;
      seen.add(color);
      return color;
    },
    [firstOnly, secondOnly, bothWrong],
  );
  expect(seen.size).toBe(3);
  expect(found.drawn).toBeGreaterThan(50);
  expect(found.wrong).toBe(0);
});

test('blinks between reference and prediction in one pane, and back', async ({ samplePage: page }) => {
  await showSlice(page, contradicting, 'prediction');
  await arrange(page, 'One pane');
  await page.locator('.pane canvas').hover();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Space');
  const reference = await comparePane(
    page,
    /^Reference labels$/,
    contradicting,
    (label) => labelHues[label] ?? null,
    hues,
  );
  expect(reference.drawn).toBeGreaterThan(100);
  expect(reference.wrong).toBe(0);
  await page.keyboard.press('Space');
  const prediction = await comparePane(page, /^Predicted labels$/, contradicting, predicted, hues);
  expect(prediction.wrong).toBe(0);
  expect(prediction.drawn).not.toBe(reference.drawn);
});

test('draws a curtain between two pictures: the reference left of it, the prediction right of it', async ({
  samplePage: page,
}) => {
  await showSlice(page, contradicting, 'prediction');
  await arrange(page, 'Two panes under a curtain');
  const line = page.getByRole('slider', { name: 'Curtain' });
  const frame = (await page.locator('.pane-grid').boundingBox())!;
  const box = (await line.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(frame.x + 0.45 * frame.width, box.y + box.height / 2);
  await page.mouse.up();
  await expect(line).toHaveAttribute('aria-valuenow', '45');
  const shape = niftiVoxels(sharedPath(`data/${contradicting.reference}`)).shape;
  // The slice stands in the middle of the pane and fills its height.
  const edge = shape[0] / 2 + (0.05 * frame.width * shape[1]) / (frame.height - 28);
  const found = await comparePane(
    page,
    /^Predicted labels$/,
    contradicting,
    (reference, prediction, x) => {
      if (Math.abs(x - edge) < 6) return 'any';
      return labelHues[x > edge ? reference : prediction] ?? null;
    },
    hues,
  );
  expect(found.drawn).toBeGreaterThan(100);
  expect(found.wrong).toBe(0);
});

test('zooms, moves and changes the contrast of all panes by hand in one, and resets them', async ({
  samplePage: page,
}) => {
  await showSlice(page, contradicting, 'prediction');
  const panes = ['Reference labels', 'Predicted labels'].map((name) => page.getByRole('img', { name }));
  const sample = async (pane: Locator) => {
    const pixels = await pixelsOf(page, pane);
    const colors: Color[] = [];
    for (let y = 50; y < pixels.height - 50; y += 9) {
      for (let x = 50; x < pixels.width - 50; x += 9) colors.push(pixels.at(x, y));
    }
    return colors;
  };
  const all = async () => [await sample(panes[0]), await sample(panes[1])];
  const isOther = (first: Color[], second: Color[]) =>
    first.filter((color, place) => color.some((channel, i) => Math.abs(channel - second[place][i]) > 8))
      .length > 100;
  const settle = () => page.waitForTimeout(1200);
  const { x, y, width, height } = (await panes[0].boundingBox())!;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const drag = async (button: 'middle' | 'right', across: number, down: number) => {
    await page.mouse.move(middleX, middleY);
    await page.mouse.down({ button });
    await page.mouse.move(middleX + across, middleY + down, { steps: 4 });
    await page.mouse.up({ button });
    await settle();
  };
  // Another test may have left a contrast of its own.
  const reset = page.getByRole('button', { name: 'Reset the picture' });
  await reset.click();
  await settle();
  const start = await all();
  let before = start;
  const expectBothChanged = async () => {
    const after = await all();
    expect(isOther(before[0], after[0])).toBe(true);
    expect(isOther(before[1], after[1])).toBe(true);
    before = after;
  };

  await page.mouse.move(middleX, middleY);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await settle();
  await expectBothChanged();
  await drag('middle', 120, 40);
  await expectBothChanged();
  await drag('right', 150, 60);
  await expectBothChanged();
  await expect(page.getByRole('combobox', { name: 'Contrast' })).toHaveValue('By hand');
  await expect(page).toHaveURL(/voxel=3(,|%2C)3(,|%2C)60/);
  await reset.click();
  for (const [place, pane] of panes.entries()) {
    await expect.poll(async () => isOther(start[place], await sample(pane))).toBe(false);
  }
});

test('saves the panes as a picture of the size that was asked for, with what they show', async ({
  samplePage: page,
}) => {
  await showSlice(page, contradicting, 'prediction');
  const { width } = (await page.locator('.pane-grid').boundingBox())!;
  const sizes: number[][] = [];
  for (const scale of [1, 2]) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await page.getByRole('menuitem', { name: `Save as PNG, ${scale}×` }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/BraTS2024_SSA-00230-000.*\.png$/);
    const bytes = readFileSync(await file.path());
    sizes.push([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]);
    const seen = await colorsIn(page, bytes);
    for (const hue of hues) expect(seen.get(hue.join()) ?? 0).toBeGreaterThan(200);
    expect(seen.size).toBeGreaterThan(200);
  }
  expect(sizes[0][0]).toBe(Math.round(width));
  expect(sizes[1][0]).toBe(Math.round(2 * width));
  expect(Math.abs(sizes[1][1] - 2 * sizes[0][1])).toBeLessThanOrEqual(2);
});

test('copies the picture, or says why the browser refuses', async ({ samplePage: page }) => {
  await showSlice(page, contradicting, 'prediction');
  const copy = async () => {
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Copy to the clipboard' }).click();
  };
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await copy();
  await expect(page.getByText('Copied.')).toBeVisible();
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await copy();
  await expect(page.getByText(/does not let pages copy pictures/)).toBeVisible();
  await page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'write'));
});

test('blinks with under 100 ms of main-thread time', alone, async ({ samplePage: page }) => {
  await showSlice(page, contradicting, 'prediction');
  const spentMs = await mainThreadClock(page);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const times: number[] = [];
  for (let change = 0; change < 6; change++) {
    await page.waitForTimeout(400);
    const before = await spentMs();
    await page.keyboard.press('Space');
    await page.waitForTimeout(900);
    times.push((await spentMs()) - before);
  }
  noteTimes('blinking, main thread', times);
  expect(median(times)).toBeLessThan(100);
});

test('steps through fifty cases of two panes without growing', async ({ page }) => {
  test.setTimeout(540_000);
  await page.setViewportSize({ width: 1280, height: 720 });
  // What is held on the graphics card is not in the heap, so its objects are counted where they are made.
  await page.addInitScript(() => {
    const alive = { textures: 0, buffers: 0 };
    const { prototype } = WebGL2RenderingContext;
    const count = (
      name: 'textures' | 'buffers',
      make: 'createTexture' | 'createBuffer',
      drop: 'deleteTexture' | 'deleteBuffer',
    ) => {
      const [made, dropped] = [prototype[make], prototype[drop]];
      const known = new WeakSet<object>();
      prototype[make] = function (this: WebGL2RenderingContext) {
        const item = made.call(this);
        alive[name]++;
        if (item) known.add(item);
        return item;
      } as never;
      prototype[drop] = function (this: WebGL2RenderingContext, item: never) {
        if (item && known.delete(item)) alive[name]--;
        dropped.call(this, item);
      } as never;
    };
    count('textures', 'createTexture', 'deleteTexture');
    count('buffers', 'createBuffer', 'deleteBuffer');
    Object.assign(window, { aliveOnCard: alive });
  });
  await openDemo(page);
  await stopMeasuring(page);
  await page.goto('/#/case/DEMO-001?model=region-trained&view=prediction&layout=axial');
  await pictureIsReady(page);
  const session = await page.context().newCDPSession(page);
  const weigh = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    const card = await page.evaluate(
      () => (window as unknown as { aliveOnCard: Record<string, number> }).aliveOnCard,
    );
    return {
      heapMb: (usedSize + backingStorageSize) / 2 ** 20,
      textures: card.textures,
      buffers: card.buffers,
    };
  };
  let isDown = true;
  const walk = async (changes: number) => {
    for (let change = 0; change < changes; change++) {
      const before = page.url();
      if (before.includes('DEMO-001')) isDown = true;
      if (before.includes('DEMO-012')) isDown = false;
      await page.keyboard.press(isDown ? 'ArrowDown' : 'ArrowUp');
      await expect.poll(() => page.url(), { intervals: [30] }).not.toBe(before);
      await pictureIsReady(page);
    }
    await page.waitForTimeout(1000);
  };
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await walk(14);
  const start = await weigh();
  await walk(50);
  const end = await weigh();
  test.info().annotations.push({ type: 'memory', description: JSON.stringify({ start, end }) });
  expect(end.heapMb, JSON.stringify({ start, end })).toBeLessThan(1.1 * start.heapMb);
  expect(end.textures).toBeLessThanOrEqual(1.1 * start.textures);
  expect(end.buffers).toBeLessThanOrEqual(1.1 * start.buffers);
});

/** How often each colour occurs in a PNG. */
async function colorsIn(page: Page, png: Buffer): Promise<Map<string, number>> {
  const { data } = await pixelsOfPng(page, png);
  const counts = new Map<string, number>();
  for (let start = 0; start < data.length; start += 4) {
    const name = `${data[start]},${data[start + 1]},${data[start + 2]}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
