import { beforeEach, expect, test, vi } from 'vitest';
import { type Geometry, voxelCount } from '../../domain/geometry';
import type { LabelScheme } from '../../domain/labelScheme';
import { regionsOfLabels } from '../../domain/regionsOfLabels';
import { writeNifti } from '../../io/writeNifti';
import type { MaskSource } from '../protocol';
import { readPrediction } from './readPrediction';
import { verifyCase } from './verifyCase';

const memory = vi.hoisted(() => ({ held: 0, most: 0 }));

/** Counts the maps that were read and not given back. */
vi.mock('../../io/spareVoxels', () => ({
  takeVoxels(count: number) {
    memory.held++;
    memory.most = Math.max(memory.most, memory.held);
    return new Uint8Array(count);
  },
  giveBackVoxels(voxels: Uint8Array | Uint16Array) {
    if (given.has(voxels)) return;
    given.add(voxels);
    memory.held--;
  },
}));

const given = new WeakSet<Uint8Array | Uint16Array>();

beforeEach(() => {
  memory.held = 0;
  memory.most = 0;
});

const signal = new AbortController().signal;
const grid: Geometry = {
  shape: [10, 5, 4],
  spacingMm: [1, 1, 1],
  affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
};
const voxels = voxelCount(grid);
/** The same places, counted from the other side. */
const turned: Geometry = { ...grid, affine: grid.affine.with(0, -1).with(3, 9) };

function maskFile(region: string, isIn: (voxel: number) => boolean, geometry = grid) {
  const mask = Uint8Array.from({ length: voxelCount(geometry) }, (_, voxel) => Number(isIn(voxel)));
  return { path: `s/${region}.nii`, blob: new Blob([writeNifti({ voxels: mask, geometry })]) };
}

function labelsOf(values: readonly number[]): LabelScheme {
  const labels = values.map((value) => ({ value, name: `organ ${value}` }));
  return { name: '', labels, regions: [], regionsClassOrder: [], ignoreLabel: null };
}

/** One mask for each label; the label of place p is in every count-th voxel from p on. */
function masksOf({ labels }: LabelScheme, geometry: (place: number) => Geometry = () => grid): MaskSource {
  const masks = labels.map(({ name }, place) => {
    const own = geometry(place);
    const here = (voxel: number) => (own === turned ? voxel + 9 - 2 * (voxel % 10) : voxel);
    return { region: name, file: maskFile(name, (voxel) => here(voxel) % labels.length === place, own) };
  });
  return { kind: 'region-masks', masks };
}

async function painted(source: MaskSource, scheme: LabelScheme): Promise<number[]> {
  const read = await readPrediction(source, scheme, signal);
  if (!read.ok) throw new Error(read.problem.code);
  return [...read.value.voxels];
}

test('a hundred masks are read one after the other: one of them and the map are held', async () => {
  const scheme = labelsOf(Array.from({ length: 100 }, (_, index) => index + 1));
  const map = await painted(masksOf(scheme), scheme);
  expect(map).toEqual(Array.from({ length: voxels }, (_, voxel) => (voxel % 100) + 1));
  expect(memory).toEqual({ held: 1, most: 2 });
});

test('so are masks that are turned, on different grids, or broken', async () => {
  const scheme = labelsOf(Array.from({ length: 20 }, (_, index) => index + 1));
  const small: Geometry = { ...grid, shape: [5, 5, 4] };
  const source = masksOf(scheme, (place) => (place === 3 ? turned : place === 4 ? small : grid));
  source.masks[5].file.blob = source.masks[5].file.blob.slice(0, -50);
  const map = await painted(source, scheme);
  const leftOut = [4, 5];
  expect(map).toEqual(
    Array.from({ length: voxels }, (_, voxel) => (leftOut.includes(voxel % 20) ? 0 : (voxel % 20) + 1)),
  );
  // What is broken is let go of by the reader.
  expect(memory.most).toBeLessThanOrEqual(4);
});

test('so are masks that overlap', async () => {
  const scheme = regionsOfLabels(labelsOf([1, 2, 3, 4, 5, 6])) as LabelScheme;
  const masks = scheme.regions.map(({ name }, place) => ({
    region: name,
    file: maskFile(name, (voxel) => ((voxel >> place) & 1) === 1),
  }));
  const map = await painted({ kind: 'region-masks', masks }, scheme);
  map.forEach((value, voxel) => {
    const inside = scheme.regions.map(({ labels }) => Number(labels.includes(value)));
    expect(inside).toEqual(scheme.regions.map((_, place) => (voxel >> place) & 1));
  });
  expect(memory.most).toBe(1);
});

test('so are the masks that a saved map is held against', async () => {
  const scheme: LabelScheme = {
    ...labelsOf([1, 2, 3]),
    regions: ['whole', 'inner', 'core'].map((name, place) => ({ name, labels: [1, 2, 3].slice(place) })),
    regionsClassOrder: [1, 2, 3],
  };
  const masks = scheme.regions.map(({ name }, place) => ({
    region: name,
    file: maskFile(name, (voxel) => voxel % 4 > place),
  }));
  const saved = writeNifti({
    voxels: Uint8Array.from({ length: voxels }, (_, voxel) => voxel % 4),
    geometry: grid,
  });
  const labelMap = { path: 'saved.nii', blob: new Blob([saved]) };
  const raw: MaskSource = { kind: 'region-masks', masks };
  const request = { reference: null, labelMap, raw, scheme, askedTurn: null };
  const { summary } = await verifyCase(request, { signal, report: () => undefined });
  expect(summary?.verdict).toBe('identical');
  expect(memory.most).toBe(2);
});

test('labels above 255 are painted as they are', async () => {
  const scheme = labelsOf([1, 257, 1000]);
  const map = await painted(masksOf(scheme), scheme);
  expect(map).toEqual(Array.from({ length: voxels }, (_, voxel) => [1, 257, 1000][voxel % 3]));
});
