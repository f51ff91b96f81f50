import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Geometry } from '../../domain/geometry';
import type { Plane } from '../../domain/planeAxis';
import { writeNifti } from '../../io/writeNifti';
import { sliceImages } from './sliceImages';

const side = 9;
const shape: Geometry['shape'] = [side, side, side];

/** A header whose axes run to the right, front and head (1) or the other way (-1). */
function header(x: 1 | -1, y: 1 | -1, z: 1 | -1): Geometry {
  const origin = (way: 1 | -1) => (way > 0 ? 0 : side - 1);
  return {
    shape,
    spacingMm: [1, 1, 1],
    affine: [x, 0, 0, origin(x), 0, y, 0, origin(y), 0, 0, z, origin(z), 0, 0, 0, 1],
  };
}

/** A voxel at the patient's left, front and top by this header. */
function leftFrontTop({ affine }: Geometry): [number, number, number] {
  // RAS+: x grows to the right, so the left is at the small end of world x.
  return [affine[0] > 0 ? 1 : side - 2, affine[5] > 0 ? side - 2 : 1, affine[10] > 0 ? side - 2 : 1];
}

/** Places of the picture's pixels that are not of code 0, as [column, row]. */
function marks(png: Uint8Array, width: number): [number, number][] {
  const view = new DataView(png.buffer, png.byteOffset);
  const data: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (name === 'IDAT') data.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const rows = inflateSync(Buffer.concat(data));
  const found: [number, number][] = [];
  for (let index = 0; index < rows.length; index++) {
    const [column, row] = [(index % (width + 1)) - 1, Math.floor(index / (width + 1))];
    if (column >= 0 && rows[index] !== 0) found.push([column, row]);
  }
  return found;
}

const image = header(1, 1, 1);
const labelHeaders: [string, Geometry, boolean][] = [
  ['agree', header(1, 1, 1), true],
  ['are mirrored', header(-1, 1, 1), false],
  ['are turned by 180°', header(-1, -1, 1), false],
];
/** Where left front top lies in each picture: right of it, above; in sagittal ones the front is on the right. */
const places: [Plane, [number, number]][] = [
  ['axial', [side - 2, 1]],
  ['coronal', [side - 2, 1]],
  ['sagittal', [side - 2, 1]],
];

test.each(labelHeaders)(
  'pictures are oriented by the image where headers %s',
  async (_, labels, isSideCertain) => {
    const voxel = leftFrontTop(image);
    // Headers that agree place the voxel alike; those that contradict are compared voxel by voxel.
    const codes = new Uint8Array(side ** 3);
    codes[voxel[0] + side * (voxel[1] + side * voxel[2])] = 1;
    const scan = writeNifti({ voxels: new Float32Array(side ** 3).fill(1), geometry: image });
    const { images } = await sliceImages(
      {
        // A mirrored grid may still be the same lattice: shifted by half a voxel it never is.
        voxels: { codes, geometry: isSideCertain ? labels : shifted(labels) },
        image: { path: 'scan.nii', blob: new Blob([scan]) },
        rows: places.map(([plane]) => ({
          isCounted: new Uint8Array(256).fill(1, 1),
          tables: [new Uint8ClampedArray(1024).fill(255)],
          at: { plane, voxel },
        })),
      },
      { signal: new AbortController().signal, report: () => {} },
    );
    images.forEach((picture, index) => {
      expect(picture).toMatchObject({ plane: places[index][0], width: side, height: side, isSideCertain });
      expect(marks(picture.layers[0], side)).toEqual([places[index][1]]);
    });
  },
);

function shifted(geometry: Geometry): Geometry {
  return {
    ...geometry,
    affine: geometry.affine.map((value, at) => (at % 4 === 3 && at < 12 ? value + 0.5 : value)),
  };
}
