import type { Candidate, CauseSearch } from './causeSearch';

type Triple = [number, number, number];

const AXES: Triple[] = [
  [0, 1, 2],
  [1, 0, 2],
  [0, 2, 1],
  [2, 1, 0],
  [1, 2, 0],
  [2, 0, 1],
];

/** The best of the 47 ways to flip and exchange axes that keep the shape of the grid. */
export function axesCause({ painted, saved, shape }: CauseSearch): Candidate[] {
  const foreground = foregroundOf(painted, shape);
  let savedForeground = 0;
  for (let voxel = 0; voxel < saved.length; voxel++) if (saved[voxel] !== 0) savedForeground++;
  const candidates = AXES.filter((axes) => axes.every((axis, place) => shape[axis] === shape[place])).flatMap(
    (axes) =>
      Array.from({ length: 8 }, (_, flips): Candidate => {
        const flipped: [boolean, boolean, boolean] = [(flips & 1) > 0, (flips & 2) > 0, (flips & 4) > 0];
        const differingVoxels = differingWhen(foreground, saved, savedForeground, shape, axes, flipped);
        return { cause: { kind: 'axes', axes, flipped }, differingVoxels };
      }),
  );
  const moved = candidates.slice(1);
  return [moved.reduce((least, next) => (next.differingVoxels < least.differingVoxels ? next : least))];
}

interface Foreground {
  /** x, y and z of each voxel behind each other. */
  places: Int32Array;
  values: Uint16Array;
}

function foregroundOf(painted: Uint8Array | Uint16Array, [width, height]: readonly [number, number, number]) {
  const places: number[] = [];
  const values: number[] = [];
  for (let voxel = 0; voxel < painted.length; voxel++) {
    if (painted[voxel] === 0) continue;
    places.push(voxel % width, Math.floor(voxel / width) % height, Math.floor(voxel / (width * height)));
    values.push(painted[voxel]);
  }
  return { places: Int32Array.from(places), values: Uint16Array.from(values) };
}

/** Only foreground is looked at: unmatched painted voxels, unmatched saved voxels, and matched ones of another value. */
function differingWhen(
  { places, values }: Foreground,
  saved: Uint8Array | Uint16Array,
  savedForeground: number,
  shape: readonly [number, number, number],
  axes: Triple,
  flipped: readonly boolean[],
): number {
  const strides = [1, shape[0], shape[0] * shape[1]];
  const steps = [0, 0, 0];
  let start = 0;
  axes.forEach((axis, place) => {
    steps[axis] = flipped[place] ? -strides[place] : strides[place];
    if (flipped[place]) start += (shape[place] - 1) * strides[place];
  });
  let both = 0;
  let equal = 0;
  for (let at = 0; at < values.length; at++) {
    const x = places[3 * at];
    const y = places[3 * at + 1];
    const z = places[3 * at + 2];
    const value = saved[start + x * steps[0] + y * steps[1] + z * steps[2]];
    if (value === 0) continue;
    both++;
    if (value === values[at]) equal++;
  }
  return values.length + savedForeground - both - equal;
}
