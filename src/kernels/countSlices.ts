import type { SliceCounts } from '../domain/sliceCounts';

/**
 * How often each pair code (below `side`², x fastest) occurs in each slice along every axis, in one pass. Runs
 * of code 0, which is most of a head, are skipped and come from what is left of a slice.
 */
export function countSlices(
  codes: Uint8Array,
  [columns, rows, slices]: readonly [number, number, number],
  side: number,
): SliceCounts {
  const codeCount = side ** 2;
  const [x, y, z] = [columns, rows, slices].map((count) => new Uint32Array(count * codeCount));
  const quads =
    codes.byteOffset % 4 === 0 ? new Uint32Array(codes.buffer, codes.byteOffset, codes.length >> 2) : null;
  let voxel = 0;
  while (voxel < codes.length) {
    if (quads !== null && (voxel & 3) === 0 && quads[voxel >> 2] === 0) {
      let quad = (voxel >> 2) + 1;
      while (quad < quads.length && quads[quad] === 0) quad++;
      voxel = quad << 2;
      continue;
    }
    const code = codes[voxel];
    if (code !== 0) {
      const line = Math.floor(voxel / columns);
      const slice = Math.floor(line / rows);
      x[(voxel - line * columns) * codeCount + code]++;
      y[(line - slice * rows) * codeCount + code]++;
      z[slice * codeCount + code]++;
    }
    voxel++;
  }
  addEmpty(x, codeCount, rows * slices);
  addEmpty(y, codeCount, columns * slices);
  addEmpty(z, codeCount, columns * rows);
  return [x, y, z];
}

function addEmpty(counts: Uint32Array, codeCount: number, voxelsPerSlice: number): void {
  for (let start = 0; start < counts.length; start += codeCount) {
    let counted = 0;
    for (let code = 1; code < codeCount; code++) counted += counts[start + code];
    counts[start] = voxelsPerSlice - counted;
  }
}
