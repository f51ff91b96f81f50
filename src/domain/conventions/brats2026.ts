import type { ConventionStructure, NamedConvention, OneToOneMatching } from './convention';

const infiniteHd95Mm = 373;

const programs = {
  package: { address: 'https://github.com/BraTS/BraTS_evaluation', version: '2026-05-27' },
  live: { address: 'https://github.com/Sage-Bionetworks-Challenges/brats-infra', version: '2026-07-22' },
};

/** Lesions matched one to one by panoptica (metrics.md §9), as the challenge's parser reports them. */
function brats2026(
  challenge: string,
  structures: readonly ConventionStructure[],
  small: OneToOneMatching['small'] = null,
  program: keyof typeof programs = 'package',
): NamedConvention {
  return {
    name: `brats-2026-${challenge.toLowerCase()}`,
    title: `BraTS 2026 ${challenge}`,
    year: 2026,
    source: programs[program],
    structures,
    whole: null,
    lesions: { kind: 'one-to-one', leastDice: 1e-6, infiniteHd95Mm, isSpacingReversed: true, small },
    mean: 'leaves-out-missing',
    missingFile: { dice: 0, hd95Mm: infiniteHd95Mm },
    quirks: [
      'misses-leave-the-mean',
      'spacing-on-wrong-axes',
      'global-in-voxels',
      'unknown-label-drops-the-case',
      ...(small ? (['small-false-positives-of-any-size'] as const) : []),
    ],
  };
}

const SNFH: ConventionStructure = { name: 'snfh', is: 'SNFH' };
const ET: ConventionStructure = { name: 'et', is: 'ET' };
const NETC: ConventionStructure = { name: 'netc', is: 'NETC' };
const RC: ConventionStructure = { name: 'rc', is: 'RC' };
const CC: ConventionStructure = { name: 'cc', is: 'CC' };
const ED: ConventionStructure = { name: 'ed', is: 'SNFH' };
const TC: ConventionStructure = { name: 'tc', is: 'TC' };
const WT: ConventionStructure = { name: 'wt', is: 'WT' };
const GTV: ConventionStructure = { name: 'gtv', is: 'GTV' };

export const brats2026Gli = brats2026('GLI', [SNFH, ET, NETC, RC, TC, WT]);
export const brats2026Ped = brats2026('PED', [ET, NETC, CC, ED, TC, WT]);
export const brats2026Met = brats2026('MET', [ET, RC, TC, WT], { belowMm3: 20, leastDice: 0.1 });
export const brats2026MetLive = brats2026(
  'MET-live',
  [ET, RC, TC, WT],
  { belowMm3: 27, leastDice: 0.2 },
  'live',
);
export const brats2026Goat = brats2026('GoAT', [ET, TC, WT]);
export const brats2026MenPre = brats2026('MEN-pre', [ET, TC, WT]);
export const brats2026MenRt = brats2026('MEN-RT', [GTV]);
