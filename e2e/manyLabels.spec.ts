import { expect, type Page, test } from '@playwright/test';
import { mapGz, writeFolder } from './folders';
import { compareMaps, extraColor, missedColor, pictureIsReady, type ShownMaps, startSettings } from './panes';
import type { Color } from './pixelsOfPng';
import { chooseFolder, scored, stopMeasuring } from './steps';

test.use({ viewport: { width: 1600, height: 1000 } });

const dims = [72, 72, 8];
const rim = 6;
const slice = 4;
/** The label that is looked at, and the one that it is taken for at its upper rows. */
const [looked, takenFor] = [7, 12];

/** Blocks of 5 × 5 voxels, one a label, row by row; the prediction lies one voxel further and mixes two of them up. */
function mapOf(count: number, isPrediction: boolean): number[] {
  return Array.from({ length: dims[0] * dims[1] * dims[2] }, (_, place) => {
    const x = (place % dims[0]) - rim - (isPrediction ? 1 : 0);
    const y = (Math.floor(place / dims[0]) % dims[1]) - rim;
    const z = Math.floor(place / dims[0] / dims[1]);
    const column = Math.floor(x / 5);
    const label = column + 12 * Math.floor(y / 5) + 1;
    const isInside = x >= 0 && y >= 0 && column < 12 && z >= 2 && z < 7 && label <= count;
    // Above slice 5 there is but the first row, so that a legend of the slice is shorter.
    if (!isInside || (z === 6 && label > 12)) return 0;
    return isPrediction && label === looked && y % 5 > 2 ? takenFor : label;
  });
}

function shownMaps(count: number): ShownMaps {
  const [reference, prediction] = [false, true].map((isPrediction) => {
    const map = mapOf(count, isPrediction);
    return { shape: dims, at: (x: number, y: number, z: number) => map[x + dims[0] * (y + dims[1] * z)] };
  });
  return { reference, prediction, slice, axes: [1, 1], rim: 4 };
}

/** The colours as the legend names them. */
async function legendColors(page: Page, count: number): Promise<Color[]> {
  const onSlice = page.getByRole('checkbox', { name: 'Only in the slices shown' });
  await onSlice.uncheck();
  const swatches = page.getByRole('list', { name: 'Legend' }).locator('.legend-swatch');
  await expect(swatches).toHaveCount(count);
  const colors = await swatches.evaluateAll((all) =>
    all.map((swatch) => getComputedStyle(swatch).backgroundColor),
  );
  await onSlice.check();
  return colors.map((color) => color.match(/\d+/g)!.slice(0, 3).map(Number) as Color);
}

async function show(page: Page, view: string, at = `3,3,${slice}`): Promise<void> {
  await page.goto(`/#/case/case_1?model=unet&view=${view}&layout=axial&voxel=${at}&${startSettings}`);
  await pictureIsReady(page);
}

for (const count of [20, 117]) {
  test(`sees ${count} labels in their colours and nowhere else, in every view and with their names`, async ({
    page,
  }) => {
    const labels = Object.fromEntries(
      Array.from({ length: count }, (_, place) => [`part_${place + 1}`, place + 1]),
    );
    const folder = writeFolder('parts', {
      'dataset.json': JSON.stringify({ labels: { background: 0, ...labels }, file_ending: '.nii.gz' }),
      'labelsTr/case_1.nii.gz': mapGz(mapOf(count, false), { dims }),
      'predictions_unet/case_1.nii.gz': mapGz(mapOf(count, true), { dims }),
    });
    await page.goto('/');
    await chooseFolder(page, folder);
    await scored(page);
    await stopMeasuring(page);
    await show(page, 'prediction');
    const colors = await legendColors(page, count);
    expect(new Set(colors.map(String)).size).toBe(count);
    const maps = shownMaps(count);
    const colorOf = (label: number) => colors[label - 1] ?? null;
    const shown = {
      'Reference labels': await compareMaps(
        page,
        'Reference labels',
        maps,
        (label) => colorOf(label),
        colors,
      ),
      'Predicted labels': await compareMaps(
        page,
        'Predicted labels',
        maps,
        (_, label) => colorOf(label),
        colors,
      ),
    };
    for (const [name, { drawn, empty, wrong }] of Object.entries(shown)) {
      expect(drawn, name).toBeGreaterThan(count * 20);
      expect(empty, name).toBeGreaterThan(500);
      expect(wrong, name).toBe(0);
    }

    await page.getByRole('searchbox', { name: 'Find a structure in the legend' }).fill(`part_${looked}`);
    await page.getByRole('button', { name: `Show part_${looked}`, exact: true }).click();
    const without = (label: number) => (label === looked ? null : colorOf(label));
    const hidden = await compareMaps(page, 'Predicted labels', maps, (_, label) => without(label), colors);
    expect(hidden.wrong).toBe(0);
    expect(hidden.drawn).toBeLessThan(shown['Predicted labels'].drawn);
    await page.getByRole('button', { name: `Show part_${looked}`, exact: true }).click();
    await page.getByRole('searchbox').fill('');

    await show(page, `errors&structure=label:${looked}`);
    const errors = await compareMaps(
      page,
      'Structure errors',
      maps,
      (reference, prediction) => {
        if (reference === looked && prediction === looked) return 'any';
        if (reference === looked) return missedColor;
        return prediction === looked ? extraColor : null;
      },
      [missedColor, extraColor],
    );
    expect(errors).toMatchObject({ wrong: 0, drawn: 5 * 5 - 4 * 3 + 3 });

    await show(page, 'confusion');
    const confusions = await compareMaps(
      page,
      /confusion|taken for/i,
      maps,
      (reference, prediction) => {
        if (reference === prediction) return null;
        if (prediction === 0) return missedColor;
        return reference === 0 ? extraColor : colorOf(prediction);
      },
      [...colors, missedColor, extraColor],
    );
    expect(confusions.wrong).toBe(0);
    expect(confusions.drawn).toBeGreaterThan(count * 4);

    // In the upper rows of the block, where the prediction has another label.
    await show(page, 'prediction', `${rim + 5 * (looked - 1) + 3},${rim + 4},${slice}`);
    const spot = page.getByLabel('What is at the crosshair');
    await expect(spot).toContainText(`part_${looked}`);
    await expect(spot).toContainText(`part_${takenFor}`);

    await show(page, 'prediction', '3,3,6');
    const legend = page.getByRole('list', { name: 'Legend' });
    await expect(legend.getByRole('listitem')).toHaveCount(12);
    await expect(page.getByRole('status').filter({ hasText: `12 of ${count}` })).toBeVisible();
  });
}
