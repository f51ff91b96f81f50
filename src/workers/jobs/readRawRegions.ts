import { type AskedTurn, alignAsked, turnOf } from '../../domain/alignGeometry';
import { failure, ProblemError, valueOrThrow } from '../../domain/errors';
import { flattened, type Geometry, isSameShape } from '../../domain/geometry';
import type { LabelMap } from '../../domain/labelMap';
import type { LabelScheme } from '../../domain/labelScheme';
import { reorient } from '../../io/alignToReference';
import { pasteSegmentation } from '../../io/pasteSegmentation';
import { readProbabilities } from '../../io/readProbabilities';
import {
  addRegion,
  emptyCodes,
  mostRegions,
  type RegionCodes,
} from '../../kernels/reconstruction/regionCodes';
import type { PredictionSource, RawSource, VerifyCaseRequest } from '../protocol';
import { layMasks } from './layMasks';
import { onOneGrid } from './onOneGrid';
import { maskPlaces, masksMismatch, refuseLeftOut } from './paintMasks';
import { inOrder, mainFile, readChannels, readPrediction } from './readPrediction';

/** The raw regions of one prediction beside its saved map and its reference, voxel by voxel on one grid. */
export interface AlignedRegions {
  /** The reference's grid, without one that of the saved map, without both that of the regions. */
  geometry: Geometry;
  reference: LabelMap['voxels'] | null;
  saved: LabelMap['voxels'] | null;
  /** One array per region in declared order (or per channel of a label-trained model); null for masks. */
  probabilities: Float32Array[] | null;
  /** Where only masks were saved: the regions that hold each voxel; null for probabilities. */
  codes: RegionCodes | null;
}

/** Voxels of a file; the geometry is null where the file knows nothing of space. */
interface RawVolumes extends Pick<AlignedRegions, 'probabilities' | 'codes'> {
  shape: Geometry['shape'];
  geometry: Geometry | null;
  mayBeCut?: true;
}

/**
 * Reads everything that a reconstruction is checked with. Probabilities without a grid lie on that of the saved
 * map. Throws a ProblemError: what the readers say, 'probabilities-shape', 'softmax-without-box', 'grid-mismatch',
 * 'channel-count' and 'too-many-regions'.
 */
export async function readAlignedRegions(
  request: VerifyCaseRequest,
  signal: AbortSignal,
): Promise<AlignedRegions> {
  const { scheme, raw } = request;
  const regionCount = scheme.regions.length;
  if (regionCount > mostRegions) {
    const facts = { regionCount, most: mostRegions };
    throw new ProblemError(failure('too-many-regions', mainFile(raw).path, facts).problem);
  }
  const read = (source: PredictionSource | null) =>
    source && readPrediction(source, scheme, signal).then(valueOrThrow);
  const [referenceAsRead, savedAsRead, regions] = await Promise.all([
    read(request.reference),
    read(request.labelMap && { kind: 'label-map', file: request.labelMap }),
    readRawRegions(raw, scheme, signal),
  ]);
  const [reference, saved] = onRegions(referenceAsRead, savedAsRead, regions);
  const savedFile = request.labelMap?.path ?? '';
  const beside = saved ?? reference;
  const besideFile = saved ? savedFile : request.reference ? mainFile(request.reference).path : '';
  if (!regions.geometry && beside && String(regions.shape) !== String(beside.geometry.shape)) {
    const [shape, otherShape] = [regions.shape.join('×'), beside.geometry.shape.join('×')];
    const facts = { otherFile: besideFile, shape, otherShape };
    const code = regions.mayBeCut ? 'softmax-without-box' : 'probabilities-shape';
    throw new ProblemError(failure(code, mainFile(raw).path, facts).problem);
  }
  const own = regions.geometry ?? beside?.geometry ?? unitGrid(regions.shape);
  const geometry = reference?.geometry ?? saved?.geometry ?? own;
  const bring = turnTo(geometry, request.askedTurn ?? null);
  const bringRegion = bring(own, mainFile(raw).path, besideFile);
  return {
    geometry: flattened(geometry),
    // A reference of which masks were left out says nothing certain of every label.
    reference: reference && !reference.indistinct ? reference.voxels : null,
    saved: saved && bring(saved.geometry, savedFile, besideFile)(saved.voxels),
    probabilities: regions.probabilities?.map(bringRegion) ?? null,
    codes: regions.codes && bringRegion(regions.codes),
  };
}

