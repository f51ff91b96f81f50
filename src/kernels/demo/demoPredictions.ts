import type { Geometry } from '../../domain/geometry';
import { paintRegions } from '../paintRegions';
import type { RandomSource } from '../randomSource';
import { thresholdRegions } from '../reconstruction/thresholdRegions';
import { type HeadPhantom, tissue } from './headPhantom';
import { smoothNoise } from './smoothNoise';
import { labelsOfLevels, type TumourLevels } from './tumourPhantom';

/** How a made-up network errs: shaky contours in mm, and what it gets altogether wrong. */
export interface ErrorPlan {
  wholeMm: number;
  coreMm: number;
  necrosisMm: number;
  /** Radius (mm) of a hallucinated piece and of a missed piece; 0 for none. */
  extraMm: number;
  missedMm: number;
  missesCore: boolean;
  /** Enhancing tumour where the reference has none. */
  hallucinatesEnhancement: boolean;
}

const PROBABILITY_STEPS = 64;

/**
 * Probabilities of whole tumour, tumour core and enhancing tumour from three heads that err together for the
 * most part and apart for the rest, so that the nesting is violated here and there. Multiples of 1/64.
 */
export function regionProbabilities(
  geometry: Geometry,
  levels: TumourLevels,
  head: HeadPhantom,
  plan: ErrorPlan,
  random: RandomSource,
): Float32Array<ArrayBuffer>[] {
  const shaken = shakenLevels(geometry, levels, head, plan, random);
  const size = shaken.whole.length;
  const coreOwn = smoothNoise(geometry, 6, random);
  const enhancingOwn = smoothNoise(geometry, 5, random);
  const [whole, core, enhancing] = [0, 1, 2].map(() => new Float32Array(size));
  for (let voxel = 0; voxel < size; voxel++) {
    if (shaken.whole[voxel] < -9 && shaken.core[voxel] < -9) continue;
    const coreHead = shaken.core[voxel] + 0.9 * coreOwn[voxel] - (plan.missesCore ? 7 : 0);
    const rim = Math.min(coreHead + 0.3 + 0.8 * enhancingOwn[voxel], -shaken.necrosis[voxel]);
    whole[voxel] = quantised(shaken.whole[voxel], 1.1);
    core[voxel] = quantised(coreHead, 1);
    enhancing[voxel] = quantised(Math.min(rim, shaken.enhancement[voxel]), 0.8);
  }
  if (plan.missesCore) {
    for (const probabilities of [core, enhancing]) {
      for (let voxel = 0; voxel < size; voxel++)
        probabilities[voxel] = Math.floor(probabilities[voxel] * 24) / 64;
    }
  }
  return [whole, core, enhancing];
}

/** The masks of probabilities strictly above one half, painted in declared order (metrics.md §1). */
export function paintedMap(
  probabilities: readonly Float32Array[],
  regionsClassOrder: readonly number[],
): Uint8Array<ArrayBuffer> {
  return paintRegions(thresholdRegions(probabilities, 0.5), regionsClassOrder);
}

/** The label map of a network trained on exclusive labels: nested by construction. */
export function labelPrediction(
  geometry: Geometry,
  levels: TumourLevels,
  head: HeadPhantom,
  plan: ErrorPlan,
  random: RandomSource,
): Uint8Array<ArrayBuffer> {
  const shaken = shakenLevels(geometry, levels, head, plan, random);
  if (plan.missesCore) shaken.core.fill(-9);
  return labelsOfLevels(shaken);
}

/** The true levels with smooth errors of two scales, one hallucinated and one missed piece. */
function shakenLevels(
  geometry: Geometry,
  levels: TumourLevels,
  head: HeadPhantom,
  plan: ErrorPlan,
  random: RandomSource,
): TumourLevels {
  const size = levels.whole.length;
  const coarse = [15, 10, 8].map((cellMm) => smoothNoise(geometry, cellMm, random));
  const fine = [6, 5, 4.5].map((cellMm) => smoothNoise(geometry, cellMm, random));
  const shiftMm = [plan.wholeMm, plan.coreMm, plan.necrosisMm].map((mm) => 0.35 * mm * random.normal());
  const extraCentre = nearBorder(geometry, levels.whole, head, -10, random);
  const missedCentre = nearBorder(geometry, levels.whole, head, 1, random);
  const shaken: TumourLevels = {
    whole: new Float32Array(size),
    core: new Float32Array(size),
    necrosis: new Float32Array(size),
    enhancement: new Float32Array(size),
  };
  for (let voxel = 0; voxel < size; voxel++) {
    const inBrain = head.tissues[voxel] === tissue.grey || head.tissues[voxel] === tissue.white;
    const shake = (part: number, mm: number) =>
      mm * (coarse[part][voxel] + 0.45 * fine[part][voxel]) + shiftMm[part];
    const extra = plan.extraMm - distanceTo(geometry, voxel, extraCentre) + 1.5 * fine[0][voxel];
    const missed = distanceTo(geometry, voxel, missedCentre) - plan.missedMm + 1.5 * fine[0][voxel];
    let whole = levels.whole[voxel] + shake(0, plan.wholeMm);
    let core = levels.core[voxel] + shake(1, plan.coreMm);
    if (plan.extraMm > 0 && inBrain) whole = Math.max(whole, extra);
    if (plan.missedMm > 0) {
      whole = Math.min(whole, missed);
      core = Math.min(core, missed);
    }
    shaken.whole[voxel] = whole;
    shaken.core[voxel] = core;
    shaken.necrosis[voxel] = levels.necrosis[voxel] + shake(2, plan.necrosisMm);
    shaken.enhancement[voxel] = plan.hallucinatesEnhancement
      ? 2.2 * coarse[2][voxel] - 2.2
      : levels.enhancement[voxel] + 0.8 * plan.necrosisMm * fine[1][voxel];
  }
  return shaken;
}

/** A voxel (x, y, z) of the brain whose level is about this one; the centre of the grid when none is found. */
function nearBorder(
  { shape }: Geometry,
  whole: Float32Array,
  head: HeadPhantom,
  levelMm: number,
  random: RandomSource,
): [number, number, number] {
  for (let attempt = 0; attempt < 20_000; attempt++) {
    const voxel = Math.floor(random.uniform() * whole.length);
    if (head.depthMm[voxel] < 3 || Math.abs(whole[voxel] - levelMm) > 1.5) continue;
    return [
      voxel % shape[0],
      Math.floor(voxel / shape[0]) % shape[1],
      Math.floor(voxel / (shape[0] * shape[1])),
    ];
  }
  return [shape[0] >> 1, shape[1] >> 1, shape[2] >> 1];
}

function distanceTo({ shape, spacingMm }: Geometry, voxel: number, centre: readonly number[]): number {
  const x = ((voxel % shape[0]) - centre[0]) * spacingMm[0];
  const y = ((Math.floor(voxel / shape[0]) % shape[1]) - centre[1]) * spacingMm[1];
  const z = (Math.floor(voxel / (shape[0] * shape[1])) - centre[2]) * spacingMm[2];
  return Math.sqrt(x * x + y * y + z * z);
}

function quantised(level: number, softnessMm: number): number {
  return Math.round(PROBABILITY_STEPS / (1 + Math.exp(-level / softnessMm))) / PROBABILITY_STEPS;
}
