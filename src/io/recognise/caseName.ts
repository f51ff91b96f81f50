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
  return file.folders.findLast((folder) => exactFolderRole(folder) === null) ?? 'case';
}

/** The folders above a file without the last one where that is the case's own. */
export function foldersAboveCase(file: ParsedFile, caseId: string): string[] {
  return isInCaseFolder(file, caseId) ? file.folders.slice(0, -1) : file.folders;
}

/** The same as one path. */
export function folderAboveCase(file: ParsedFile, caseId: string): string {
  if (!isInCaseFolder(file, caseId)) return file.folder;
  return file.folder.slice(0, Math.max(0, file.folder.lastIndexOf('/')));
}

function isInCaseFolder({ folders }: ParsedFile, caseId: string): boolean {
  const last = folders.at(-1);
  if (last === undefined || !(last === caseId || startsWithName(caseId, last))) return false;
  return exactFolderRole(last) === null;
}

/** "Patient-002" begins "Patient-002-week-003", but not "Patient-0021". */
function startsWithName(name: string, beginning: string): boolean {
  return name.startsWith(beginning) && /[-_. ]/.test(name[beginning.length] ?? '');
}

/** nnU-Net's channel: "case_0001" is channel 1 of "case"; null without such an ending. */
export function readChannel(stem: string): { caseId: string; channel: number } | null {
  const match = /^(.+)_(\d{4})$/.exec(stem);
  return match ? { caseId: match[1], channel: Number(match[2]) } : null;
}

/** What stands in the review for the files of one model among those of others in a folder: "runs/*unet". */
export function filesOfModel(folder: string, model: string): string {
  return folder === '' ? `*${model}` : `${folder}/*${model}`;
}
