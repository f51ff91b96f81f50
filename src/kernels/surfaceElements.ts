type Triple = readonly [number, number, number];

/** How many structures share one byte a voxel, one bit each. */
export const STRUCTURES_PER_BYTE = 8;

/** The surface elements of one structure: their places in the padded grid, ascending, and areas. */
export interface SurfaceElements {
  positions: number[];
  areasMm2: number[];
}

/**
 * The surface elements of up to eight structures in one pass over `members`: bit i of a voxel is set inside
 * structure i. The outermost voxels of the grid (x fastest) must be 0: the padding of METRICS.md §3. The
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
  const elements = Array.from(
    { length: structureCount },
    (): SurfaceElements => ({ positions: [], areasMm2: [] }),
  );
  const isEmptyRow = emptyRows(members, columns, rows * slices);
  for (let slice = 0; slice + 1 < slices; slice++) {
    for (let row = 0; row + 1 < rows; row++) {
      const line = slice * rows + row;
      if (isEmptyRow[line] & isEmptyRow[line + 1] & isEmptyRow[line + rows] & isEmptyRow[line + rows + 1])
        continue;
      // The four voxels of each column of the neighbourhood, (y, z) = 00, 01, 10 and 11, left and right.
      let [left00, left01, left10, left11] = [0, 0, 0, 0];
      let leftAny = 0;
      let leftAll = 0;
      const start = line * columns;
      for (let voxel = start + 1; voxel < start + columns; voxel++) {
        const right00 = members[voxel];
        const right01 = members[voxel + area];
        const right10 = members[voxel + columns];
        const right11 = members[voxel + columns + area];
        const rightAny = right00 | right01 | right10 | right11;
        const rightAll = right00 & right01 & right10 & right11;
        let mixed = (leftAny | rightAny) & ~(leftAll & rightAll);
        for (let bit = 0; mixed !== 0; bit++, mixed >>= 1) {
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
          elements[bit].positions.push(voxel - 1);
          elements[bit].areasMm2.push(areaOfCode[code]);
        }
        left00 = right00;
        left01 = right01;
        left10 = right10;
        left11 = right11;
        leftAny = rightAny;
        leftAll = rightAll;
      }
    }
  }
  return elements;
}

function emptyRows(members: Uint8Array, columns: number, rowCount: number): Uint8Array {
  const isEmptyRow = new Uint8Array(rowCount).fill(1);
  for (let row = 0; row < rowCount; row++) {
    const end = (row + 1) * columns;
    for (let voxel = row * columns; voxel < end; voxel++) {
      if (members[voxel] === 0) continue;
      isEmptyRow[row] = 0;
      break;
    }
  }
  return isEmptyRow;
}
