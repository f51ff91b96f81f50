import { type LesionProfileName, lesionProfiles, missedHd95Mm } from '../lesions';
import { tumorRegions } from './brats2020';
import type { NamedConvention } from './convention';

/** Lesion-wise scores of 2023 (metrics.md §4). */
function brats2023(challenge: string, profile: LesionProfileName): NamedConvention {
  const { dilations, thresholdMm3 } = lesionProfiles[profile];
  return {
    name: `brats-2023-${challenge.toLowerCase()}`,
    title: `BraTS 2023 ${challenge}`,
    year: 2023,
    source: { address: 'https://github.com/rachitsaluja/BraTS-2023-Metrics', version: '2023' },
    structures: tumorRegions,
    whole: { bothEmptyDice: 1, hd95: { bothEmptyMm: 0, oneEmpty: missedHd95Mm }, nsd: null },
    lesions: {
      kind: 'dilated',
      dilations,
      isPredictionMerged: false,
      smallAtMost: thresholdMm3,
      removedBy: null,
      mergedBy: {},
      isFalsePositiveCharged: true,
      penalty: missedHd95Mm,
      nsdTausMm: [],
      isWholeHd95OfNumbers: false,
    },
    mean: 'of-all-cases',
    missingFile: null,
    quirks: ['both-empty-is-perfect', 'every-speck-is-charged', 'small-found-is-forgiven'],
  };
}

export const brats2023Gli = brats2023('GLI', 'gli-2023');
export const brats2023Ssa = brats2023('SSA', 'ssa-2023');
export const brats2023Ped = brats2023('PED', 'ped-2023');
export const brats2023Men = brats2023('MEN', 'men-2023');
export const brats2023Met = brats2023('MET', 'met-2023');
