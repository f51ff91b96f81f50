import type { Result } from '../../domain/errors';
import type { LabelMap } from '../../domain/labelMap';
import { readLabelMap } from '../../io/readLabelMap';
import type { PredictionSource, WorkerFile } from '../protocol';

/** The file that stands for a prediction in lists and messages. */
export function mainFile(source: PredictionSource): WorkerFile {
  return source.kind === 'region-masks' ? source.masks[0].file : source.file;
}

/** Reads a saved label map. */
export function readPrediction(source: PredictionSource, signal: AbortSignal): Promise<Result<LabelMap>> {
  return readLabelMap(mainFile(source), signal);
}
