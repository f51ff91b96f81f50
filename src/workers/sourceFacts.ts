import type { FileFacts } from '../domain/results';
import type { PredictionSource, WorkerFile } from './protocol';

/** All files that make up one label map; the first stands for them in lists and messages. */
export function sourceFiles(source: PredictionSource): WorkerFile[] {
  return source.kind === 'region-masks' ? source.masks.map(({ file }) => file) : [source.file];
}

/** The first file by name, and the bytes of all. */
export function sourceFacts(source: PredictionSource): FileFacts {
  const files = sourceFiles(source);
  const bytes = files.reduce((sum, { blob, companion }) => sum + blob.size + (companion?.size ?? 0), 0);
  return { file: files[0].path, bytes };
}
