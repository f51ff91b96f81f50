import { type Browser, expect, type Page } from '@playwright/test';
import { alone, mainThreadClock, noteTimes } from './mainThread';
import { niftiVoxels } from './niftiVoxels';
import {
  contradicting,
  differingPixels,
  extraColor,
  missedColor,
  pictureIsReady,
  pixelsOf,
  placeOf,
  settledPixels,
  startSettings,
} from './panes';
import { largeViewport, test } from './sharedPages';
import { chooseFolder, openSample, scored, sharedPath, stopMeasuring } from './steps';

const core = [1, 2];
const errorsOfCore = `/#/case/${contradicting.address}&view=errors&structure=region:1,2`;
const asAtStart = `${errorsOfCore}&${startSettings}`;

test.use({ viewport: largeViewport });
test.describe.configure({ timeout: 300_000 });

function sampleMaps() {
  const reference = niftiVoxels(sharedPath(`data/${contradicting.reference}`));
  const prediction = niftiVoxels(sharedPath(`data/${contradicting.prediction}`));
  const kindAt = (x: number, y: number, z: number) => {
    const isReference = core.includes(reference.at(x, y, z));
    if (isReference === core.includes(prediction.at(x, y, z))) return null;
    return isReference ? 'missed' : 'extra';
  };
  return { shape: reference.shape, kindAt };
}

function errorsPerSlice({ shape, kindAt }: ReturnType<typeof sampleMaps>): number[] {
  return Array.from({ length: shape[2] }, (_, z) => {
    let errors = 0;
    for (let y = 0; y < shape[1]; y++) for (let x = 0; x < shape[0]; x++) if (kindAt(x, y, z)) errors++;
    return errors;
  });
}

async function addressVoxel(page: Page): Promise<[number, number, number]> {
  await expect(page).toHaveURL(/voxel=/);
  const query = new URLSearchParams(page.url().split('?')[1]);
  const [x, y, z] = query.get('voxel')!.split(',').map(Number);
  return [x, y, z];
}

function addressLayout(page: Page): string | null {
  return new URLSearchParams(page.url().split('?')[1]).get('layout');
}

/** Waits until the address holds another voxel than before. */
async function movedFrom(page: Page, before: readonly number[]): Promise<[number, number, number]> {
  await expect
    .poll(async () => String(await addressVoxel(page)), { timeout: 20_000 })
    .not.toBe(String(before));
  return addressVoxel(page);
}

/** Waits until the error of this number is the current one and the address has followed. */
async function shownError(page: Page, number: number): Promise<[number, number, number]> {
  await expect(page.locator('tr.current .number')).toHaveText(String(number), { timeout: 20_000 });
  await page.waitForTimeout(400);
  return addressVoxel(page);
}

test('opens a case at its worst slice, then steps through the errors by N and P, each at the crosshair in its colour', async ({
  page,
}) => {
  const maps = sampleMaps();
  await openSample(page, contradicting.folder);
  await stopMeasuring(page);
  await page.goto(`${errorsOfCore}&layout=axial&panes=one&drawing=fill&opacity=1&camera=0,0,0,1,110,10,1`);
  await pictureIsReady(page);
  const start = await addressVoxel(page);
  const errors = errorsPerSlice(maps);
  expect(errors[start[2]]).toBe(Math.max(...errors));
  expect(maps.kindAt(...start)).not.toBeNull();
  await page.getByRole('tab', { name: 'Errors' }).click();
  await expect(page.getByRole('button', { name: 'Next error' })).toBeVisible();
  const seen: string[] = [];
  let looked = 0;
  let voxel: [number, number, number] = start;
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('n');
    voxel = await shownError(page, step + 1);
    seen.push(String(voxel));
    const kind = maps.kindAt(...voxel);
    expect(kind).not.toBeNull();
    await expect(page.locator('tr.current')).toContainText(kind === 'missed' ? 'Missed' : 'Extra');
    if (addressLayout(page) !== 'axial') continue;
    const color = kind === 'missed' ? missedColor : extraColor;
    const pane = page.getByRole('img', { name: 'Structure errors' });
    await expect
      .poll(
        async () => {
          const pixels = await pixelsOf(page, pane);
          const place = placeOf(
            voxel[0],
            voxel[1],
            maps.shape,
            contradicting.axes,
            pixels.width,
            pixels.height,
          );
          // The crosshair's lines meet in the middle of the voxel.
          return pixels.at(place.x + 1.7, place.y + 1.7);
        },
        { timeout: 40_000 },
      )
      .toEqual(color);
    looked++;
  }
  expect(looked).toBeGreaterThan(0);
  expect(new Set(seen).size).toBe(6);
  await page.keyboard.press('p');
  expect(String(await shownError(page, 5))).toBe(seen[4]);
});

