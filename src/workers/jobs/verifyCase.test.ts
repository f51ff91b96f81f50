import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../domain/errors';
import type { Geometry } from '../../domain/geometry';
import { presetById } from '../../domain/presets';
import { writeNifti } from '../../io/writeNifti';
import { writeNpz } from '../../io/writeNpz';
import type { RawSource, VerifyCaseRequest } from '../protocol';
import { openRegions } from './openRegions';
import { verifyCase } from './verifyCase';

const { scheme } = presetById('audit'); // WT 1,2,3 paints 3; TC 1,2 paints 2; ET 1 paints 1
const context = { signal: new AbortController().signal, report: () => {} };
const grid: Geometry = {
  shape: [5, 1, 1],
  spacingMm: [1, 2, 3],
  affine: [1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1],
};
const labels = [0, 3, 2, 1, 1];
/** The last voxel is enhancing without being tumour: it violates the nesting. */
const regions = [
  [0, 0.9, 0.8, 0.7, 0.5],
  [0, 0.5, 0.75, 1, 0],
  [0, 0, 0.5, 0.51, 1],
];

function mapFile(path: string, values: number[], geometry = grid) {
  return { path, blob: new Blob([writeNifti({ voxels: Uint8Array.from(values), geometry })]) };
}

function npz(arrays: number[][], shape = [1, 1, 5]): RawSource {
  const values = Float32Array.from(arrays.flat());
  const probabilities = { shape: [arrays.length, ...shape], values };
  return { kind: 'probabilities', file: { path: 'case.npz', blob: new Blob([writeNpz({ probabilities })]) } };
}

const request: VerifyCaseRequest = {
  reference: { kind: 'label-map', file: mapFile('reference.nii', [0, 3, 2, 1, 0]) },
  labelMap: mapFile('saved.nii', labels),
  raw: npz(regions),
  scheme,
};

async function codeOf(changed: Partial<VerifyCaseRequest>) {
  const reason = await verifyCase({ ...request, ...changed }, context).catch((caught: unknown) => caught);
  return reason instanceof ProblemError ? reason.problem.code : reason;
}

test('finds a map identical to what its probabilities paint, with its violations and scores', async () => {
  const { summary, findings } = await verifyCase(request, context);
  expect(summary?.verdict).toBe('identical');
  expect(findings).toMatchObject({ voxels: 5, difference: null, hasProbabilities: true });
  expect(findings.voxelSize).toBeCloseTo(0.02, 12);
  expect(findings.violations.map(({ parent, child, voxels }) => [parent, child, voxels])).toEqual([
    [scheme.regions[0].name, scheme.regions[1].name, 0],
    [scheme.regions[0].name, scheme.regions[2].name, 1],
    [scheme.regions[1].name, scheme.regions[2].name, 1],
  ]);
  const { scores } = findings;
  // Painting promotes the last voxel into the whole tumour.
  expect(scores?.rawRegions[0].counts).toMatchObject({ tp: 3, fp: 0, fn: 0 });
  expect(scores?.painted[0].counts).toMatchObject({ tp: 3, fp: 1, fn: 0 });
});

test('names the class order of a map that was painted with another one', async () => {
  const swapped = labels.map((label) => [0, 3, 2, 1][label]);
  const { summary } = await verifyCase({ ...request, labelMap: mapFile('saved.nii', swapped) }, context);
  expect(summary).toMatchObject({
    verdict: 'explained',
    differingVoxels: 3,
    causes: [{ kind: 'class-order', regionsClassOrder: [1, 2, 3] }],
  });
});

test('reads region masks by name in any order, and then knows no threshold', async () => {
  const masks = [2, 0, 1].map((region) => ({
    region: scheme.regions[region].name,
    file: mapFile(
      `${region}.nii`,
      regions[region].map((probability) => (probability > 0.5 ? 1 : 0)),
    ),
  }));
  const { summary, findings } = await verifyCase(
    { ...request, raw: { kind: 'region-masks', masks } },
    context,
  );
  expect(summary?.verdict).toBe('identical');
  expect(findings.hasProbabilities).toBe(false);
  expect(findings.scores?.argmax).toBeNull();
});

test('turns map and regions alike into the order of a reference with other axes', async () => {
  const turned: Geometry = { ...grid, affine: [-1, 0, 0, 4, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1] };
  const flipped = {
    ...request,
    reference: {
      kind: 'label-map' as const,
      file: mapFile('reference.nii', [0, 1, 2, 3, 0], turned),
    },
  };
  const [straight, mirrored] = await Promise.all([
    verifyCase(request, context),
    verifyCase(flipped, context),
  ]);
  expect(mirrored.summary).toEqual(straight.summary);
  expect(mirrored.findings.scores).toEqual(straight.findings.scores);
  expect(mirrored.findings.violations[1].place?.first).toEqual([0, 0, 0]);
});

test('looks at raw regions without a saved map or without a reference as far as it goes', async () => {
  const unsaved = await verifyCase({ ...request, labelMap: null }, context);
  expect(unsaved.summary).toBeNull();
  expect(unsaved.findings.scores).not.toBeNull();
  const unscored = await verifyCase({ ...request, reference: null }, context);
  expect(unscored.summary?.verdict).toBe('identical');
  expect(unscored.findings.scores).toBeNull();
});

test('takes the softmax of a label-trained model for what it is and scores no regions of it', async () => {
  const softmax = [0, 1, 2, 3].map((value) => labels.map((label) => (label === value ? 0.7 : 0.1)));
  const { summary, findings } = await verifyCase({ ...request, raw: npz(softmax) }, context);
  expect(summary?.causes).toMatchObject([{ kind: 'softmax', channels: 4, hasBackground: true }]);
  expect(findings).toMatchObject({ scores: null, violations: [], hasProbabilities: false });
});

describe('refuses, as a problem of the file,', () => {
  test('probabilities of another shape', async () => {
    expect(await codeOf({ raw: npz(regions, [5, 1, 1]) })).toBe('probabilities-shape');
  });

  test('another number of arrays than regions', async () => {
    expect(await codeOf({ raw: npz(regions.slice(1)) })).toBe('channel-count');
    const ofMany = { ...scheme, regions: new Array(17).fill(scheme.regions[0]) };
    expect(await codeOf({ scheme: ofMany })).toBe('too-many-regions');
  });

  test('masks of which one is missing', async () => {
    const masks = [{ region: scheme.regions[0].name, file: mapFile('a.nii', labels) }];
    expect(await codeOf({ raw: { kind: 'region-masks', masks } })).toBe('region-masks-mismatch');
  });

  test('a saved map on another grid than the reference', async () => {
    const small: Geometry = { ...grid, shape: [4, 1, 1] };
    const labelMap = mapFile('saved.nii', [0, 1, 2, 3], small);
    expect(
      await codeOf({
        labelMap,
        raw: npz(
          regions.map((region) => region.slice(1)),
          [1, 1, 4],
        ),
      }),
    ).toBe('grid-mismatch');
  });
});

test('opens the regions as bits, bytes of probability, differences and tables of every threshold', async () => {
  const volumes = await openRegions(request, context);
  expect([...(volumes.bits ?? [])]).toEqual([0b000, 0b001, 0b011, 0b111, 0b100]);
  expect(volumes.steps?.map((region) => [...region])[1]).toEqual([0, 128, 192, 255, 0]);
  const { codes, pairs } = volumes.differences!;
  expect(Array.from(codes, (code) => pairs[code]).every(([painted, saved]) => painted === saved)).toBe(true);
  expect(volumes.tables?.painted).toHaveLength(256);
});
