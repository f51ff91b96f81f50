import type { Claim } from '../../domain/recognition';
import { filesOfModel } from './caseName';
import type { ParsedFile } from './parsePath';
import { readCaseName } from './readCaseName';
import { addClaims, claim, type Handler, isMap } from './recognition';

const modalityWord =
  /(?:^|[-_. ])(?:t1|t1c|t1ce|t1n|t1gd|t2|t2w|t2f|flair|adc|dwi|swi|asl|ct|pet|mri?)(?:$|[-_. ])/i;

/** Whether a word of the name speaks of a modality: such a file is hardly a label map. */
export function hasModalityWord(stem: string): boolean {
  return modalityWord.test(stem);
}

/**
 * Label maps beside the reference of a case that are named after the model: `<case>/gt` with `<case>/unet`,
 * or `<case>_seg` with `<case>_unet`. A guess, so only made where no predictions were found otherwise, and
 * never of names that speak of a modality.
 */
export const takeModelFiles: Handler = (state) => {
  if (state.claims.some(({ role }) => role === 'prediction')) return state;
  const references = new Map<string, Set<string>>();
  for (const { role, path, caseId } of state.claims) {
    if (role !== 'reference') continue;
    const folder = parentOf(path);
    references.set(folder, (references.get(folder) ?? new Set()).add(caseId));
  }
  return addClaims(
    state,
    state.rest.flatMap((file) => (isMap(file) ? (claimOf(file, references) ?? []) : [])),
  );
};

function claimOf(file: ParsedFile, references: ReadonlyMap<string, ReadonlySet<string>>): Claim | null {
  const caseIds = references.get(parentOf(file.path));
  if (!caseIds || modalityWord.test(file.stem)) return null;
  const longest = prefixesOf(file.stem).find((prefix) => caseIds.has(prefix));
  const caseId = longest ?? (caseIds.size === 1 ? [...caseIds][0] : undefined);
  if (caseId === undefined) return null;
  const rest = longest === undefined ? file.stem : file.stem.slice(longest.length + 1);
  // A mask that is called as its region alone says nothing of a model.
  if (rest === '') return null;
  const model = readCaseName(rest).caseId || rest;
  const folder = filesOfModel(file.folder, model);
  return claim(file, 'prediction', 'model-files', caseId, { model, folder, isGuess: true });
}

/** "a_b_c" → "a_b", "a": what may be the case in a name. */
function prefixesOf(stem: string): string[] {
  const ends = [...stem.matchAll(/[-_. ]/g)].map(({ index }) => index).reverse();
  return ends.filter((end) => end > 0).map((end) => stem.slice(0, end));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
