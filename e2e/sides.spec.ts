import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { rawNifti } from '../src/io/rawNifti';
import { datasetJson, writeFolder } from './folders';
import { niftiVoxels } from './niftiVoxels';
import { contradicting, labelHues, pictureIsReady } from './panes';
import { type Color, type Pixels, pixelsOfPng } from './pixelsOfPng';
import { saveReport } from './saveReport';
import { chooseFolder, openSample, scored, sharedPath, stopMeasuring } from './steps';

test.describe.configure({ timeout: 240_000 });

type Plane = 'axial' | 'coronal' | 'sagittal';
type Triple = [number, number, number];
type Point = [number, number];

/** A patient of unequal extents; axes run to the right, to the front and up, and begin at a place of a scanner. */
const counts: Triple = [24, 30, 20];
const edges: Triple = [1.5, 1, 2];
const origin: Triple = [-71.5, -48.25, -33];
/** Middles of blocks. Each plane through the mark holds one bright block, across from the mark. */
const leftFrontTop: Triple = [4, 25, 15];
const bright: Triple[] = [
  [19, 4, 15],
  [19, 25, 4],
  [4, 4, 4],
];
const markColor: Color = [0xe6, 0x9f, 0x00];
const white: Color = [255, 255, 255];

const planes: { plane: Plane; across: 0 | 1; down: 1 | 2; letters: string }[] = [
  { plane: 'axial', across: 0, down: 1, letters: 'R L A P' },
  { plane: 'coronal', across: 0, down: 2, letters: 'R L S I' },
  { plane: 'sagittal', across: 1, down: 2, letters: 'P A S I' },
];

const doubt = 'Side not certain: headers contradict each other.';

function block(middle: Triple, voxel: Triple, half = 2): boolean {
  return voxel.every((place, axis) => Math.abs(place - middle[axis]) <= half);
}

function volume(valueAt: (voxel: Triple) => number): number[] {
  return Array.from({ length: counts[0] * counts[1] * counts[2] }, (_, index) =>
    valueAt([
      index % counts[0],
      Math.floor(index / counts[0]) % counts[1],
      Math.floor(index / (counts[0] * counts[1])),
    ]),
  );
}

/** An upright header, or one whose first axes run the other way and whose grid lies elsewhere by part of a voxel. */
function rows(isReversed: [boolean, boolean] = [false, false]): number[] {
  const isUpright = !isReversed.includes(true);
  return edges.flatMap((edge, world) => {
    const isBackwards = isReversed[world] ?? false;
    const row = [0, 0, 0, origin[world] + (isBackwards ? edge * (counts[world] - 1) : 0)];
    row[world] = isBackwards ? -edge : edge;
    if (!isUpright) row[3] += 0.3;
    return row;
  });
}

function nifti(values: number[], header: number[], type: 'uint8' | 'int16' = 'uint8'): Buffer {
  return gzipSync(
    rawNifti({ dims: counts, values, type, pixdim: [1, ...edges], sform: { code: 1, rows: header } }),
  );
}

/** By what each case's headers say: of the label maps, and of the prediction alone. */
const cases = {
  agree: { labels: rows(), prediction: rows(), isCertain: true },
  mirrored: { labels: rows([true, false]), prediction: rows([true, false]), isCertain: false },
  turned: { labels: rows([true, true]), prediction: rows([true, true]), isCertain: false },
  apart: { labels: rows(), prediction: rows([true, true]), isCertain: false },
};

/** The same voxels in every case; the image's header is always right. */
function phantoms(): Record<string, string | Buffer> {
  const image = volume((voxel) => {
    if (bright.some((middle) => block(middle, voxel, 3))) return 1000;
    return 100 + 20 * ((voxel[0] + voxel[1] + voxel[2]) % 2);
  });
  const labels = volume((voxel) => (block(leftFrontTop, voxel) ? 2 : block([12, 15, 10], voxel) ? 1 : 0));
  return {
    'dataset.json': datasetJson,
    ...Object.fromEntries(
      Object.entries(cases).flatMap(([id, { labels: header, prediction }]) => [
        [`imagesTr/${id}_0000.nii.gz`, nifti(image, rows(), 'int16')],
        [`labelsTr/${id}.nii.gz`, nifti(labels, header)],
        [`predictions_unet/${id}.nii.gz`, nifti(labels, prediction)],
      ]),
    ),
  };
}

