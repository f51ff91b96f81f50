import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNiftiGz } from '../src/io/writeNifti';

const shape: [number, number, number] = [240, 240, 155];

/** Nested balls with a rough surface as labels 1 to 3 on a 240×240×155 grid; every seed places them otherwise. */
function roughBalls(seed: number): Uint8Array {
  const [width, height, depth] = shape;
  const voxels = new Uint8Array(width * height * depth);
  for (let z = 40; z < 110; z++) {
    for (let y = 70; y < 170; y++) {
      for (let x = 70; x < 170; x++) {
        const wave = 3 * Math.sin(x * 0.9 + seed) * Math.cos(y * 0.7) * Math.sin(z * 0.8);
        const radius = Math.hypot(x - 118 - seed, y - 120, 1.2 * (z - 75)) + wave;
        if (radius < 42) voxels[x + width * (y + height * z)] = radius < 14 ? 2 : radius < 22 ? 1 : 3;
      }
    }
  }
  return voxels;
}

/**
 * Writes an nnU-Net folder (dataset.json, labelsTr, predictions_unet) of full-size uint8 pairs. Four different maps
 * are enough: files repeat, cases do not look alike.
 */
export async function writeCohort(folder: string, pairs: number): Promise<void> {
  const geometry = {
    shape,
    spacingMm: [1, 1, 1] as [number, number, number],
    affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
  };
  const maps = await Promise.all(
    [0, 1, 2, 3].map((seed) => writeNiftiGz({ voxels: roughBalls(seed), geometry })),
  );
  const dataset = {
    channel_names: { 0: 'T1' },
    labels: { background: 0, whole_tumor: [1, 2, 3], tumor_core: [1, 2], enhancing_tumor: 1 },
    regions_class_order: [3, 2, 1],
    numTraining: pairs,
    file_ending: '.nii.gz',
  };
  mkdirSync(join(folder, 'labelsTr'), { recursive: true });
  mkdirSync(join(folder, 'predictions_unet'), { recursive: true });
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(dataset));
  for (let index = 0; index < pairs; index++) {
    const name = `case_${String(index).padStart(3, '0')}.nii.gz`;
    writeFileSync(join(folder, 'labelsTr', name), maps[index % 2]);
    writeFileSync(join(folder, 'predictions_unet', name), maps[2 + (index % 2)]);
  }
}
