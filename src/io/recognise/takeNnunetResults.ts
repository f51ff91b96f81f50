import type { Claim } from '../../domain/recognition';
import { caseIdOfMap } from './caseName';
import type { ParsedFile } from './parsePath';
import { claim, claimEach, isMap } from './recognition';

const foldPattern = /^fold_?(\d+|all)$/i;
const validationPattern = /^validation(_raw)?(_postprocessed)?$/i;

/**
 * nnU-Net's results: `<model>/fold_N/validation/<case>`; all folds of a model are one cohort. A folder
 * "postprocessed" below makes a model of its own. So does `<model>/crossval_results_folds_…/<case>`, which
 * holds copies of all folds.
 */
export const takeNnunetResults = claimEach((file) =>
  isMap(file) ? (claimOfFold(file) ?? claimOfCrossValidation(file)) : null,
);

function claimOfFold(file: ParsedFile): Claim | null {
  const at = file.folders.findLastIndex((folder) => foldPattern.test(folder));
  const validation = file.folders[at + 1] ?? '';
  if (at < 1 || !validationPattern.test(validation)) return null;
  const below = file.folders.slice(at + 2);
  if (/_postprocessed$/i.test(validation)) below.unshift('postprocessed');
  return claim(file, 'prediction', 'nnunet-results', caseIdOfMap(file), {
    model: [file.folders[at - 1], ...below].join('/'),
    fold: foldPattern.exec(file.folders[at])![1].toLowerCase(),
    folder: [...file.folders.slice(0, at), ...below].join('/'),
  });
}

function claimOfCrossValidation(file: ParsedFile): Claim | null {
  const at = file.folders.findLastIndex((folder) => /^(crossval_results|cv_niftis)/i.test(folder));
  if (at < 1) return null;
  const model = file.folders.slice(at - 1).join('/');
  return claim(file, 'prediction', 'nnunet-results', caseIdOfMap(file), { model });
}
