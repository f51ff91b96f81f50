import { expect, test } from 'vitest';
import { ProblemError, valueOrThrow } from '../../domain/errors';
import type { Geometry } from '../../domain/geometry';
import { readVolume } from '../../io/readVolume';
import { writeNifti } from '../../io/writeNifti';
import { countValues } from './countValues';
import { readImage } from './readImage';

const { signal } = new AbortController();
const context = { signal, report: () => undefined };
const geometry: Geometry = {
  shape: [3, 2, 1],
  spacingMm: [1, 2, 3],
  affine: [-1, 0, 0, 5, 0, 2, 0, 6, 0, 0, 3, 7, 0, 0, 0, 1],
};

test('an image in two files becomes one NIfTI file with the same voxels in the same place', async () => {
  const whole = writeNifti({ voxels: Float32Array.from([1.5, 2, 3, -4, 5, 6]), geometry });
  const header = whole.slice(0, 348);
  header.set([0x6e, 0x69, 0x31], 344); // "ni1"
  new DataView(header.buffer).setFloat32(108, 0, true);
  const file = { path: 'image.hdr', blob: new Blob([header]), companion: new Blob([whole.slice(352)]) };
  const { nifti } = await readImage({ file, onto: null }, context);
  expect(await readVolume({ path: 'image.nii', blob: new Blob([nifti]) })).toEqual({
    ok: true,
    value: {
      voxels: Float32Array.from([1.5, 2, 3, -4, 5, 6]),
      channels: 1,
      geometry,
      warnings: [],
    },
  });
});

const image = (voxels: number[], grid: Geometry) => ({
  path: 'image.nii',
  blob: new Blob([writeNifti({ voxels: Float32Array.from(voxels), geometry: grid })]),
});

async function shownOnto(file: ReturnType<typeof image>, onto: Geometry) {
  const { nifti, placement } = await readImage({ file, onto }, context);
  const volume = valueOrThrow(await readVolume({ path: 'shown.nii', blob: new Blob([nifti]) }));
  expect(volume.geometry).toEqual(onto);
  return { voxels: [...volume.voxels], placement };
}

test('an image whose axes run the other way is turned to where its header places it', async () => {
  const flipped = { ...geometry, affine: [1, 0, 0, 3, 0, 2, 0, 6, 0, 0, 3, 7, 0, 0, 0, 1] };
  expect(await shownOnto(image([1, 2, 3, 4, 5, 6], flipped), geometry)).toEqual({
    voxels: [3, 2, 1, 6, 5, 4],
    placement: { kind: 'turned' },
  });
});

test('an image on another grid is interpolated in space, and says of how much of the grid it knows', async () => {
  const coarse: Geometry = {
    shape: [2, 1, 1],
    spacingMm: [2, 4, 3],
    affine: [-2, 0, 0, 5, 0, 4, 0, 6, 0, 0, 3, 7, 0, 0, 0, 1],
  };
  expect(await shownOnto(image([10, 20], coarse), geometry)).toEqual({
    voxels: [10, 15, 20, 10, 15, 20],
    placement: { kind: 'interpolated', shape: [2, 1, 1], covered: 1 },
  });
});

test('an image of the same size whose header contradicts the labels lies under them voxel by voxel', async () => {
  const apart = { ...geometry, affine: [-1, 0, 0, 45, 0, 2, 0, 6, 0, 0, 3, 7, 0, 0, 0, 1] };
  expect(await shownOnto(image([1, 2, 3, 4, 5, 6], apart), geometry)).toEqual({
    voxels: [1, 2, 3, 4, 5, 6],
    placement: { kind: 'by-voxel', distanceMm: 40 },
  });
});

test('an image that cannot be read says why', async () => {
  const file = { path: 'image.hdr', blob: new Blob(['nothing']) };
  await expect(readImage({ file, onto: null }, context)).rejects.toThrow(ProblemError);
});

test('counts the values of each label map and passes over what cannot be read', async () => {
  const map = (path: string, values: number[]) => ({
    kind: 'label-map' as const,
    file: { path, blob: new Blob([writeNifti({ voxels: Uint8Array.from(values), geometry })]) },
  });
  const empty = { kind: 'label-map' as const, file: { path: 'empty.nii', blob: new Blob([]) } };
  const sources = [map('a.nii', [0, 1, 1, 4, 0, 0]), empty, map('b.nii', [2, 2, 2, 2, 2, 2])];
  expect(await countValues({ sources }, context)).toEqual({
    files: [
      [
        { value: 1, count: 2 },
        { value: 4, count: 1 },
      ],
      [{ value: 2, count: 6 }],
    ],
  });
});
