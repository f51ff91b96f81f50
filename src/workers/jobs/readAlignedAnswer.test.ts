import { describe, expect, test } from 'vitest';
import type { AskedTurn } from '../../domain/alignGeometry';
import type { Geometry } from '../../domain/geometry';
import { presetById } from '../../domain/presets';
import { writeNifti } from '../../io/writeNifti';
import { writeNpz } from '../../io/writeNpz';
import type { PredictionSource } from '../protocol';
import { readAlignedAnswer } from './readAlignedAnswer';
import { scoreCase } from './scoreCase';

const { scheme } = presetById('audit'); // WT 1,2,3 paints 3; TC 1,2 paints 2; ET 1 paints 1
const { signal } = new AbortController();
const grid: Geometry = {
  shape: [4, 1, 1],
  spacingMm: [1, 2, 3],
  affine: [1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1],
};
const labels = [0, 3, 2, 1];
const regions = [
  [0, 1, 1, 1],
  [0, 0, 1, 1],
  [0, 0, 0, 1],
];

function mapFile(path: string, values: number[], geometry = grid) {
  return { path, blob: new Blob([writeNifti({ voxels: Uint8Array.from(values), geometry })]) };
}

function map(path: string, values: number[], geometry = grid): PredictionSource {
  return { kind: 'label-map', file: mapFile(path, values, geometry) };
}

const reference = map('reference.nii', labels);

async function predictionOf(prediction: PredictionSource, askedTurn: AskedTurn | null = null) {
  const read = await readAlignedAnswer({ reference, prediction, scheme, askedTurn }, signal);
  if (!read.ok) return read.problem;
  const kinds = read.value.warnings.map(({ kind }) => kind);
  return { voxels: [...read.value.prediction.voxels], warnings: kinds };
}

function probabilities(values: number[][], shape = [values.length, 1, 1, 4]): PredictionSource {
  const npz = writeNpz({ probabilities: { shape, values: Float32Array.from(values.flat()) } });
  return { kind: 'probabilities', file: { path: 'case.npz', blob: new Blob([npz]) } };
}

describe('readAlignedAnswer', () => {
  test('paints probabilities by the scheme, present only where strictly above one half', async () => {
    expect(
      await predictionOf(
        probabilities([
          [0.5, 0.6, 1, 1],
          [0, 0.5, 0.9, 1],
          [0, 0, 0.5, 0.51],
        ]),
      ),
    ).toEqual({ voxels: labels, warnings: [] });
  });

  test('refuses probabilities on another grid or for other regions, naming both', async () => {
    expect(await predictionOf(probabilities(regions, [3, 1, 4, 1]))).toMatchObject({
      code: 'probabilities-shape',
      file: 'case.npz',
      facts: { shape: '1×4×1', otherShape: '4×1×1', otherFile: 'reference.nii' },
    });
    expect(await predictionOf(probabilities(regions.slice(1)))).toMatchObject({
      code: 'channel-count',
      facts: { channels: 2, regionCount: 3 },
    });
  });

  test('paints masks of regions by their names, in whatever order they come', async () => {
    const masks = ['ET', 'whole tumour', 'core'].map((region, index) => ({
      region,
      file: mapFile(`${region}.nii`, regions[[2, 0, 1][index]]),
    }));
    expect(await predictionOf({ kind: 'region-masks', masks })).toEqual({ voxels: labels, warnings: [] });
    expect(await predictionOf({ kind: 'region-masks', masks: masks.slice(1) })).toMatchObject({
      code: 'region-masks-mismatch',
      facts: { found: 'whole tumour, core', needed: 'whole_tumor, tumor_core, enhancing_tumor' },
    });
  });

  test('takes masks of single labels as they are', async () => {
    const masks = ['NEC', 'label_3', 'ENH'].map((region) => ({
      region,
      file: mapFile(
        `${region}.nii`,
        labels.map((value) => (value === { NEC: 2, label_3: 3, ENH: 1 }[region] ? 255 : 0)),
      ),
    }));
    expect(await predictionOf({ kind: 'region-masks', masks })).toEqual({ voxels: labels, warnings: [] });
  });

  test('refuses masks that all lie on grids of their own, naming two files', async () => {
    const masks = ['WT', 'TC', 'ET'].map((region, index) => {
      const length = 4 - index;
      const values = Array.from({ length }, () => 1);
      return { region, file: mapFile(`${region}.nii`, values, { ...grid, shape: [length, 1, 1] }) };
    });
    expect(await predictionOf({ kind: 'region-masks', masks })).toMatchObject({
      code: 'grid-mismatch',
      file: 'TC.nii',
      facts: { otherFile: 'WT.nii' },
    });
  });

  test('paints the channels of a 4D file in declared order', async () => {
    const voxels = Float32Array.from(regions.flat());
    const blob = new Blob([writeNifti({ voxels, geometry: grid, channels: 3 })]);
    expect(await predictionOf({ kind: 'channels', file: { path: 'case.nii', blob } })).toEqual({
      voxels: labels,
      warnings: [],
    });
  });

  test('turns a flipped map to the reference, and says so', async () => {
    const flipped = { ...grid, affine: [-1, 0, 0, 3, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1] };
    expect(await predictionOf(map('flipped.nii', labels.toReversed(), flipped))).toEqual({
      voxels: labels,
      warnings: ['reoriented'],
    });
  });

  test('compares maps that headers place apart by voxel, and turns them only when asked', async () => {
    const apart = { ...grid, affine: [-1, 0, 0, 50, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1] };
    const prediction = map('apart.nii', labels, apart);
    expect(await predictionOf(prediction)).toEqual({ voxels: labels, warnings: ['headers-apart'] });
    expect(await predictionOf(prediction, 'by-header')).toEqual({
      voxels: labels.toReversed(),
      warnings: ['headers-apart', 'reoriented'],
    });
  });
});

