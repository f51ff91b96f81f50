import { flatAxis, type Geometry } from '../domain/geometry';
import { maskKey } from '../domain/labelScheme';
import type { NoNumberReason } from '../domain/noNumber';
import type { SurfaceDistances } from '../domain/surfaceDistances';
import { type Box, boxAround, boxShape, forEachLine, labelBoxes } from './labelBoxes';
import { nearestSquaredDistances } from './nearestElements';
import { surfaceElementAreas } from './surfaceElementAreas';
import { STRUCTURES_PER_BYTE, type SurfaceElements, surfaceElements } from './surfaceElements';
import {
  distanceProfile,
  emptyReason,
  hausdorffMm,
  meanMm,
  normalisedSurfaceDice,
  type SurfaceProfile,
} from './surfaceProfile';

type Triple = [number, number, number];
type Voxels = Uint8Array | Uint16Array;
type Grid = Pick<Geometry, 'shape' | 'spacingMm'>;

/** The surface scores of one structure in mm, and the profile that gives any other percentile or τ. */
export interface SurfaceScores extends SurfaceDistances {
  /**
   * Why the distances are not finite; null when both structures have a surface. They are infinite when one is empty
   * and NaN when both are, an average distance from an empty one is NaN.
   */
  reason: NoNumberReason | null;
  /** 0 when one structure is empty, NaN when both are. */
  nsd: { tauMm: number; value: number }[];
  profile: SurfaceProfile;
}

/**
 * The surface scores of every structure of a case, in the order given: DeepMind's definition (metrics.md §3)
 * with the spacing of `geometry`. Both maps (x fastest) lie on that grid. Structures share one pass over the
 * voxels of their common box, eight at a time; those with equal labels share everything. On a grid of two
 * dimensions they are the scores of contours.
 */
export function surfaceDistancesOfCase(
  reference: Voxels,
  prediction: Voxels,
  geometry: Grid,
  structures: readonly { labels: readonly number[] }[],
  tausMm: readonly number[],
): SurfaceScores[] {
  const labelSets = new Map(structures.map(({ labels }) => [maskKey(labels), labels]));
  const profiles = surfaceProfiles(reference, prediction, geometry, flatAxis(geometry), [
    ...labelSets.values(),
  ]);
  const keys = [...labelSets.keys()];
  return structures.map(({ labels }) => surfaceScores(profiles[keys.indexOf(maskKey(labels))], tausMm));
}

/**
 * The surface scores between two masks, not 0 inside, both on the same grid (x fastest). `across` is the flat axis
 * of the whole grid where they are cut out of one: a flat box in a volume has surfaces.
 */
export function surfaceDistancesOfMasks(
  referenceMask: Uint8Array,
  predictionMask: Uint8Array,
  shape: Triple,
  spacingMm: Triple,
  tausMm: readonly number[] = [],
  across = flatAxis({ shape }),
): SurfaceScores {
  const anyValue = Array.from({ length: 255 }, (_, index) => index + 1);
  const [profile] = surfaceProfiles(referenceMask, predictionMask, { shape, spacingMm }, across, [anyValue]);
  return surfaceScores(profile, tausMm);
}

/** The scores that a profile gives; τ and percentiles cost no distances. */
export function surfaceScores(profile: SurfaceProfile, tausMm: readonly number[]): SurfaceScores {
  const { referenceToPrediction, predictionToReference } = profile;
  return {
    reason: emptyReason(profile),
    hd95Mm: hausdorffMm(profile, 95),
    hd100Mm: hausdorffMm(profile, 100),
    asdReferenceToPredictionMm: meanMm(referenceToPrediction),
    asdPredictionToReferenceMm: meanMm(predictionToReference),
    assdMm: meanMm(referenceToPrediction, predictionToReference),
    nsd: tausMm.map((tauMm) => ({ tauMm, value: normalisedSurfaceDice(profile, tauMm) })),
    profile,
  };
}

/**
 * In two dimensions a slice stands for a body that goes on across it, 1 mm of which is measured: the element of a
 * contour is then the element of a wall, and its length (mm) the wall's area (mm²). That gives DeepMind's lengths
 * for all 16 neighbourhoods.
 */
function surfaceProfiles(
  reference: Voxels,
  prediction: Voxels,
  geometry: Grid,
  across: number | null,
  labelSets: readonly (readonly number[])[],
): SurfaceProfile[] {
  const { shape, spacingMm } = across === null ? geometry : lyingFlat(geometry, across);
  const boxes = [labelBoxes(reference, shape), labelBoxes(prediction, shape)];
  const areaOfCode = surfaceElementAreas(spacingMm);
  const profiles: SurfaceProfile[] = [];
  for (let first = 0; first < labelSets.length; first += STRUCTURES_PER_BYTE) {
    const sets = labelSets.slice(first, first + STRUCTURES_PER_BYTE);
    const box = boxAround(sets.flat().flatMap((label) => boxes.map((ofLabel) => ofLabel.get(label))));
    const grid = box ? paddedShape(box, across !== null) : ([2, 2, 2] satisfies Triple);
    const [ofReference, ofPrediction] = [reference, prediction].map((voxels) =>
      surfaceElements(
        paddedMembers(voxels, shape, box, across !== null, sets),
        grid,
        sets.length,
        areaOfCode,
      ),
    );
    sets.forEach((_, index) => {
      profiles.push({
        referenceToPrediction: profileBetween(ofReference[index], ofPrediction[index], grid, spacingMm),
        predictionToReference: profileBetween(ofPrediction[index], ofReference[index], grid, spacingMm),
      });
    });
  }
  return profiles;
}

/** The same voxels in the same order, their flat axis last. */
function lyingFlat({ shape, spacingMm }: Grid, across: number): Grid {
  const [first, second] = [0, 1, 2].filter((axis) => axis !== across);
  return { shape: [shape[first], shape[second], 1], spacingMm: [spacingMm[first], spacingMm[second], 1] };
}

function profileBetween(from: SurfaceElements, to: SurfaceElements, grid: Triple, spacingMm: Triple) {
  return distanceProfile(nearestSquaredDistances(from, to, grid, spacingMm), from.areasMm2);
}

function paddedShape(box: Box, isFlat: boolean): Triple {
  const [columns, rows, slices] = boxShape(box);
  return [columns + 2, rows + 2, isFlat ? 2 : slices + 2];
}

/**
 * The box with one empty voxel around it, a flat one twice behind itself instead; bit i of a voxel is set when its
 * label belongs to set i.
 */
function paddedMembers(
  voxels: Voxels,
  shape: Triple,
  box: Box | null,
  isFlat: boolean,
  labelSets: readonly (readonly number[])[],
): Uint8Array {
  if (!box) return new Uint8Array(8);
  const bitsOf = new Uint8Array(voxels instanceof Uint8Array ? 256 : 65_536);
  labelSets.forEach((labels, bit) => {
    for (const label of labels) bitsOf[label] |= 1 << bit;
  });
  const [columns, rows, slices] = paddedShape(box, isFlat);
  const members = new Uint8Array(columns * rows * slices);
  const boxRows = rows - 2;
  const firstSlice = isFlat ? 0 : 1;
  forEachLine(box, shape, (volumeStart, boxStart, length) => {
    const line = boxStart / length;
    const slice = Math.floor(line / boxRows);
    const start = ((slice + firstSlice) * rows + (line - slice * boxRows) + 1) * columns + 1;
    for (let step = 0; step < length; step++) {
      const value = voxels[volumeStart + step];
      if (value !== 0) members[start + step] = bitsOf[value];
    }
  });
  if (isFlat) members.copyWithin(columns * rows, 0);
  return members;
}
