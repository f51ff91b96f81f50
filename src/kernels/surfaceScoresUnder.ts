import type { SurfaceMeasure } from '../domain/measures';
import { type ProfileName, profiles } from '../domain/profile';
import type { StructureSurface } from '../domain/results';
import { surfaceDiceAt } from './surfaceMeasure';

/**
 * The surface scores under a convention at τ (mm). The convention sets both Hausdorff distances and the surface
 * Dice of empty structures; their average distances do not exist (NaN) under any.
 * Nor does a surface Dice whose τ is not known.
 */
export function surfaceScoresUnder(
  measure: SurfaceMeasure,
  profile: ProfileName,
  tauMm: number,
  isTauKnown = true,
): StructureSurface {
  const { reason } = measure;
  const { bothEmptyDice, bothEmptyHd95Mm, oneEmptyHd95Mm } = profiles[profile];
  const distance = (mm: number) => {
    if (reason === null) return mm;
    return reason === 'both-empty' ? bothEmptyHd95Mm : oneEmptyHd95Mm;
  };
  const average = (mm: number) => (reason === null ? mm : Number.NaN);
  return {
    reason,
    hd95Mm: distance(measure.hd95Mm),
    hd100Mm: distance(measure.hd100Mm),
    asdReferenceToPredictionMm: average(measure.asdReferenceToPredictionMm),
    asdPredictionToReferenceMm: average(measure.asdPredictionToReferenceMm),
    nsd: reason === 'both-empty' ? bothEmptyDice : isTauKnown ? surfaceDiceAt(measure, tauMm) : Number.NaN,
    tauMm,
  };
}