/** The middle of all pixels of a colour, within a part of the picture. */
function middleOf(
  pixels: Pixels,
  color: Color,
  { x = 0, y = 0, width = pixels.width, height = pixels.height } = {},
): Point {
  let [sumX, sumY, count] = [0, 0, 0];
  for (let row = Math.ceil(y); row < y + height; row++) {
    for (let column = Math.ceil(x); column < x + width; column++) {
      if (!pixels.at(column, row).every((channel, i) => Math.abs(channel - color[i]) <= 6)) continue;
      sumX += column + 0.5;
      sumY += row + 0.5;
      count++;
    }
  }
  expect(count, `pixels of ${color}`).toBeGreaterThan(8);
  return [sumX / count, sumY / count];
}

const settings =
  'panes=one&drawing=fill&opacity=1&pane=reference:fill:&curtain=0.5&camera=0,0,0,1,110,10,1&modality=T1&window=full';

async function show(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => window.location.assign(hash), `#/case/${place}&${settings}`);
  await expect(page).toHaveURL(new RegExp(`${place.split('?')[0]}.*${/layout=\w+/.exec(place)![0]}`));
  await pictureIsReady(page);
  await page.waitForTimeout(250);
}

const pane = (page: Page) => page.locator('[data-place="main"] .pane');
const lettersOf = (page: Page) => pane(page).locator('.pane-sides > span').allTextContents();

async function savedPicture(page: Page): Promise<Pixels> {
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as PNG, 1×' }).click();
  return pixelsOfPng(page, readFileSync(await (await download).path()));
}

async function keepScene(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('k');
}

async function reportOfScenes(page: Page): Promise<Page> {
  const path = await saveReport(page);
  const report = await page.context().newPage();
  await report.goto(`file://${path}`);
  return report;
}

interface ScenePicture {
  letters: string[];
  doubt: string | null;
  pixelMm: Point;
  layer: Pixels;
  grey: Pixels;
}

/** A scene's picture as it stands in the report. */
async function scenePicture(report: Page, number: number): Promise<ScenePicture> {
  const scene = report.locator('article.scene').nth(number);
  // A scene without a picture says why.
  await expect(scene.locator('image.layer').first(), (await scene.textContent()) ?? '').toBeAttached({
    timeout: 1000,
  });
  const facts = await scene.evaluate((article) => {
    const layer = article.querySelector('image.layer')!;
    const scale = /scale\(([\d.]+) ([\d.]+)\)/.exec(layer.getAttribute('transform') ?? '')!;
    return {
      letters: [...article.querySelectorAll('svg text')].slice(0, 2).map(({ textContent }) => textContent),
      doubt: article.querySelector('figcaption em')?.textContent ?? null,
      pixelMm: [Number(scale[1]), Number(scale[2])] as [number, number],
      layer: layer.getAttribute('href')!,
      grey: article.querySelector('defs image')!.getAttribute('href')!,
    };
  });
  const decoded = (address: string) => pixelsOfPng(report, Buffer.from(address.split(',')[1], 'base64'));
  return { ...facts, layer: await decoded(facts.layer), grey: await decoded(facts.grey) };
}

