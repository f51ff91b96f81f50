import { voxelVolumeMl } from '../domain/geometry';
import { type LabelScheme, pairsOf, structuresOf } from '../domain/labelScheme';
import type { ProfileName } from '../domain/profile';
import type { CaseScores, PairResult } from '../domain/results';
import { gapAccount } from './gapAccount';
import { countsOf, overlapScores } from './overlap';

/** Every overlap score and gap account of one case and model: arithmetic on its joint histogram only. */
export function caseScores(result: PairResult, scheme: LabelScheme, profile: ProfileName): CaseScores {
  const voxelMl = voxelVolumeMl(result);
  return {
    result,
    structures: structuresOf(scheme).map((structure) => ({
      structure,
      overlap: overlapScores(
        countsOf(result.confusion, structure.labels, scheme.ignoreLabel),
        voxelMl,
        profile,
      ),
    })),
    pairs: pairsOf(scheme).map((pair) => ({
      pair,
      account: gapAccount(result.confusion, pair, scheme.ignoreLabel),
    })),
  };
}
