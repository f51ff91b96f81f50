import type { Geometry } from './geometry';

export type Plane = 'axial' | 'coronal' | 'sagittal';

const planes: readonly Plane[] = ['axial', 'coronal', 'sagittal'];

export function isPlane(layout: string): layout is Plane {
  return planes.some((plane) => plane === layout);
}

/** The plane that a layout is read along: its own, axial where it shows several. */
export function planeOfLayout(layout: string): Plane {
  return isPlane(layout) ? layout : 'axial';
}

const worldAxes: Record<Plane, number> = { sagittal: 0, coronal: 1, axial: 2 };

/** The stored axis (0, 1, 2) that a plane's slices follow: the one that runs nearest to the plane's normal. */
export function planeAxis(
  plane: Plane,
  { affine, spacingMm }: Pick<Geometry, 'affine' | 'spacingMm'>,
): number {
  return assignment(affine, spacingMm)[worldAxes[plane]];
}

/** The plane whose slices follow a stored axis. */
export function axisPlane(axis: number, geometry: Pick<Geometry, 'affine' | 'spacingMm'>): Plane {
  return planes.find((plane) => planeAxis(plane, geometry) === axis) ?? 'axial';
}

/** For each world axis its stored axis; each is given away once, the clearest first. */
function assignment(affine: readonly number[], spacingMm: readonly number[]): number[] {
  const cosines = [0, 1, 2].flatMap((world) =>
    [0, 1, 2].map((stored) => ({
      world,
      stored,
      cosine: Math.abs(affine[4 * world + stored]) / spacingMm[stored],
    })),
  );
  cosines.sort((first, second) => second.cosine - first.cosine);
  const found = [-1, -1, -1];
  for (const { world, stored } of cosines) {
    if (found[world] < 0 && !found.includes(stored)) found[world] = stored;
  }
  return found;
}
