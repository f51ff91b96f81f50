import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surfaceDistancesOfCase, surfaceDistancesOfMasks } from './surfaceDistances';
import { hausdorffMm, normalisedSurfaceDice } from './surfaceProfile';

type Triple = [number, number, number];

const shared = '../shared';
const sampleStructures = [
  { name: 'WT', labels: [1, 2, 3] },
  { name: 'TC', labels: [1, 2] },
  { name: 'ET', labels: [1] },
  { name: 'ED', labels: [3] },
  { name: 'NCR', labels: [2] },
];

/** The label map of a sample file: 3D, little endian, of one of the types that occur there. */
function readSample(path: string): { voxels: Uint8Array; shape: Triple } {
  const bytes = gunzipSync(readFileSync(path));
  const shape: Triple = [bytes.readInt16LE(42), bytes.readInt16LE(44), bytes.readInt16LE(46)];
  const datatype = bytes.readInt16LE(70);
  const start = bytes.readFloatLE(108);
  const data = bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length);
  if (datatype === 2 || datatype === 256) return { voxels: new Uint8Array(data), shape };
  if (datatype === 16) return { voxels: new Uint8Array(new Float32Array(data)), shape };
  if (datatype === 64) return { voxels: new Uint8Array(new Float64Array(data)), shape };
  if (datatype === 512) return { voxels: new Uint8Array(new Uint16Array(data)), shape };
  throw new Error(`datatype ${datatype} in ${path}`);
}

function samplePaths(caseId: string, model: string): [string, string] {
  const lumiereModel = model === 'nnUnet' ? 'nnUNet' : model;
  if (caseId.startsWith('Patient')) {
    const folder = `${shared}/data/lumiere-nnunet`;
    return [`${folder}/labelsTr/${caseId}.nii.gz`, `${folder}/predictions_${lumiereModel}/${caseId}.nii.gz`];
  }
  const folder = `${shared}/data/${caseId.includes('PED') ? 'brats-ped' : 'brats-ssa'}`;
  return [
    `${folder}/images/${caseId}/${caseId}_seg.nii.gz`,
    `${folder}/predictions/${model}/${caseId}/${caseId}_pred.nii.gz`,
  ];
}

interface Figures {
  HD95?: number;
  HD100: number;
  NSD_1mm: number;
  NSD_2mm: number;
  ASD_ref_to_pred: number;
  ASD_pred_to_ref: number;
}

function scoreSample(caseId: string, model: string, spacingMm: Triple) {
  const [reference, prediction] = samplePaths(caseId, model).map(readSample);
  const geometry = { shape: reference.shape, spacingMm };
  const scores = surfaceDistancesOfCase(
    reference.voxels,
    prediction.voxels,
    geometry,
    sampleStructures,
    [1, 2],
  );
  return new Map(sampleStructures.map(({ name }, index) => [name, scores[index]]));
}

function expectFigures(scores: ReturnType<typeof scoreSample>, structure: string, figures: Figures): void {
  const found = scores.get(structure);
  const pairs = [
    [found?.hd95Mm, figures.HD95],
    [found?.hd100Mm, figures.HD100],
    [found?.nsd[0].value, figures.NSD_1mm],
    [found?.nsd[1].value, figures.NSD_2mm],
    [found?.asdReferenceToPredictionMm, figures.ASD_ref_to_pred],
    [found?.asdPredictionToReferenceMm, figures.ASD_pred_to_ref],
  ];
  for (const [ours, theirs] of pairs) {
    expect(Math.abs((ours ?? Number.NaN) - (theirs ?? Number.NaN)), structure).toBeLessThan(1e-6);
  }
}

const isotropicFile = `${shared}/reference/overlap-surface-gap.json`;
const anisotropicFile = `${shared}/reference/surface-anisotropic.json`;

