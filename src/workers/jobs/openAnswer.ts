import { valueOrThrow } from '../../domain/errors';
import { flattened } from '../../domain/geometry';
import type { LabelMap } from '../../domain/labelMap';
import { structureKey, structuresOf } from '../../domain/labelScheme';
import type { OpenedAnswer } from '../../domain/openedAnswer';
import { crowdOf, pairsToCode } from '../../domain/pairCodes';
import type { Confusion } from '../../domain/results';
import { readGeometry } from '../../io/readGeometry';
import { countSlices } from '../../kernels/countSlices';
import { jointHistogram } from '../../kernels/jointHistogram';
import { pairCodes } from '../../kernels/pairCodes';
import { startVoxels } from '../../kernels/startVoxels';
import type { JobContext, OpenAnswerRequest, WorkerFile } from '../protocol';
import { readAlignedAnswer } from './readAlignedAnswer';
import { readPrediction } from './readPrediction';

/** Reads a reference and a prediction (either may be missing) into the codes that every view is drawn from. */
export async function openAnswer(request: OpenAnswerRequest, { signal }: JobContext): Promise<OpenedAnswer> {
  const [{ reference, prediction, indistinct = [] }, imageGrids] = await Promise.all([
    mapsOf(request, signal),
    gridsOf(request.images, signal),
  ]);
  const map = reference ?? prediction;
  if (!map) throw new RangeError('an answer needs a reference or a prediction');
  const geometry = flattened(map.geometry);
  const confusion = confusionOf(reference, prediction);
  const { pairs, values } = pairsToCode(request.scheme?.labels.map(({ value }) => value) ?? [], confusion);
  const codes = pairCodes(reference?.voxels ?? null, prediction?.voxels ?? null, pairs);
  const slices = countSlices(codes, geometry.shape, pairs.length);
  const crowd = crowdOf(confusion);
  const { scheme } = request;
  const starts: OpenedAnswer['starts'] = {};
  for (const structure of scheme ? structuresOf(scheme) : []) {
    const answer = { codes, pairs, shape: geometry.shape, slices };
    const voxels = startVoxels(answer, structure, scheme?.ignoreLabel ?? null);
    if (voxels) starts[structureKey(structure)] = voxels;
  }
  return {
    ...{ codes, pairs, values, geometry, slices, starts, imageGrids },
    ...(crowd.length > 0 && { crowd }),
    ...(indistinct.length > 0 && { indistinct }),
  };
}

/** A missing map holds background alone. */
function confusionOf(reference: LabelMap | null, prediction: LabelMap | null): Confusion {
  if (reference && prediction) return jointHistogram(reference.voxels, prediction.voxels);
  const found = [reference, prediction].flatMap((map) => map?.values ?? []);
  const counted = found.filter(({ value }) => value !== 0);
  const labels = [0, ...counted.map(({ value }) => value)];
  const counts = labels.map((row) =>
    labels.map((column) => {
      const isAlone = reference ? column === 0 : row === 0;
      return isAlone ? (counted.find(({ value }) => value === row + column)?.count ?? 0) : 0;
    }),
  );
  return { labels, counts };
}

async function gridsOf(
  images: readonly WorkerFile[],
  signal: AbortSignal,
): Promise<OpenedAnswer['imageGrids']> {
  const read = await Promise.all(
    images.map(async (file) => [file.path, await readGeometry(file, signal)] as const),
  );
  return Object.fromEntries(read.flatMap(([path, grid]) => (grid.ok ? [[path, grid.value]] : [])));
}

async function mapsOf(
  { reference, prediction, scheme, askedTurn }: OpenAnswerRequest,
  signal: AbortSignal,
): Promise<{ reference: LabelMap | null; prediction: LabelMap | null; indistinct?: number[][] }> {
  if (reference && prediction) {
    return valueOrThrow(await readAlignedAnswer({ reference, prediction, scheme, askedTurn }, signal));
  }
  const read = async (source: typeof reference) =>
    source && valueOrThrow(await readPrediction(source, scheme, signal));
  return { reference: await read(reference), prediction: await read(prediction) };
}
