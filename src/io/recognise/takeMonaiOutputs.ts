import { modelInFolderName } from './folderRole';
import { claim, claimEach, type Handler, isMap } from './recognition';

/**
 * What MONAI's SaveImage writes where nobody says otherwise: `<folder>/<case>/<case>_trans`, the predictions of a
 * model that is called as the folder is.
 */
export const takeMonaiOutputs: Handler = claimEach((file) => {
  const caseId = file.folders.at(-1);
  if (!isMap(file) || file.stem !== `${caseId}_trans`) return null;
  const above = file.folders.slice(0, -1);
  const last = above.at(-1) ?? 'prediction';
  return claim(file, 'prediction', 'prediction-folder', file.stem.slice(0, -'_trans'.length), {
    model: modelInFolderName(last) ?? last,
    folder: above.join('/'),
  });
});
