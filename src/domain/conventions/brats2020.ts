import { profiles } from '../profile';
import type { ConventionStructure, NamedConvention } from './convention';

/** The three regions that every BraTS challenge scores. */
export const tumorRegions: readonly ConventionStructure[] = [
  { name: 'WT', is: 'WT' },
  { name: 'TC', is: 'TC' },
  { name: 'ET', is: 'ET' },
];

const { bothEmptyDice, bothEmptyHd95Mm, oneEmptyHd95Mm } = profiles['brats-legacy'];

/** Whole structures with penalties, as BraTS scored them until 2021 (metrics.md §2). */
export const brats2020: NamedConvention = {
  name: 'brats-2020',
  title: 'BraTS 2020',
  year: 2020,
  source: {
    address:
      'https://github.com/MIC-DKFZ/nnUNet/blob/nnunetv1/nnunet/dataset_conversion/Task082_BraTS_2020.py',
    version: '1',
  },
  structures: tumorRegions,
  whole: {
    bothEmptyDice,
    hd95: { bothEmptyMm: bothEmptyHd95Mm, oneEmpty: oneEmptyHd95Mm },
    nsd: null,
  },
  lesions: null,
  mean: 'of-all-cases',
  missingFile: null,
  quirks: ['both-empty-is-perfect', 'penalty-from-image-size'],
};
