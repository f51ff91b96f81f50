/** The distances that a convention may set where a structure is empty. */
export const hausdorffDistances = ['hd95Mm', 'hd100Mm'] as const;

/** The distances (mm) between two surfaces that are kept, saved and shown (metrics.md §3). */
export const surfaceDistances = [
  ...hausdorffDistances,
  'asdReferenceToPredictionMm',
  'asdPredictionToReferenceMm',
  'assdMm',
] as const;

export type SurfaceDistance = (typeof surfaceDistances)[number];
export type SurfaceDistances = Record<SurfaceDistance, number>;

/** A number for each of the distances. */
export function eachDistance(of: (key: SurfaceDistance) => number): SurfaceDistances {
  return Object.fromEntries(surfaceDistances.map((key) => [key, of(key)])) as SurfaceDistances;
}
