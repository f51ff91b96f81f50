import type { RegionVolumes } from '../domain/caseReconstruction';
import { chosenImage } from '../domain/cohort';
import type { OpenedAnswer } from '../domain/openedAnswer';
import type { LabelPair, PairCodes } from '../domain/pairCodes';
import type { SliceImagesRequest, SliceImagesResponse } from '../workers/protocol';
import { answerSources, findCase, workerFile } from './caseSources';
import { pool } from './pool';
import { shownVerification } from './verifyCohort';

/** What is on screen goes before a report. */
const inReport = 0;

/**
 * Pictures of a case for a report, from a worker: of its two label maps by `pairs`, or of codes that
 * are there. null when its files are not open. Rejects as pool.run does.
 */
export function drawSlices(
  caseId: string,
  model: string,
  modality: string | null,
  {
    of,
    rows,
  }: Pick<SliceImagesRequest, 'rows'> & { of: { pairs: readonly LabelPair[] } | { codes: PairCodes } },
  signal: AbortSignal,
): Promise<SliceImagesResponse> | null {
  const { reference, prediction, images: _, ...settings } = answerSources(caseId, model);
  if (!reference || !prediction) return null;
  const image = chosenImage(findCase(caseId)?.images ?? [], modality);
  const request: SliceImagesRequest = {
    voxels: 'codes' in of ? of.codes : { reference, prediction, ...settings, pairs: of.pairs },
    image: image ? workerFile(image.path) : null,
    rows,
  };
  return pool.run('sliceImages', request, { signal, priority: inReport });
}

/** A case as one model sees it, for a report; null when its files are not open. Rejects as pool.run does. */
export function readAnswerFor(
  caseId: string,
  model: string,
  signal: AbortSignal,
): Promise<OpenedAnswer> | null {
  const request = answerSources(caseId, model);
  if (!request.reference || !request.prediction) return null;
  return pool.run('openAnswer', request, { signal, priority: inReport });
}

/** The raw regions of a case for a report; null where there are none or they are not open. Rejects as pool.run does. */
export function readRegionsFor(
  caseId: string,
  model: string,
  signal: AbortSignal,
): Promise<RegionVolumes> | null {
  const asked = shownVerification(caseId, model);
  return asked && pool.run('openRegions', asked.request, { signal, priority: inReport });
}
