import { filesOfModel, folderCaseId } from './caseName';
import { hasReferenceWord } from './folderRole';
import { addClaims, claim, type Handler, isMap } from './recognition';

/**
 * Exactly two label maps of one folder and nothing else to go by: one case with a reference and a prediction
 * named after its file. A guess; names that differ in digits only are two cases and passed on.
 */
export const takeTwoFiles: Handler = (state) => {
  if (state.claims.some(({ role }) => role !== 'image')) return state;
  const maps = state.rest.filter(isMap);
  if (maps.length !== 2 || maps[0].folder !== maps[1].folder) return state;
  const [first, second] = maps.map(({ stem }) => stem.replace(/\d+/g, '#'));
  if (first === second) return state;
  const [reference, prediction] =
    maps[0].kind !== 'volume' || (hasReferenceWord(maps[1].stem) && !hasReferenceWord(maps[0].stem))
      ? [maps[1], maps[0]]
      : maps;
  if (reference.kind !== 'volume') return state;
  const caseId = folderCaseId(reference);
  const more = {
    isGuess: true,
    model: prediction.stem,
    folder: filesOfModel(prediction.folder, prediction.stem),
  };
  return addClaims(state, [
    claim(reference, 'reference', 'model-files', caseId, { isGuess: true }),
    claim(prediction, 'prediction', 'model-files', caseId, more),
  ]);
};