test('goes to the slice that is clicked in the profile, and steps from there by keys', async ({
  samplePage: page,
}) => {
  await page.goto(`${asAtStart}&layout=axial`);
  await pictureIsReady(page);
  const before = await addressVoxel(page);
  const profile = page.getByRole('slider', { name: /slice by slice/ });
  const { width, height } = (await profile.boundingBox())!;
  await profile.click({ position: { x: (width * 77) / 154, y: height / 2 } });
  await expect(profile).toHaveAttribute('aria-valuenow', '77');
  expect(await movedFrom(page, before)).toEqual([before[0], before[1], 77]);
  await page.keyboard.press('ArrowRight');
  await expect(profile).toHaveAttribute('aria-valuenow', '78');
  await page.getByRole('img', { name: 'Structure errors' }).click({ position: { x: 30, y: 30 } });
  await page.keyboard.press('ArrowLeft');
  await expect(profile).toHaveAttribute('aria-valuenow', '77');
});

test('reads the spot: place, labels, regions and distance to the boundary', async ({ samplePage: page }) => {
  await page.goto(`${asAtStart}&layout=axial&voxel=109,142,60`);
  await pictureIsReady(page);
  const maps = sampleMaps();
  const spot = page.locator('.spot');
  await expect(spot).toContainText('109, 142, 60');
  await expect(spot).toContainText(' mm');
  const isInside = core.includes(niftiVoxels(sharedPath(`data/${contradicting.reference}`)).at(109, 142, 60));
  await expect(spot).toContainText(isInside ? / mm inside/ : / mm outside/, { timeout: 20_000 });
  expect(maps.shape).toEqual([240, 240, 155]);
});

