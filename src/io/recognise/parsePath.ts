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
  /** The region whose mask this is, if its name says so; then `stem` and `folders` are without it. */
  region: string | null;
}

const volumeEndings = ['.nii.gz', '.nii', '.hdr', '.img', '.nrrd', '.nhdr', '.mha', '.mhd', '.mgz', '.mgh'];
const probabilityEndings = ['.npz', '.npy'];

/** Takes a path apart; '\' counts as '/', empty parts and '.' are dropped. */
export function parsePath(path: string, size: number): ParsedFile {
  const composed = isPlain(path) ? path : path.normalize('NFC').replaceAll('\\', '/');
  const parts = composed.split('/').filter((part) => part !== '' && part !== '.');
  const fileName = parts.pop() ?? '';
  const lower = fileName.toLowerCase();
  const isOf = (ending: string) => lower.endsWith(ending) && lower.length > ending.length;
  const volume = volumeEndings.find(isOf);
  const probabilities = probabilityEndings.find(isOf);
  const dot = lower.lastIndexOf('.');
  const ending = volume ?? probabilities ?? (dot > 0 ? lower.slice(dot) : '');
  const kind = volume ? 'volume' : probabilities ? 'probabilities' : ending === '.json' ? 'json' : 'other';
  return {
    path,
    size,
    folders: parts,
    folder: parts.join('/'),
    fileName,
    stem: fileName.slice(0, fileName.length - ending.length),
    ending,
    kind,
    region: null,
  };
}

function isPlain(path: string): boolean {
  return /^[\w\-./ ]*$/.test(path);
}
