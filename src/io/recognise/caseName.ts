import { exactFolderRole } from './folderRole';
import type { ParsedFile } from './parsePath';

/** The case of a label map: its name without a word such as "_seg", or its folder where that is all. */
export function caseIdOfMap(file: ParsedFile): string {
  const { kind, caseId: named } = file.name;
  const caseId = kind === null || kind === 'image' ? file.stem : named;
  return caseId || folderCaseId(file);
}

/** The case of a file whose own name does not say it: its nearest folder that is none of labels, images, … */
export function folderCaseId(file: ParsedFile): string {
  const isBetween = (folder: string, index: number) => index > 0 && belowCase.test(folder);
  const own = file.folders.filter((folder) => exactFolderRole(folder) === null);
  return own.findLast((folder, index) => !isBetween(folder, index)) ?? 'case';
}

/** The folders above a file without that of the case and those below it. */
export function foldersAboveCase(file: ParsedFile, caseId: string): string[] {
  return file.folders.slice(0, caseFolderIndex(file, caseId) ?? file.folders.length);
}

/** The same as one path. */
export function folderAboveCase(file: ParsedFile, caseId: string): string {
  const index = caseFolderIndex(file, caseId);
  return index === null ? file.folder : file.folders.slice(0, index).join('/');
}

/** Folders between that of a case and its files, as BIDS has them. */
const belowCase = /^(?:ses(?:sion)?[-_]?\w+|anat|dwi|perf|func)$/i;

/** Where the folder of the case stands among those of the file; null where it has none of its own. */
function caseFolderIndex({ folders }: ParsedFile, caseId: string): number | null {
  let index = folders.length - 1;
  const isBetween = (folder: string) => belowCase.test(folder) || exactFolderRole(folder) === 'reference';
  while (index > 0 && isBetween(folders[index]) && !isNamed(caseId, folders[index])) index--;
  const folder = folders[index];
  return folder !== undefined && isNamed(caseId, folder) && exactFolderRole(folder) === null ? index : null;
}

function isNamed(caseId: string, folder: string): boolean {
  return folder === caseId || startsWithName(caseId, folder);
}

/** "Patient-002" begins "Patient-002-week-003", but not "Patient-0021". */
function startsWithName(name: string, beginning: string): boolean {
  return name.startsWith(beginning) && /[-_. ]/.test(name[beginning.length] ?? '');
}

/** "case_0001" may be channel 1 of "case"; null without such an ending. */
export function readChannel(stem: string): { caseId: string; channel: number } | null {
  const match = /^(.+)_(\d{4})$/.exec(stem);
  return match ? { caseId: match[1], channel: Number(match[2]) } : null;
}

/** The row of the review for a reference: one of several of the same case has a row of its own. */
export function referenceFolder(file: ParsedFile, caseId: string): string {
  const folder = folderAboveCase(file, caseId);
  const { variant } = file.name;
  return variant === undefined ? folder : filesOfModel(folder, variant);
}

/** What stands in the review for the files of one model among those of others in a folder: "runs/*unet". */
export function filesOfModel(folder: string, model: string): string {
  return folder === '' ? `*${model}` : `${folder}/*${model}`;
}

/** The folder itself of such a row. */
export function folderOfRow(row: string): string {
  return row.includes('*') ? row.replace(/\/?\*[^/]*$/, '') : row;
}
