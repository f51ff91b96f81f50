import { alignGeometry } from '../../domain/alignGeometry';
import { failure, type Problem, ProblemError } from '../../domain/errors';
import { type Geometry, isSameGrid } from '../../domain/geometry';
import type { LabelMap } from '../../domain/labelMap';
import type { GeometryWarning } from '../../domain/results';
import { sharedGrid } from '../../domain/sharedGrid';
import { alignToReference, gridMismatch, type NamedGrid } from '../../io/alignToReference';
import { readGeometry } from '../../io/readGeometry';
import { readLabelMap } from '../../io/readLabelMap';
import { giveBackVoxels } from '../../io/spareVoxels';
import type { MaskSource, WorkerFile } from '../protocol';

/** Takes one mask after the other, by their places in the source, and keeps none of them. */
export interface MaskTaker {
  add(place: number, mask: LabelMap['voxels']): void;
}

/** What is known of the masks of one side of a case once all were laid. */
interface LaidMasks<Taker> {
  /** That took them all. */
  taker: Taker;
  geometry: Geometry;
  /** By mask; false for one that was left out, or not asked for. */
  isLaid: boolean[];
  /** What the files say doubtfully, and which mask was left out for what. */
  warnings: GeometryWarning[];
}

/**
 * Reads masks one per structure onto the grid that most of them share; where as many lie on another one, the files
 * `beside` decide. The masks of `places` are given in their order to what `begin` makes, one after the other: a subject
 * of a hundred masks would not be held. A mask on another grid and one that cannot be read are left out and
 * named. Throws a ProblemError where no mask can be read, and 'grid-mismatch' where no grid is shared by most.
 */
export async function layMasks<Taker extends MaskTaker>(
  source: MaskSource,
  places: readonly number[],
  begin: () => Taker,
  signal: AbortSignal,
): Promise<LaidMasks<Taker>> {
  const laid = await layOn(null, source, places, begin(), signal);
  if (isOneGrid(laid.grids)) return laid;
  const base = await baseOf(laid.grids, source.beside ?? [], signal);
  return layOn(base, source, places, begin(), signal);
}

/** Without a `known` base the first mask is it, and nothing is given any more once another one differs. */
async function layOn<Taker extends MaskTaker>(
  known: NamedGrid | null,
  { masks }: MaskSource,
  places: readonly number[],
  taker: Taker,
  signal: AbortSignal,
): Promise<LaidMasks<Taker> & { grids: NamedGrid[] }> {
  const grids: NamedGrid[] = [];
  const isLaid = masks.map(() => false);
  const warnings: GeometryWarning[] = [];
  const problems: Problem[] = [];
  let doubt: Pick<Geometry, 'sideDoubt'> = {};
  const leaveOut = (place: number, problem: Problem) => {
    const { file, region } = masks[place];
    problems.push(problem);
    warnings.push({ kind: 'mask-left-out', file: file.path, structure: region, problem });
  };
  for (const place of places) {
    const { file } = masks[place];
    const read = await readLabelMap(file, signal);
    if (!read.ok) {
      leaveOut(place, read.problem);
      continue;
    }
    const { voxels, geometry, warnings: own = [] } = read.value;
    grids.push({ file: file.path, map: { geometry } });
    if (known || isOneGrid(grids)) {
      const aligned = alignToReference(known ?? grids[0], { file: file.path, map: read.value }, null);
      if (aligned.ok) {
        taker.add(place, aligned.value.voxels);
        isLaid[place] = true;
        // A person turns a whole prediction, never one of its masks.
        warnings.push(
          ...own,
          ...aligned.value.warnings.map((warning) => ({ ...warning, isTurnable: false })),
        );
        if (aligned.value.sideDoubt) doubt = { sideDoubt: aligned.value.sideDoubt };
        giveBackVoxels(aligned.value.voxels);
      } else leaveOut(place, aligned.problem);
    }
    giveBackVoxels(voxels);
  }
  if (grids.length === 0) throw new ProblemError(problems[0]);
  return { taker, geometry: { ...(known ?? grids[0]).map.geometry, ...doubt }, isLaid, warnings, grids };
}

/** The mask whose grid is that of the case. */
async function baseOf(
  grids: readonly NamedGrid[],
  beside: readonly WorkerFile[],
  signal: AbortSignal,
): Promise<NamedGrid> {
  const besides = await Promise.all(beside.map((file) => readGeometry(file, signal)));
  const place = sharedGrid(
    grids.map(({ map }) => map.geometry),
    besides.flatMap((grid) => (grid.ok ? grid.value : [])),
  );
  if (place !== null) return grids[place];
  const [first, ...others] = grids;
  for (const other of others) {
    const { kind } = alignGeometry(first.map.geometry, other.map.geometry);
    if (kind === 'grid-mismatch') throw new ProblemError(gridMismatch(first, other).problem);
  }
  throw new ProblemError(failure('worker-failed', first.file, { detail: 'no shared grid' }).problem);
}

function isOneGrid([first, ...others]: readonly NamedGrid[]): boolean {
  return others.every(({ map }) => isSameGrid(first.map.geometry, map.geometry));
}
