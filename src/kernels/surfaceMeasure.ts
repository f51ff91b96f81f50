import { largestTauMm } from '../domain/contourShift';
import type { SurfaceMeasure } from '../domain/measures';
import { eachDistance } from '../domain/surfaceDistances';
import type { SurfaceScores } from './surfaceDistances';
import type { DistanceProfile } from './surfaceProfile';

/** What is kept of a structure's surface scores: both directions as one, and only up to the largest τ. */
export function surfaceMeasure(scores: SurfaceScores): SurfaceMeasure {
  const { referenceToPrediction, predictionToReference } = scores.profile;
  const areaAt = new Map<number, number>();
  let areaMm2 = 0;
  for (const { distancesMm, areasMm2 } of [
    referenceToPrediction,
    predictionToReference,
  ] as DistanceProfile[]) {
    for (let index = 0; index < distancesMm.length; index++) {
      areaMm2 += areasMm2[index];
      const distance = distancesMm[index];
      if (distance <= largestTauMm) areaAt.set(distance, (areaAt.get(distance) ?? 0) + areasMm2[index]);
    }
  }
  const near = [...areaAt].sort(([first], [second]) => first - second);
  return {
    reason: scores.reason,
    ...eachDistance((key) => scores[key]),
    areaMm2,
    near: { distancesMm: near.map(([distance]) => distance), areasMm2: near.map(([, area]) => area) },
  };
}

/**
 * The surface Dice at τ (mm): the area within τ of the other surface over all area. 0 when one structure is
 * empty, NaN when both are or τ is larger than `largestTauMm`.
 */
export function surfaceDiceAt({ near, areaMm2 }: SurfaceMeasure, tauMm: number): number {
  if (tauMm > largestTauMm) return Number.NaN;
  const roundingMm = 1e-9;
  let within = 0;
  for (
    let index = 0;
    index < near.areasMm2.length && near.distancesMm[index] <= tauMm + roundingMm;
    index++
  ) {
    within += near.areasMm2[index];
  }
  return within / areaMm2;
}