test('the mark at the left front top is at the same place, with the same letters, in viewer, readout, picture, scene and report', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto('/');
  await chooseFolder(page, writeFolder('sides', phantoms()));
  await scored(page);
  await stopMeasuring(page);
  const seen: { id: string; plane: Plane; mark: Point; bright: Point; letters: string[] }[] = [];
  for (const [id, { isCertain }] of Object.entries(cases)) {
    // What the prediction's header says moves nothing, it only leaves the letters in doubt.
    for (const { plane, across, down, letters } of id === 'apart' ? planes.slice(0, 1) : planes) {
      const place = `${id} ${plane}`;
      await show(page, `${id}?model=unet&view=prediction&layout=${plane}&voxel=${leftFrontTop}`);
      expect(await lettersOf(page), place).toEqual(isCertain ? letters.split(' ') : ['?', '?', '?', '?']);
      await expect(pane(page).locator('.pane-sides > p')).toHaveText(isCertain ? [] : [doubt]);
      const box = (await pane(page).boundingBox())!;
      const scale = Math.min(
        box.width / (counts[across] * edges[across]),
        box.height / (counts[down] * edges[down]),
      );
      // Millimetres from the middle of the picture; the patient's right is on the left, in sagittal ones the back.
      const expected = (middle: Triple): Point => {
        const from = (axis: number) => edges[axis] * (middle[axis] + 0.5 - counts[axis] / 2);
        return [plane === 'sagittal' ? from(across) : -from(across), -from(down)];
      };
      const inMm = ([x, y]: Point): Point => [(x - box.width / 2) / scale, (y - box.height / 2) / scale];
      const rightPlaces = [
        expected(leftFrontTop),
        expected(bright[planes.findIndex((other) => other.plane === plane)]),
      ];
      let pixels = await pixelsOfPng(page, await pane(page).screenshot());
      let found: Point[] = [];
      // The contrast settles a moment after the picture. The crosshair takes less than a voxel of the mark.
      await expect(async () => {
        pixels = await pixelsOfPng(page, await pane(page).screenshot());
        found = [markColor, white].map((color) => inMm(middleOf(pixels, color)));
        found.flat().forEach((mm, index) => {
          expect(Math.abs(mm - rightPlaces.flat()[index]), `${place} ${index}: ${mm}`).toBeLessThan(0.5);
        });
      }).toPass({ timeout: 10_000, intervals: [300] });
      const [mark, brightBlock] = found;
      seen.push({ id, plane, mark, bright: brightBlock, letters: await lettersOf(page) });

      const picture = await savedPicture(page);
      const grid = (await page.locator('.pane-grid').boundingBox())!;
      const [left, top] = [box.x - grid.x, box.y - grid.y + 22];
      const area = { x: left, y: top, width: box.width, height: box.height };
      const saved = middleOf(picture, markColor, area);
      const onScreen = middleOf(pixels, markColor);
      expect(Math.hypot(saved[0] - left - onScreen[0], saved[1] - top - onScreen[1]), place).toBeLessThan(
        1.5,
      );
      // The sentence is written on the picture in a colour of its own.
      const corner = { x: left, y: top, width: box.width / 2, height: 60 };
      const written = () => middleOf(picture, [0xff, 0xd9, 0xa0], corner);
      if (isCertain) expect(written).toThrow();
      else written();
      await keepScene(page);
    }
    const position = page.locator('.spot > div', { hasText: 'Position' });
    const mm = leftFrontTop.map((voxel, axis) =>
      (origin[axis] + edges[axis] * voxel).toFixed(1).replace('-', '−'),
    );
    await expect(position).toContainText(`${mm.join(', ')} mm`);
    await expect(position).toHaveText(isCertain ? /mm$/ : /mm \?.*Side not certain/);
    await show(page, `${id}?model=unet&view=prediction&layout=render&voxel=${leftFrontTop}`);
    await expect(pane(page).locator('.pane-sides > p')).toHaveText(isCertain ? [] : [doubt]);
  }

  const report = await reportOfScenes(page);
  await expect(report.locator('article.scene')).toHaveCount(seen.length);
  for (const [number, { id, plane, mark, bright: brightBlock, letters }] of seen.entries()) {
    const scene = await scenePicture(report, number);
    const place = `${id} ${plane} in the report`;
    expect(scene.letters, place).toEqual(letters.slice(0, 2));
    expect(scene.doubt, place).toBe(cases[id as keyof typeof cases].isCertain ? null : doubt);
    const inMm = ([x, y]: Point, { width, height }: Pixels) => [
      scene.pixelMm[0] * (x - width / 2),
      scene.pixelMm[1] * (y - height / 2),
    ];
    const found = [
      inMm(middleOf(scene.layer, markColor), scene.layer),
      inMm(middleOf(scene.grey, white), scene.grey),
    ];
    [mark, brightBlock].forEach((inViewer, which) => {
      inViewer.forEach((mm, axis) => {
        expect(Math.abs(mm - found[which][axis]), `${place} ${which} ${axis}`).toBeLessThan(0.5);
      });
    });
  }
  await report.close();

  await page.evaluate((scene) => window.location.assign(`#/present/${scene}`), seen.length);
  await pictureIsReady(page);
  await expect(page.locator('.present .pane-sides > span')).toHaveText(['?', '?', '?', '?']);
  await expect(page.locator('.present .pane-sides > p')).toHaveText(doubt);
  expect(complaints).toEqual([]);
});

const hues = Object.values(labelHues);

