import { failure, ProblemError, type Result, valueOrThrow } from '../../domain/errors';
import { type Geometry, isSameShape } from '../../domain/geometry';
import { indexOfNamed } from '../../domain/indexOfNamed';
import type { LabelMap, Segment } from '../../domain/labelMap';
import type { LabelScheme } from '../../domain/labelScheme';
import type { FileWarning } from '../../domain/results';
import { readLabelMap } from '../../io/readLabelMap';
import { readProbabilities } from '../../io/readProbabilities';
import { readVolume } from '../../io/readVolume';
import { resultOf } from '../../io/resultOf';
import { argmaxLabels } from '../../kernels/argmaxLabels';
import { channelOrder } from '../../kernels/channelOrder';
import { isOverlapping, paintMembership } from '../../kernels/paintMembership';
import { paintRegions } from '../../kernels/paintRegions';
import { thresholdRegions } from '../../kernels/reconstruction/thresholdRegions';
import { valueCounts } from '../../kernels/valueCounts';
import type { PredictionSource, WorkerFile } from '../protocol';
import { sourceFiles } from '../sourceFacts';
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
  if (source.kind === 'region-masks') return paintedFromMasks(source.masks, scheme, signal);
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
  { geometry, warnings }: Pick<LabelMap, 'geometry'> & { warnings: FileWarning[] },
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

/** Masks are told apart by the names of their files: all regions of the scheme, or else some of its labels. */
async function paintedFromMasks(
  masks: NamedMask[],
  scheme: LabelScheme,
  signal: AbortSignal,
): Promise<LabelMap> {
  const maps = await readMasks(masks, signal);
  const warnings = maps.flatMap((map) => map.warnings ?? []);
  const { geometry } = maps[0];
  if (isOverlapping(scheme.regions)) {
    return { ...counted(paintedOverlap(masks, maps, scheme)), geometry, warnings };
  }
  const order = layersOf(masks, scheme);
  const insides = order.map(({ mask }) => insideOf(maps[mask]));
  const paints = order.map(({ value }) => value);
  if (order.some(({ isLabel }) => isLabel)) refuseOverlap(masks, order, insides);
  return { ...counted(paintRegions(insides, paints)), geometry, warnings };
}

/** Regions that overlap without nesting are kept as their masks are; one without a mask is empty. */
function paintedOverlap(masks: readonly NamedMask[], maps: LabelMap[], { regions }: LabelScheme): Uint8Array {
  const places = maskPlaces(masks, { regions });
  if (places.filter((place) => place >= 0).length < masks.length) throw masksMismatch(masks, regions);
  const insides = places.map((place) => (place < 0 ? null : insideOf(maps[place])));
  const painted = paintMembership(insides, regions, maps[0].voxels.length);
  if (painted instanceof Uint8Array) return painted;
  const sharing = painted.unnamed.map((place) => masks[places[place]]);
  const facts = { regions: sharing.map(({ region }) => region).join(', ') };
  throw new ProblemError(failure('masks-share-voxels', sharing[0].file.path, facts).problem);
}

/** One file per region, told apart by its name. */
export interface NamedMask {
  region: string;
  file: WorkerFile;
}

/** The masks of one case, all on one grid; throws a ProblemError. */
export async function readMasks(masks: readonly NamedMask[], signal: AbortSignal): Promise<LabelMap[]> {
  const maps = await Promise.all(
    masks.map(async ({ file }) => valueOrThrow(await readLabelMap(file, signal))),
  );
  const [{ geometry }] = maps;
  maps.forEach((map, index) => {
    if (isSameShape(geometry, map.geometry)) return;
    const facts = {
      otherFile: masks[0].file.path,
      shape: map.geometry.shape.join('×'),
      otherShape: geometry.shape.join('×'),
      spacing: map.geometry.spacingMm.join('×'),
      otherSpacing: geometry.spacingMm.join('×'),
    };
    throw new ProblemError(failure('grid-mismatch', masks[index].file.path, facts).problem);
  });
  return maps;
}

/** The place of each region's mask, in declared order; -1 for a region without one. */
export function maskPlaces(masks: readonly NamedMask[], { regions }: Pick<LabelScheme, 'regions'>): number[] {
  const regionOf = masks.map(({ region }) => indexOfNamed(regions, region));
  return regions.map((_, region) => regionOf.indexOf(region));
}

interface Layer {
  mask: number;
  value: number;
  /** The mask is that of a single label, beside which no other label can be. */
  isLabel?: true;
}

/** One voxel has one label: where two masks of labels share voxels, painting would take them from one in silence. */
function refuseOverlap(masks: readonly NamedMask[], order: readonly Layer[], insides: Uint8Array[]): void {
  const owner = new Uint8Array(insides[0].length);
  insides.forEach((inside, layer) => {
    for (let voxel = 0; voxel < inside.length; voxel++) {
      if (inside[voxel] === 0) continue;
      if (owner[voxel] === 0) {
        owner[voxel] = layer + 1;
        continue;
      }
      const [first, second] = [masks[order[owner[voxel] - 1].mask], masks[order[layer].mask]];
      const facts = { region: second.region, otherRegion: first.region, otherFile: first.file.path };
      throw new ProblemError(failure('masks-overlap', second.file.path, facts).problem);
    }
  });
}

/** Which mask paints what, first to last. */
function layersOf(masks: NamedMask[], scheme: LabelScheme): Layer[] {
  const { regions, regionsClassOrder, labels } = scheme;
  const byRegion = maskPlaces(masks, scheme).map((mask, region) => ({
    mask,
    value: regionsClassOrder[region],
  }));
  if (byRegion.length > 0 && byRegion.every(({ mask }) => mask >= 0)) return byRegion;
  const labelOf = masks.map(({ region }) => {
    const byValue = /^label[-_ ]?(\d+)$/i.exec(region)?.[1];
    if (byValue) return labels.findIndex(({ value }) => value === Number(byValue));
    return indexOfNamed(labels, region);
  });
  if (labelOf.every((label) => label >= 0) && new Set(labelOf).size === masks.length) {
    return labelOf.map((label, mask) => ({ mask, value: labels[label].value, isLabel: true }));
  }
  throw masksMismatch(masks, regions);
}

export function masksMismatch(
  masks: readonly NamedMask[],
  regions: readonly { name: string }[],
): ProblemError {
  const facts = {
    found: masks.map(({ region }) => region).join(', '),
    needed: regions.map(({ name }) => name).join(', '),
  };
  return new ProblemError(failure('region-masks-mismatch', masks[0].file.path, facts).problem);
}

export function insideOf({ voxels }: LabelMap): Uint8Array {
  return voxels instanceof Uint8Array ? voxels : Uint8Array.from(voxels, (value) => (value === 0 ? 0 : 1));
}

function counted(voxels: Uint8Array | Uint16Array): Omit<LabelMap, 'geometry'> {
  return { voxels, values: valueCounts(voxels), isPainted: true };
}
