import type { Geometry } from '../../domain/geometry';
import type { RandomSource } from '../randomSource';
import { type CropBox, cut, paste } from './cropBox';
import type { HeadPhantom } from './headPhantom';
import { smoothNoise } from './smoothNoise';
import type { TumourLevels } from './tumourPhantom';

/** Signal of a tissue (in the order of `tissue`) and of a tumour's parts; noise is the deviation of both channels. */
interface Contrast {
  tissues: readonly number[];
  oedema: number;
  solid: number;
  enhancing: number;
  necrosis: number;
  oedemaBorderMm: number;
  noise: number;
}

const contrasts: Record<'t1c' | 'flair', Contrast> = {
  t1c: {
    tissues: [2, 330, 520, 25, 230, 190, 75, 200, 285, 500, 60],
    oedema: 175,
    solid: 185,
    enhancing: 545,
    necrosis: 95,
    oedemaBorderMm: 2.4,
    noise: 9,
  },
  flair: {
    tissues: [2, 210, 330, 25, 130, 170, 55, 280, 200, 110, 55],
    oedema: 470,
    solid: 360,
    enhancing: 385,
    necrosis: 200,
    oedemaBorderMm: 1.4,
    noise: 10,
  },
};

/**
 * A magnitude image of the head with its tumour: signal per tissue with soft tumour borders and texture,
 * blurred a little as by partial volume, times a smooth bias field, with Rician noise (plain normal noise where
 * the signal is so strong that it makes no difference).
 */
export function demoImage(
  kind: keyof typeof contrasts,
  geometry: Geometry,
  head: HeadPhantom,
  tumour: { levels: TumourLevels; box: CropBox },
  random: RandomSource,
): Int16Array<ArrayBuffer> {
  const contrast = contrasts[kind];
  const texture = smoothNoise(geometry, 5, random);
  const bias = smoothNoise(geometry, 60, random);
  const signal = new Float32Array(texture.length);
  for (let voxel = 0; voxel < signal.length; voxel++) {
    signal[voxel] = contrast.tissues[head.tissues[voxel]] * (1 + 0.035 * texture[voxel]);
  }
  drawTumour(signal, contrast, geometry, tumour, random);
  const blurred = blur(signal, geometry);
  const image = new Int16Array(signal.length);
  for (let voxel = 0; voxel < image.length; voxel++) {
    const real = blurred[voxel] * (1 + 0.08 * bias[voxel]) + contrast.noise * random.normal();
    const imaginary = real < 8 * contrast.noise ? contrast.noise * random.normal() : 0;
    image[voxel] = Math.round(Math.sqrt(real * real + imaginary * imaginary));
  }
  return image;
}

/** Lays oedema, rim and necrosis over the tissues in the tumour's box; each border is as soft as its contrast. */
function drawTumour(
  signal: Float32Array,
  contrast: Contrast,
  geometry: Geometry,
  { levels, box }: { levels: TumourLevels; box: CropBox },
  random: RandomSource,
): void {
  const size = levels.whole.length;
  const healthy = cut(signal, geometry, box, new Float32Array(size));
  const texture = smoothNoise(box.geometry, 4, random);
  for (let voxel = 0; voxel < size; voxel++) {
    const core = levels.core[voxel];
    const oedema = contrast.oedema * (1 + 0.06 * texture[voxel]);
    const rim = mix(contrast.solid, contrast.enhancing, soft(levels.enhancement[voxel], 0.8));
    const centre = contrast.necrosis * (1 + 0.14 * texture[voxel]);
    let value = mix(healthy[voxel], oedema, soft(levels.whole[voxel], contrast.oedemaBorderMm));
    value = mix(value, rim * (1 + 0.1 * texture[voxel]), soft(core, 0.6));
    healthy[voxel] = mix(value, centre, soft(Math.min(core, levels.necrosis[voxel]), 0.7));
  }
  paste(healthy, geometry, box, signal);
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** From 0 to 1 across a border of this width (mm). */
function soft(level: number, widthMm: number): number {
  return 1 / (1 + Math.exp(-level / (0.4 * widthMm)));
}

/** [1 4 1]/6 along each axis; the outermost voxels stay. */
function blur(signal: Float32Array, { shape }: Geometry): Float32Array {
  let source = signal;
  for (const stride of [1, shape[0], shape[0] * shape[1]]) {
    const target = source.slice();
    for (let voxel = stride; voxel < source.length - stride; voxel++) {
      target[voxel] = (source[voxel - stride] + 4 * source[voxel] + source[voxel + stride]) / 6;
    }
    source = target;
  }
  return source;
}