describe('what files say doubtfully', () => {
  test('is told of every mask and of channels as it is of a label map', async () => {
    const wide: Geometry = { ...grid, spacingMm: [400, 2, 3], affine: grid.affine.with(0, 400) };
    const masks = ['WT', 'TC', 'ET'].map((region, index) => ({
      region,
      file: mapFile(`${region}.nii`, regions[index], wide),
    }));
    const channels = writeNifti({ voxels: Uint8Array.from(regions.flat()), geometry: wide, channels: 3 });
    const said = async (prediction: PredictionSource) => {
      const read = await readAlignedAnswer({ reference, prediction, scheme }, signal);
      if (!read.ok) throw new Error(read.problem.code);
      return read.value.warnings.flatMap(({ kind, file }) => (kind === 'unusual-edge' ? [file] : []));
    };
    expect(await said({ kind: 'region-masks', masks })).toEqual(['WT.nii', 'TC.nii', 'ET.nii']);
    const file = { path: 'all.nii', blob: new Blob([channels]) };
    expect(await said({ kind: 'channels', file })).toEqual(['all.nii']);
  });
});

describe('scoreCase', () => {
  const context = { signal, report: () => undefined };

  test('a file that cannot be used fails its own pair, the others are scored', async () => {
    const broken: PredictionSource = { kind: 'label-map', file: { path: 'empty.nii', blob: new Blob([]) } };
    const predictions = [
      { model: 'broken', source: broken },
      { model: 'good', source: map('good.nii', [0, 3, 3, 1]) },
    ];
    const response = await scoreCase({ caseId: 'one', reference, predictions, scheme }, context);
    expect(response.failures).toMatchObject([
      { model: 'broken', problem: { code: 'empty-file', file: 'empty.nii' } },
    ]);
    expect(response.results).toMatchObject([
      { model: 'good', prediction: { file: 'good.nii' }, confusion: { labels: [0, 1, 2, 3] } },
    ]);
  });

  test('a broken reference fails every model with the name of the reference', async () => {
    const broken: PredictionSource = {
      kind: 'label-map',
      file: { path: 'broken.nii', blob: new Blob(['not a NIfTI file'.repeat(40)]) },
    };
    const predictions = [{ model: 'good', source: map('good.nii', labels) }];
    const response = await scoreCase({ caseId: 'one', reference: broken, predictions, scheme }, context);
    expect(response.failures).toMatchObject([{ problem: { code: 'not-nifti', file: 'broken.nii' } }]);
  });

  test('reads a map whose voxels lie in a file of their own', async () => {
    const whole = writeNifti({ voxels: Uint8Array.from(labels), geometry: grid });
    const header = whole.slice(0, 348);
    header.set([0x6e, 0x69, 0x31], 344); // "ni1"
    new DataView(header.buffer).setFloat32(108, 0, true);
    const file = { path: 'pair.hdr', blob: new Blob([header]), companion: new Blob([whole.slice(352)]) };
    const predictions = [{ model: 'pair', source: { kind: 'label-map' as const, file } }];
    const { results } = await scoreCase({ caseId: 'one', reference, predictions, scheme }, context);
    expect(results).toMatchObject([{ prediction: { file: 'pair.hdr', bytes: 352 } }]);
  });
});