test('copies a link that brings back the same picture to whoever opens the same files', async ({
  samplePage: page,
  browser,
  baseURL,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${asAtStart}&layout=coronal&voxel=109,142,60`);
  await pictureIsReady(page);
  const plain = await settledPixels(page, page.getByRole('img', { name: 'Structure errors' }));
  await page.getByRole('slider', { name: 'Opacity' }).press('ArrowLeft');
  await zoomAndWindow(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const moved = await settledPixels(page, page.getByRole('img', { name: 'Structure errors' }));
  expect(differingPixels(plain.data, moved.data)).toBeGreaterThan(100_000);
  const there = await openLink(browser, baseURL!, link);
  await expect(there.getByRole('combobox', { name: 'Contrast' })).toHaveValue('By hand');
  await expect(there.locator('.slice-slider')).toHaveAttribute('aria-valuenow', '142');
  for (const name of ['Reference labels', 'Structure errors']) {
    const here = await settledPixels(page, page.getByRole('img', { name }));
    const other = await settledPixels(there, there.getByRole('img', { name }));
    expect([other.width, other.height]).toEqual([here.width, here.height]);
    expect(differingPixels(here.data, other.data)).toBe(0);
  }
  await there.context().close();
});

/** Zooms at a place beside the middle and changes the contrast, as a hand does. */
async function zoomAndWindow(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.getByRole('img', { name: 'Structure errors' }).boundingBox())!;
  await page.mouse.move(x + 0.6 * width, y + 0.45 * height);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -500);
  await page.keyboard.up('Control');
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(x + 0.7 * width, y + 0.4 * height, { steps: 4 });
  await page.mouse.up({ button: 'right' });
}

/** The link in a browser that never saw the app: it waits, also across a reload, until the files are open. */
async function openLink(browser: Browser, baseURL: string, link: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: largeViewport });
  const page = await context.newPage();
  await page.goto(link);
  await page.reload();
  await expect(page).toHaveURL(/#\/case\//);
  await chooseFolder(page, sharedPath(`data/${contradicting.folder}`));
  await page.getByRole('button', { name: 'Use this scheme' }).click();
  await scored(page);
  await pictureIsReady(page);
  return page;
}

test('goes back and forth between cases and models as in any page', async ({ samplePage: page }) => {
  await page.goto(`${asAtStart}&layout=axial&voxel=109,142,60`);
  await pictureIsReady(page);
  await page.keyboard.press('ArrowUp');
  await expect(page).toHaveURL(/SSA-00002/);
  await pictureIsReady(page);
  await page.keyboard.press('m');
  await expect(page).not.toHaveURL(/model=nnUnet/);
  await page.goBack();
  await expect(page).toHaveURL(/SSA-00002.*model=nnUnet/);
  await page.goBack();
  await expect(page).toHaveURL(/SSA-00230.*voxel=109(,|%2C)142(,|%2C)60/);
  await expect(page.locator('.spot')).toContainText('109, 142, 60');
  await page.goForward();
  await expect(page).toHaveURL(/SSA-00002/);
});

test('finds a case in the palette and the keys on the help sheet, and keys rest while one types', async ({
  page,
}) => {
  await openSample(page, contradicting.folder);
  await stopMeasuring(page);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/Case, view/).fill('00002');
  await expect(page.locator('.mantine-Spotlight-action[data-selected]')).toContainText('00002');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/case\/BraTS2024_SSA-00002/);
  await pictureIsReady(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys and mouse' });
  await expect(sheet).toContainText('Next, previous error');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/case\/BraTS2024_SSA-00002/);
  const before = page.url();
  await page.getByLabel('Filter cases').pressSequentially('nmv2');
  await page.waitForTimeout(500);
  expect(page.url()).toBe(before);
});

// Targets: 150 ms and 1.5 s. Asserted is the processor time of the page's main thread, which a busy machine
// hardly changes; the time on the clock is told beside it, since other work on the machine decides that.
test(
  'takes under 150 ms of main-thread time to the next error and under 1.5 s to show a case',
  alone,
  async ({ samplePage: page }) => {
    await page.goto(`${asAtStart}&layout=multiplanar&voxel=109,142,60`);
    await pictureIsReady(page);
    await page.waitForTimeout(2000);
    const spent = await mainThreadClock(page);
    const times: number[] = [];
    let voxel = await addressVoxel(page);
    for (let step = 0; step < 5; step++) {
      const before = await spent();
      await page.keyboard.press('n');
      voxel = await movedFrom(page, voxel);
      await page.waitForTimeout(700);
      times.push((await spent()) - before);
      await page.waitForTimeout(300);
    }
    noteTimes('ms of main-thread time to the next error', times);
    const openings: number[] = [];
    const clock: number[] = [];
    for (const key of ['ArrowUp', 'ArrowDown']) {
      const started = Date.now();
      const spentBefore = await spent();
      const before = page.url();
      await page.keyboard.press(key);
      await expect(page).not.toHaveURL(before);
      await expect(page.locator('.case-status')).toBeEmpty({ timeout: 60_000 });
      await pictureIsReady(page);
      clock.push(Date.now() - started);
      openings.push((await spent()) - spentBefore);
      await page.waitForTimeout(2500);
    }
    noteTimes('ms of main-thread time to the picture of a case', openings);
    noteTimes('ms on the clock to the picture of a case', clock);
    expect(Math.min(...times)).toBeLessThan(150);
    expect(Math.min(...openings)).toBeLessThan(1500);
  },
);
