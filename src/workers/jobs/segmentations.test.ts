import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Geometry } from '../../domain/geometry';
import { voxelToMm } from '../../domain/geometry';
import type { LabelScheme } from '../../domain/labelScheme';
import { writeNifti } from '../../io/writeNifti';
import { writeNpz } from '../../io/writeNpz';
import type { PredictionSource, RawSource, VerifyCaseRequest } from '../protocol';
import { countValues } from './countValues';
import { readAlignedAnswer } from './readAlignedAnswer';
import { verifyCase } from './verifyCase';

const scheme: LabelScheme = {
  name: '',
  labels: [
    { value: 1, name: 'NCR/NETC' },
    { value: 2, name: 'ED/SNFH' },
    { value: 3, name: 'ET' },
  ],
  regions: [
    { name: 'whole_tumor', labels: [1, 2, 3] },
    { name: 'tumor_core', labels: [1, 3] },
    { name: 'enhancing_tumor', labels: [3] },
  ],
  regionsClassOrder: [2, 1, 3],
  ignoreLabel: null,
};

const shape: Geometry['shape'] = [6, 5, 4];
const count = 120;
const affine = [-1, 0, 0, 3, 0, -2, 0, 7, 0, 0, 3, -2, 0, 0, 0, 1];
const grid: Geometry = { shape, spacingMm: [1, 2, 3], affine };

interface Listed {
  name: string;
  value: number;
  layer?: number;
}

interface Recipe {
  segments: Listed[];
  layers: number[][];
  /** Of the whole grid: first voxel and lengths. */
  box?: { at: number[]; lengths: number[] };
  /** In millimetres, beside the place of the box. */
  shift?: number;
}

/** A .seg.nrrd as 3D Slicer writes it, of layers on the whole grid. */
function segNrrd({ segments, layers, box = { at: [0, 0, 0], lengths: shape }, shift = 0 }: Recipe): Blob {
  const data: number[] = [];
  for (let z = 0; z < box.lengths[2]; z++)
    for (let y = 0; y < box.lengths[1]; y++)
      for (let x = 0; x < box.lengths[0]; x++) {
        const voxel = box.at[0] + x + shape[0] * (box.at[1] + y + shape[1] * (box.at[2] + z));
        for (const layer of layers) data.push(layer[voxel]);
      }
  const [x, y, z] = voxelToMm(affine, box.at);
  const isLayered = layers.length > 1;
  const header = [
    'NRRD0004',
    'type: unsigned char',
    `dimension: ${isLayered ? 4 : 3}`,
    'space: left-posterior-superior',
    `sizes: ${isLayered ? `${layers.length} ` : ''}${box.lengths.join(' ')}`,
    `space directions: ${isLayered ? 'none ' : ''}(1,0,0) (0,2,0) (0,0,3)`,
    `kinds: ${isLayered ? 'list ' : ''}domain domain domain`,
    'encoding: gzip',
    `space origin: (${-x + shift},${-y},${z})`,
    'Segmentation_MasterRepresentation:=Binary labelmap',
    ...segments.flatMap(({ name, value, layer = 0 }, index) => [
      `Segment${index}_Name:=${name}`,
      `Segment${index}_LabelValue:=${value}`,
      `Segment${index}_Layer:=${layer}`,
    ]),
  ];
  return new Blob([`${header.join('\n')}\n\n`, new Uint8Array(gzipSync(Uint8Array.from(data)))]);
}

function nifti(labels: readonly number[]): PredictionSource {
  const blob = new Blob([writeNifti({ voxels: Uint8Array.from(labels), geometry: grid })]);
  return { kind: 'label-map', file: { path: 'ref.nii', blob } };
}

function segmentation(recipe: Recipe): PredictionSource {
  return { kind: 'label-map', file: { path: 'a.seg.nrrd', blob: segNrrd(recipe) } };
}

async function pairOf(reference: PredictionSource, prediction: PredictionSource) {
  return readAlignedAnswer({ reference, prediction, scheme }, new AbortController().signal);
}

async function read(recipe: Recipe) {
  const result = await pairOf(nifti(labels), segmentation(recipe));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const { prediction, warnings } = result.value;
  return { voxels: [...prediction.voxels], kinds: warnings.map(({ kind }) => kind) };
}

/** 0 around a box of labels 1 to 3. */
const labels = Array.from({ length: count }, (_, voxel) => {
  const [x, y, z] = [voxel % 6, Math.floor(voxel / 6) % 5, Math.floor(voxel / 30)];
  const isInside = x > 0 && x < 5 && y > 0 && y < 4 && z > 0 && z < 3;
  return isInside ? 1 + ((x + y + z) % 3) : 0;
});
const box = { at: [1, 1, 1], lengths: [4, 3, 2] };

