import type { FileEntry } from '../../domain/cohort';
import { volumeFormats } from '../volumeFormats';
import { type CaseName, readCaseName } from './readCaseName';

/** What a file is by its name alone. */
export type FileKind = 'volume' | 'probabilities' | 'json' | 'other';

/** A path taken apart once, in Unicode's composed form (macOS decomposes umlauts); `path` stays as given. */
export interface ParsedFile {
  path: string;
  size: number;
  folders: string[];
  /** All folders joined again: the key of the folder. */
  folder: string;
  fileName: string;
  /** The name without its ending. */
  stem: string;
  /** Lower case, with its dot: ".nii.gz". */
  ending: string;
  kind: FileKind;
  /** The stem taken apart. */
  name: CaseName;
  /** The region whose mask this is, if its name says so; then `stem` and `folders` are without it. */
  region: string | null;
}

const kinds = new Map<string, FileKind>([
  ...volumeFormats.map(({ ending }): [string, FileKind] => [ending, 'volume']),
  ['.npz', 'probabilities'],
  ['.npy', 'probabilities'],
  ['.json', 'json'],
]);

/** Data files are no volumes by themselves, but their double endings are one. */
const doubleEndings = new Set(
  [...kinds.keys(), '.img.gz', '.raw.gz'].filter((ending) => /\..*\./.test(ending)),
);

/** Takes a path apart; '\' counts as '/', empty parts and '.' are dropped. */
export function parsePath(path: string, size: number): ParsedFile {
  return parsePaths([{ path, size }])[0];
}

/** Takes many paths apart; files of one folder that stand together share its parts. */
export function parsePaths(files: readonly FileEntry[]): ParsedFile[] {
  let directory = '';
  let folders: string[] = [];
  let folder = '';
  return files.map(({ path, size }) => {
    const composed = composedPath(path);
    const slash = composed.lastIndexOf('/');
    const fileName = composed.slice(slash + 1);
    const above = composed.slice(0, slash + 1);
    if (above !== directory) {
      directory = above;
      folders = above.split('/').filter((part) => part !== '' && part !== '.');
      folder = folders.join('/');
    }
    const ending = endingOf(fileName);
    const stem = fileName.slice(0, fileName.length - ending.length);
    const kind = kinds.get(ending) ?? 'other';
    return {
      path,
      size,
      folders,
      folder,
      fileName,
      stem,
      ending,
      kind,
      name: readCaseName(stem),
      region: null,
    };
  });
}

/** The last ending, ".nii.gz" and the like as one; '' for a name that starts with its only dot. */
function endingOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  if (dot <= 0) return '';
  const last = fileName.slice(dot).toLowerCase();
  if (last !== '.gz') return last;
  const double = fileName.slice(fileName.lastIndexOf('.', dot - 1)).toLowerCase();
  return fileName.lastIndexOf('.', dot - 1) > 0 && doubleEndings.has(double) ? double : last;
}

function composedPath(path: string): string {
  return /^[\w\-./ ]*$/.test(path) ? path : path.normalize('NFC').replaceAll('\\', '/');
}
