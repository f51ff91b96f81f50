import type { Claim } from '../../domain/recognition';
import { caseIdOfMap, filesOfModel, folderCaseId } from './caseName';
import { exactFolderRole } from './folderRole';
import type { ParsedFile } from './parsePath';
import { addClaims, claim, type Handler } from './recognition';
import { hasModalityWord } from './takeModelFiles';

/**
 * Label maps that are called otherwise than the case in whose folder they lie, where images or predictions of that
 * case are known and no label map bears its name: the only one is the case's reference, whatever it is called, as a
 * guess; several that are called references (KiTS: aggregated_AND, aggregated_MAJ) are references to choose from.
 */
export const takeCaseFolders: Handler = (state) => {
  const isMapLike = (file: ParsedFile) =>
    file.kind === 'volume' &&
    (file.name.kind === null || file.name.kind === 'reference') &&
    file.region === null &&
    file.name.variant === undefined &&
    !hasModalityWord(file.stem);
  const lying = new Map<string, ParsedFile[]>();
  for (const file of state.rest) {
    if (exactFolderRole(file.folders.at(-1) ?? '') !== null || !isMapLike(file)) continue;
    const files = lying.get(file.folder);
    if (files) files.push(file);
    else lying.set(file.folder, [file]);
  }
  const folderNames = new Set([...lying.values()].map(([file]) => file.folders.at(-1) ?? ''));
  const known = new Set<string>();
  const named = new Set<string>();
  for (const { role, caseId } of state.claims) {
    if (folderNames.has(caseId)) (role === 'reference' ? named : known).add(caseId);
  }
  for (const file of state.rest) {
    const isImage = file.name.kind === 'image';
    const caseId = isImage ? file.name.caseId || folderCaseId(file) : caseIdOfMap(file);
    if (!folderNames.has(caseId)) continue;
    if (isImage) known.add(caseId);
    else if (isMapLike(file)) named.add(caseId);
  }
  const claims = [...lying.values()].flatMap((files): Claim[] => {
    const caseId = files[0].folders.at(-1) ?? '';
    if (caseId === '' || exactFolderRole(caseId) !== null || !known.has(caseId) || named.has(caseId))
      return [];
    if (files.some((file) => known.has(caseIdOfMap(file)))) return [];
    const above = files[0].folders.slice(0, -1).join('/');
    if (files.length === 1) {
      return [claim(files[0], 'reference', 'case-files', caseId, { folder: above, isGuess: true })];
    }
    if (files.some(({ name }) => name.kind !== 'reference')) return [];
    return files.map((file) =>
      claim(file, 'reference', 'case-files', caseId, { folder: filesOfModel(above, file.name.caseId) }),
    );
  });
  return addClaims(state, claims);
};
