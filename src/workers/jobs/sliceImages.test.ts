import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Geometry } from '../../domain/geometry';
import type { Plane } from '../../domain/planeAxis';
import { writeNifti } from '../../io/writeNifti';
import { codesFor } from '../../kernels/pairCodes';
import type { SliceImage } from '../protocol';
import { sliceImages } from './sliceImages';

type Triple = [number, number, number];

/** Extent (voxels), edge (mm) and origin along right, anterior and superior: unequal, as those of scanners are. */
const patient = { counts: [9, 11, 7], edges: [1.5, 0.9, 2.25], origin: [-118.3, -91.7, -40.2] };
const orders: Triple[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/** A header whose axis i runs along direction `order[i]` of the patient, backwards where `ways[i]` is -1. */
function header(order: Triple, ways: Triple, shiftMm = 0): Geometry {
  const affine = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
  order.forEach((world, axis) => {
    const [count, edge] = [patient.counts[world], patient.edges[world]];
    affine[4 * world + axis] = ways[axis] * edge;
    affine[4 * world + 3] = patient.origin[world] + shiftMm + (ways[axis] < 0 ? edge * (count - 1) : 0);
  });
  const along = (values: number[]) => order.map((world) => values[world]) as Triple;
  return { shape: along(patient.counts), spacingMm: along(patient.edges), affine };
}

/** The voxel one away from the patient's left, front and top. */
function leftFrontTop(order: Triple, ways: Triple): Triple {
  // RAS+: the left is where right begins, front and top are where anterior and superior end.
  return order.map((world, axis) => {
    const isAtStart = (world === 0) === ways[axis] > 0;
    return isAtStart ? 1 : patient.counts[world] - 2;
  }) as Triple;
}

/** The bytes of a picture's pixels, row by row. */
function pixelsOf(png: Uint8Array, width: number): number[][] {
  const view = new DataView(png.buffer, png.byteOffset);
  const data: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (name === 'IDAT') data.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  const bytes = inflateSync(Buffer.concat(data));
  const rows: number[][] = [];
  for (let at = 0; at < bytes.length; at += width + 1) {
    const row = bytes.subarray(at + 1, at + 1 + width);
    // Filter 1 of PNG: each byte is the difference to the one before.
    if (bytes[at] === 1) for (let x = 1; x < width; x++) row[x] += row[x - 1];
    rows.push([...row]);
  }
  return rows;
}

/** Where a picture is brightest, from its left and its top. */
function brightest(png: Uint8Array, width: number): [number, number] {
  const rows = pixelsOf(png, width);
  const most = Math.max(...rows.flat());
  const row = rows.findIndex((pixels) => pixels.includes(most));
  return [rows[row].indexOf(most), row];
}

/** Left front top in each picture: right of it and above; in sagittal ones the front is on the right. */
const planes: { plane: Plane; across: number; down: number }[] = [
  { plane: 'axial', across: 0, down: 1 },
  { plane: 'coronal', across: 0, down: 2 },
  { plane: 'sagittal', across: 1, down: 2 },
];

async function picturesOf(
  labels: Geometry,
  image: Geometry,
  mark: Triple,
  pairs = 256,
): Promise<SliceImage[]> {
  const { shape } = labels;
  const place = mark[0] + shape[0] * (mark[1] + shape[1] * mark[2]);
  const count = shape[0] * shape[1] * shape[2];
  const scan = new Float32Array(count).map((_, voxel) => (voxel === place ? 90 : voxel % 5));
  const codes = codesFor(pairs, count);
  codes[place] = pairs - 1;
  const context = { signal: new AbortController().signal, report: () => {} };
  const { images } = await sliceImages(
    {
      voxels: { codes, geometry: labels },
      image: { path: 'scan.nii', blob: new Blob([writeNifti({ voxels: scan, geometry: image })]) },
      rows: planes.map(({ plane }) => ({
        isCounted: new Uint8Array(pairs).fill(1, 1),
        tables: [new Uint8ClampedArray(4 * pairs).fill(255, 4)],
        at: { plane, voxel: mark },
      })),
    },
    context,
  );
  return images;
}

function expectLeftFrontTop(images: SliceImage[]): void {
  images.forEach((picture, index) => {
    const { plane, across, down } = planes[index];
    const size = { width: patient.counts[across], height: patient.counts[down] };
    expect(picture).toMatchObject({ plane, ...size });
    picture.pixelMm.forEach((mm, axis) => {
      expect(mm).toBeCloseTo(patient.edges[axis === 0 ? across : down], 5);
    });
    const there = [size.width - 2, 1];
    expect(brightest(picture.layers[0], size.width), `labels, ${plane}`).toEqual(there);
    expect(brightest(picture.grey!, size.width), `image, ${plane}`).toEqual(there);
  });
}

const way = fc.constantFrom(1, -1);
const ways = fc.tuple(way, way, way);

test('pictures show the mark at the left front top by the image, and doubt the side where headers contradict', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...orders), ways, ways, async (order, own, turned) => {
      // A mirrored grid may still be the same lattice: shifted by less than a voxel it never is.
      const images = await picturesOf(
        header(order, turned, 0.4),
        header(order, own),
        leftFrontTop(order, own),
      );
      expectLeftFrontTop(images);
      const isSame = own.every((value, axis) => value === turned[axis]);
      for (const { sideDoubt } of images) expect(sideDoubt).toBe(isSame ? null : 'contradicting');
    }),
    { numRuns: 40 },
  );
});

test('pictures of more pairs of labels than a byte counts show each in its colour', async () => {
  const order: Triple = [1, 0, 2];
  const grid = header(order, [-1, 1, 1]);
  expectLeftFrontTop(await picturesOf(grid, grid, leftFrontTop(order, [-1, 1, 1]), 3000));
});

test('pictures of label maps on an exactly mirrored lattice lie as these do, with the image turned to them', async () => {
  const order: Triple = [0, 1, 2];
  const labels = header(order, [-1, -1, 1]);
  const mark = leftFrontTop(order, [-1, -1, 1]);
  const { shape } = labels;
  const mirrored = header(order, [1, 1, 1]);
  const count = shape[0] * shape[1] * shape[2];
  const codes = new Uint8Array(count);
  codes[mark[0] + shape[0] * (mark[1] + shape[1] * mark[2])] = 1;
  const [x, y, z] = leftFrontTop(order, [1, 1, 1]);
  const scan = new Float32Array(count).map((_, voxel) => voxel % 5);
  scan[x + shape[0] * (y + shape[1] * z)] = 90;
  const { images } = await sliceImages(
    {
      voxels: { codes, geometry: labels },
      image: { path: 'scan.nii', blob: new Blob([writeNifti({ voxels: scan, geometry: mirrored })]) },
      rows: planes.map(({ plane }) => ({
        isCounted: new Uint8Array(256).fill(1, 1),
        tables: [new Uint8ClampedArray(1024).fill(255)],
        at: { plane, voxel: mark },
      })),
    },
    { signal: new AbortController().signal, report: () => {} },
  );
  expectLeftFrontTop(images);
  expect(images.map(({ sideDoubt }) => sideDoubt)).toEqual([null, null, null]);
});
