import { type MapFiles, mainPaths } from '../domain/mapFiles';
import type { PredictionSource, WorkerFile } from './protocol';

/**
 * What a label map is read from; null where there is nothing, or where `fileOf` has not all of it. Masks know the
 * files `beside`, which decide where their own grids are even.
 */
export function sourceOf(
  files: MapFiles,
  beside: readonly string[],
  fileOf: (path: string) => WorkerFile | null,
): PredictionSource | null {
  const { labelMap, raw } = files;
  const opened = mainPaths(files).map(fileOf);
  const [file] = opened;
  if (!file || opened.includes(null)) return null;
  if (labelMap !== undefined || !raw) return { kind: 'label-map', file };
  if (raw.kind !== 'region-masks') return { kind: raw.kind, file };
  const masks = raw.masks.flatMap(({ region }, place) => {
    const mask = opened[place];
    return mask ? { region, file: mask } : [];
  });
  return { kind: raw.kind, masks, beside: beside.flatMap((path) => fileOf(path) ?? []) };
}
