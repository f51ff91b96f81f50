import type { Geometry } from './geometry';
import type { Confusion } from './results';

/** What one voxel is: its label in the reference and in the prediction. */
export type LabelPair = readonly [reference: number, prediction: number];

/** Of the smallest kind that holds every code. */
export type Codes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/**
 * The voxels of a case as one code each (x fastest, as stored): the place of the voxel's two labels in `pairs`,
 * whose first is background in both. `values` are the labels of either map, 0 first.
 */
export interface PairCodes {
  codes: Codes;
  pairs: readonly LabelPair[];
  values: number[];
  /** Labels for which no view of whole maps has a colour of its own; missing where every label has one. */
  crowd?: readonly number[];
  geometry: Geometry;
  /** Set where several volumes differ in one box only: going from one to another, only that is drawn anew. */
  varies?: VaryingBox;
}

/** A box of voxels, both ends inside. */
export interface VoxelBox {
  first: Voxel;
  last: Voxel;
}

/** Outside the box the codes are those of `family`, as in every volume of that family. */
export interface VaryingBox extends VoxelBox {
  family: PairCodes['codes'];
}

type Voxel = [number, number, number];

/** So few values that every pair of them has a code within a byte. */
const mostPaired = 16;

/** So many labels have colours of their own beside nothing: what one byte tells apart. */
const mostColored = 255;

/**
 * The pairs that codes count: every pair of the named and found labels as far as a byte holds them, so that no
 * view has to write voxels anew, else those that occur, in ascending order.
 */
export function pairsToCode(
  named: readonly number[],
  { labels, counts }: Confusion,
): Pick<PairCodes, 'pairs' | 'values'> {
  const values = [...new Set([0, ...named, ...labels])].sort((first, second) => first - second);
  if (values.length <= mostPaired) return { pairs: allPairs(values), values };
  const occurring = labels.flatMap((reference, row) =>
    labels.flatMap((prediction, column): LabelPair[] =>
      counts[row][column] > 0 || (reference === 0 && prediction === 0) ? [[reference, prediction]] : [],
    ),
  );
  return { pairs: occurring, values: labels };
}

/** Every pair of these values; the code of one is reference place · K + prediction place. */
export function allPairs(values: readonly number[]): LabelPair[] {
  return values.flatMap((reference) => values.map((prediction): LabelPair => [reference, prediction]));
}

/** The smallest labels, by voxels in both maps, where there are more than there are colours. */
export function crowdOf({ labels, counts }: Confusion): number[] {
  const sizes = labels.map((value, place) => ({
    value,
    voxels: counts[place].reduce((sum, count, row) => sum + count + counts[row][place], 0),
  }));
  const found = sizes.filter(({ value, voxels }) => value !== 0 && voxels > 0);
  if (found.length <= mostColored) return [];
  return found
    .sort((first, second) => second.voxels - first.voxels)
    .slice(mostColored - 1)
    .map(({ value }) => value)
    .sort((first, second) => first - second);
}

/** The table of `isCounted` for pair codes: 1 where `counts(reference, prediction)` holds. */
export function countedCodes(
  pairs: readonly LabelPair[],
  counts: (reference: number, prediction: number) => boolean,
): Uint8Array {
  return Uint8Array.from(pairs, ([reference, prediction]) => (counts(reference, prediction) ? 1 : 0));
}