const maskOf = (values: number[]) => labels.map((label) => (values.includes(label) ? 1 : 0));
const layers = scheme.regions.map((region) => maskOf(region.labels));
const spelled = [
  ['NCR', 'NETC', 'ncr/netc'],
  ['ED', 'SNFH', 'ed'],
  ['ET', 'Enhancing Tumour', 'enhancing_tumor'],
];

describe('a segmentation that names its structures', () => {
  it('is what its names say, whatever values, order and box it has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
        fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.boolean(),
        async (values, names, order, isCut) => {
          const segments = order.map((label) => ({
            name: spelled[label][names[label]],
            value: values[label],
          }));
          const layer = labels.map((label) => (label === 0 ? 0 : values[label - 1]));
          const { voxels, kinds } = await read({ segments, layers: [layer], ...(isCut ? { box } : {}) });
          expect(voxels).toEqual(labels);
          const isRenumbered = values.some((value, index) => value !== index + 1);
          expect(kinds).toEqual(isRenumbered ? ['segments-renumbered'] : []);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is its regions by name where they overlap in layers, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.boolean(),
        async (order, isCut) => {
          const segments = order.map((region, layer) => ({
            name: scheme.regions[region].name,
            value: 1,
            layer,
          }));
          const recipe = { segments, layers: order.map((region) => layers[region]) };
          const { voxels, kinds } = await read({ ...recipe, ...(isCut ? { box } : {}) });
          expect({ voxels, kinds }).toEqual({ voxels: labels, kinds: [] });
        },
      ),
      { numRuns: 12 },
    );
  });

  it('goes by nesting where no name says anything, and says so', async () => {
    const segments = ['one', 'two', 'three'].map((name, layer) => ({ name, value: 1, layer }));
    const { voxels, kinds } = await read({ segments, layers: [layers[1], layers[2], layers[0]] });
    expect({ voxels, kinds }).toEqual({ voxels: labels, kinds: ['segments-unnamed'] });
    const values = ['one', 'two', 'three'].map((name, index) => ({ name, value: index + 1 }));
    expect(await read({ segments: values, layers: [labels] })).toEqual({
      voxels: labels,
      kinds: ['segments-unnamed'],
    });
  });

  it('says where names and voxels contradict each other', async () => {
    const segments = ['tumor_core', 'whole_tumor'].map((name, layer) => ({ name, value: 1, layer }));
    const { kinds } = await read({ segments, layers: [layers[0], layers[2]] });
    expect(kinds).toEqual(['segments-contradict']);
  });

  it('is refused where a name would have to be guessed, or two labels share voxels', async () => {
    const unclear = [
      { name: 'ED', value: 1 },
      { name: 'something', value: 2 },
    ];
    const layered = [
      { name: 'whole_tumor', value: 1, layer: 0 },
      { name: 'something', value: 1, layer: 1 },
    ];
    const sharing = ['ED', 'NCR'].map((name, layer) => ({ name, value: 1, layer }));
    for (const [recipe, code] of [
      [{ segments: unclear, layers: [labels] }, 'segments-unclear'],
      [{ segments: layered, layers: [layers[0], layers[1]] }, 'segments-unclear'],
      [{ segments: sharing, layers: [layers[0], layers[1]] }, 'segments-overlap'],
    ] as const) {
      const result = await pairOf(
        nifti(labels),
        segmentation({ ...recipe, layers: [...recipe.layers], segments: [...recipe.segments] }),
      );
      expect(result).toMatchObject({ problem: { code } });
    }
  });

  it('of nothing is an empty prediction or reference', async () => {
    const nothing = segmentation({
      segments: [],
      layers: [labels.map(() => 0)],
      box: { at: [0, 0, 0], lengths: [1, 1, 1] },
    });
    const predicted = await pairOf(nifti(labels), nothing);
    expect(predicted.ok && predicted.value.prediction.values).toEqual([{ value: 0, count }]);
    const referred = await pairOf(nothing, nifti(labels));
    expect(referred.ok && [...referred.value.prediction.voxels]).toEqual(labels);
    expect(referred.ok && referred.value.reference.values).toEqual([{ value: 0, count }]);
  });

  it('as a reference is pasted onto the grid of the prediction, and two meet on a grid that holds both', async () => {
    const segments = spelled.map(([name], index) => ({ name, value: index + 1 }));
    const cut = segmentation({ segments, layers: [labels], box });
    const first = await pairOf(cut, nifti(labels));
    expect(first.ok && [...first.value.reference.voxels]).toEqual(labels);
    const [left, right] = [1, 2].map((x) => {
      return segmentation({ segments, layers: [labels], box: { at: [x, 1, 1], lengths: [3, 3, 2] } });
    });
    const second = await pairOf(left, right);
    if (!second.ok) throw new Error(JSON.stringify(second.problem));
    const { reference, prediction } = second.value;
    expect(reference.geometry.shape).toEqual([4, 3, 2]);
    expect(prediction.geometry).toEqual(reference.geometry);
    const seen = [reference, prediction].map(({ voxels }) => Array.from(voxels));
    expect(seen.map((voxels) => voxels.filter((value) => value !== 0).length)).toEqual([18, 18]);
    const apart = seen[0].filter((value, voxel) => value * seen[1][voxel] !== 0 && value !== seen[1][voxel]);
    expect(apart).toEqual([]);
  });

  it('is never resampled: a shift by part of a voxel or a voxel beyond the grid is refused', async () => {
    const segments = spelled.map(([name], index) => ({ name, value: index + 1 }));
    for (const shift of [0.4, 40]) {
      const result = await pairOf(nifti(labels), segmentation({ segments, layers: [labels], box, shift }));
      expect(result).toMatchObject({ problem: { code: 'grid-mismatch' } });
    }
  });
});

