import { failure, ProblemError } from '../../domain/errors';
import { voxelCount } from '../../domain/geometry';
import { indexOfNamed } from '../../domain/indexOfNamed';
import { indistinctValues } from '../../domain/indistinct';
import type { LabelMap } from '../../domain/labelMap';
import type { LabelScheme } from '../../domain/labelScheme';
import type { GeometryWarning } from '../../domain/results';
import { isOverlapping, paintMembership } from '../../kernels/paintMembership';
import { paintRegions } from '../../kernels/paintRegions';
import { valueCounts } from '../../kernels/valueCounts';
import type { MaskSource } from '../protocol';
import { layMasks } from './layMasks';

/** What a mask says: the voxels of these labels. */
interface Layer {
  name: string;
  labels: readonly number[];
  /** That it paints. */
  value: number;
  /** The place of its mask; -1 where there is none, which counts as empty. */
  mask: number;
}

/** Masks are told apart by the names of their files: all regions of the scheme, or else some of its labels. */
export async function paintedFromMasks(
  source: MaskSource,
  scheme: LabelScheme,
  signal: AbortSignal,
): Promise<LabelMap> {
  const { masks } = source;
  const regionsOverlap = isOverlapping(scheme.regions);
  const ofRegions = regionLayers(masks, scheme, regionsOverlap);
  const layers = ofRegions ?? labelLayers(masks, scheme);
  const laid = await layMasks(source, signal);
  const isKnown = layers.map(({ mask }) => mask < 0 || laid.maps[mask] !== null);
  const known = layers.flatMap((layer, place): InsideLayer[] => {
    const voxels = laid.maps[layer.mask] ?? null;
    return isKnown[place] ? [{ ...layer, inside: voxels && insideOf(voxels) }] : [];
  });
  const present = known.flatMap(({ inside, ...layer }) => (inside ? [{ ...layer, inside }] : []));
  if (present.length === 0) refuseLeftOut(laid.warnings);
  if (!ofRegions) refuseOverlap(masks, present);
  const voxels = regionsOverlap
    ? paintedOverlap(masks, known, voxelCount(laid.geometry))
    : paintRegions(
        present.map(({ inside }) => inside),
        present.map(({ value }) => value),
      );
  const indistinct = indistinctValues(
    layers.map(({ labels }) => labels),
    isKnown,
  );
  const withoutMask = layers.filter(({ mask }) => mask < 0);
  return {
    ...counted(voxels),
    geometry: laid.geometry,
    warnings: laid.warnings,
    ...(indistinct.length > 0 ? { indistinct } : {}),
    ...(withoutMask.length > 0 ? { withoutMask } : {}),
  };
}

/** Throws why the first mask was left out; nothing where none was. */
export function refuseLeftOut(warnings: readonly GeometryWarning[]): void {
  for (const warning of warnings) {
    if (warning.kind === 'mask-left-out') throw new ProblemError(warning.problem);
  }
}

/** A layer with its voxels, not 0 inside; null for an empty one. */
interface InsideLayer extends Layer {
  inside: Uint8Array | null;
}

/** Regions that overlap without nesting are kept as their masks are. */
function paintedOverlap(
  masks: readonly NamedMask[],
  known: readonly InsideLayer[],
  voxels: number,
): Uint8Array {
  const insides = known.map(({ inside }) => inside);
  const painted = paintMembership(insides, known, voxels);
  if (painted instanceof Uint8Array) return painted;
  const sharing = painted.unnamed.map((place) => masks[known[place].mask]);
  const facts = { regions: sharing.map(({ region }) => region).join(', ') };
  throw new ProblemError(failure('masks-share-voxels', sharing[0].file.path, facts).problem);
}

/** One file per region, told apart by its name. */
type NamedMask = MaskSource['masks'][number];

/** The place of each region's mask, in declared order; -1 for a region without one. */
export function maskPlaces(masks: readonly NamedMask[], { regions }: Pick<LabelScheme, 'regions'>): number[] {
  const regionOf = masks.map(({ region }) => indexOfNamed(regions, region));
  return regions.map((_, region) => regionOf.indexOf(region));
}

/** One voxel has one label: where two masks of labels share voxels, painting would take them from one in silence. */
function refuseOverlap(
  masks: readonly NamedMask[],
  layers: readonly (InsideLayer & { inside: Uint8Array })[],
): void {
  const owner = new Uint8Array(layers[0]?.inside.length ?? 0);
  layers.forEach(({ inside, mask }, layer) => {
    for (let voxel = 0; voxel < inside.length; voxel++) {
      if (inside[voxel] === 0) continue;
      if (owner[voxel] === 0) {
        owner[voxel] = layer + 1;
        continue;
      }
      const [first, second] = [masks[layers[owner[voxel] - 1].mask], masks[mask]];
      const facts = { region: second.region, otherRegion: first.region, otherFile: first.file.path };
      throw new ProblemError(failure('masks-overlap', second.file.path, facts).problem);
    }
  });
}

/**
 * The regions as layers in the order in which they are painted; null where the masks are not of regions. Of regions
 * that overlap some masks may be missing, of others none.
 */
function regionLayers(
  masks: readonly NamedMask[],
  { regions, regionsClassOrder }: LabelScheme,
  mayMiss: boolean,
): Layer[] | null {
  const layers = maskPlaces(masks, { regions }).map((mask, place) => {
    return { ...regions[place], value: regionsClassOrder[place], mask };
  });
  const found = layers.filter(({ mask }) => mask >= 0).length;
  if (mayMiss && found < masks.length) throw masksMismatch(masks, regions);
  return layers.length > 0 && (mayMiss || found === layers.length) ? layers : null;
}

/** The labels as layers. */
function labelLayers(masks: readonly NamedMask[], { labels, regions }: LabelScheme): Layer[] {
  const labelOf = masks.map(({ region }) => {
    const byValue = /^label[-_ ]?(\d+)$/i.exec(region)?.[1];
    if (byValue) return labels.findIndex(({ value }) => value === Number(byValue));
    return indexOfNamed(labels, region);
  });
  if (labelOf.some((label) => label < 0) || new Set(labelOf).size < masks.length) {
    throw masksMismatch(masks, regions);
  }
  return labels.map(({ name, value }, place) => {
    return { name, labels: [value], value, mask: labelOf.indexOf(place) };
  });
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

export function insideOf(voxels: LabelMap['voxels']): Uint8Array {
  return voxels instanceof Uint8Array ? voxels : Uint8Array.from(voxels, (value) => (value === 0 ? 0 : 1));
}

/** A painted map without its grid. */
export function counted(voxels: Uint8Array | Uint16Array): Omit<LabelMap, 'geometry'> {
  return { voxels, values: valueCounts(voxels), isPainted: true };
}
