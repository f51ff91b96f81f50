import type { SurfaceMeasure } from '../domain/measures';
import { type ProfileName, profiles } from '../domain/profile';
import type { StructureSurface } from '../domain/results';
import { eachDistance, hausdorffDistances, type SurfaceDistance } from '../domain/surfaceDistances';
import { surfaceDiceAt } from './surfaceMeasure';

const hausdorff: ReadonlySet<SurfaceDistance> = new Set(hausdorffDistances);

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
  const distance = (key: SurfaceDistance) => {
    if (reason === null) return measure[key];
    if (!hausdorff.has(key)) return Number.NaN;
    return reason === 'both-empty' ? bothEmptyHd95Mm : oneEmptyHd95Mm;
  };
  return {
    reason,
    ...eachDistance(distance),
    nsd: reason === 'both-empty' ? bothEmptyDice : isTauKnown ? surfaceDiceAt(measure, tauMm) : Number.NaN,
    tauMm,
  };
}
