import { flatAxis, type Geometry, voxelToMm } from './geometry';

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

/** A stored axis (0, 1, 2) that runs along a direction of the patient, backwards where reversed. */
export interface PatientAxis {
  axis: number;
  isReversed: boolean;
}

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

/**
 * The stored axes that run nearest to right, anterior and superior by an affine (RAS+, row by row), each given away
 * once so that together they lie as near as can be. Every picture and every list of slices takes them from here.
 */
export function patientAxes(affine: readonly number[]): [PatientAxis, PatientAxis, PatientAxis] {
  const along = (axis: number, world: number) => {
    const length = Math.hypot(affine[axis], affine[4 + axis], affine[8 + axis]) || 1;
    return affine[4 * world + axis] / length;
  };
  const closeness = (order: number[]) =>
    order.reduce((sum, axis, world) => sum + Math.abs(along(axis, world)), 0);
  const nearest = orders.reduce((best, order) => (closeness(order) > closeness(best) ? order : best));
  const [right, anterior, superior] = nearest.map((axis, world) => ({
    axis,
    isReversed: along(axis, world) < 0,
  }));
  return [right, anterior, superior];
}

/** The affine of a grid whose axes run exactly along those of the patient that they are nearest to; its middle stays. */
export function straightened({ affine, shape, spacingMm }: Geometry): number[] {
  const middle = shape.map((count) => (count - 1) / 2);
  const place = voxelToMm(affine, middle);
  const straight = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
  patientAxes(affine).forEach(({ axis, isReversed }, world) => {
    const step = isReversed ? -spacingMm[axis] : spacingMm[axis];
    straight[4 * world + axis] = step;
    straight[4 * world + 3] = place[world] - step * middle[axis];
  });
  return straight;
}

/** The stored axis (0, 1, 2) that a plane's slices follow: the one that runs nearest to the plane's normal. */
export function planeAxis(plane: Plane, { affine }: Pick<Geometry, 'affine'>): number {
  return patientAxes(affine)[worldAxes[plane]].axis;
}

/** The plane whose slices follow a stored axis. */
export function axisPlane(axis: number, geometry: Pick<Geometry, 'affine'>): Plane {
  return planes.find((plane) => planeAxis(plane, geometry) === axis) ?? 'axial';
}

/** The only plane that shows a slice; null for a grid of three dimensions, which is shown in any layout. */
export function flatPlane(grid: Pick<Geometry, 'affine' | 'shape'>): Plane | null {
  const axis = flatAxis(grid);
  return axis === null ? null : axisPlane(axis, grid);
}
