import { chosenImage } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import type { SliceImagesRequest, SliceImagesResponse } from '../workers/protocol';
import { findCase, isTurnedByHeader, predictionSource, referenceSource, workerFile } from './caseSources';
import { pool } from './pool';

/** What is on screen goes before a report. */
const inReport = 0;

/** Pictures of a case for a report, from a worker; null when its files are not open. Rejects as pool.run does. */
export function drawSlices(
  caseId: string,
  model: string,
  modality: string | null,
  { values, rows }: Pick<SliceImagesRequest, 'values' | 'rows'>,
  signal: AbortSignal,
): Promise<SliceImagesResponse> | null {
  const item = findCase(caseId);
  const found = item?.predictions.find((candidate) => candidate.model === model);
  const reference = item ? referenceSource(item) : null;
  const prediction = found ? predictionSource(found) : null;
  if (!item || !reference || !prediction) return null;
  const image = chosenImage(item.images, modality);
  const request: SliceImagesRequest = {
    reference,
    prediction,
    isTurnedByHeader: isTurnedByHeader(caseId, model),
    scheme: useCohortStore.getState().scheme,
    image: image ? workerFile(image.path) : null,
    values,
    rows,
  };
  return pool.run('sliceImages', request, { signal, priority: inReport });
}
