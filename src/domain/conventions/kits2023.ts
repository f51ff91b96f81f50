import type { NamedConvention } from './convention';

/** Hierarchical classes with a surface Dice at the tolerance of each (metrics.md §10). */
export const kits2023: NamedConvention = {
  name: 'kits-2023',
  title: 'KiTS 2023',
  year: 2023,
  source: { address: 'https://github.com/neheller/kits23', version: '2026-05-13' },
  structures: [
    { name: 'kidney_and_mass', is: 'kidney-and-mass', tausMm: [1.0330772532390826] },
    { name: 'mass', is: 'mass', tausMm: [1.1328796488598762] },
    { name: 'tumor', is: 'kidney-tumor', tausMm: [1.1498198361434828] },
  ],
  whole: { bothEmptyDice: 1, hd95: null, nsd: { of: 'surface-elements', tausMm: [] } },
  lesions: null,
  mean: 'of-all-cases',
  missingFile: null,
  quirks: ['both-empty-is-perfect', 'spacing-of-prediction', 'missing-file-unnoticed'],
};
