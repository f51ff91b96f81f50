import { tumorRegions } from './brats2020';
import type { DilatedMatching, NamedConvention, QuirkKey } from './convention';

const tausMm = [0.5, 1];

type Own = Pick<NamedConvention, 'structures'> &
  Pick<DilatedMatching, 'dilations' | 'smallAtMost' | 'penalty'> &
  Partial<DilatedMatching> & { quirks?: readonly QuirkKey[] };

/** Lesion-wise scores of 2024, with surface Dice (metrics.md §8); each challenge says what is its own. */
function brats2024(challenge: string, { structures, quirks = [], ...own }: Own): NamedConvention {
  const { penalty } = own;
  return {
    name: `brats-2024-${challenge.toLowerCase()}`,
    title: `BraTS 2024 ${challenge}`,
    year: 2024,
    source: { address: 'https://github.com/rachitsaluja/BraTS-2024-Metrics', version: '2025-07-15' },
    structures,
    whole: {
      bothEmptyDice: 1,
      hd95: { bothEmptyMm: 0, oneEmpty: penalty },
      nsd: { of: 'border-voxels', tausMm },
    },
    lesions: {
      kind: 'dilated',
      isPredictionMerged: true,
      removedBy: 'voxels',
      mergedBy: {},
      isFalsePositiveCharged: true,
      nsdTausMm: tausMm,
      isWholeHd95OfNumbers: true,
      ...own,
    },
    mean: 'of-all-cases',
    missingFile: null,
    quirks: ['both-empty-is-perfect', ...quirks],
  };
}

const ofTwoUnits: QuirkKey[] = ['sizes-in-two-units', 'whole-hd95-of-numbers'];

export const brats2024Gli = brats2024('GLI', {
  structures: [
    { name: 'WT', is: 'WT' },
    { name: 'TC', is: 'TC' },
    { name: 'NETC', is: 'NETC', dilations: 5 },
    { name: 'SNFH', is: 'SNFH' },
    { name: 'ET', is: 'ET', smallAtMost: 10 },
    { name: 'RC', is: 'RC', dilations: 5 },
  ],
  dilations: 3,
  smallAtMost: 20,
  penalty: 337,
  mergedBy: {
    NETC: ['ET', 'RC'],
    ET: ['NETC', 'RC'],
    RC: ['ET', 'NETC'],
    SNFH: ['ET', 'RC', 'NETC'],
  },
  quirks: [...ofTwoUnits, 'snfh-dilated-three-times'],
});

export const brats2024Ssa = brats2024('SSA', {
  structures: tumorRegions,
  dilations: 3,
  smallAtMost: 50,
  penalty: 374,
  mergedBy: { ET: ['NETC'] },
  quirks: ofTwoUnits,
});

export const brats2024Ped = brats2024('PED', {
  structures: [
    ...tumorRegions,
    { name: 'NETC', is: 'NETC' },
    { name: 'CC', is: 'CC' },
    { name: 'ED', is: 'SNFH' },
  ],
  dilations: 5,
  smallAtMost: 10,
  penalty: 374,
  quirks: ofTwoUnits,
});

export const brats2024Met = brats2024('MET', {
  structures: [...tumorRegions, { name: 'RC', is: 'RC' }],
  dilations: 1,
  smallAtMost: 2,
  penalty: 'voxel-diagonal',
  mergedBy: { ET: ['NETC'] },
  quirks: [...ofTwoUnits, 'penalty-from-image-size'],
});

export const brats2024Men = brats2024('MEN', {
  structures: tumorRegions,
  dilations: 1,
  smallAtMost: 50,
  penalty: 374,
  isPredictionMerged: false,
  removedBy: null,
  isWholeHd95OfNumbers: false,
  quirks: ['every-speck-is-charged', 'small-found-is-forgiven'],
});

export const brats2024MenRt = brats2024('MEN-RT', {
  structures: [{ name: 'GTV', is: 'GTV' }],
  dilations: 1,
  smallAtMost: 50,
  penalty: 'voxel-diagonal',
  removedBy: 'mm3',
  isFalsePositiveCharged: false,
  quirks: ['whole-hd95-of-numbers', 'false-positives-are-free', 'penalty-from-image-size'],
});
