import { paintKey } from '../../domain/labelScheme';
import type { AnswerFailure, AnswerResult } from '../../domain/results';
import { giveBackVoxels } from '../../io/spareVoxels';
import { jointHistogram } from '../../kernels/jointHistogram';
import type { JobContext, ScoreCaseRequest, ScoreCaseResponse } from '../protocol';
import { sourceFacts } from '../sourceFacts';
import { readAlignedAnswer } from './readAlignedAnswer';
import { mainFile, readPrediction } from './readPrediction';

/**
 * Reads one reference and all its predictions and counts their joint histograms. A file that cannot be used
 * fails its own answer only.
 */
export async function scoreCase(request: ScoreCaseRequest, context: JobContext): Promise<ScoreCaseResponse> {
  const { caseId, reference, scheme } = request;
  const { signal, report } = context;
  const results: AnswerResult[] = [];
  const failures: AnswerFailure[] = [];
  report({ step: 'reading', file: mainFile(reference).path });
  const readingReference = readPrediction(reference, scheme, signal);
  for (const { model, source, askedTurn } of request.predictions) {
    report({ step: 'reading', file: mainFile(source).path });
    const sources = { reference, prediction: source, scheme, askedTurn };
    const read = await readAlignedAnswer(sources, signal, readingReference);
    if (!read.ok) {
      failures.push({ caseId, model, problem: read.problem });
      continue;
    }
    report({ step: 'scoring', file: mainFile(source).path });
    const { reference: map, prediction, warnings, indistinct } = read.value;
    results.push({
      caseId,
      model,
      reference: sourceFacts(reference),
      prediction: sourceFacts(source),
      shape: map.geometry.shape,
      spacingMm: map.geometry.spacingMm,
      warnings,
      confusion: jointHistogram(map.voxels, prediction.voxels),
      ...(scheme && (map.isPainted || prediction.isPainted) ? { paintKey: paintKey(scheme) } : {}),
      ...(indistinct.length > 0 ? { indistinct } : {}),
    });
    giveBackVoxels(prediction.voxels);
  }
  const map = await readingReference;
  if (map.ok) giveBackVoxels(map.value.voxels);
  return { results, failures };
}
