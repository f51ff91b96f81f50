import type { Geometry } from '../../domain/geometry';
import type { RandomSource } from '../randomSource';
import { smoothNoise } from './smoothNoise';

/** Tissues of the made-up head; the order is that of `tissueIntensity` in demoImages. */
export const tissue = {
  air: 0,
  skin: 1,
  fat: 2,
  bone: 3,
  marrow: 4,
  muscle: 5,
  csf: 6,
  grey: 7,
  white: 8,
  vessel: 9,
  eye: 10,
} as const;

/** A head without its tumour: a tissue per voxel, and how deep (mm, ≤ 8) each lies under cortex or ventricle. */
export interface HeadPhantom {
  tissues: Uint8Array;
  depthMm: Float32Array;
}

/** What pushes the brain aside: the centre of a mass (mm) and its radius. */
export interface Mass {
  centreMm: [number, number, number];
  radiusMm: number;
}

const SKULL_DEPTH_MM = 11;
const MAXIMAL_DEPTH_MM = 8;

/** One lateral ventricle as balls along a curve (x lateral, y forward, z up, radius; mm): horns, body, atrium. */
const ventricle = [
  [5, 30, 2, 3.5],
  [7, 22, 8, 5],
  [8, 8, 14, 5],
  [10, -8, 16, 5],
  [14, -22, 13, 6],
  [20, -33, 6, 6.5],
  [22, -42, 3, 4],
  [27, -30, -4, 4],
  [31, -16, -12, 3],
  [30, -4, -16, 2.5],
] as const;

const ventricleParts = ventricle.slice(1).map(([x1, y1, z1, r1], part) => {
  const [x0, y0, z0, r0] = ventricle[part];
  const [dx, dy, dz] = [x1 - x0, y1 - y0, z1 - z0];
  return { x0, y0, z0, r0, dx, dy, dz, dr: r1 - r0, perLength: 1 / (dx * dx + dy * dy + dz * dz) };
});

/** Basal ganglia and thalamus: centre and half axes, mirrored (mm). */
const greyNuclei = [
  [10, -14, 3, 8, 13, 8],
  [22, 4, 2, 6, 14, 9],
  [11, 20, 6, 4.5, 7, 7],
] as const;

/**
 * Draws the head voxel by voxel in mm from its centre: scalp, skull, sulci as the zero sheets of smooth noise,
 * ventricles, deep nuclei, cerebellum, eyes. The mass pushes what lies around it outwards.
 */
export function headPhantom(geometry: Geometry, mass: Mass, random: RandomSource): HeadPhantom {
  const { shape, affine, spacingMm } = geometry;
  const warp = smoothNoise(geometry, 45, random);
  const sulci = smoothNoise(geometry, 7.5, random);
  const folia = smoothNoise(geometry, 4.5, random);
  const patches = smoothNoise(geometry, 12, random);
  const tissues = new Uint8Array(warp.length);
  const depthMm = new Float32Array(warp.length);
  const ventricleScale = random.between(0.8, 1.25);
  const spread = 2 * (mass.radiusMm * 1.5) ** 2;
  let voxel = 0;
  for (let k = 0; k < shape[2]; k++) {
    for (let j = 0; j < shape[1]; j++) {
      for (let i = 0; i < shape[0]; i++, voxel++) {
        const x = affine[3] + i * spacingMm[0];
        const y = affine[7] + j * spacingMm[1];
        const z = affine[11] + k * spacingMm[2];
        const bend = warp[voxel];
        const scalp = scalpDepth(x + bend, y - bend, z + bend);
        if (scalp < SKULL_DEPTH_MM) {
          tissues[voxel] = shellTissue(scalp, z, patches[voxel]);
          continue;
        }
        const dx = x - mass.centreMm[0];
        const dy = y - mass.centreMm[1];
        const dz = z - mass.centreMm[2];
        const push = 0.4 * Math.exp(-(dx * dx + dy * dy + dz * dz) / spread);
        const place = insideTissue(
          x - push * dx + 1.5 * bend,
          y - push * dy + 1.5 * bend,
          z - push * dz,
          scalp - SKULL_DEPTH_MM,
          { sulci: sulci[voxel], folia: folia[voxel], patches: patches[voxel] },
          ventricleScale,
        );
        tissues[voxel] = place.tissue;
        depthMm[voxel] = place.depthMm;
      }
    }
  }
  return { tissues, depthMm };
}

/** Depth (mm) under the skin of an egg-shaped head; negative outside. */
function scalpDepth(x: number, y: number, z: number): number {
  const width = 73 - 0.05 * y;
  const height = z > 0 ? 73 : 105;
  const radius = Math.sqrt((x / width) ** 2 + (y / 91) ** 2 + (z / height) ** 2);
  return radius < 1e-6 ? 73 : ((1 - radius) / radius) * Math.sqrt(x * x + y * y + z * z);
}

function shellTissue(depth: number, z: number, patch: number): number {
  if (depth < 0) return tissue.air;
  if (depth < 1.8) return tissue.skin;
  if (depth < 5.5 + 0.6 * patch) return z < -30 && patch > -0.2 ? tissue.muscle : tissue.fat;
  return depth > 7 && depth < 9.2 ? tissue.marrow : tissue.bone;
}

