import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from '@playwright/test';
import { type RawNifti, rawNifti } from '../src/io/rawNifti';

/** Writes files by path into a folder of their own for this test, and gives its path. */
export function writeFolder(name: string, files: Record<string, string | Uint8Array>): string {
  const folder = test.info().outputPath(name);
  for (const [path, content] of Object.entries(files)) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  return folder;
}

export const gridSize = [8, 6, 4];

/** The labels of a small made-up case: a slab of 1 with a core of 2, shifted by some voxels along x. */
export function slab(shift = 0): number[] {
  const [width, height, depth] = gridSize;
  return Array.from({ length: width * height * depth }, (_, voxel) => {
    const x = (voxel % width) - shift;
    const y = Math.floor(voxel / width) % height;
    if (x < 1 || x > 5 || y < 1 || y > 4) return 0;
    return x >= 3 && y >= 2 ? 2 : 1;
  });
}

export const identityRows = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

/** A label map as .nii.gz; every field of its header may be another. */
export function mapGz(values: number[], more: Partial<RawNifti> = {}): Buffer {
  const sform = { code: 1, rows: identityRows };
  return gzipSync(rawNifti({ dims: gridSize, values, sform, ...more }));
}

/** The map stored along the reversed x axis, its header saying so: the same voxels in space. */
export function flippedMapGz(values: number[]): Buffer {
  const [width] = gridSize;
  const rows: number[][] = [];
  for (let start = 0; start < values.length; start += width) rows.push(values.slice(start, start + width));
  const reversed = rows.flatMap((row) => row.toReversed());
  return mapGz(reversed, { sform: { code: 1, rows: [-1, 0, 0, width - 1, ...identityRows.slice(4)] } });
}

/** The regions whole (1, 2) and core (2), painting 1 and 2. */
export const datasetJson = JSON.stringify({
  name: 'Slabs',
  channel_names: { 0: 'T1' },
  labels: { background: 0, whole: [1, 2], core: 2 },
  regions_class_order: [1, 2],
  numTraining: 3,
  file_ending: '.nii.gz',
});
