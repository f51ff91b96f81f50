import { voxelVolumeMl } from './geometry';
import { type Structure, structureKey } from './labelScheme';
import type { CaseScores, PairScores } from './results';

/** What one model did with one structure of one case, in measures that need no explanation. */
export interface SceneFacts {
  structure: Structure;
  referenceMl: number;
  predictionMl: number;
  missedMl: number;
  extraMl: number;
  /** null while lesions are not measured. */
  lesions: { found: number; missed: number; extra: number } | null;
  /** The equivalent contour shift (METRICS.md §6); null where it is not measured or does not exist. */
  shiftMm: number | null;
  dice: number;
  /** The gap that the structure is a part of; null for one that no pair holds. */
  gap: PairScores | null;
}

/** The facts of a structure (structureKey), of the scheme's first when the key names none of them. */
export function sceneFactsOf(scores: CaseScores, key: string | null): SceneFacts | null {
  const { structures, pairs, result } = scores;
  const found = structures.find(({ structure }) => structureKey(structure) === key) ?? structures[0];
  if (!found) return null;
  const { structure, overlap, lesions } = found;
  const own = structureKey(structure);
  const gap =
    pairs.find(({ pair }) => structureKey(pair.region) === own || structureKey(pair.label) === own) ?? null;
  const voxelMl = voxelVolumeMl(result);
  return {
    structure,
    referenceMl: overlap.referenceMl,
    predictionMl: overlap.predictionMl,
    missedMl: overlap.fn * voxelMl,
    extraMl: overlap.fp * voxelMl,
    lesions: lesions && {
      found: lesions.truePositives,
      missed: lesions.falseNegatives,
      extra: lesions.falsePositives,
    },
    shiftMm: gap?.distances?.[structure.kind].meanMm.value ?? null,
    dice: overlap.dice,
    gap,
  };
}
