type Triple = [number, number, number];

/** Neighbours that join two voxels: those across a face, also across an edge, also across a corner. */
export type Connectivity = 6 | 18 | 26;

/** Every voxel's component, numbered from 1 in the order of their first voxels; 0 outside the mask. */
export interface LabelledComponents {
  labels: Int32Array;
  count: number;
}

/** A stretch of mask voxels within one row; runs stand in memory order. */
interface Runs {
  starts: Int32Array;
  ends: Int32Array;
  /** Index of the first run of each row (y + rows·z), with one more entry at the end. */
  firstOfLine: Int32Array;
}

/**
 * The connected components of a mask (not 0 inside, x fastest). Rows are cut into runs, runs of neighbouring
 * rows that touch are joined by union-find: a run costs what a voxel would.
 */
export function connectedComponents(
  mask: Uint8Array,
  shape: Readonly<Triple>,
  connectivity: Connectivity,
): LabelledComponents {
  const runs = runsOf(mask, shape);
  const parents = joinRuns(runs, shape, connectivity);
  const labels = new Int32Array(mask.length);
  const numbers = new Int32Array(parents.length);
  let count = 0;
  for (let run = 0; run < parents.length; run++) {
    const root = rootOf(parents, run);
    if (numbers[root] === 0) numbers[root] = ++count;
    labels.fill(numbers[root], runs.starts[run], runs.ends[run]);
  }
  return { labels, count };
}

function runsOf(mask: Uint8Array, [columns, rows, slices]: Readonly<Triple>): Runs {
  const firstOfLine = new Int32Array(rows * slices + 1);
  let starts = new Int32Array(1024);
  let ends = new Int32Array(1024);
  let count = 0;
  for (let line = 0; line < rows * slices; line++) {
    const lineEnd = (line + 1) * columns;
    let voxel = line * columns;
    while (voxel < lineEnd) {
      if (mask[voxel] === 0) {
        voxel++;
        continue;
      }
      if (count === starts.length) {
        starts = grown(starts);
        ends = grown(ends);
      }
      starts[count] = voxel;
      while (voxel < lineEnd && mask[voxel] !== 0) voxel++;
      ends[count++] = voxel;
    }
    firstOfLine[line + 1] = count;
  }
  return { starts: starts.subarray(0, count), ends: ends.subarray(0, count), firstOfLine };
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function joinRuns(runs: Runs, [columns, rows, slices]: Readonly<Triple>, connectivity: Connectivity) {
  const parents = Int32Array.from(runs.starts.keys());
  const reachStraight = connectivity === 6 ? 0 : 1;
  for (let slice = 0; slice < slices; slice++) {
    for (let row = 0; row < rows; row++) {
      const line = slice * rows + row;
      const join = (other: number, reach: number) =>
        joinLines(runs, parents, line, other, (line - other) * columns, reach);
      if (row > 0) join(line - 1, reachStraight);
      if (slice === 0) continue;
      join(line - rows, reachStraight);
      if (connectivity === 6) continue;
      const reachOblique = connectivity === 26 ? 1 : 0;
      if (row > 0) join(line - rows - 1, reachOblique);
      if (row < rows - 1) join(line - rows + 1, reachOblique);
    }
  }
  return parents;
}

/** Joins the runs of two rows that overlap, or come as near as `reach` voxels along x. */
function joinLines(
  { starts, ends, firstOfLine }: Runs,
  parents: Int32Array,
  line: number,
  other: number,
  distance: number,
  reach: number,
): void {
  let here = firstOfLine[line];
  let there = firstOfLine[other];
  const lastHere = firstOfLine[line + 1];
  const lastThere = firstOfLine[other + 1];
  while (here < lastHere && there < lastThere) {
    const startThere = starts[there] + distance;
    const endThere = ends[there] + distance;
    if (startThere < ends[here] + reach && starts[here] < endThere + reach) unite(parents, here, there);
    if (endThere < ends[here]) there++;
    else here++;
  }
}

function rootOf(parents: Int32Array, run: number): number {
  let root = run;
  while (parents[root] !== root) {
    parents[root] = parents[parents[root]];
    root = parents[root];
  }
  return root;
}

function unite(parents: Int32Array, first: number, second: number): void {
  const firstRoot = rootOf(parents, first);
  const secondRoot = rootOf(parents, second);
  if (firstRoot < secondRoot) parents[secondRoot] = firstRoot;
  else parents[firstRoot] = secondRoot;
}
