import { expect, test } from 'vitest';
import { ProblemError } from '../../domain/errors';
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
  const { nifti } = await readImage({ file }, context);
  expect(await readVolume({ path: 'image.nii', blob: new Blob([nifti]) })).toEqual({
    ok: true,
    value: { voxels: Float32Array.from([1.5, 2, 3, -4, 5, 6]), channels: 1, geometry },
  });
});

test('an image that cannot be read says why', async () => {
  const file = { path: 'image.hdr', blob: new Blob(['nothing']) };
  await expect(readImage({ file }, context)).rejects.toThrow(ProblemError);
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
