import { voxelVolumeMl } from '../domain/geometry';
import { type LabelScheme, pairsOf, type Structure, structuresOf } from '../domain/labelScheme';
import type { ProfileName } from '../domain/profile';
import type { CaseScores, PairResult } from '../domain/results';
import { gapAccount } from './gapAccount';
import { countsOf, overlapScores } from './overlap';

/** Every overlap score and gap account of one case and model: arithmetic on its joint histogram only. */
export function caseScores(result: PairResult, scheme: LabelScheme, profile: ProfileName): CaseScores {
  const voxelMl = voxelVolumeMl(result);
  const overlapOf = ({ labels }: Structure) =>
    overlapScores(countsOf(result.confusion, labels, scheme.ignoreLabel), voxelMl, profile);
  return {
    result,
    structures: structuresOf(scheme).map((structure) => ({ structure, overlap: overlapOf(structure) })),
    pairs: pairsOf(scheme).map((pair) => ({
      pair,
      region: overlapOf(pair.region),
      label: overlapOf(pair.label),
      account: gapAccount(result.confusion, pair, scheme.ignoreLabel),
    })),
  };
}
