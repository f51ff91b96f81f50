import { describe, expect, it } from 'vitest';
import { readLabelMap } from './readLabelMap';
import { writeNifti, writeNiftiGz } from './writeNifti';

const geometry = {
  shape: [3, 2, 2] as [number, number, number],
  spacingMm: [0.5, 1.5, 3] as [number, number, number],
  affine: [-0.5, 0, 0, 7, 0, -1.5, 0, 8, 0, 0, 3, -9, 0, 0, 0, 1],
};
const voxels = Uint8Array.of(0, 1, 2, 0, 0, 3, 0, 255, 0, 1, 1, 0);

describe('writeNifti', () => {
  it('writes a label map that is read back as it was, plain and gzipped', async () => {
    for (const [path, bytes] of [
      ['map.nii', writeNifti({ voxels, geometry })],
      ['map.nii.gz', await writeNiftiGz({ voxels, geometry })],
    ] as const) {
      const result = await readLabelMap({ path, blob: new Blob([bytes]) });
      expect(result).toEqual({
        ok: true,
        value: {
          voxels,
          geometry,
          values: [
            { value: 0, count: 6 },
            { value: 1, count: 3 },
            { value: 2, count: 1 },
            { value: 3, count: 1 },
            { value: 255, count: 1 },
          ],
        },
      });
    }
  });

  it('refuses voxels that do not fill the grid and axes that NIfTI-1 cannot name', () => {
    expect(() => writeNifti({ voxels: voxels.subarray(1), geometry })).toThrow(RangeError);
    const long = { ...geometry, shape: [40_000, 1, 1] as [number, number, number] };
    expect(() => writeNifti({ voxels: new Uint8Array(40_000), geometry: long })).toThrow(RangeError);
  });
});
