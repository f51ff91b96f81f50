import { type Geometry, mmToVoxel, voxelCount, voxelToMm } from '../domain/geometry';
import type { LabelMap } from '../domain/labelMap';

/** A voxel centre may lie this far from a voxel of the other grid (in voxels) and still be the same place. */
const TOLERANCE_VOXELS = 1e-3;

/**
 * The voxels of a segmentation that was cut to its box, on the whole grid: an exact copy, turned where the headers
 * say so, with 0 around. null where the two do not share one lattice (other edges, other directions, a shift by part
 * of a voxel) or where a voxel that is not 0 has no place on the grid. A segmentation of nothing has a place
 * everywhere.
 */
export function pasteSegmentation(map: LabelMap, grid: Geometry): LabelMap | null {
  const { shape } = grid;
  const voxels =
    map.voxels instanceof Uint8Array ? new Uint8Array(voxelCount(grid)) : new Uint16Array(voxelCount(grid));
  const filled = map.values.reduce((sum, { value, count }) => sum + (value === 0 ? 0 : count), 0);
  if (filled > 0) {
    const start = stepsBetween(map.geometry, grid);
    if (!start) return null;
    const { origin, steps } = start;
    const [width, height, depth] = map.geometry.shape;
    let from = 0;
    for (let z = 0; z < depth; z++) {
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++, from++) {
          if (map.voxels[from] === 0) continue;
          const place = origin.map(
            (first, axis) => first + x * steps[0][axis] + y * steps[1][axis] + z * steps[2][axis],
          );
          if (place.some((index, axis) => index < 0 || index >= shape[axis])) return null;
          voxels[place[0] + shape[0] * (place[1] + shape[1] * place[2])] = map.voxels[from];
        }
      }
    }
  }
  const zeros = voxels.length - filled;
  const values = map.values.filter(({ value }) => value !== 0);
  if (zeros > 0) values.unshift({ value: 0, count: zeros });
  return { ...map, voxels, values, geometry: grid };
}

/** The smallest grid on the first one's lattice that holds both; null without a lattice in common. */
export function gridOfBoth(first: Geometry, second: Geometry): Geometry | null {
  const start = stepsBetween(second, first);
  if (!start) return null;
  const end = start.origin.map((place, axis) =>
    start.steps.reduce((sum, step, own) => sum + step[axis] * (second.shape[own] - 1), place),
  );
  const low = start.origin.map((place, axis) => Math.min(0, place, end[axis]));
  const shape = start.origin.map(
    (place, axis) => Math.max(first.shape[axis] - 1, place, end[axis]) - low[axis] + 1,
  ) as Geometry['shape'];
  const affine = first.affine.slice();
  voxelToMm(first.affine, low).forEach((place, row) => {
    affine[row * 4 + 3] = place;
  });
  return { ...first, shape, affine };
}

/** Where the first voxel of one grid lies on the other, and what a step along each axis is there; null without a lattice in common. */
function stepsBetween(own: Geometry, grid: Geometry): { origin: number[]; steps: number[][] } | null {
  if (own.isUnplaced || grid.isUnplaced) return null;
  const back = mmToVoxel(grid.affine);
  if (!back) return null;
  const placeOf = (voxel: readonly number[]) => voxelToMm(back, voxelToMm(own.affine, voxel));
  const origin = placeOf([0, 0, 0]);
  const steps = [0, 1, 2].map((axis) => {
    const far = [0, 0, 0];
    // Over the whole length, so that a small difference of edges adds up to what it is.
    far[axis] = Math.max(1, own.shape[axis] - 1);
    return placeOf(far).map((place, index) => (place - origin[index]) / far[axis]);
  });
  const isLattice = [0, 1, 2].every((axis) => {
    const length = Math.max(1, own.shape[axis] - 1);
    return steps[axis].every((step) => Math.abs(step - Math.round(step)) * length <= TOLERANCE_VOXELS);
  });
  const isWhole = origin.every((place) => Math.abs(place - Math.round(place)) <= TOLERANCE_VOXELS);
  const rounded = steps.map((step) => step.map(Math.round));
  // A turn has one step along one axis each.
  const isTurn =
    rounded.every((step) => step.reduce((sum, part) => sum + Math.abs(part), 0) === 1) &&
    [0, 1, 2].every((axis) => rounded.some((step) => step[axis] !== 0));
  return isLattice && isWhole && isTurn ? { origin: origin.map(Math.round), steps: rounded } : null;
}
