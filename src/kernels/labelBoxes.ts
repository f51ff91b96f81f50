type Triple = [number, number, number];
type Voxels = Uint8Array | Uint16Array;

/** A block of voxels along the axes of the file: `lower` belongs to it, `upper` no longer does. */
export interface Box {
  lower: Triple;
  upper: Triple;
}

/** The bounding box of every label value above 0 that occurs, in one pass over the map. */
export function labelBoxes(voxels: Voxels, shape: Readonly<Triple>): Map<number, Box> {
  const boxes = new Map<number, Box>();
  const [columns, rows] = shape;
  const quads = quadsOf(voxels);
  let voxel = 0;
  while (voxel < voxels.length) {
    if (quads !== null && (voxel & 3) === 0 && quads[voxel >> 2] === 0) {
      // A loop of its own for the background, which is most of a head, saves a third of the time.
      let quad = (voxel >> 2) + 1;
      while (quad < quads.length && quads[quad] === 0) quad++;
      voxel = quad << 2;
      continue;
    }
    const value = voxels[voxel];
    if (value === 0) {
      voxel++;
      continue;
    }
    const line = Math.floor(voxel / columns);
    const lineEnd = (line + 1) * columns;
    const start = voxel;
    while (voxel < lineEnd && voxels[voxel] === value) voxel++;
    const first = start - line * columns;
    const slice = Math.floor(line / rows);
    extend(boxes, value, first, first + voxel - start, line - slice * rows, slice);
  }
  return boxes;
}

function quadsOf(voxels: Voxels): Uint32Array | null {
  const isAligned = voxels instanceof Uint8Array && voxels.byteOffset % 4 === 0;
  return isAligned ? new Uint32Array(voxels.buffer, voxels.byteOffset, voxels.length >> 2) : null;
}

function extend(
  boxes: Map<number, Box>,
  value: number,
  x0: number,
  x1: number,
  row: number,
  slice: number,
): void {
  const box = boxes.get(value);
  if (!box) {
    boxes.set(value, { lower: [x0, row, slice], upper: [x1, row + 1, slice + 1] });
    return;
  }
  const { lower, upper } = box;
  if (x0 < lower[0]) lower[0] = x0;
  if (x1 > upper[0]) upper[0] = x1;
  if (row < lower[1]) lower[1] = row;
  if (row >= upper[1]) upper[1] = row + 1;
  if (slice >= upper[2]) upper[2] = slice + 1;
}

/** The smallest box around all boxes; null when there is none. */
export function boxAround(boxes: readonly (Box | null | undefined)[]): Box | null {
  let around: Box | null = null;
  for (const box of boxes) {
    if (!box) continue;
    if (!around) around = { lower: [...box.lower], upper: [...box.upper] };
    for (let axis = 0; axis < 3; axis++) {
      around.lower[axis] = Math.min(around.lower[axis], box.lower[axis]);
      around.upper[axis] = Math.max(around.upper[axis], box.upper[axis]);
    }
  }
  return around;
}

/** The box with `margin` more voxels on both sides of each axis, as far as the volume reaches. */
export function expandBox({ lower, upper }: Box, margin: Readonly<Triple>, shape: Readonly<Triple>): Box {
  return {
    lower: lower.map((edge, axis) => Math.max(0, edge - margin[axis])) as Triple,
    upper: upper.map((edge, axis) => Math.min(shape[axis], edge + margin[axis])) as Triple,
  };
}

/** What two boxes share; null when that is nothing. */
export function sharedBox(first: Box, second: Box): Box | null {
  const lower = first.lower.map((edge, axis) => Math.max(edge, second.lower[axis])) as Triple;
  const upper = first.upper.map((edge, axis) => Math.min(edge, second.upper[axis])) as Triple;
  return lower.every((edge, axis) => edge < upper[axis]) ? { lower, upper } : null;
}

export function boxShape({ lower, upper }: Box): Triple {
  return [upper[0] - lower[0], upper[1] - lower[1], upper[2] - lower[2]];
}

/**
 * Calls `line` for every row of the box: where it starts in the volume, where in the box, and its length. It
 * lets a kernel walk a box in memory order without an index calculation per voxel.
 */
export function forEachLine(
  box: Box,
  shape: Readonly<Triple>,
  line: (volumeStart: number, boxStart: number, length: number) => void,
): void {
  const [columns, rows, slices] = boxShape(box);
  for (let slice = 0; slice < slices; slice++) {
    for (let row = 0; row < rows; row++) {
      const volumeLine = (box.lower[2] + slice) * shape[1] + box.lower[1] + row;
      line(volumeLine * shape[0] + box.lower[0], (slice * rows + row) * columns, columns);
    }
  }
}

/** The mask of a box, one byte a voxel: `classOf[label value]` for each voxel of the map. */
export function classesInBox(
  voxels: Voxels,
  shape: Readonly<Triple>,
  box: Box,
  classOf: Uint8Array,
): Uint8Array {
  const [columns, rows, slices] = boxShape(box);
  const classes = new Uint8Array(columns * rows * slices);
  forEachLine(box, shape, (volumeStart, boxStart, length) => {
    for (let step = 0; step < length; step++) {
      const value = voxels[volumeStart + step];
      if (value !== 0) classes[boxStart + step] = classOf[value];
    }
  });
  return classes;
}
