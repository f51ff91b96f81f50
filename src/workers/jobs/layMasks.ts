import { failure, type Problem, ProblemError } from '../../domain/errors';
import { type Geometry, isSameGrid } from '../../domain/geometry';
import type { LabelMap } from '../../domain/labelMap';
import type { GeometryWarning } from '../../domain/results';
import { sharedGrid } from '../../domain/sharedGrid';
import { alignToReference } from '../../io/alignToReference';
import { readGeometry } from '../../io/readGeometry';
import { readLabelMap } from '../../io/readLabelMap';
import type { MaskSource, WorkerFile } from '../protocol';

/** The masks of one side of a case, voxel by voxel on one grid. */
export interface LaidMasks {
  /** In the order of the masks; null for one that was left out. */
  maps: (LabelMap['voxels'] | null)[];
  geometry: Geometry;
  /** What the files say doubtfully, and which mask was left out for what. */
  warnings: GeometryWarning[];
}

interface ReadMask {
  place: number;
  file: string;
  map: LabelMap;
}

/**
 * Reads masks one per structure onto the grid that most of them share; where as many lie on another one, the files
 * `beside` decide. A mask on another grid and one that cannot be read are left out and named. Throws a ProblemError
 * where no mask can be read, and 'grid-mismatch' where no grid is shared by most.
 */
export async function layMasks(source: MaskSource, signal: AbortSignal): Promise<LaidMasks> {
  const { masks, beside = [] } = source;
  const results = await Promise.all(masks.map(({ file }) => readLabelMap(file, signal)));
  const read = results.flatMap((result, place): ReadMask[] =>
    result.ok ? [{ place, file: masks[place].file.path, map: result.value }] : [],
  );
  const leftOut = (place: number, problem: Problem): GeometryWarning => {
    return { kind: 'mask-left-out', file: masks[place].file.path, structure: masks[place].region, problem };
  };
  const warnings = results.flatMap((result, place) => (result.ok ? [] : leftOut(place, result.problem)));
  if (read.length === 0) throw new ProblemError(results.flatMap((r) => (r.ok ? [] : r.problem))[0]);
  const base = await baseOf(read, beside, signal);
  const maps: LaidMasks['maps'] = masks.map(() => null);
  let { geometry } = base.map;
  for (const mask of read) {
    const aligned = alignToReference(base, mask, null);
    if (!aligned.ok) {
      warnings.push(leftOut(mask.place, aligned.problem));
      continue;
    }
    const { voxels, sideDoubt } = aligned.value;
    maps[mask.place] = voxels;
    // A person turns a whole prediction, never one of its masks.
    const between = aligned.value.warnings.map((warning) => ({ ...warning, isTurnable: false }));
    warnings.push(...(mask.map.warnings ?? []), ...between);
    if (sideDoubt) geometry = { ...geometry, sideDoubt };
  }
  return { maps, geometry, warnings };
}

/** The mask whose grid is that of the case. */
async function baseOf(
  read: readonly ReadMask[],
  beside: readonly WorkerFile[],
  signal: AbortSignal,
): Promise<ReadMask> {
  const [first, ...others] = read;
  const isOn = (mask: ReadMask) => isSameGrid(first.map.geometry, mask.map.geometry);
  if (others.every(isOn)) return first;
  const grids = read.map(({ map }) => map.geometry);
  const besides = await Promise.all(beside.map((file) => readGeometry(file, signal)));
  const place = sharedGrid(
    grids,
    besides.flatMap((grid) => (grid.ok ? grid.value : [])),
  );
  if (place !== null) return read[place];
  for (const other of others) {
    const aligned = alignToReference(first, other, null);
    if (!aligned.ok) throw new ProblemError(aligned.problem);
  }
  throw new ProblemError(failure('worker-failed', first.file, { detail: 'no shared grid' }).problem);
}
