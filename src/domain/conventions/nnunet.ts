import type { NamedConvention } from './convention';

/** nnU-Net's own evaluation, metrics.md §2. */
export const nnunet: NamedConvention = {
  name: 'nnunet',
  title: 'nnU-Net',
  year: 2020,
  source: {
    address: 'https://github.com/MIC-DKFZ/nnUNet/blob/master/nnunetv2/evaluation/evaluate_predictions.py',
    version: '2',
  },
  structures: 'of-the-scheme',
  whole: { bothEmptyDice: Number.NaN, hd95: null, nsd: null },
  lesions: null,
  mean: 'leaves-out-missing',
  missingFile: null,
  quirks: ['mean-leaves-out-both-empty'],
};