interface Noise {
  sulci: number;
  folia: number;
  patches: number;
}

function insideTissue(
  x: number,
  y: number,
  z: number,
  skullMm: number,
  noise: Noise,
  ventricleScale: number,
): { tissue: number; depthMm: number } {
  const baseMm = z - skullBase(y) + 2 * noise.patches;
  if (baseMm < 0) return { tissue: faceTissue(x, y, z, baseMm, noise.patches), depthMm: 0 };
  const surfaceMm = Math.min(skullMm, baseMm);
  if (Math.abs(x) < 3 && y < 35 && z > 20 && skullMm < 4) return { tissue: tissue.vessel, depthMm: 0 };
  const tentoriumMm = z + 20 - 0.22 * (y + 45) + Math.abs(x) * 0.1;
  if (tentoriumMm < 0 && y < -16) return cerebellum(surfaceMm, -tentoriumMm, noise);
  const stemMm = 13 - Math.hypot(x * 0.9, (y + 14) * 1.1);
  if (z < -16 && stemMm > -5) {
    return stemMm < 0 ? { tissue: tissue.csf, depthMm: 0 } : { tissue: tissue.white, depthMm: stemMm };
  }
  const ventricleMm = ventricleDistance(Math.abs(x), y, z, ventricleScale);
  if (ventricleMm < 0) {
    const isPlexus = noise.folia > 1.5 && y < -10 && z < 14;
    return { tissue: isPlexus ? tissue.vessel : tissue.csf, depthMm: 0 };
  }
  const sheetMm = Math.abs(noise.sulci) * 4.6 + Math.max(0, surfaceMm - 13) * 0.7;
  const cortexMm = Math.min(surfaceMm, sheetMm, fissureDistance(x, y, z));
  if (cortexMm < 1) return { tissue: tissue.csf, depthMm: 0 };
  const depthMm = Math.min(cortexMm, ventricleMm + 2, MAXIMAL_DEPTH_MM);
  const isGrey = cortexMm < 3.9 || isNucleus(Math.abs(x), y, z, noise.patches);
  return { tissue: isGrey ? tissue.grey : tissue.white, depthMm };
}

/** Height (mm) of the skull base: low behind for the cerebellum, high in front over the orbits. */
function skullBase(y: number): number {
  const t = Math.min(1, Math.max(0, (y + 5) / 55));
  return -58 + 36 * t * t * (3 - 2 * t);
}

function faceTissue(x: number, y: number, z: number, baseMm: number, patch: number): number {
  if (baseMm > -3.5) return tissue.bone;
  if (Math.hypot(Math.abs(x) - 30, y - 62, z + 38) < 12) return tissue.eye;
  if (Math.hypot(x / 12, (y - 60) / 22, (z + 42) / 16) < 1) return tissue.air;
  if (Math.hypot(Math.abs(x) - 30, y - 52, z + 38) < 16) return tissue.fat;
  return patch > 0.5 ? tissue.fat : tissue.muscle;
}

function cerebellum(surfaceMm: number, tentoriumMm: number, noise: Noise) {
  const edgeMm = Math.min(surfaceMm, tentoriumMm);
  if (edgeMm < 1.5) return { tissue: tissue.csf, depthMm: 0 };
  const isGrey = edgeMm < 3 || Math.abs(noise.folia) * 2.4 + Math.max(0, edgeMm - 14) * 0.2 < 1.6;
  return { tissue: isGrey ? tissue.grey : tissue.white, depthMm: Math.min(edgeMm, MAXIMAL_DEPTH_MM) };
}

function ventricleDistance(x: number, y: number, z: number, scale: number): number {
  if (x > 45 || y < -60 || y > 45 || z < -30 || z > 32) return 20;
  let nearest = Math.max(x - 1.6, Math.sqrt(((y + 8) / 14) ** 2 + ((z + 1) / 9) ** 2) * 10 - 10);
  for (const { x0, y0, z0, r0, dx, dy, dz, dr, perLength } of ventricleParts) {
    const along = ((x - x0) * dx + (y - y0) * dy + (z - z0) * dz) * perLength;
    const t = Math.min(1, Math.max(0, along));
    const ex = x - x0 - t * dx;
    const ey = y - y0 - t * dy;
    const ez = z - z0 - t * dz;
    const distance = Math.sqrt(ex * ex + ey * ey + ez * ez) - (r0 + t * dr) * scale;
    if (distance < nearest) nearest = distance;
  }
  return nearest;
}

/** Distance (mm) to the cleft between the hemispheres, which ends above and around the corpus callosum. */
function fissureDistance(x: number, y: number, z: number): number {
  const outside = Math.sqrt((y / 42) ** 2 + ((z - 2) / 22) ** 2);
  return Math.abs(x) + 0.4 + (outside < 1 ? (1 - outside) * 40 : 0);
}

function isNucleus(x: number, y: number, z: number, patch: number): boolean {
  return greyNuclei.some(
    ([cx, cy, cz, a, b, c]) => Math.hypot((x - cx) / a, (y - cy) / b, (z - cz) / c) < 1 + 0.1 * patch,
  );
}