/** The label whose colour a pixel has; -1 for none. */
function labelAt(pixels: Pixels, x: number, y: number): number {
  const inside = x >= 0 && y >= 0 && x < pixels.width && y < pixels.height;
  if (!inside) return -1;
  const seen = pixels.at(x, y);
  return hues.findIndex((hue) => hue.every((channel, i) => Math.abs(channel - seen[i]) <= 6));
}

/** Every pixel of a label, in the middle of which it lies, and the middle of them all. */
function labelled(pixels: Pixels): { found: [number, number, number][]; middle: Point } {
  const found: [number, number, number][] = [];
  for (let y = 0; y < pixels.height; y++) {
    for (let x = 0; x < pixels.width; x++) {
      const label = labelAt(pixels, x, y);
      if (label >= 0) found.push([x + 0.5, y + 0.5, label]);
    }
  }
  const mean = (axis: 0 | 1) => found.reduce((sum, pixel) => sum + pixel[axis], 0) / found.length;
  return { found, middle: [mean(0), mean(1)] };
}

/** The share of a layer's labelled pixels that a pane shows in the same colour, when both are laid on each other. */
function agreement(layer: Pixels, pixelMm: Point, pane: Pixels, mmPerPixel: number): number {
  const [ofLayer, ofPane] = [labelled(layer), labelled(pane)];
  expect(new Set(ofLayer.found.map(([, , label]) => label)).size).toBeGreaterThan(1);
  const shares = [-0.6, -0.3, 0, 0.3, 0.6].flatMap((right) =>
    [-0.6, -0.3, 0, 0.3, 0.6].map((down) => {
      const same = ofLayer.found.filter(([x, y, label]) => {
        const across = ofPane.middle[0] + ((x + right - ofLayer.middle[0]) * pixelMm[0]) / mmPerPixel;
        const below = ofPane.middle[1] + ((y + down - ofLayer.middle[1]) * pixelMm[1]) / mmPerPixel;
        return labelAt(pane, across, below) === label;
      });
      return same.length / ofLayer.found.length;
    }),
  );
  return Math.max(...shares);
}

/** Where most voxels of the second label in number are, so that at least two are seen. */
function crowdedVoxel(path: string): Triple {
  const { shape, at } = niftiVoxels(sharedPath(path));
  const counted = shape.map((count) => Array.from({ length: count }, () => [0, 0, 0, 0]));
  for (let z = 0; z < shape[2]; z++) {
    for (let y = 0; y < shape[1]; y++) {
      for (let x = 0; x < shape[0]; x++) {
        const label = at(x, y, z);
        if (label > 0) for (const [axis, place] of [x, y, z].entries()) counted[axis][place][label]++;
      }
    }
  }
  const second = (numbers: number[]) => numbers.toSorted((first, other) => other - first)[1];
  return counted.map((places) => {
    const seconds = places.map(second);
    return seconds.indexOf(Math.max(...seconds));
  }) as Triple;
}

/** The extent of the real cases' axial slices. */
const sideMm = 240;

test('both real cases, whose headers contradict, lie in the report as in the viewer and name no side', async ({
  page,
}) => {
  await openSample(page, contradicting.folder);
  await stopMeasuring(page);
  const seen: { place: string; pixels: Pixels; mmPerPixel: number }[] = [];
  for (const id of ['BraTS2024_SSA-00002-000', 'BraTS2024_SSA-00230-000']) {
    const voxel = crowdedVoxel(`data/brats-ssa/predictions/nnUnet/${id}/${id}_pred.nii.gz`);
    await show(page, `${id}?model=nnUnet&view=prediction&layout=axial&voxel=${voxel}`);
    await expect(pane(page).locator('.pane-sides > p')).toHaveText(doubt);
    expect(new Set(await lettersOf(page))).toEqual(new Set('?'));
    const box = (await pane(page).boundingBox())!;
    seen.push({
      place: id,
      pixels: await pixelsOfPng(page, await pane(page).screenshot()),
      mmPerPixel: Math.max(sideMm / box.width, sideMm / box.height),
    });
    await keepScene(page);
  }
  const report = await reportOfScenes(page);
  for (const [number, { place, pixels, mmPerPixel }] of seen.entries()) {
    const { letters, doubt: words, layer, pixelMm } = await scenePicture(report, number);
    expect([...letters, words], place).toEqual(['?', '?', doubt]);
    // The crosshair takes a few pixels; a picture turned or mirrored would agree in half of them at most.
    expect(agreement(layer, pixelMm, pixels, mmPerPixel), place).toBeGreaterThan(0.95);
  }
});
