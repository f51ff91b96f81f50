import type { FileFacts } from '../domain/results';
import type { PredictionSource, WorkerFile } from './protocol';

/** All files that make up one label map; the first stands for them in lists and messages. */
export function sourceFiles(source: PredictionSource): WorkerFile[] {
  return source.kind === 'region-masks' ? source.masks.map(({ file }) => file) : [source.file];
}

/** The first file by name, the bytes of all, and the latest date; from Node there is no date. */
export function sourceFacts(source: PredictionSource): FileFacts {
  const files = sourceFiles(source);
  const blobs = files.flatMap(({ blob, companion }) => (companion ? [blob, companion] : [blob]));
  const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
  const dates = blobs.flatMap((blob) => ('lastModified' in blob ? [Number(blob.lastModified)] : []));
  const facts = { file: files[0].path, bytes };
  return dates.length > 0 ? { ...facts, modified: Math.max(...dates) } : facts;
}