/**
 * Segmentations cut to their box lie on the grid of the regions, or, where those know nothing of space, of the map of
 * their shape; elsewhere as for scores.
 */
function onRegions(
  reference: LabelMap | null,
  saved: LabelMap | null,
  { geometry, shape }: RawVolumes,
): [LabelMap | null, LabelMap | null] {
  const sameShape = [reference, saved].find((map) => String(map?.geometry.shape) === String(shape));
  const grid = geometry ?? sameShape?.geometry;
  const [first, second] = [reference, saved].map((map) => {
    if (!map?.segments || !grid || isSameShape(map.geometry, grid)) return map;
    return pasteSegmentation(map, grid) ?? map;
  });
  return first && second ? onOneGrid(first, second) : [first, second];
}

async function readRawRegions(raw: RawSource, scheme: LabelScheme, signal: AbortSignal): Promise<RawVolumes> {
  if (raw.kind === 'region-masks') {
    const places = maskPlaces(raw.masks, scheme);
    if (places.some((place) => place < 0)) throw masksMismatch(raw.masks, scheme.regions);
    const begin = () => new MaskCodes(places);
    const { taker, geometry, warnings } = await layMasks(raw, places, begin, signal);
    refuseLeftOut(warnings);
    return { codes: taker.codes, probabilities: null, shape: geometry.shape, geometry };
  }
  const { regions, ...grid } = await readArrays(raw, scheme, signal);
  const expected = scheme.regions.length;
  // One more than labels: the softmax of a label-trained model, which the verdict names.
  if (regions.length !== expected && regions.length !== scheme.labels.length + 1) {
    const facts = { channels: regions.length, regionCount: expected };
    throw new ProblemError(failure('channel-count', raw.file.path, facts).problem);
  }
  return { probabilities: regions, codes: null, ...grid };
}

/** The regions as bits, from masks at these places. */
class MaskCodes {
  codes: RegionCodes | null = null;

  constructor(private readonly places: readonly number[]) {}

  add(place: number, mask: LabelMap['voxels']): void {
    this.codes ??= emptyCodes(this.places.length, mask.length);
    addRegion(this.codes, this.places.indexOf(place), mask);
  }
}

async function readArrays(
  raw: Exclude<RawSource, { kind: 'region-masks' }>,
  scheme: LabelScheme,
  signal: AbortSignal,
) {
  if (raw.kind === 'probabilities') {
    const { regions, ...grid } = valueOrThrow(await readProbabilities(raw.file, signal));
    return { regions, ...grid, geometry: null };
  }
  const { regions, geometry } = await readChannels(raw.file, signal);
  // As many as regions are regions; the softmax of labels is taken as it comes.
  const ordered = regions.length === scheme.regions.length ? inOrder(raw, regions, scheme) : regions;
  return { regions: ordered, shape: geometry.shape, geometry };
}

/** Brings voxels of another grid into the order of this one, by the same rules as scores (alignToReference). */
function turnTo(geometry: Geometry, asked: AskedTurn | null) {
  return (own: Geometry, file: string, otherFile: string) => {
    const alignment = alignAsked(geometry, own, asked);
    if (alignment.kind === 'grid-mismatch') {
      throw new ProblemError(
        failure('grid-mismatch', file, {
          otherFile,
          shape: own.shape.join('×'),
          otherShape: geometry.shape.join('×'),
          spacing: own.spacingMm.join('×'),
          otherSpacing: geometry.spacingMm.join('×'),
        }).problem,
      );
    }
    const turn = turnOf(alignment, asked);
    return <Voxels extends Uint8Array | Uint16Array | Float32Array>(voxels: Voxels): Voxels =>
      turn ? reorient(voxels, own.shape, turn) : voxels;
  };
}

function unitGrid(shape: Geometry['shape']): Geometry {
  return { shape, spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] };
}
