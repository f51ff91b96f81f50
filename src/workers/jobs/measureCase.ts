import { valueOrThrow } from '../../domain/errors';
import { maskKey } from '../../domain/labelScheme';
import { type CaseMeasures, lesionKey } from '../../domain/measures';
import { gapDistances } from '../../kernels/gapDistances';
import { lesionScores } from '../../kernels/lesionScores';
import { surfaceDistancesOfCase } from '../../kernels/surfaceDistances';
import { surfaceMeasure } from '../../kernels/surfaceMeasure';
import type { JobContext, MeasureCaseRequest } from '../protocol';
import { readAlignedAnswer } from './readAlignedAnswer';
import { mainFile } from './readPrediction';
import { withoutIgnored } from './withoutIgnored';

/** Reads one reference and one prediction and measures what the plan names; throws a ProblemError. */
export async function measureCase(request: MeasureCaseRequest, context: JobContext): Promise<CaseMeasures> {
  const { plan, lesionProfile } = request;
  const file = mainFile(request.prediction).path;
  context.report({ step: 'reading', file });
  const read = valueOrThrow(await readAlignedAnswer(request, context.signal));
  const ignoreLabel = request.scheme?.ignoreLabel ?? null;
  const { reference, prediction } = withoutIgnored(read, ignoreLabel);
  const maps = [reference.voxels, prediction.voxels, reference.geometry] as const;
  const measures: CaseMeasures = { ignoreLabel, onlyTauMm: null, surfaces: {}, lesions: {}, pairs: {} };
  context.report({ step: 'measuring', file });
  if (plan.surfaces.length > 0) {
    const scores = surfaceDistancesOfCase(...maps, structures(plan.surfaces), []);
    scores.forEach((score, index) => {
      measures.surfaces[maskKey(plan.surfaces[index])] = surfaceMeasure(score);
    });
  }
  await stopIfCancelled(context.signal);
  if (plan.pairs.length > 0) {
    for (const pair of gapDistances(...maps, plan.pairs, ignoreLabel)) measures.pairs[pair.key] = pair;
  }
  await stopIfCancelled(context.signal);
  if (plan.lesions.length > 0) {
    const scores = lesionScores(...maps, structures(plan.lesions), lesionProfile, ignoreLabel);
    scores.forEach(({ lesions, components }, index) => {
      measures.lesions[lesionKey(plan.lesions[index], lesionProfile)] = { lesions, components };
    });
  }
  return measures;
}

function structures(labelSets: readonly number[][]): { labels: number[] }[] {
  return labelSets.map((labels) => ({ labels }));
}

/** Lets the message of a cancelled job arrive; kernels run to their end. */
async function stopIfCancelled(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
