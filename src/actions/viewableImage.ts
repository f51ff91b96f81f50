import { useCohortStore } from '../stores/cohortStore';
import { workerFile } from './caseSources';
import { pool } from './pool';

/** The image's case is on screen: it goes before scoring. */
const onScreen = 2;

/** The image as a file that the viewer reads: NIfTI as it is, any other format converted in a worker. */
export async function viewableImage(file: File): Promise<File> {
  if (/\.nii(\.gz)?$/i.test(file.name)) return file;
  const path = [...useCohortStore.getState().files].find(([, opened]) => opened === file)?.[0];
  const source = path === undefined ? null : workerFile(path);
  if (!source) return file;
  const { nifti } = await pool.run('readImage', { file: source }, { priority: onScreen });
  return new File([nifti], `${file.name}.nii`);
}
