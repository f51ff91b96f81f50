import type { Codes } from '../domain/pairCodes';
import type { SliceCounts } from '../domain/sliceCounts';

/**
 * How often each pair code (below `codeCount`, x fastest) occurs in each slice along every axis, in one pass. Runs
 * of code 0, which is most of a head, are skipped and come from what is left of a slice.
 */
export function countSlices(
  codes: Codes,
  [columns, rows, slices]: readonly [number, number, number],
  codeCount: number,
): SliceCounts {
  const [x, y, z] = [columns, rows, slices].map((count) => new Uint32Array(count * codeCount));
  // A line holds few runs of one code: along it, only where they begin and end is counted.
  const begins = new Uint32Array((columns + 1) * codeCount);
  const ends = new Uint32Array((columns + 1) * codeCount);
  const perWord = 4 / codes.BYTES_PER_ELEMENT;
  const isAligned = codes.byteOffset % 4 === 0;
  const words = isAligned
    ? new Uint32Array(codes.buffer, codes.byteOffset, Math.floor(codes.length / perWord))
    : null;
  let voxel = 0;
  while (voxel < codes.length) {
    if (words !== null && voxel % perWord === 0 && words[voxel / perWord] === 0) {
      let word = voxel / perWord + 1;
      while (word < words.length && words[word] === 0) word++;
      voxel = word * perWord;
      continue;
    }
    const code = codes[voxel];
    if (code === 0) {
      voxel++;
      continue;
    }
    const line = Math.floor(voxel / columns);
    const slice = Math.floor(line / rows);
    const start = voxel;
    const lineEnd = (line + 1) * columns;
    while (voxel < lineEnd && codes[voxel] === code) voxel++;
    begins[(start - line * columns) * codeCount + code]++;
    ends[(voxel - line * columns) * codeCount + code]++;
    y[(line - slice * rows) * codeCount + code] += voxel - start;
    z[slice * codeCount + code] += voxel - start;
  }
  for (let place = 0; place < x.length; place++) {
    x[place] = begins[place] - ends[place] + (place < codeCount ? 0 : x[place - codeCount]);
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
