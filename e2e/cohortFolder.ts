import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const size = 96;

/** A cube of label 1 with a core of label 2, shifted by `shift` voxels, as NIfTI-1 (uint8). */
function labelMap(shift: number): Buffer {
  const header = Buffer.alloc(352);
  header.writeInt32LE(348, 0);
  [3, size, size, size, 1, 1, 1, 1].forEach((value, index) => {
    header.writeInt16LE(value, 40 + 2 * index);
  });
  header.writeInt16LE(2, 70);
  header.writeInt16LE(8, 72);
  [1, 1, 1, 1].forEach((value, index) => {
    header.writeFloatLE(value, 76 + 4 * index);
  });
  header.writeFloatLE(352, 108);
  header.writeInt16LE(1, 254);
  [280, 300, 320].forEach((offset, axis) => {
    header.writeFloatLE(1, offset + 4 * axis);
  });
  header.write('n+1\0', 344, 'latin1');
  const voxels = Buffer.alloc(size ** 3);
  for (let z = 30; z < 60; z++) {
    for (let y = 30; y < 60; y++) {
      for (let x = 30; x < 60; x++) {
        const isCore = [x, y, z].every((place) => place >= 40 && place < 50);
        voxels[x + shift + size * (y + size * z)] = isCore ? 2 : 1;
      }
    }
  }
  return gzipSync(Buffer.concat([header, voxels]), { level: 1 });
}

/** Writes an nnU-Net folder of small cases with one model; gives back its path. */
export function writeCohortFolder(folder: string, caseCount: number): string {
  const dataset = {
    channel_names: { 0: 'T1' },
    labels: { background: 0, whole: [1, 2], core: [2] },
    regions_class_order: [1, 2],
    numTraining: caseCount,
    file_ending: '.nii.gz',
  };
  mkdirSync(join(folder, 'labelsTr'), { recursive: true });
  mkdirSync(join(folder, 'predictions_unet'), { recursive: true });
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(dataset));
  const reference = labelMap(0);
  for (let index = 0; index < caseCount; index++) {
    const name = `case_${String(index).padStart(3, '0')}.nii.gz`;
    writeFileSync(join(folder, 'labelsTr', name), reference);
    writeFileSync(join(folder, 'predictions_unet', name), labelMap(1 + (index % 9)));
  }
  return folder;
}

/** The prediction of one case, made anew with another shift. */
export function changePrediction(folder: string, caseId: string): void {
  writeFileSync(join(folder, 'predictions_unet', `${caseId}.nii.gz`), labelMap(12));
}
