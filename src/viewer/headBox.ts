import type { NVImage } from '@niivue/niivue';
import type { VoxelBox } from '../domain/pairCodes';
import type { RasGrid, Voxel } from './rasGrid';

/** A part of a volume, in shares (0 to 1) of its extent along three axes. */
export interface Part {
  low: Voxel;
  high: Voxel;
}

export const wholePart: Part = { low: [0, 0, 0], high: [1, 1, 1] };

/** What differs from the corners by less than this share of the usual range is air. */
const airShare = 0.08;
/** A slice with less of its voxels in it than this is noise. */
const leastOfSlice = 0.004;
/** So many places along an axis are looked at. */
const looksAlong = 96;
/** Around what is framed, in shares of it. */
const margin = 0.03;
/** Around labels without a head, in shares of the volume: where they lie is part of what is seen. */
const roomAroundLabels = 0.06;

type Looked = Pick<NVImage, 'img' | 'dims' | 'hdr' | 'robust_min' | 'robust_max'>;

const known = new WeakMap<Looked, Part | null>();

/** Where the head is along the axes of an image's file; null where all of it is alike, as in a black one. */
export function headOf(image: Looked): Part | null {
  const before = known.get(image);
  if (before !== undefined) return before;
  const head = findHead(image);
  known.set(image, head);
  return head;
}

function findHead({ img, dims, hdr, robust_min: low = 0, robust_max: high = 0 }: Looked): Part | null {
  if (!img || !dims) return null;
  const shape: Voxel = [dims[1], dims[2], dims[3]];
  // Colours stand in threes.
  if (img.length % (shape[0] * shape[1] * shape[2]) !== 0 || hdr?.datatypeCode === 128) return null;
  const least = (airShare * (high - low)) / Math.abs(hdr?.scl_slope || 1);
  const steps = shape.map((count) => Math.ceil(count / looksAlong));
  const at = (x: number, y: number, z: number) => img[x + shape[0] * (y + shape[1] * z)];
  const air = cornerValue(shape, at);
  const counts = shape.map((count, axis) => new Uint32Array(Math.ceil(count / steps[axis])));
  for (let z = 0; z < shape[2]; z += steps[2]) {
    for (let y = 0; y < shape[1]; y += steps[1]) {
      for (let x = 0; x < shape[0]; x += steps[0]) {
        if (!(Math.abs(at(x, y, z) - air) > least)) continue;
        counts[0][x / steps[0]]++;
        counts[1][y / steps[1]]++;
        counts[2][z / steps[2]]++;
      }
    }
  }
  const looks = counts.reduce((product, { length }) => product * length, 1);
  const ends = counts.map((along) => {
    const isHead = (count: number) => count > leastOfSlice * (looks / along.length);
    return [along.findIndex(isHead), along.findLastIndex(isHead)];
  });
  if (ends.some(([first]) => first < 0)) return null;
  return {
    low: ends.map(([first], axis) => (first * steps[axis]) / shape[axis]) as Voxel,
    high: ends.map(([, last], axis) => Math.min(1, ((last + 1) * steps[axis]) / shape[axis])) as Voxel,
  };
}

/** What most of the eight corners hold, of which a head may reach into some. */
function cornerValue([width, height, depth]: Voxel, at: (x: number, y: number, z: number) => number): number {
  const corners = [0, width - 1].flatMap((x) =>
    [0, height - 1].flatMap((y) => [0, depth - 1].map((z) => at(x, y, z))),
  );
  return corners.sort((first, second) => first - second)[3];
}

function partOf({ first, last }: VoxelBox, shape: Voxel): Part {
  return {
    low: first.map((at, axis) => at / shape[axis]) as Voxel,
    high: last.map((at, axis) => (at + 1) / shape[axis]) as Voxel,
  };
}

/**
 * What a pane fits into its room, along NiiVue's axes: the head and all labels; the labels in their surroundings
 * where there is no head, everything where there is neither.
 */
export function framedPart({ shape, turns }: RasGrid, head: Part | null, labels: VoxelBox | null): Part {
  const parts = [head, labels && partOf(labels, shape)].filter((part) => part !== null);
  if (parts.length === 0) return wholePart;
  const ends = [0, 1, 2].map((axis) => {
    const low = Math.min(...parts.map((part) => part.low[axis]));
    const high = Math.max(...parts.map((part) => part.high[axis]));
    const room = head ? margin * (high - low) : roomAroundLabels;
    return [low - room, high + room];
  });
  const turned = turns.map((turn) => {
    const [low, high] = ends[Math.abs(turn) - 1];
    return turn < 0 ? [1 - high, 1 - low] : [low, high];
  });
  return { low: turned.map(([low]) => low) as Voxel, high: turned.map(([, high]) => high) as Voxel };
}
