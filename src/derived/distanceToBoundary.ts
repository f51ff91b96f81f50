import type { Geometry } from '../domain/geometry';
import type { ReferenceBoundary } from '../domain/structureErrors';

/**
 * How far (mm) a voxel's centre is from the nearest centre on the other side of the reference boundary; null
 * when there is no boundary. The nearest one is always itself at the boundary, so looking at those is exact.
 */
export function distanceToBoundary(
  { inside, outside }: ReferenceBoundary,
  isInside: boolean,
  [x, y, z]: readonly [number, number, number],
  { shape, spacingMm }: Pick<Geometry, 'shape' | 'spacingMm'>,
): number | null {
  let leastMm2 = Number.POSITIVE_INFINITY;
  for (const place of isInside ? outside : inside) {
    const line = Math.floor(place / shape[0]);
    const slice = Math.floor(line / shape[1]);
    const dx = (place - line * shape[0] - x) * spacingMm[0];
    const dy = (line - slice * shape[1] - y) * spacingMm[1];
    const dz = (slice - z) * spacingMm[2];
    const squaredMm2 = dx * dx + dy * dy + dz * dz;
    if (squaredMm2 < leastMm2) leastMm2 = squaredMm2;
  }
  return Number.isFinite(leastMm2) ? Math.sqrt(leastMm2) : null;
}
