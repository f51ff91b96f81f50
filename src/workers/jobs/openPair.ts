import { valueOrThrow } from '../../domain/errors';
import { flattened } from '../../domain/geometry';
import type { LabelMap } from '../../domain/labelMap';
import { structureKey, structuresOf } from '../../domain/labelScheme';
import type { OpenedPair } from '../../domain/pairCodes';
import { readGeometry } from '../../io/readGeometry';
import { countSlices } from '../../kernels/countSlices';
import { mostPairValues, pairCodes } from '../../kernels/pairCodes';
import { startVoxels } from '../../kernels/startVoxels';
import type { JobContext, OpenPairRequest, WorkerFile } from '../protocol';
import { readAlignedPair } from './readAlignedPair';
import { readPrediction } from './readPrediction';

/** Reads a reference and a prediction (either may be missing) into the one byte volume that every view needs. */
export async function openPair(request: OpenPairRequest, { signal }: JobContext): Promise<OpenedPair> {
  const [{ reference, prediction, indistinct = [] }, imageGrids] = await Promise.all([
    mapsOf(request, signal),
    gridsOf(request.images, signal),
  ]);
  const map = reference ?? prediction;
  if (!map) throw new RangeError('a pair needs a reference or a prediction');
  const geometry = flattened(map.geometry);
  const found = [reference, prediction].flatMap((map) => map?.values.map(({ value }) => value) ?? []);
  const named = request.scheme?.labels.map(({ value }) => value) ?? [];
  const values = [...new Set([0, ...named, ...found])].sort((first, second) => first - second);
  const shown = values.length > mostPairValues ? [...new Set([0, ...found])] : values;
  const codes = pairCodes(reference?.voxels ?? null, prediction?.voxels ?? null, shown);
  const slices = countSlices(codes, geometry.shape, shown.length);
  const { scheme } = request;
  const starts: OpenedPair['starts'] = {};
  for (const structure of scheme ? structuresOf(scheme) : []) {
    const pair = { codes, values: shown, shape: geometry.shape, slices };
    const voxels = startVoxels(pair, structure, scheme?.ignoreLabel ?? null);
    if (voxels) starts[structureKey(structure)] = voxels;
  }
  const opened = { codes, values: shown, geometry, slices, starts, imageGrids };
  return indistinct.length > 0 ? { ...opened, indistinct } : opened;
}

async function gridsOf(
  images: readonly WorkerFile[],
  signal: AbortSignal,
): Promise<OpenedPair['imageGrids']> {
  const read = await Promise.all(
    images.map(async (file) => [file.path, await readGeometry(file, signal)] as const),
  );
  return Object.fromEntries(read.flatMap(([path, grid]) => (grid.ok ? [[path, grid.value]] : [])));
}

async function mapsOf(
  { reference, prediction, scheme, askedTurn }: OpenPairRequest,
  signal: AbortSignal,
): Promise<{ reference: LabelMap | null; prediction: LabelMap | null; indistinct?: number[][] }> {
  if (reference && prediction) {
    return valueOrThrow(await readAlignedPair({ reference, prediction, scheme, askedTurn }, signal));
  }
  const read = async (source: typeof reference) =>
    source && valueOrThrow(await readPrediction(source, scheme, signal));
  return { reference: await read(reference), prediction: await read(prediction) };
}
