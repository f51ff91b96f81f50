import { failure, type Problem, type Result, success } from '../../domain/errors';
import { headerDistanceMm, isSameShape } from '../../domain/geometry';
import type { LabelMap } from '../../domain/labelMap';
import type { FileFacts, GeometryWarning, PairFailure, PairResult } from '../../domain/results';
import { readLabelMap } from '../../io/readLabelMap';
import { jointHistogram } from '../../kernels/jointHistogram';
import type { JobContext, ScoreCaseRequest, ScoreCaseResponse, WorkerFile } from '../protocol';
import { mainFile, readPrediction } from './readPrediction';

/** Headers may disagree by rounding: up to this share of the smallest voxel edge. */
const samePlaceTolerance = 0.01;

/**
 * Reads one reference and all its predictions and counts their joint histograms. A file that cannot be used
 * fails its own pair only.
 */
export async function scoreCase(request: ScoreCaseRequest, context: JobContext): Promise<ScoreCaseResponse> {
  const { caseId, reference: referenceFile } = request;
  const results: PairResult[] = [];
  const failures: PairFailure[] = [];
  const readingReference = readLabelMap(referenceFile, context.signal);
  context.report({ step: 'reading', file: referenceFile.path });
  for (const { model, source } of request.predictions) {
    const file = mainFile(source);
    const [reference, prediction] = await Promise.all([
      readingReference,
      readPrediction(source, context.signal),
    ]);
    context.report({ step: 'scoring', file: file.path });
    const fail = (problem: Problem) => failures.push({ caseId, model, problem });
    if (!reference.ok) fail(reference.problem);
    else if (!prediction.ok) fail(prediction.problem);
    else {
      const checked = checkGrids(reference.value, referenceFile, prediction.value, file);
      if (!checked.ok) fail(checked.problem);
      else {
        results.push({
          caseId,
          model,
          reference: factsOf(referenceFile),
          prediction: factsOf(file),
          shape: reference.value.geometry.shape,
          spacingMm: reference.value.geometry.spacingMm,
          warnings: checked.value,
          confusion: jointHistogram(reference.value.voxels, prediction.value.voxels),
        });
      }
    }
  }
  return { results, failures };
}

function factsOf({ path, blob }: WorkerFile): FileFacts {
  return { file: path, bytes: blob.size };
}

/** Equal voxel counts are needed; headers that place equal grids apart are scored by voxel, with a warning. */
function checkGrids(
  reference: LabelMap,
  referenceFile: WorkerFile,
  prediction: LabelMap,
  file: WorkerFile,
): Result<GeometryWarning[]> {
  const here = prediction.geometry;
  const there = reference.geometry;
  if (!isSameShape(here, there)) {
    return failure('grid-mismatch', file.path, {
      otherFile: referenceFile.path,
      shape: here.shape.join('×'),
      otherShape: there.shape.join('×'),
      spacing: here.spacingMm.map((edge) => edge.toFixed(2)).join('×'),
      otherSpacing: there.spacingMm.map((edge) => edge.toFixed(2)).join('×'),
    });
  }
  const distanceMm = headerDistanceMm(there, here);
  const isApart = distanceMm > samePlaceTolerance * Math.min(...there.spacingMm);
  const warning = {
    kind: 'headers-apart',
    file: file.path,
    otherFile: referenceFile.path,
    distanceMm,
  } as const;
  return success(isApart ? [warning] : []);
}