it('tells the names that it gives its values before a scheme is chosen', async () => {
  const segments = [{ name: 'Edema', value: 2 }];
  const { signal } = new AbortController();
  const sources = [segmentation({ segments, layers: [labels] })];
  const { files } = await countValues({ sources }, { signal, report: () => {} });
  expect(files[0].map(({ value, name }) => [value, name])).toEqual([
    [1, undefined],
    [2, 'Edema'],
    [3, undefined],
  ]);
});

describe('a reconstruction beside segmentations that were cut to their box', () => {
  // Numbered unlike the scheme, so that only their names say what they are.
  const segments = ['ET', 'ED', 'NCR'].map((name, index) => ({ name, value: index + 1 }));
  const layer = labels.map((label) => [0, 3, 2, 1][label]);
  const whole = {
    kind: 'label-map' as const,
    file: { path: 'a.seg.nrrd', blob: segNrrd({ segments, layers: [layer] }) },
  };
  const cut = {
    kind: 'label-map' as const,
    file: { path: 'b.seg.nrrd', blob: segNrrd({ segments, layers: [layer], box }) },
  };
  const probabilities: RawSource = {
    kind: 'probabilities',
    file: {
      path: 'a.npz',
      blob: new Blob([
        writeNpz({
          probabilities: { shape: [3, ...shape.toReversed()], values: Float32Array.from(layers.flat()) },
        }),
      ]),
    },
  };
  const masks: RawSource = {
    kind: 'region-masks',
    masks: scheme.regions.map(({ name }, index) => ({
      region: name,
      file: {
        path: `${name}.nii`,
        blob: new Blob([writeNifti({ voxels: Uint8Array.from(layers[index]), geometry: grid })]),
      },
    })),
  };
  const verify = (request: Pick<VerifyCaseRequest, 'reference' | 'labelMap' | 'raw'>) =>
    verifyCase({ ...request, scheme }, { signal: new AbortController().signal, report: () => {} });

  it.each([
    ['the saved map', nifti(labels), cut, probabilities],
    ['the reference', cut, whole, probabilities],
    ['both, beside masks', cut, cut, masks],
    ['the saved map, without a reference', null, cut, masks],
  ])('is checked on the whole grid: %s', async (_, reference, saved, raw) => {
    const { summary, findings } = await verify({ reference, labelMap: saved.file, raw });
    expect(summary?.verdict).toBe('identical');
    expect(findings.voxels).toBe(count);
    const counts = findings.scores?.painted.map(({ counts: { tp, fp, fn } }) => [tp, fp, fn]);
    const sizes = scheme.regions.map(
      ({ labels: inside }) => labels.filter((label) => inside.includes(label)).length,
    );
    if (reference) expect(counts?.slice(0, 3)).toEqual(sizes.map((size) => [size, 0, 0]));
  });

  it('is refused where nothing says where the box lies', async () => {
    await expect(verify({ reference: cut, labelMap: cut.file, raw: probabilities })).rejects.toMatchObject({
      problem: { code: 'probabilities-shape' },
    });
  });
});
