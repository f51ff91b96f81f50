import { structuresOf } from '../../domain/labelScheme';
import type { ChangedStructure } from '../../domain/reconstruction';
import { connectedComponents } from '../connectedComponents';
import type { Candidate, CauseSearch } from './causeSearch';
import { voxelPlace } from './voxelPlace';

const CONNECTIVITIES = [26, 18, 6] as const;

/** Postprocessing: whole components of a structure removed, or whole holes of it filled. */
export function componentCauses(whole: CauseSearch): Candidate[] {
  const search = croppedToForeground(whole);
  const structures = changedStructures(search);
  return [
    ...structures.flatMap((it) => removed(search, it)),
    ...structures.flatMap((it) => filled(search, it)),
  ];
}

/** Both maps cut to the box around their foreground, with a voxel of room where the grid has it: much less to join. */
function croppedToForeground(search: CauseSearch): CauseSearch {
  const { painted, saved, shape } = search;
  const place = voxelPlace(shape, (voxel) => painted[voxel] !== 0 || saved[voxel] !== 0);
  if (!place) return search;
  const first = place.first.map((from) => Math.max(0, from - 1));
  const [width, height, depth] = place.last.map(
    (to, axis) => Math.min(shape[axis] - 1, to + 1) - first[axis] + 1,
  );
  const cropped = (map: Uint8Array | Uint16Array) => {
    const target = new Uint16Array(width * height * depth);
    for (let line = 0; line < height * depth; line++) {
      const y = first[1] + (line % height);
      const z = first[2] + Math.floor(line / height);
      const start = (z * shape[1] + y) * shape[0] + first[0];
      target.set(map.subarray(start, start + width), line * width);
    }
    return target;
  };
  return { ...search, shape: [width, height, depth], painted: cropped(painted), saved: cropped(saved) };
}

function changedStructures({ scheme, paintedTable }: CauseSearch): ChangedStructure[] {
  const everything = paintedTable.labels.filter((label) => label !== 0);
  const foreground: ChangedStructure = { kind: 'foreground', name: 'foreground', labels: everything };
  return [
    foreground,
    ...structuresOf(scheme).filter(({ labels }) => labels.some((label) => everything.includes(label))),
  ];
}

/**
 * Removing changes voxels of the structure only, all to one value outside it. The changed voxels must be whole
 * components; the best connectivity counts.
 */
function removed(search: CauseSearch, structure: ChangedStructure): Candidate[] {
  const replacedBy = commonTarget(search, structure.labels, true);
  if (replacedBy === null) return [];
  const mask = maskOf(search.painted, structure.labels);
  let best: Candidate | null = null;
  for (const connectivity of CONNECTIVITIES) {
    const { labels, count } = connectedComponents(mask, search.shape, connectivity);
    const { sizes, remaining } = wholeParts(search, labels, count, replacedBy);
    if (sizes.length === 0 || (best && best.differingVoxels <= remaining)) continue;
    const keptComponents = count - sizes.length;
    best = {
      cause: { kind: 'components-removed', structure, componentVoxels: sizes, keptComponents, replacedBy },
      differingVoxels: remaining,
    };
    if (remaining === 0) break;
  }
  return best ? [best] : [];
}

/** Filling changes voxels outside the structure only, all to one of its values; holes touch no face of the grid. */
function filled(search: CauseSearch, structure: ChangedStructure): Candidate[] {
  const filledWith = commonTarget(search, structure.labels, false);
  if (filledWith === null) return [];
  const outside = maskOf(search.painted, structure.labels).map((inside) => 1 - inside);
  const { labels, count } = connectedComponents(outside, search.shape, 6);
  dropOpenParts(labels, count, search.shape);
  const { sizes, remaining } = wholeParts(search, labels, count, filledWith);
  if (sizes.length === 0) return [];
  return [
    {
      cause: { kind: 'holes-filled', structure, holeVoxels: sizes, filledWith },
      differingVoxels: remaining,
    },
  ];
}

/**
 * The value that most changed voxels got, if they lay inside (outside) the structure and left (entered) it; null
 * when it is no value of the scheme.
 */
function commonTarget({ paintedTable, scheme }: CauseSearch, labels: readonly number[], isInside: boolean) {
  const voxelsOf = new Map<number, number>();
  paintedTable.labels.forEach((from, row) => {
    if (labels.includes(from) !== isInside) return;
    paintedTable.labels.forEach((to, column) => {
      if (to === from || labels.includes(to) === isInside) return;
      voxelsOf.set(to, (voxelsOf.get(to) ?? 0) + paintedTable.counts[row][column]);
    });
  });
  const [most] = [...voxelsOf].sort((first, second) => second[1] - first[1]);
  if (!most || most[1] === 0) return null;
  return most[0] === 0 || scheme.regionsClassOrder.includes(most[0]) ? most[0] : null;
}

/** The parts of which every voxel became `target`, largest first, and what differs beside them. */
function wholeParts({ painted, saved }: CauseSearch, parts: Int32Array, count: number, target: number) {
  const sizes = new Int32Array(count + 1);
  const changed = new Int32Array(count + 1);
  let differing = 0;
  for (let voxel = 0; voxel < parts.length; voxel++) {
    const part = parts[voxel];
    sizes[part]++;
    if (painted[voxel] === saved[voxel]) continue;
    differing++;
    if (saved[voxel] === target) changed[part]++;
  }
  const whole: number[] = [];
  for (let part = 1; part <= count; part++) {
    if (sizes[part] > 0 && changed[part] === sizes[part]) whole.push(sizes[part]);
  }
  const explained = whole.reduce((sum, size) => sum + size, 0);
  return { sizes: whole.sort((first, second) => second - first), remaining: differing - explained };
}

/** Parts that touch a face of the grid are no holes: their voxels become 0. */
function dropOpenParts(
  parts: Int32Array,
  count: number,
  [width, height, depth]: readonly [number, number, number],
): void {
  const isOpen = new Uint8Array(count + 1);
  let voxel = 0;
  for (let z = 0; z < depth; z++) {
    for (let y = 0; y < height; y++) {
      const isFace = z === 0 || z === depth - 1 || y === 0 || y === height - 1;
      for (let x = 0; x < width; x++, voxel++) {
        if (isFace || x === 0 || x === width - 1) isOpen[parts[voxel]] = 1;
      }
    }
  }
  for (let at = 0; at < parts.length; at++) if (isOpen[parts[at]]) parts[at] = 0;
}

function maskOf(painted: Uint8Array | Uint16Array, labels: readonly number[]): Uint8Array {
  const isInside = new Uint8Array(65_536);
  for (const label of labels) isInside[label] = 1;
  const mask = new Uint8Array(painted.length);
  for (let voxel = 0; voxel < mask.length; voxel++) mask[voxel] = isInside[painted[voxel]];
  return mask;
}
