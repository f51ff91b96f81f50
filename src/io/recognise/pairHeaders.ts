import type { FileEntry } from '../../domain/cohort';
import { volumeFormats } from '../volumeFormats';
import type { Handler } from './recognition';

const dataEndings = new Map(volumeFormats.map((format) => [format.ending, format.dataEndings]));

/**
 * Joins a header to the file that holds its voxels (.hdr and .img, .mhd and .raw): the header stands for the
 * volume, the other becomes its companion. A .img without a header stays where it is.
 */
export const pairHeaders: Handler = (state) => {
  const headers = state.rest.filter(({ ending }) => dataEndings.get(ending) !== undefined);
  if (headers.length === 0) return state;
  const byLowerPath = new Map(
    state.rest.map((file) => [`${file.folder}/${file.fileName}`.toLowerCase(), file]),
  );
  const companions = new Map<string, FileEntry>(state.companions);
  const taken = new Set<string>();
  for (const header of headers) {
    const stem = `${header.folder}/${header.stem}`.toLowerCase();
    const ending = dataEndings.get(header.ending)?.find((candidate) => byLowerPath.has(stem + candidate));
    if (ending === undefined) continue;
    const { path, size } = byLowerPath.get(stem + ending)!;
    companions.set(header.path, { path, size });
    taken.add(path);
  }
  return { ...state, rest: state.rest.filter(({ path }) => !taken.has(path)), companions };
};
