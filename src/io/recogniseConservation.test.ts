import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recogniseCohort } from './recogniseCohort';

const folder = fc.constantFrom(
  'imagesTr',
  'labelsTr',
  'labels',
  'gt',
  'masks',
  'predictions',
  'predictions_a',
  'fold_0',
  'validation',
  'crossval_results_folds_0_1',
  'postprocessed',
  'WT',
  'TC',
  'softmax',
  'c_1',
  'anna',
  'Müller 三',
  'trainer__plans__3d',
  '__MACOSX',
  'p1',
  'segmentations',
  'ses-01',
  'anat',
);
const stem = fc.constantFrom(
  'c_1',
  'c_2',
  'c_1_0000',
  'c_1_seg',
  'c_1_t1c',
  'c_1_pred',
  'c_1_WT',
  'c_1_TC',
  'seg',
  'p1',
  'label1',
  'img01',
  'volume-1',
  'segmentation-1',
  'imaging',
  'aggregated_MAJ_seg',
  'aggregated_OR_seg',
  'c_1_rater1',
  'c_1_lesion-manual-rater2',
  'W39_Segm',
  'odd',
  'a',
  '1',
);
const ending = fc.constantFrom(
  '.nii.gz',
  '.nii',
  '.npz',
  '.hdr',
  '.img',
  '.mhd',
  '.raw',
  '.json',
  '.pkl',
  '.txt',
  '',
);
const path = fc
  .tuple(fc.array(folder, { maxLength: 4 }), stem, ending)
  .map(([folders, name, end]) => [...folders, name + end].join('/'));

it('never loses a file and never uses one twice, whatever the names are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 40 }), (paths) => {
      const found = recogniseCohort(
        paths.map((one) => ({ path: one, size: 1 })),
        new Map(),
      );
      const raws = found.cohort.cases.flatMap(({ referenceRaw, predictions }) => [
        referenceRaw,
        ...predictions.map(({ raw }) => raw),
      ]);
      const used = [
        ...found.cohort.cases.flatMap(({ reference, images, predictions }) => [
          ...(reference === undefined ? [] : [reference]),
          ...images.map((image) => image.path),
          ...predictions.flatMap(({ labelMap }) => labelMap ?? []),
        ]),
        ...raws.flatMap((raw) => {
          if (!raw) return [];
          return raw.kind === 'region-masks' ? raw.masks.map((mask) => mask.path) : [raw.path];
        }),
        ...found.problems.filter(({ code }) => code === 'duplicate-case').map(({ file }) => file),
        ...found.cohort.unclaimed,
        ...[...found.companions.values()].map((companion) => companion.path),
        ...found.summaries.map((summary) => summary.path),
      ];
      expect(new Set(used).size).toBe(used.length);
      expect(used.length + found.hiddenCount + found.byProductCount).toBe(paths.length);
      expect(new Set(found.cohort.cases.map(({ id }) => id)).size).toBe(found.cohort.cases.length);
      expect(found.cohort.cases.every(({ id }) => id !== '')).toBe(true);
      expect(found.cohort.models.every((model) => model !== '')).toBe(true);
    }),
    {
      numRuns: 500,
      examples: [[['label1.nii.gz', 'c_1_WT.nii.gz', 'seg.nii.gz', 'c_1_TC.nii.gz']]],
    },
  );
});
