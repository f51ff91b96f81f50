import { failure, ProblemError, type Result, valueOrThrow } from '../../domain/errors';
import type { Geometry } from '../../domain/geometry';
import { indexOfNamed } from '../../domain/indexOfNamed';
import type { LabelMap, Segment } from '../../domain/labelMap';
import type { LabelScheme } from '../../domain/labelScheme';
import type { GeometryWarning } from '../../domain/results';
import { readLabelMap } from '../../io/readLabelMap';
import { readProbabilities } from '../../io/readProbabilities';
import { readVolume } from '../../io/readVolume';
import { resultOf } from '../../io/resultOf';
import { argmaxLabels } from '../../kernels/argmaxLabels';
import { channelOrder } from '../../kernels/channelOrder';
import { paintRegions } from '../../kernels/paintRegions';
import { thresholdRegions } from '../../kernels/reconstruction/thresholdRegions';
import type { PredictionSource, WorkerFile } from '../protocol';
import { sourceFiles } from '../sourceFacts';
import { counted, paintedFromMasks } from './paintMasks';
import { paintSegments } from './paintSegments';

/** A region is present where its probability is strictly greater (metrics.md §1). */
const threshold = 0.5;

/** Regions in one file, with what a person said of their order. */
type ChannelSource = Pick<Extract<PredictionSource, { kind: 'channels' }>, 'file' | 'channelNames'>;

/** The file that stands for a source in lists and messages. */
export function mainFile(source: PredictionSource): WorkerFile {
  return sourceFiles(source)[0];
}

/**
 * The label map of a source: read as saved, or painted from its regions by the scheme. Probabilities know
 * nothing of space: they lie on a grid of 1 mm at the origin until a reference gives them its own.
 */
export function readPrediction(
  source: PredictionSource,
  scheme: LabelScheme | null,
  signal: AbortSignal,
): Promise<Result<LabelMap>> {
  return resultOf(() => labelMapOf(source, scheme, signal));
}

async function labelMapOf(
  source: PredictionSource,
  scheme: LabelScheme | null,
  signal: AbortSignal,
): Promise<LabelMap> {
  if (source.kind === 'label-map') {
    const read = await readLabelMap(source.file, signal);
    if (read.ok) return byName(source, read.value, scheme);
    // Regions in one file need no word in its name: several volumes are never a label map.
    if (read.problem.code !== 'not-3d' || !scheme) return valueOrThrow(read);
    const { regions, segments, ...file } = await readChannels(source.file, signal);
    if (segments) return ofSegments(source, regions, segments, scheme, file);
    if (regions.length < 2 || scheme.regions.length < 2) return valueOrThrow(read);
    return { ...painted(source.file.path, inOrder(source, regions, scheme), scheme), ...file };
  }
  if (!scheme) throw new Error('raw regions are painted by a scheme, and there is none');
  if (source.kind === 'region-masks') return paintedFromMasks(source, scheme, signal);
  const { path } = source.file;
  if (source.kind === 'channels') {
    const { regions, segments, ...file } = await readChannels(source.file, signal);
    if (segments) return ofSegments(source, regions, segments, scheme, file);
    return { ...painted(path, inOrder(source, regions, scheme), scheme), ...file };
  }
  const { regions, shape, mayBeCut } = valueOrThrow(await readProbabilities(source.file, signal));
  const affine = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const geometry: Geometry = { shape, spacingMm: [1, 1, 1], affine };
  const map = scheme.regions.length > 0 ? painted(path, regions, scheme) : ofSoftmax(path, regions, scheme);
  return { ...map, geometry, ...(mayBeCut ? { mayBeCut } : {}) };
}

/** Label-based training: a softmax over the background and the labels in the order of their values. */
function ofSoftmax(
  path: string,
  channels: Float32Array[],
  { labels }: LabelScheme,
): Omit<LabelMap, 'geometry'> {
  const values = [0, ...labels.map(({ value }) => value).sort((first, second) => first - second)];
  if (channels.length !== values.length) {
    const facts = { channels: channels.length, needed: values.length };
    throw new ProblemError(failure('softmax-count', path, facts).problem);
  }
  return counted(argmaxLabels(channels, values));
}

/** A map whose file names its structures is read by these names, or by those that a person gave. */
function byName(source: ChannelSource, map: LabelMap, scheme: LabelScheme | null): LabelMap {
  const { voxels, segments, warnings = [] } = map;
  if (!segments || !scheme) return map;
  return ofSegments(source, [voxels], segments, scheme, { geometry: map.geometry, warnings });
}

function ofSegments(
  { file, channelNames }: ChannelSource,
  layers: ArrayLike<number>[],
  segments: Segment[],
  scheme: LabelScheme,
  { geometry, warnings }: Pick<LabelMap, 'geometry'> & { warnings: GeometryWarning[] },
): LabelMap {
  const isNamed = channelNames?.length === segments.length;
  const named = isNamed ? segments.map((item, index) => ({ ...item, name: channelNames[index] })) : segments;
  const read = paintSegments(file.path, layers, named, scheme);
  const all = [...warnings, ...(read.warnings ?? [])];
  return { ...read, geometry, segments: named, warnings: all, isPainted: true };
}

/** The volumes of one file, in its order. */
export async function readChannels(file: WorkerFile, signal: AbortSignal) {
  const { voxels, channels, geometry, warnings, segments } = valueOrThrow(await readVolume(file, signal));
  const size = voxels.length / channels;
  const regions = Array.from({ length: channels }, (_, channel) =>
    voxels.subarray(channel * size, (channel + 1) * size),
  );
  return { regions, geometry, warnings, segments };
}

/**
 * Channels in the order in which the scheme declares its regions: by the names that a person gave, else by how
 * they lie in each other. Throws 'channels-unclear' where neither says it, 'channel-count' for another number.
 */
export function inOrder(
  { file, channelNames }: ChannelSource,
  channels: Float32Array[],
  scheme: LabelScheme,
): Float32Array[] {
  const { regions } = scheme;
  if (channels.length !== regions.length) {
    const facts = { channels: channels.length, regionCount: regions.length };
    throw new ProblemError(failure('channel-count', file.path, facts).problem);
  }
  const named = channelNames?.map((name) => indexOfNamed(regions, name));
  const order = named
    ? regions.map((_, region) => named.indexOf(region))
    : channelOrder(thresholdRegions(channels, threshold), scheme);
  if (!order || order.some((channel) => channel < 0)) {
    const facts = { channels: channels.length, regions: regions.map(({ name }) => name).join(', ') };
    throw new ProblemError(failure('channels-unclear', file.path, facts).problem);
  }
  return order.map((channel) => channels[channel]);
}

/** One array of probabilities (or 0 and 1) per region in declared order. */
function painted(path: string, regions: Float32Array[], scheme: LabelScheme): Omit<LabelMap, 'geometry'> {
  if (regions.length !== scheme.regions.length) {
    const facts = { channels: regions.length, regionCount: scheme.regions.length };
    throw new ProblemError(failure('channel-count', path, facts).problem);
  }
  return counted(paintRegions(thresholdRegions(regions, threshold), scheme.regionsClassOrder));
}
