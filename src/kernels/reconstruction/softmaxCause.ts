import type { Candidate, CauseSearch } from './causeSearch';

type Probabilities = readonly (Float32Array | Float64Array)[];

/** Half floats and rounding leave sums a little beside 1. */
const SUM_TOLERANCE = 0.02;

/** True when the arrays sum to 1 (or, without the background, to at most 1) everywhere, as a softmax does. */
export function isSoftmax(probabilities: Probabilities, hasBackground: boolean): boolean {
  const size = probabilities[0]?.length ?? 0;
  for (let voxel = 0; voxel < size; voxel++) {
    let sum = 0;
    for (const channel of probabilities) sum += channel[voxel];
    if (sum > 1 + SUM_TOLERANCE || (hasBackground && sum < 1 - SUM_TOLERANCE)) return false;
  }
  return size > 0;
}

/** The argmax of a softmax: the first of equal ones wins, as in numpy; without its channel background has the rest. */
export function argmaxDifference(
  probabilities: Probabilities,
  values: readonly number[],
  hasBackground: boolean,
  saved: Uint8Array | Uint16Array,
): number {
  let differing = 0;
  for (let voxel = 0; voxel < saved.length; voxel++) {
    let largest = hasBackground ? Number.NEGATIVE_INFINITY : 1;
    let winner = 0;
    if (!hasBackground) for (const channel of probabilities) largest -= channel[voxel];
    for (let channel = 0; channel < probabilities.length; channel++) {
      if (probabilities[channel][voxel] <= largest) continue;
      largest = probabilities[channel][voxel];
      winner = values[channel];
    }
    if (winner !== saved[voxel]) differing++;
  }
  return differing;
}

/** The arrays read as the softmax of a label-trained model with these labels: channel i is label i, ascending. */
export function softmaxCause({
  probabilities,
  scheme,
  saved,
}: Pick<CauseSearch, 'probabilities' | 'scheme' | 'saved'>): Candidate[] {
  if (!probabilities) return [];
  const labels = scheme.labels.map(({ value }) => value).filter((value) => value !== scheme.ignoreLabel);
  labels.sort((first, second) => first - second);
  return [true, false].flatMap((hasBackground) => {
    const values = hasBackground ? [0, ...labels] : labels;
    if (values.length !== probabilities.length || !isSoftmax(probabilities, hasBackground)) return [];
    return [
      {
        cause: { kind: 'softmax' as const, channels: probabilities.length, hasBackground },
        differingVoxels: argmaxDifference(probabilities, values, hasBackground, saved),
      },
    ];
  });
}
