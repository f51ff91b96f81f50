import type {
  CaseUnderConvention,
  StructureUnderConvention,
} from '../../domain/conventions/conventionScores';
import { valueOrThrow } from '../../domain/errors';
import { isToldApart } from '../../domain/indistinct';
import { conventionScores } from '../../kernels/conventions/conventionScores';
import type { JobContext, ScoreConventionsRequest } from '../protocol';
import { readAlignedAnswer } from './readAlignedAnswer';
import { mainFile } from './readPrediction';
import { withoutIgnored } from './withoutIgnored';

/** Reads one reference and one prediction and scores them under each convention; throws a ProblemError. */
export async function scoreConventions(
  request: ScoreConventionsRequest,
  context: JobContext,
): Promise<CaseUnderConvention[]> {
  const { scheme, conventions } = request;
  const file = mainFile(request.prediction).path;
  context.report({ step: 'reading', file });
  const read = valueOrThrow(await readAlignedAnswer(request, context.signal));
  const { reference, prediction } = withoutIgnored(read, scheme.ignoreLabel);
  context.report({ step: 'measuring', file });
  const maps = [reference.voxels, prediction.voxels, reference.geometry] as const;
  return conventionScores(...maps, scheme, conventions).map(({ convention, structures }) => ({
    convention,
    structures: structures.map((structure) =>
      isToldApart(structure.labels, read.indistinct) ? structure : withoutNumbers(structure),
    ),
  }));
}

/** A mask that was left out tells it apart from others: its numbers are missing. */
function withoutNumbers({ name, labels, scores }: StructureUnderConvention): StructureUnderConvention {
  const missing = Object.fromEntries(Object.keys(scores).map((score) => [score, Number.NaN]));
  return { name, labels, scores: missing, lesions: [], falsePositivesMm3: [] };
}
