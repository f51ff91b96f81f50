import { valueOrThrow } from '../../domain/errors';
import type { LabelMap } from '../../domain/labelMap';
import type { PairCodes } from '../../domain/pairCodes';
import { mostPairValues, pairCodes } from '../../kernels/pairCodes';
import type { JobContext, OpenPairRequest } from '../protocol';
import { readAlignedPair } from './readAlignedPair';
import { readPrediction } from './readPrediction';

/** Reads a reference and a prediction (either may be missing) into the one byte volume that every view needs. */
export async function openPair(request: OpenPairRequest, { signal }: JobContext): Promise<PairCodes> {
  const { reference, prediction } = await mapsOf(request, signal);
  const geometry = (reference ?? prediction)?.geometry;
  if (!geometry) throw new RangeError('a pair needs a reference or a prediction');
  const found = [reference, prediction].flatMap((map) => map?.values.map(({ value }) => value) ?? []);
  const named = request.scheme?.labels.map(({ value }) => value) ?? [];
  const values = [...new Set([0, ...named, ...found])].sort((first, second) => first - second);
  const shown = values.length > mostPairValues ? [...new Set([0, ...found])] : values;
  const codes = pairCodes(reference?.voxels ?? null, prediction?.voxels ?? null, shown);
  return { codes, values: shown, geometry };
}

async function mapsOf(
  { reference, prediction, scheme, isTurnedByHeader }: OpenPairRequest,
  signal: AbortSignal,
): Promise<{ reference: LabelMap | null; prediction: LabelMap | null }> {
  if (reference && prediction) {
    return valueOrThrow(await readAlignedPair({ reference, prediction, scheme, isTurnedByHeader }, signal));
  }
  const read = async (source: typeof reference) =>
    source && valueOrThrow(await readPrediction(source, scheme, signal));
  return { reference: await read(reference), prediction: await read(prediction) };
}