describe.skipIf(!existsSync(isotropicFile))('surface scores against ../shared/reference', () => {
  const readJson = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
  const entries: { case: string; model: string; spacing: Triple; structures: Record<string, Figures> }[] =
    readJson(isotropicFile);

  it('has figures for 57 structures of 12 case and model pairs', () => {
    expect(entries).toHaveLength(12);
    const withSurface = entries
      .flatMap(({ structures }) => Object.values(structures))
      .filter((s) => 'HD95' in s);
    expect(withSurface).toHaveLength(57);
  });

  it.each(entries)('equals the original package on $case, $model, at 1 mm', (entry) => {
    const scores = scoreSample(entry.case, entry.model, entry.spacing);
    for (const [structure, figures] of Object.entries(entry.structures)) {
      if ('HD95' in figures) expectFigures(scores, structure, figures);
      else expect(scores.get(structure)?.hd95Mm, structure).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it.each(['nnUnet', 'SegResNet'])('equals the original package at 0.7 × 0.9 × 3.0 mm, %s', (model) => {
    const rows: (Figures & { case: string; model: string; structure: string; spacing_mm: Triple })[] =
      readJson(anisotropicFile).filter((row: { model: string }) => row.model === model);
    expect(rows).toHaveLength(5);
    const scores = scoreSample(rows[0].case, model, rows[0].spacing_mm);
    for (const row of rows) expectFigures(scores, row.structure, row);
  });
});

const shape: Triple = [14, 12, 11];
const unitMm: Triple = [1, 1, 1];

function maskOf(isInside: (x: number, y: number, z: number) => boolean, [columns, rows, slices] = shape) {
  const mask = new Uint8Array(columns * rows * slices);
  for (let voxel = 0; voxel < mask.length; voxel++) {
    const line = Math.floor(voxel / columns);
    if (isInside(voxel % columns, line % rows, Math.floor(line / rows))) mask[voxel] = 1;
  }
  return mask;
}

/** Blobs and single voxels: a few boxes at random places, some of them one voxel large. */
const places = fc.tuple(
  fc.integer({ min: 2, max: 8 }),
  fc.integer({ min: 2, max: 7 }),
  fc.integer({ min: 2, max: 6 }),
  fc.integer({ min: 0, max: 2 }),
);
const blobs = fc.array(places, { minLength: 1, maxLength: 4 });

function blobMask(boxes: readonly [number, number, number, number][], [dx, dy, dz]: Triple = [0, 0, 0]) {
  return maskOf((x, y, z) =>
    boxes.some(([x0, y0, z0, side]) =>
      [x - dx - x0, y - dy - y0, z - dz - z0].every((away) => away >= 0 && away <= side),
    ),
  );
}

describe('surfaceDistancesOfMasks', () => {
  it('finds a mask at distance 0 from itself', () => {
    fc.assert(
      fc.property(blobs, (boxes) => {
        const mask = blobMask(boxes);
        const scores = surfaceDistancesOfMasks(mask, mask, shape, [0.7, 0.9, 3], [0]);
        expect(scores).toMatchObject({ reason: null, hd95Mm: 0, hd100Mm: 0, nsd: [{ tauMm: 0, value: 1 }] });
        expect(scores.asdReferenceToPredictionMm).toBe(0);
        expect(scores.asdPredictionToReferenceMm).toBe(0);
      }),
    );
  });

  it('gives the same Hausdorff distance when reference and prediction change places', () => {
    fc.assert(
      fc.property(blobs, blobs, (first, second) => {
        const [reference, prediction] = [blobMask(first), blobMask(second)];
        const there = surfaceDistancesOfMasks(reference, prediction, shape, [1, 2, 1.5], [1]);
        const back = surfaceDistancesOfMasks(prediction, reference, shape, [1, 2, 1.5], [1]);
        expect(back.hd95Mm).toBe(there.hd95Mm);
        expect(back.hd100Mm).toBe(there.hd100Mm);
        expect(back.asdReferenceToPredictionMm).toBe(there.asdPredictionToReferenceMm);
        expect(back.nsd[0].value).toBeCloseTo(there.nsd[0].value, 12);
        expect(back.assdMm).toBeCloseTo(there.assdMm, 12);
        // The larger surface weighs more.
        const [far, near] = [there.profile.referenceToPrediction, there.profile.predictionToReference].map(
          ({ areasMm2 }) => areasMm2.reduce((sum, area) => sum + area, 0),
        );
        const both = there.asdReferenceToPredictionMm * far + there.asdPredictionToReferenceMm * near;
        expect(there.assdMm).toBeCloseTo(both / (far + near), 10);
      }),
    );
  });

  it('changes nothing when both masks move together, up to the edge of the volume', () => {
    const moves = fc.tuple(
      fc.integer({ min: -2, max: 3 }),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: -2, max: 2 }),
    );
    fc.assert(
      fc.property(blobs, blobs, moves, (first, second, move) => {
        const stay = surfaceDistancesOfMasks(blobMask(first), blobMask(second), shape, unitMm, [1]);
        const moved = surfaceDistancesOfMasks(
          blobMask(first, move),
          blobMask(second, move),
          shape,
          unitMm,
          [1],
        );
        expect(moved).toEqual(stay);
      }),
    );
  });

  it('doubles every distance when the spacing doubles', () => {
    fc.assert(
      fc.property(blobs, blobs, (first, second) => {
        const [reference, prediction] = [blobMask(first), blobMask(second)];
        const once = surfaceDistancesOfMasks(reference, prediction, shape, [0.7, 0.9, 3], [1.3]);
        const twice = surfaceDistancesOfMasks(reference, prediction, shape, [1.4, 1.8, 6], [2.6]);
        expect(twice.hd95Mm).toBeCloseTo(2 * once.hd95Mm, 10);
        expect(twice.hd100Mm).toBeCloseTo(2 * once.hd100Mm, 10);
        expect(twice.asdReferenceToPredictionMm).toBeCloseTo(2 * once.asdReferenceToPredictionMm, 10);
        expect(twice.nsd[0].value).toBeCloseTo(once.nsd[0].value, 10);
      }),
    );
  });

  it('measures from one voxel to another what lies between them', () => {
    const at = (x0: number, y0: number, z0: number) => maskOf((x, y, z) => x === x0 && y === y0 && z === z0);
    const scores = surfaceDistancesOfMasks(at(1, 2, 3), at(5, 5, 3), shape, [2, 2, 3]);
    // A voxel has eight elements; the far ones are as far from the other's as the two voxels are apart.
    expect(scores.hd100Mm).toBeCloseTo(Math.hypot(2 * 4, 2 * 3), 12);
    const alongZ = surfaceDistancesOfMasks(at(4, 4, 0), at(4, 4, 10), shape, [2, 2, 3]);
    expect(alongZ.hd100Mm).toBe(30);
    expect(alongZ.asdReferenceToPredictionMm).toBeCloseTo((30 + 27) / 2, 12);
  });

  it('finds a sphere grown by 1 mm about 1 mm away', () => {
    const edgeMm = 0.25;
    const fine: Triple = [55, 55, 55];
    const ball = (radiusMm: number) =>
      maskOf((x, y, z) => edgeMm * Math.hypot(x - 27, y - 27, z - 27) <= radiusMm, fine);
    const scores = surfaceDistancesOfMasks(ball(5), ball(6), fine, [edgeMm, edgeMm, edgeMm], [0.5, 1.5]);
    const { hd95Mm, hd100Mm, asdReferenceToPredictionMm, asdPredictionToReferenceMm } = scores;
    // Where a voxelised surface lies is uncertain by a voxel.
    for (const found of [hd95Mm, hd100Mm, asdReferenceToPredictionMm, asdPredictionToReferenceMm]) {
      expect(Math.abs(found - 1)).toBeLessThan(edgeMm);
    }
    expect(scores.nsd.map(({ value }) => value)).toEqual([0, 1]);
  });

  it('is exact far from the other surface: every element against every other', () => {
    fc.assert(
      fc.property(blobs, blobs, fc.constantFrom<Triple[]>([1, 1, 1], [0.7, 0.9, 3]), (first, second, mm) => {
        const [reference, prediction] = [blobMask(first), blobMask(second)];
        const { hd100Mm } = surfaceDistancesOfMasks(reference, prediction, shape, mm);
        expect(hd100Mm).toBeCloseTo(bruteHausdorff(reference, prediction, mm), 10);
      }),
    );
  });

  it('has no finite distance to an empty mask, and says which one is empty', () => {
    const empty = new Uint8Array(shape[0] * shape[1] * shape[2]);
    const voxel = maskOf((x, y, z) => x + y + z === 0);
    const missed = surfaceDistancesOfMasks(voxel, empty, shape, unitMm, [1]);
    expect(missed).toMatchObject({
      reason: 'prediction-empty',
      hd95Mm: Number.POSITIVE_INFINITY,
      hd100Mm: Number.POSITIVE_INFINITY,
      asdReferenceToPredictionMm: Number.POSITIVE_INFINITY,
      asdPredictionToReferenceMm: Number.NaN,
      assdMm: Number.POSITIVE_INFINITY,
      nsd: [{ tauMm: 1, value: 0 }],
    });
    const invented = surfaceDistancesOfMasks(empty, voxel, shape, unitMm, [1]);
    expect(invented).toMatchObject({ reason: 'reference-empty', hd95Mm: Number.POSITIVE_INFINITY });
    const nothing = surfaceDistancesOfMasks(empty, empty, shape, unitMm, [1]);
    expect(nothing).toMatchObject({ reason: 'both-empty', hd95Mm: Number.NaN, assdMm: Number.NaN });
    expect(nothing.nsd[0].value).toBeNaN();
  });
});

/** The largest of all nearest distances between 2×2×2 neighbourhoods that are neither empty nor full. */
function bruteHausdorff(reference: Uint8Array, prediction: Uint8Array, spacingMm: Triple): number {
  const [first, second] = [reference, prediction].map((mask) => {
    const elements: Triple[] = [];
    const at = (x: number, y: number, z: number) =>
      x < 0 || y < 0 || z < 0 || x >= shape[0] || y >= shape[1] || z >= shape[2]
        ? 0
        : mask[x + shape[0] * (y + shape[1] * z)];
    for (let z = -1; z < shape[2]; z++) {
      for (let y = -1; y < shape[1]; y++) {
        for (let x = -1; x < shape[0]; x++) {
          let inside = 0;
          for (let corner = 0; corner < 8; corner++) {
            inside += at(x + (corner & 1), y + ((corner >> 1) & 1), z + (corner >> 2));
          }
          if (inside > 0 && inside < 8) elements.push([x * spacingMm[0], y * spacingMm[1], z * spacingMm[2]]);
        }
      }
    }
    return elements;
  });
  const oneWay = (from: Triple[], to: Triple[]) =>
    Math.max(
      ...from.map((f) => Math.min(...to.map((t) => Math.hypot(f[0] - t[0], f[1] - t[1], f[2] - t[2])))),
    );
  return Math.max(oneWay(first, second), oneWay(second, first));
}

describe('surfaceDistancesOfCase', () => {
  const [reference, prediction] = [
    maskOf((x, y, z) => x < 5 && y < 6 && z < 4).map((v, i) => v * (1 + (i % 3))),
    maskOf((x, y, z) => x > 2 && y < 8 && z < 5).map((v, i) => v * (1 + (i % 4))),
  ];

  it('scores each structure as its mask alone would be, more than eight of them too', () => {
    const structures = [[1], [2], [3], [4], [1, 2], [1, 3], [2, 3], [1, 2, 3], [1, 2, 3, 4], [9]].map(
      (labels) => ({ labels }),
    );
    const geometry = { shape, spacingMm: [0.7, 0.9, 3] as Triple };
    const together = surfaceDistancesOfCase(reference, prediction, geometry, structures, [1]);
    structures.forEach(({ labels }, index) => {
      const alone = surfaceDistancesOfMasks(
        reference.map((value) => Number(labels.includes(value))),
        prediction.map((value) => Number(labels.includes(value))),
        shape,
        [0.7, 0.9, 3],
        [1],
      );
      expect(together[index]).toEqual(alone);
    });
  });

  it('reads two-byte maps and labels above 255', () => {
    const wide = (map: Uint8Array) => Uint16Array.from(map, (value) => value * 300);
    const geometry = { shape, spacingMm: unitMm };
    expect(
      surfaceDistancesOfCase(wide(reference), wide(prediction), geometry, [{ labels: [600, 300] }], [1]),
    ).toEqual(surfaceDistancesOfCase(reference, prediction, geometry, [{ labels: [1, 2] }], [1]));
  });

  it('gives another percentile and another τ from the profile alone', () => {
    const geometry = { shape, spacingMm: unitMm };
    const [scores] = surfaceDistancesOfCase(reference, prediction, geometry, [{ labels: [1, 2, 3] }], [2.5]);
    expect(hausdorffMm(scores.profile, 95)).toBe(scores.hd95Mm);
    expect(hausdorffMm(scores.profile, 50)).toBeLessThan(scores.hd95Mm);
    expect(normalisedSurfaceDice(scores.profile, 2.5)).toBe(scores.nsd[0].value);
    expect(normalisedSurfaceDice(scores.profile, scores.hd100Mm)).toBe(1);
  });
});
