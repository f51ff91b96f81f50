import type { Box } from './labelBoxes';

type Triple = [number, number, number];

/** Size and place of one labelled set of voxels, in voxels of the volume that it was labelled in. */
export interface ComponentPlace {
  voxels: number;
  box: Box;
  /** The voxel of the set that lies nearest to its centre of mass. */
  centre: Triple;
}

/** One place per label 1…count of a labelled volume (0 is nothing); every label must occur. */
export function componentPlaces(
  labels: Int32Array,
  count: number,
  shape: Readonly<Triple>,
): ComponentPlace[] {
  const places = Array.from(
    { length: count },
    (): ComponentPlace => ({
      voxels: 0,
      box: { lower: [...shape], upper: [0, 0, 0] },
      centre: [0, 0, 0],
    }),
  );
  const sums = new Float64Array(3 * count);
  forEachLabelled(labels, shape, (label, x, y, z) => {
    const component = label - 1;
    places[component].voxels++;
    sums[3 * component] += x;
    sums[3 * component + 1] += y;
    sums[3 * component + 2] += z;
    extend(places[component].box, x, y, z);
  });
  const means = sums.map((sum, index) => sum / places[Math.floor(index / 3)].voxels);
  const nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  forEachLabelled(labels, shape, (label, x, y, z) => {
    const component = label - 1;
    const dx = x - means[3 * component];
    const dy = y - means[3 * component + 1];
    const dz = z - means[3 * component + 2];
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared >= nearest[component]) return;
    nearest[component] = squared;
    places[component].centre = [x, y, z];
  });
  return places;
}

function extend({ lower, upper }: Box, x: number, y: number, z: number): void {
  if (x < lower[0]) lower[0] = x;
  if (y < lower[1]) lower[1] = y;
  if (z < lower[2]) lower[2] = z;
  if (x >= upper[0]) upper[0] = x + 1;
  if (y >= upper[1]) upper[1] = y + 1;
  if (z >= upper[2]) upper[2] = z + 1;
}

function forEachLabelled(
  labels: Int32Array,
  [columns, rows, slices]: Readonly<Triple>,
  visit: (label: number, x: number, y: number, z: number) => void,
): void {
  let voxel = 0;
  for (let z = 0; z < slices; z++) {
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++, voxel++) {
        if (labels[voxel] !== 0) visit(labels[voxel], x, y, z);
      }
    }
  }
}
