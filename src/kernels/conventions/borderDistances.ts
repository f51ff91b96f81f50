import { nearestSquaredDistances, type PlacesInBox } from '../nearestElements';

type Triple = readonly [number, number, number];

/** Squared distances (mm²) between the border voxels of two masks, one of each border voxel. */
export interface BorderDistances {
  fromReference: Float64Array;
  fromPrediction: Float64Array;
}

/**
 * The distances from each mask's border voxels to the nearest of the other's (metrics.md §8): Infinity where the other
 * has none. Both masks (not 0 inside, x fastest) have this shape, and nothing lies beyond it. `across` is the flat axis
 * of the whole grid, along which a slice has no border.
 */
export function borderDistances(
  reference: Uint8Array,
  prediction: Uint8Array,
  shape: Triple,
  spacingMm: Triple,
  across: number | null,
): BorderDistances {
  const ofReference = borderVoxels(reference, shape, across);
  const ofPrediction = borderVoxels(prediction, shape, across);
  return {
    fromReference: nearestSquaredDistances(ofReference, ofPrediction, shape, spacingMm),
    fromPrediction: nearestSquaredDistances(ofPrediction, ofReference, shape, spacingMm),
  };
}

/** The voxels of a mask that lack one of their six neighbours; those beyond the shape are outside. */
function borderVoxels(mask: Uint8Array, shape: Triple, across: number | null): PlacesInBox {
  const [columns, rows, slices] = shape;
  const area = columns * rows;
  const isAcross = [0, 1, 2].map((axis) => axis === across);
  const positions: number[] = [];
  const lower: [number, number, number] = [columns, rows, slices];
  const upper: [number, number, number] = [0, 0, 0];
  let voxel = 0;
  for (let z = 0; z < slices; z++) {
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++, voxel++) {
        if (mask[voxel] === 0) continue;
        const isInsideX = isAcross[0] || (x > 0 && x + 1 < columns && mask[voxel - 1] && mask[voxel + 1]);
        const isInsideY =
          isAcross[1] || (y > 0 && y + 1 < rows && mask[voxel - columns] && mask[voxel + columns]);
        const isInsideZ =
          isAcross[2] || (z > 0 && z + 1 < slices && mask[voxel - area] && mask[voxel + area]);
        if (isInsideX && isInsideY && isInsideZ) continue;
        positions.push(voxel);
        if (x < lower[0]) lower[0] = x;
        if (x >= upper[0]) upper[0] = x + 1;
        if (y < lower[1]) lower[1] = y;
        if (y >= upper[1]) upper[1] = y + 1;
        if (z < lower[2]) lower[2] = z;
        if (z >= upper[2]) upper[2] = z + 1;
      }
    }
  }
  return { positions, box: positions.length === 0 ? null : { lower, upper } };
}

/** What the scripts of 2024 add to the divisor 2 of a surface Dice: a perfect one is 0.999999995. */
export const marginOf2024 = 1e-8;

/** Squares of equal distances differ by their rounding. */
const rounding = 1e-9;

/**
 * The mean of the two shares of border voxels that lie within τ (mm) of the other border. `margin` is added to the
 * divisor 2. NaN when a mask is empty.
 */
export function borderDice(
  { fromReference, fromPrediction }: BorderDistances,
  tauMm: number,
  margin: number,
): number {
  const most = tauMm * tauMm * (1 + rounding);
  const share = (squared: Float64Array) => {
    let within = 0;
    for (const distance of squared) if (distance <= most) within++;
    return within / squared.length;
  };
  return (share(fromReference) + share(fromPrediction)) / (2 + margin);
}

/**
 * HD95 (mm) as panoptica takes it: the 95th percentile, linear between order statistics, of the distances of both
 * directions together (metrics.md §9).
 */
export function pooledHd95Mm({ fromReference, fromPrediction }: BorderDistances): number {
  const pooled = new Float64Array(fromReference.length + fromPrediction.length);
  pooled.set(fromReference);
  pooled.set(fromPrediction, fromReference.length);
  pooled.sort();
  const place = 0.95 * (pooled.length - 1);
  const below = Math.floor(place);
  const low = Math.sqrt(pooled[below]);
  const high = Math.sqrt(pooled[Math.min(below + 1, pooled.length - 1)]);
  return low === high ? low : low + (high - low) * (place - below);
}
