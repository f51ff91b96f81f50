import type { NoNumberReason } from '../domain/noNumber';

/**
 * How far one structure's surface lies from another: the distinct distances (mm), ascending, with the area
 * (mm²) that lies at each. Infinity when there is no other surface; empty when there is no surface at all.
 */
export interface DistanceProfile {
  distancesMm: Float64Array;
  areasMm2: Float64Array;
}

/** Both directions: every surface score at any percentile and any τ follows from it without the voxels. */
export interface SurfaceProfile {
  referenceToPrediction: DistanceProfile;
  predictionToReference: DistanceProfile;
}

/** Sums the areas of elements at equal squared distance (mm²) and sorts by distance. */
export function distanceProfile(squaredMm2: Float64Array, areasMm2: readonly number[]): DistanceProfile {
  const indexOf = new Map<number, number>();
  const areas: number[] = [];
  for (let element = 0; element < squaredMm2.length; element++) {
    const index = indexOf.get(squaredMm2[element]);
    if (index === undefined) indexOf.set(squaredMm2[element], areas.push(areasMm2[element]) - 1);
    else areas[index] += areasMm2[element];
  }
  const sorted = Float64Array.from(indexOf.keys()).sort();
  return {
    distancesMm: sorted.map(Math.sqrt),
    areasMm2: sorted.map((squared) => areas[indexOf.get(squared) ?? 0]),
  };
}

/** Why a score is not an ordinary number; null when both structures have a surface. */
export function emptyReason({
  referenceToPrediction,
  predictionToReference,
}: SurfaceProfile): NoNumberReason | null {
  const isReferenceEmpty = referenceToPrediction.distancesMm.length === 0;
  const isPredictionEmpty = predictionToReference.distancesMm.length === 0;
  if (isReferenceEmpty) return isPredictionEmpty ? 'both-empty' : 'reference-empty';
  return isPredictionEmpty ? 'prediction-empty' : null;
}

/**
 * The Hausdorff distance (mm) at a percentile: in each direction the smallest distance at which the cumulated
 * area reaches `percent` of the whole, then the larger of the two (metrics.md §3). Infinity when one structure
 * is empty, NaN when both are.
 */
export function hausdorffMm(profile: SurfaceProfile, percent: number): number {
  switch (emptyReason(profile)) {
    case null:
      return Math.max(
        percentileMm(profile.referenceToPrediction, percent),
        percentileMm(profile.predictionToReference, percent),
      );
    case 'both-empty':
      return Number.NaN;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/**
 * The area of both surfaces that lies within τ (mm) of the other, over the whole area. 0 when one structure is
 * empty, NaN when both are.
 */
export function normalisedSurfaceDice(profile: SurfaceProfile, tauMm: number): number {
  const { referenceToPrediction, predictionToReference } = profile;
  const within = areaWithin(referenceToPrediction, tauMm) + areaWithin(predictionToReference, tauMm);
  return within / (totalArea(referenceToPrediction) + totalArea(predictionToReference));
}

/** The mean over the surfaces together, weighted by area: Infinity towards an empty structure, NaN from one alone. */
export function meanMm(...surfaces: DistanceProfile[]): number {
  const sums = surfaces.map(({ distancesMm, areasMm2 }) =>
    distancesMm.reduce((sum, distance, index) => sum + distance * areasMm2[index], 0),
  );
  const total = surfaces.reduce((area, surface) => area + totalArea(surface), 0);
  return sums.reduce((sum, own) => sum + own, 0) / total;
}

function percentileMm(profile: DistanceProfile, percent: number): number {
  const { distancesMm, areasMm2 } = profile;
  const total = totalArea(profile);
  let area = 0;
  for (let index = 0; index < distancesMm.length; index++) {
    area += areasMm2[index];
    if (area / total >= percent / 100) return distancesMm[index];
  }
  return distancesMm[distancesMm.length - 1];
}

function areaWithin({ distancesMm, areasMm2 }: DistanceProfile, tauMm: number): number {
  let area = 0;
  for (let index = 0; index < distancesMm.length && distancesMm[index] <= tauMm; index++) {
    area += areasMm2[index];
  }
  return area;
}

function totalArea({ areasMm2 }: DistanceProfile): number {
  return areasMm2.reduce((sum, area) => sum + area, 0);
}
