import type { Geometry } from '../../domain/geometry';
import type { RandomSource } from '../randomSource';

/** Standard deviation of white noise after a cubic B-spline in three axes: (∫B²)^(3/2). */
const SPLINE_DEVIATION = (151 / 315) ** 1.5;

/**
 * Smooth noise of about zero mean and unit variance on the whole grid (x fastest): white noise on a lattice of
 * `cellMm`, joined by cubic B-splines one axis after the other.
 */
export function smoothNoise(
  geometry: Pick<Geometry, 'shape' | 'spacingMm'>,
  cellMm: number,
  random: RandomSource,
): Float32Array {
  const { shape, spacingMm } = geometry;
  const axes = shape.map((count, axis) => splineAxis(count, cellMm / spacingMm[axis]));
  const nodes = new Float32Array(axes[0].nodes * axes[1].nodes * axes[2].nodes);
  for (let node = 0; node < nodes.length; node++) nodes[node] = random.normal() / SPLINE_DEVIATION;
  const alongX = spread(nodes, axes[0], 1, axes[1].nodes * axes[2].nodes);
  const alongY = spread(alongX, axes[1], shape[0], axes[2].nodes);
  return spread(alongY, axes[2], shape[0] * shape[1], 1);
}

interface SplineAxis {
  nodes: number;
  first: Int32Array;
  /** Four weights a voxel. */
  weights: Float32Array;
}

function splineAxis(count: number, cellVoxels: number): SplineAxis {
  const first = new Int32Array(count);
  const weights = new Float32Array(count * 4);
  for (let voxel = 0; voxel < count; voxel++) {
    const place = voxel / cellVoxels;
    first[voxel] = Math.floor(place);
    const t = place - first[voxel];
    weights[voxel * 4] = (1 - t) ** 3 / 6;
    weights[voxel * 4 + 1] = (3 * t ** 3 - 6 * t ** 2 + 4) / 6;
    weights[voxel * 4 + 2] = (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) / 6;
    weights[voxel * 4 + 3] = t ** 3 / 6;
  }
  return { nodes: first[count - 1] + 4, first, weights };
}

/** Interpolates one axis: rows of `width` numbers, `blocks` times. */
function spread(source: Float32Array, axis: SplineAxis, width: number, blocks: number): Float32Array {
  const count = axis.first.length;
  const target = new Float32Array(width * count * blocks);
  for (let block = 0; block < blocks; block++) {
    for (let voxel = 0; voxel < count; voxel++) {
      const row0 = (block * axis.nodes + axis.first[voxel]) * width;
      const w0 = axis.weights[voxel * 4];
      const w1 = axis.weights[voxel * 4 + 1];
      const w2 = axis.weights[voxel * 4 + 2];
      const w3 = axis.weights[voxel * 4 + 3];
      const out = (block * count + voxel) * width;
      for (let i = 0; i < width; i++) {
        const at = row0 + i;
        target[out + i] =
          w0 * source[at] +
          w1 * source[at + width] +
          w2 * source[at + 2 * width] +
          w3 * source[at + 3 * width];
      }
    }
  }
  return target;
}
