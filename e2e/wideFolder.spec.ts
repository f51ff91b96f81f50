import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeNiftiGz } from '../src/io/writeNifti';
import { alone, longestTask, longestTaskMs } from './mainThread';
import { chooseFolder } from './steps';

const caseCount = 300;
const sides = ['labelsTr', 'predictions_a', 'predictions_b'];
/** A core that is shared makes even processor time longer: only what is long again and again is. */
const attempts = 3;
/** What the page may take at most at a time, of what the browser takes to hand over the files. */
const mostShareOfHanding = 1.25;

/** Full-size volumes that are one file on disk, most of it zeros. */
async function writeWideFolder(folder: string): Promise<void> {
  const shape: [number, number, number] = [240, 240, 155];
  const voxels = new Uint8Array(240 * 240 * 155);
  for (let voxel = 4_000_000; voxel < 4_000_400; voxel++) voxels[voxel] = 1 + (voxel % 3);
  const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const map = await writeNiftiGz({ voxels, geometry: { shape, spacingMm: [1, 1, 1], affine } });
  for (const side of sides) mkdirSync(join(folder, side), { recursive: true });
  const first = join(folder, sides[0], 'case_000.nii.gz');
  writeFileSync(first, map);
  for (let index = 0; index < caseCount; index++) {
    for (const side of sides) {
      const path = join(folder, side, `case_${String(index).padStart(3, '0')}.nii.gz`);
      if (path !== first) linkSync(first, path);
    }
  }
  const dataset = {
    channel_names: { 0: 'T1' },
    labels: { background: 0, whole_tumor: [1, 2, 3], tumor_core: [1, 2], enhancing_tumor: 1 },
    regions_class_order: [3, 2, 1],
    numTraining: caseCount,
    file_ending: '.nii.gz',
  };
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(dataset));
}

test(
  'recognises, lists and begins to score 300 cases of 3 full-size volumes with no task over 100 ms',
  alone,
  async ({ page, browser }) => {
    const folder = test.info().outputPath('wide');
    await writeWideFolder(folder);
    // A slow machine's browser needs nearly as long to hand over 901 files to a page that does nothing (decision 14).
    await page.setContent('<label>Choose a folder <input type="file" webkitdirectory></label>');
    const handing = await longestTask(browser, page, async () => {
      await page.getByLabel('Choose a folder').setInputFiles(folder);
      await expect
        .poll(() =>
          page.getByLabel('Choose a folder').evaluate((input: HTMLInputElement) => input.files?.length),
        )
        .toBe(sides.length * caseCount + 1);
    });
    const mostMs = Math.max(longestTaskMs, mostShareOfHanding * handing);
    const scoring = page.getByRole('progressbar', { name: /^Scoring/ });
    const tasks: number[] = [];
    for (let attempt = 0; attempt < attempts; attempt++) {
      await page.goto('/');
      const longest = await longestTask(browser, page, async () => {
        await chooseFolder(page, folder);
        await expect(page.getByText(`${2 * caseCount} of ${2 * caseCount} rows`)).toBeVisible({
          timeout: 60_000,
        });
        await expect(scoring).toBeVisible();
        await expect.poll(async () => Number(await scoring.getAttribute('aria-valuenow'))).toBeGreaterThan(1);
      });
      await page.getByRole('button', { name: 'Cancel' }).click();
      tasks.push(Math.round(longest));
      if (longest <= mostMs) break;
    }
    test.info().annotations.push({ type: 'longest task (ms)', description: tasks.join(', ') });
    console.log(
      `longest task: ${tasks.join(', ')} ms; of handing over the files alone ${handing.toFixed(0)} ms`,
    );
    expect(Math.min(...tasks)).toBeLessThanOrEqual(mostMs);
  },
);
