import type { Geometry } from '../../domain/geometry';
import type { RandomSource } from '../randomSource';
import { type HeadPhantom, tissue } from './headPhantom';
import { smoothNoise } from './smoothNoise';

/** Where a tumour lies and how large its parts are (mm). */
export interface TumourPlan {
  centreMm: [number, number, number];
  /** Stretch of the three axes. */
  stretch: [number, number, number];
  wholeMm: number;
  coreMm: number;
  necrosisMm: number;
  hasEnhancement: boolean;
  /** A second, smaller focus. */
  satelliteMm: [number, number, number] | null;
}

/** Levels in about mm, positive inside: about the signed distance to each boundary. */
export interface TumourLevels {
  whole: Float32Array;
  core: Float32Array;
  necrosis: Float32Array;
  /** Positive where the rim enhances; the rim itself is core without necrosis. */
  enhancement: Float32Array;
}

const SATELLITE_SHARE = 0.45;

/** A plan drawn from the seed: a place in the white matter, sizes as in glioblastoma. */
export function planTumour(random: RandomSource, hasEnhancement: boolean, hasSatellite: boolean): TumourPlan {
  const side = random.uniform() < 0.5 ? -1 : 1;
  const coreMm = random.between(7.5, 18);
  const centreMm: [number, number, number] = [
    side * random.between(23, 36),
    random.between(-38, 36),
    random.between(-2, 32),
  ];
  const satelliteMm: [number, number, number] = [
    centreMm[0] - side * random.between(-4, 6),
    centreMm[1] + (centreMm[1] > 0 ? -1 : 1) * (coreMm * 1.4 + 14),
    centreMm[2] + random.between(-6, 8),
  ];
  return {
    centreMm,
    stretch: [random.between(0.85, 1.15), random.between(0.75, 1.1), random.between(0.85, 1.2)],
    coreMm,
    wholeMm: coreMm + random.between(5, 13),
    necrosisMm: coreMm * random.between(0.5, 0.78),
    hasEnhancement,
    satelliteMm: hasSatellite ? satelliteMm : null,
  };
}

/** The three nested parts as level functions: a warped ball each, oedema creeping along the white matter. */
export function tumourLevels(
  geometry: Geometry,
  plan: TumourPlan,
  head: HeadPhantom,
  random: RandomSource,
): TumourLevels {
  const distance = distanceMm(geometry, plan);
  const wholeWaves = smoothNoise(geometry, 17, random);
  const coreWaves = smoothNoise(geometry, 11, random);
  const ripples = smoothNoise(geometry, 6, random);
  const necrosisWaves = smoothNoise(geometry, 7, random);
  const gaps = smoothNoise(geometry, 9, random);
  const size = distance.length;
  const [whole, core, necrosis, enhancement] = Array.from({ length: 4 }, () => new Float32Array(size));
  const waveMm = plan.coreMm * 0.24;
  for (let voxel = 0; voxel < size; voxel++) {
    const place = head.tissues[voxel];
    const r = distance[voxel];
    const inBrain = place === tissue.grey || place === tissue.white || place === tissue.csf;
    const wall = inBrain ? 8 : -6;
    core[voxel] = Math.min(plan.coreMm - r + waveMm * coreWaves[voxel] + 1.2 * ripples[voxel], wall);
    necrosis[voxel] = plan.necrosisMm - r + 0.7 * waveMm * coreWaves[voxel] + 1.7 * necrosisWaves[voxel];
    enhancement[voxel] = plan.hasEnhancement ? 3.2 + 3.2 * gaps[voxel] : -6;
    const alongFibres = 1.8 * (head.depthMm[voxel] - 4);
    const oedema = plan.wholeMm - r + 5.5 * wholeWaves[voxel] + 1.8 * ripples[voxel] + alongFibres;
    const oedemaWall = place === tissue.csf || !inBrain ? Math.min(oedema, -1) : Math.min(oedema, 10);
    whole[voxel] = Math.max(oedemaWall, core[voxel]);
  }
  return { whole, core, necrosis, enhancement };
}

/** The label map of the levels in nnU-Net's BraTS convention: oedema 1, necrotic or not enhancing 2, enhancing 3. */
export function labelsOfLevels(levels: TumourLevels): Uint8Array<ArrayBuffer> {
  const labels = new Uint8Array(levels.whole.length);
  for (let voxel = 0; voxel < labels.length; voxel++) {
    if (levels.whole[voxel] <= 0) continue;
    if (levels.core[voxel] <= 0) labels[voxel] = 1;
    else labels[voxel] = levels.necrosis[voxel] <= 0 && levels.enhancement[voxel] > 0 ? 3 : 2;
  }
  return labels;
}

/** Distance (mm, stretched) to the centre; the satellite counts as farther, so that its parts are smaller. */
function distanceMm({ shape, affine, spacingMm }: Geometry, plan: TumourPlan): Float32Array {
  const distances = new Float32Array(shape[0] * shape[1] * shape[2]);
  const { stretch, centreMm, satelliteMm } = plan;
  let voxel = 0;
  for (let k = 0; k < shape[2]; k++) {
    for (let j = 0; j < shape[1]; j++) {
      for (let i = 0; i < shape[0]; i++, voxel++) {
        const x = affine[3] + i * spacingMm[0];
        const y = affine[7] + j * spacingMm[1];
        const z = affine[11] + k * spacingMm[2];
        const to = (centre: readonly number[]) =>
          Math.sqrt(
            ((x - centre[0]) / stretch[0]) ** 2 +
              ((y - centre[1]) / stretch[1]) ** 2 +
              ((z - centre[2]) / stretch[2]) ** 2,
          );
        const main = to(centreMm);
        distances[voxel] = satelliteMm
          ? Math.min(main, to(satelliteMm) + plan.coreMm * (1 - SATELLITE_SHARE))
          : main;
      }
    }
  }
  return distances;
}
