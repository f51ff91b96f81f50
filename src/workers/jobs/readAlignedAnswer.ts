import type { AskedTurn } from '../../domain/alignGeometry';
import { failure, type Result, success } from '../../domain/errors';
import { flattened, isSameShape } from '../../domain/geometry';
import { joinClasses } from '../../domain/indistinct';
import type { LabelMap } from '../../domain/labelMap';
import type { LabelScheme } from '../../domain/labelScheme';
import type { GeometryWarning } from '../../domain/results';
import { alignToReference } from '../../io/alignToReference';
import { mergeValues } from '../../kernels/mergeValues';
import { valueCounts } from '../../kernels/valueCounts';
import type { PredictionSource } from '../protocol';
import { onOneGrid } from './onOneGrid';
import { mainFile, readPrediction } from './readPrediction';

/** A reference and a prediction voxel by voxel side by side, on the reference's grid. */
export interface AlignedAnswer {
  reference: LabelMap;
  prediction: LabelMap;
  warnings: GeometryWarning[];
  /** Values that are one in both maps, since the mask that tells them apart was left out on either side. */
  indistinct: number[][];
}

export interface AnswerSources {
  reference: PredictionSource;
  prediction: PredictionSource;
  scheme: LabelScheme | null;
  askedTurn?: AskedTurn | null;
}

/**
 * Reads both maps of an answer and brings the prediction into the reference's voxel order: the one way in which
 * everything that compares voxels gets them. `readingReference` spares a second reading where several
 * predictions meet one reference.
 */
export async function readAlignedAnswer(
  sources: AnswerSources,
  signal: AbortSignal,
  readingReference = readPrediction(sources.reference, sources.scheme, signal),
): Promise<Result<AlignedAnswer>> {
  const [reference, prediction] = await Promise.all([
    readingReference,
    readPrediction(sources.prediction, sources.scheme, signal),
  ]);
  if (!reference.ok) return reference;
  if (!prediction.ok) return prediction;
  const file = mainFile(sources.prediction).path;
  const otherFile = mainFile(sources.reference).path;
  const indistinct = joinClasses(reference.value.indistinct ?? [], prediction.value.indistinct ?? []);
  const whole = withMerged(reference.value, indistinct);
  let map = withMerged(prediction.value, indistinct);
  if (sources.prediction.kind === 'probabilities') {
    const { geometry } = reference.value;
    if (!isSameShape(geometry, map.geometry)) {
      const [shape, otherShape] = [map.geometry.shape.join('×'), geometry.shape.join('×')];
      const code = map.mayBeCut ? 'softmax-without-box' : 'probabilities-shape';
      return failure(code, file, { otherFile, shape, otherShape });
    }
    map = { ...map, geometry };
  }
  const [target, moved] = onOneGrid(whole, map);
  const aligned = alignToReference(
    { file: otherFile, map: target },
    { file, map: moved },
    sources.askedTurn ?? null,
  );
  if (!aligned.ok) return aligned;
  const { voxels, warnings } = aligned.value;
  const sideDoubt =
    target.geometry.sideDoubt ?? moved.geometry.sideDoubt ?? aligned.value.sideDoubt ?? undefined;
  const geometry = flattened(sideDoubt ? { ...target.geometry, sideDoubt } : target.geometry);
  return success({
    reference: { ...target, geometry },
    prediction: { ...moved, voxels, geometry },
    warnings: [
      ...(whole.warnings ?? []),
      ...(map.warnings ?? []),
      ...missingMasks(whole, map, sources.reference),
      ...missingMasks(map, whole, sources.prediction),
      ...warnings,
    ],
    indistinct,
  });
}

function withMerged(map: LabelMap, classes: readonly (readonly number[])[]): LabelMap {
  if (classes.length === 0) return map;
  const voxels = mergeValues(map.voxels, classes);
  return { ...map, voxels, values: valueCounts(voxels) };
}

/** Of more structures without a mask than these the first are named, and all counted. */
const mostNames = 12;

/** What has no mask on one side and voxels on the other: empty as it stands, perhaps because a file is missing. */
function missingMasks(
  { withoutMask = [] }: LabelMap,
  other: LabelMap,
  source: PredictionSource,
): GeometryWarning[] {
  const held = new Set(other.values.map(({ value }) => value));
  const missing = withoutMask.filter(({ labels }) => labels.some((value) => held.has(value)));
  if (missing.length === 0) return [];
  const { path } = mainFile(source);
  const names = missing.slice(0, mostNames).map(({ name }) => name);
  const structures = names.join(', ') + (missing.length > mostNames ? `, … (${missing.length})` : '');
  return [{ kind: 'masks-missing', file: path.replace(/\/[^/]*$/, ''), structures }];
}
