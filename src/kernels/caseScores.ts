import { defaultTauMm, largestTauMm, voxelsWithin } from '../domain/contourShift';
import { voxelVolumeMl } from '../domain/geometry';
import {
  type LabelScheme,
  maskKey,
  pairKey,
  pairsOf,
  type Structure,
  structuresOf,
} from '../domain/labelScheme';
import { isSameCounting, type LesionProfileName } from '../domain/lesions';
import { type CaseMeasures, lesionKey } from '../domain/measures';
import type { BoundarySplit, CaseScores, Convention, PairResult } from '../domain/results';
import { gapAccount } from './gapAccount';
import { lesionTotals } from './lesionTotals';
import { countsOf, overlapScores } from './overlap';
import { surfaceScoresUnder } from './surfaceScoresUnder';

/**
 * Every score of one case and model under a convention: arithmetic on its joint histogram and on what was
 * measured. What `measures` lacks, or holds for another ignore label, is null.
 */
export function caseScores(
  result: PairResult,
  scheme: LabelScheme,
  convention: Convention,
  measures: CaseMeasures | null = null,
): CaseScores {
  const { profile, lesionProfile } = convention;
  const voxelMl = voxelVolumeMl(result);
  const tauMm = convention.tauMm ?? defaultTauMm(result.spacingMm);
  const known = measures?.ignoreLabel === scheme.ignoreLabel ? measures : null;
  const isTauKnown =
    tauMm <= largestTauMm && (known === null || known.onlyTauMm === null || known.onlyTauMm === tauMm);
  const overlapOf = ({ labels }: Structure) =>
    overlapScores(countsOf(result.confusion, labels, scheme.ignoreLabel), voxelMl, profile);
  return {
    result,
    measures: known,
    convention,
    tauMm,
    structures: structuresOf(scheme).map((structure) => {
      const surface = known?.surfaces[maskKey(structure.labels)];
      return {
        structure,
        overlap: overlapOf(structure),
        surface: surface ? surfaceScoresUnder(surface, profile, tauMm, isTauKnown) : null,
        lesions: lesionScoresOf(known, structure, lesionProfile),
      };
    }),
    pairs: pairsOf(scheme).map((pair) => {
      const distances = known?.pairs[pairKey(pair)] ?? null;
      return {
        pair,
        region: overlapOf(pair.region),
        label: overlapOf(pair.label),
        account: gapAccount(result.confusion, pair, scheme.ignoreLabel),
        distances,
        boundary: distances && isTauKnown ? boundarySplit(distances.boundary, tauMm) : null,
      };
    }),
  };
}

function lesionScoresOf(
  measures: CaseMeasures | null,
  { labels }: Structure,
  profile: LesionProfileName,
): CaseScores['structures'][number]['lesions'] {
  const measure = measures?.lesions[lesionKey(labels, profile)];
  if (!measure || (measure.totals && !isSameCounting(measure.totals.profile, profile))) return null;
  return lesionTotals(measure, profile);
}

function boundarySplit(
  { shared, child, relieved }: CaseMeasures['pairs'][string]['boundary'],
  tauMm: number,
): BoundarySplit {
  return {
    tauMm,
    shared: voxelsWithin(shared, tauMm),
    child: voxelsWithin(child, tauMm),
    relieved: voxelsWithin(relieved, tauMm),
  };
}
