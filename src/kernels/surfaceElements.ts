import type { Box } from './labelBoxes';

type Triple = readonly [number, number, number];

/** How many structures share one byte a voxel, one bit each. */
export const STRUCTURES_PER_BYTE = 8;

/** The surface elements of one structure: ascending positions in the padded grid, their box and areas. */
export interface SurfaceElements {
  positions: number[];
  areasMm2: number[];
  /** Null when there are none. */
  box: Box | null;
}

/**
 * The surface elements of up to eight structures in one pass over `members`: bit i of a voxel is set inside
 * structure i. The first and last columns and rows (x fastest) must be 0: the padding of metrics.md §3. The
 * element at a position lies half a voxel further along each axis than the voxel there.
 */
export function surfaceElements(
  members: Uint8Array,
  grid: Triple,
  structureCount: number,
  areaOfCode: Float64Array,
): SurfaceElements[] {
  const [columns, rows, slices] = grid;
  const area = columns * rows;
  const structures = Array.from(
    { length: structureCount },
    (): Omit<SurfaceElements, 'box'> => ({
      positions: [],
      areasMm2: [],
    }),
  );
  const extents = rowExtents(members, columns, rows * slices);
  for (let slice = 0; slice + 1 < slices; slice++) {
    for (let row = 0; row + 1 < rows; row++) {
      const line = slice * rows + row;
      const first = Math.min(
        extents.first[line],
        extents.first[line + 1],
        extents.first[line + rows],
        extents.first[line + rows + 1],
      );
      const last = Math.max(
        extents.last[line],
        extents.last[line + 1],
        extents.last[line + rows],
        extents.last[line + rows + 1],
      );
      // The four voxels of a column of the neighbourhood, (y, z) = 00, 01, 10 and 11, left and right.
      let left00 = 0;
      let left01 = 0;
      let left10 = 0;
      let left11 = 0;
      const end = line * columns + last + 1;
      for (let voxel = line * columns + first; voxel <= end; voxel++) {
        const right00 = members[voxel];
        const right01 = members[voxel + area];
        const right10 = members[voxel + columns];
        const right11 = members[voxel + columns + area];
        const any = left00 | left01 | left10 | left11 | right00 | right01 | right10 | right11;
        const all = left00 & left01 & left10 & left11 & right00 & right01 & right10 & right11;
        for (let bit = 0, mixed = any ^ all; mixed !== 0; bit++, mixed >>= 1) {
          if ((mixed & 1) === 0) continue;
          const code =
            (((left00 >> bit) & 1) << 7) |
            (((left01 >> bit) & 1) << 6) |
            (((left10 >> bit) & 1) << 5) |
            (((left11 >> bit) & 1) << 4) |
            (((right00 >> bit) & 1) << 3) |
            (((right01 >> bit) & 1) << 2) |
            (((right10 >> bit) & 1) << 1) |
            ((right11 >> bit) & 1);
          structures[bit].positions.push(voxel - 1);
          structures[bit].areasMm2.push(areaOfCode[code]);
        }
        left00 = right00;
        left01 = right01;
        left10 = right10;
        left11 = right11;
      }
    }
  }
  return structures.map(({ positions, areasMm2 }) => ({ positions, areasMm2, box: boxOf(positions, grid) }));
}

/** The first and last column of each row that is not 0; first after last in an empty row. */
function rowExtents(members: Uint8Array, columns: number, rowCount: number) {
  const first = new Int32Array(rowCount).fill(columns);
  const last = new Int32Array(rowCount).fill(-1);
  for (let row = 0; row < rowCount; row++) {
    const start = row * columns;
    let column = 0;
    while (column < columns && members[start + column] === 0) column++;
    if (column === columns) continue;
    first[row] = column;
    column = columns - 1;
    while (members[start + column] === 0) column--;
    last[row] = column;
  }
  return { first, last };
}

function boxOf(positions: readonly number[], [columns, rows]: Triple): Box | null {
  if (positions.length === 0) return null;
  let [x0, y0, z0] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [x1, y1, z1] = [0, 0, 0];
  for (const position of positions) {
    const line = Math.floor(position / columns);
    const z = Math.floor(line / rows);
    const y = line - z * rows;
    const x = position - line * columns;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
    if (z < z0) z0 = z;
    if (z > z1) z1 = z;
  }
  return { lower: [x0, y0, z0], upper: [x1 + 1, y1 + 1, z1 + 1] };
}
