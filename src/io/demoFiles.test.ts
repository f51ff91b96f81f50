import { describe, expect, it } from 'vitest';
import { type DemoCaseContent, demoDatasetFile, demoFiles } from './demoFiles';
import { readLabelMap } from './readLabelMap';
import { readProbabilities } from './readProbabilities';
import { jsonPathsToRead, recogniseCohort } from './recogniseCohort';

const voxels = Uint8Array.from({ length: 24 }, (_, voxel) => voxel % 4);
const probabilities = [0, 1, 2].map((region) =>
  Float32Array.from(voxels, (value) => (value > region ? 0.75 : 0.25)),
);
const content: DemoCaseContent = {
  id: 'DEMO-001',
  geometry: {
    shape: [2, 3, 4],
    spacingMm: [1.75, 1.75, 1.75],
    affine: [1.75, 0, 0, -83, 0, 1.75, 0, -97, 0, 0, 1.75, -61, 0, 0, 0, 1],
  },
  images: [{ voxels: new Int16Array(24) }, { voxels: new Int16Array(24) }],
  reference: voxels,
  predictions: [
    { model: 'region-trained', labelMap: voxels, probabilities },
    { model: 'label-trained', labelMap: voxels },
  ],
};
const dataset = {
  channelNames: ['T1c', 'FLAIR'],
  regions: [
    { name: 'whole_tumor', labels: [1, 2, 3] },
    { name: 'tumor_core', labels: [2, 3] },
    { name: 'enhancing_tumor', labels: [3] },
  ],
  regionsClassOrder: [1, 2, 3],
  caseCount: 1,
};

describe('demoFiles', () => {
  it('makes a folder that is recognised as any dropped one', async () => {
    const files = [...(await demoFiles(content, 'demo')), demoDatasetFile(dataset, 'demo')];
    const entries = files.map(({ path, blob }) => ({ path, size: blob.size }));
    const texts = new Map<string, string>();
    for (const path of jsonPathsToRead(entries)) {
      texts.set(path, (await files.find((file) => file.path === path)?.blob.text()) ?? '');
    }
    const { cohort, problems, isGuess } = recogniseCohort(entries, texts);
    expect(problems).toEqual([]);
    expect(isGuess).toBe(false);
    expect(cohort.unclaimed).toEqual([]);
    expect([...cohort.models].sort()).toEqual(['label-trained', 'region-trained']);
    expect(cohort.scheme?.regions).toEqual(dataset.regions);
    expect(cohort.scheme?.regionsClassOrder).toEqual([1, 2, 3]);
    expect(cohort.cases).toHaveLength(1);
    expect(cohort.cases[0].id).toBe('DEMO-001');
    expect(cohort.cases[0].images.map(({ name }) => name)).toEqual(['T1c', 'FLAIR']);
    const raw = cohort.cases[0].predictions.find(({ model }) => model === 'region-trained')?.raw;
    expect(raw).toEqual({ kind: 'probabilities', path: 'demo/predictions_region-trained/DEMO-001.npz' });
    expect(cohort.cases[0].reference).toBe('demo/labelsTr/DEMO-001.nii.gz');
  });

  it('writes label maps that are read back as they were', async () => {
    const files = await demoFiles(content, 'demo');
    const file = files.find(({ path }) => path === 'demo/predictions_label-trained/DEMO-001.nii.gz');
    const read = await readLabelMap({ path: file?.path ?? '', blob: file?.blob ?? new Blob() });
    expect(read).toMatchObject({ ok: true, value: { voxels, geometry: content.geometry } });
  });

  it('writes the probabilities of the model that has them, beside its label map', async () => {
    const files = await demoFiles(content, 'demo');
    const zips = files.filter(({ path }) => path.endsWith('.npz'));
    expect(zips.map(({ path }) => path)).toEqual(['demo/predictions_region-trained/DEMO-001.npz']);
    const read = await readProbabilities({ path: zips[0].path, blob: zips[0].blob });
    expect(read).toEqual({ ok: true, value: { shape: [2, 3, 4], regions: probabilities } });
  });
});
