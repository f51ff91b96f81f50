import { failure, type Problem, ProblemError } from '../../domain/errors';
import { indexOfNamed } from '../../domain/indexOfNamed';
import { indistinctValues } from '../../domain/indistinct';
import type { LabelMap } from '../../domain/labelMap';
import type { LabelScheme } from '../../domain/labelScheme';
import type { GeometryWarning } from '../../domain/results';
import { takeVoxels } from '../../io/spareVoxels';
import { paintMask } from '../../kernels/paintMask';
import { isOverlapping, MembershipPainter } from '../../kernels/paintMembership';
import { valueCounts } from '../../kernels/valueCounts';
import type { MaskSource } from '../protocol';
import { layMasks, type MaskTaker } from './layMasks';

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
  const laid = await layMasks(
    source,
    layers.flatMap(({ mask }) => (mask < 0 ? [] : mask)),
    () => (regionsOverlap ? overlapPainter(masks, layers) : inTurnPainter(masks, layers, ofRegions !== null)),
    signal,
  );
  const voxels = laid.taker.painted();
  const isKnown = layers.map(({ mask }) => mask < 0 || laid.isLaid[mask]);
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

/** What is wrong with the masks is thrown once they are painted. */
interface Painter extends MaskTaker {
  painted(): LabelMap['voxels'];
}

/** One layer over the other, as nnU-Net paints regions; labels may not share voxels, since each voxel has one. */
function inTurnPainter(masks: readonly NamedMask[], layers: readonly Layer[], mayCover: boolean): Painter {
  const isWide = layers.some(({ value }) => value > 255);
  let painted: LabelMap['voxels'] | null = null;
  let problem: Problem | null = null;
  return {
    add(place, mask) {
      painted ??= isWide ? new Uint16Array(mask.length) : takeVoxels(mask.length);
      const value = layers.find((layer) => layer.mask === place)?.value ?? 0;
      const covered = paintMask(painted, mask, value);
      const owner = layers.find((layer) => layer.value === covered && layer.mask >= 0);
      if (mayCover || !owner || problem) return;
      const [first, second] = [masks[owner.mask], masks[place]];
      const facts = { region: second.region, otherRegion: first.region, otherFile: first.file.path };
      ({ problem } = failure('masks-overlap', second.file.path, facts));
    },
    painted() {
      if (problem) throw new ProblemError(problem);
      return painted ?? new Uint8Array();
    },
  };
}

/** Regions that overlap without nesting are kept as their masks are. */
function overlapPainter(masks: readonly NamedMask[], layers: readonly Layer[]): Painter {
  let painter: MembershipPainter | null = null;
  return {
    add(place, mask) {
      painter ??= new MembershipPainter(layers, mask.length);
      painter.add(
        layers.findIndex((layer) => layer.mask === place),
        mask,
      );
    },
    painted() {
      for (const [place, { mask }] of layers.entries()) if (mask < 0) painter?.add(place, null);
      const painted = painter?.painted() ?? new Uint8Array();
      if (!('unnamed' in painted)) return painted;
      const sharing = painted.unnamed.map((place) => masks[layers[place].mask]);
      const facts = { regions: sharing.map(({ region }) => region).join(', ') };
      throw new ProblemError(failure('masks-share-voxels', sharing[0].file.path, facts).problem);
    },
  };
}

/** One file per region, told apart by its name. */
type NamedMask = MaskSource['masks'][number];

/** The place of each region's mask, in declared order; -1 for a region without one. */
export function maskPlaces(masks: readonly NamedMask[], { regions }: Pick<LabelScheme, 'regions'>): number[] {
  const regionOf = masks.map(({ region }) => indexOfNamed(regions, region));
  return regions.map((_, region) => regionOf.indexOf(region));
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

/** A painted map without its grid. */
export function counted(voxels: Uint8Array | Uint16Array): Omit<LabelMap, 'geometry'> {
  return { voxels, values: valueCounts(voxels), isPainted: true };
}
