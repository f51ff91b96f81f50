import type { FileEntry } from '../../domain/cohort';
import { metaDataFile } from '../metaHeader';
import { nrrdDataFile } from '../nrrdHeader';
import { type VolumeFormat, volumeFormats } from '../volumeFormats';
import type { ParsedFile } from './parsePath';
import type { Handler } from './recognition';

const formats = new Map(volumeFormats.map((format) => [format.ending, format]));

const dataFileIn: Partial<Record<VolumeFormat['reader'], (text: string) => string | null>> = {
  meta: metaDataFile,
  nrrd: nrrdDataFile,
};

/** Of version 1's arrays the .pkl of their name says to which box they were cut. */
function dataEndingsOf(ending: string): readonly string[] | undefined {
  return ending === '.npz' ? ['.pkl'] : formats.get(ending)?.dataEndings;
}

/** Headers with more behind them hold their voxels themselves. */
const MOST_HEADER_BYTES = 1_000_000;

/** Whether a file is a header that names the file of its voxels, so that its text says which one to pair. */
export function isNamingHeader({ ending, size }: ParsedFile): boolean {
  return formats.get(ending)?.namesDataFile === true && size <= MOST_HEADER_BYTES;
}

/**
 * A handler that joins a header to the file that holds its voxels: the header stands for the volume, the other
 * becomes its companion; so does the .pkl of an .npz. .mhd and .nhdr name that file (`texts` by path), and no other is taken; .img goes with the
 * .hdr of its name, and so does .raw with a header whose text is not there. A .img without a header stays where it is.
 */
export function pairHeaders(texts: ReadonlyMap<string, string>): Handler {
  return (state) => {
    const headers = state.rest.filter(({ ending }) => dataEndingsOf(ending) !== undefined);
    if (headers.length === 0) return state;
    const byLowerPath = new Map(
      state.rest.map((file) => [pathIn(file.folder, file.fileName).toLowerCase(), file]),
    );
    const companions = new Map<string, FileEntry>(state.companions);
    const taken = new Set<string>();
    for (const header of headers) {
      const found = dataPathsOf(header, header.folder, texts.get(header.path))
        .map((path) => byLowerPath.get(path.toLowerCase()))
        .find((file) => file !== undefined && file !== header);
      if (!found) continue;
      companions.set(header.path, { path: found.path, size: found.size });
      taken.add(found.path);
    }
    return { ...state, rest: state.rest.filter(({ path }) => !taken.has(path)), companions };
  };
}

/**
 * Where the file of a header's voxels may lie, the likeliest first: in `folder` under the name in its text, else
 * under its own name. Nowhere for a header that holds its voxels itself, and for what is no header.
 */
export function dataPathsOf(
  { ending, stem }: Pick<ParsedFile, 'ending' | 'stem'>,
  folder: string,
  text: string | undefined,
): string[] {
  const reader = formats.get(ending)?.reader;
  const named = text === undefined || !reader ? undefined : dataFileIn[reader]?.(text);
  const names =
    named === undefined ? (dataEndingsOf(ending) ?? []).map((end) => stem + end) : named ? [named] : [];
  return names.map((name) => pathIn(folder, name));
}

/** A name as a header gives it; of a place on another machine only the file's own name is of use. */
function pathIn(folder: string, name: string): string {
  const parts = name.split(/[\\/]/);
  const isAbsolute = /^([a-z]:)?[\\/]/i.test(name);
  const path = folder === '' ? [] : folder.split('/');
  for (const part of isAbsolute ? parts.slice(-1) : parts) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/').normalize('NFC');
}
