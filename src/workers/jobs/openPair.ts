import { ProblemError, type Result } from '../../domain/errors';
import type { LabelMap } from '../../domain/labelMap';
import type { PairCodes } from '../../domain/pairCodes';
import { readLabelMap } from '../../io/readLabelMap';
import { mostPairValues, pairCodes } from '../../kernels/pairCodes';
import type { JobContext, OpenPairRequest } from '../protocol';
import { readPrediction } from './readPrediction';

/** Reads a reference and a prediction (either may be missing) into the one byte volume that every view needs. */
export async function openPair(request: OpenPairRequest, context: JobContext): Promise<PairCodes> {
  const [reference, prediction] = await Promise.all([
    request.reference ? readLabelMap(request.reference, context.signal).then(labelMapOf) : null,
    request.prediction ? readPrediction(request.prediction, context.signal).then(labelMapOf) : null,
  ]);
  const geometry = (reference ?? prediction)?.geometry;
  if (!geometry) throw new RangeError('a pair needs a reference or a prediction');
  const found = [reference, prediction].flatMap((map) => map?.values.map(({ value }) => value) ?? []);
  const named = request.scheme?.labels.map(({ value }) => value) ?? [];
  const values = [...new Set([0, ...named, ...found])].sort((first, second) => first - second);
  const shown = values.length > mostPairValues ? [...new Set([0, ...found])] : values;
  const codes = pairCodes(reference?.voxels ?? null, prediction?.voxels ?? null, shown);
  return { codes, values: shown, geometry };
}

function labelMapOf(result: Result<LabelMap>): LabelMap {
  if (!result.ok) throw new ProblemError(result.problem);
  return result.value;
}
