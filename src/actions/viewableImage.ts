import type { Geometry } from '../domain/geometry';
import type { ImagePlacement } from '../domain/imagePlacement';
import { useCohortStore } from '../stores/cohortStore';
import { workerFile } from './caseSources';
import { pool } from './pool';

/** The image's case is on screen: it goes before scoring. */
const onScreen = 2;

/** The image as a file that the viewer reads: NIfTI as it is, any other format converted in a worker. */
export async function viewableImage(file: File): Promise<File> {
  return /\.nii(\.gz)?$/i.test(file.name) ? file : (await readInWorker(file, null)).file;
}

/** The image as a file on the grid of label maps, where its header places it. */
export function imageOnto(file: File, onto: Geometry): Promise<{ file: File; placement: ImagePlacement }> {
  return readInWorker(file, onto);
}

async function readInWorker(file: File, onto: Geometry | null) {
  const path = [...useCohortStore.getState().files].find(([, opened]) => opened === file)?.[0];
  const source = path === undefined ? null : workerFile(path);
  const request = { file: source ?? { path: file.name, blob: file }, onto };
  const { nifti, placement } = await pool.run('readImage', request, { priority: onScreen });
  return { file: new File([nifti], `${file.name}.nii`), placement };
}
