import { failure, ProblemError } from '../../domain/errors';
import { indexOfNamed } from '../../domain/indexOfNamed';
import { isSubsetOf } from '../../domain/isSubsetOf';
import type { LabelMap, Segment } from '../../domain/labelMap';
import type { LabelScheme } from '../../domain/labelScheme';
import type { FileWarning } from '../../domain/results';
import { channelOrder } from '../../kernels/channelOrder';
import { valueCounts } from '../../kernels/valueCounts';

/** The voxels of a segmentation: one array a layer, all of one length. */
type Layers = readonly ArrayLike<number>[];

/** What a segment paints: `place` says when, the regions first, in declared order. */
interface Paint {
  segment: Segment;
  value: number;
  place: number;
  /** The region that its name means; null for a label, or where its name means nothing. */
  region: number | null;
  isNamed: boolean;
}

/** A segment of which more than this share lies outside the one that should hold it is not what its name says. */
const mostOutside = 0.5;

/**
 * The label map of a segmentation that names its structures (3D Slicer's): each is what its name says in the scheme,
 * a label or a region, whatever value the file gives it. Where no name says anything, the values stand as they are,
 * and several layers go by how they lie in each other, both with a warning. Throws a ProblemError: 'segments-unclear'
 * where some names say something and the others would have to be guessed, 'segments-overlap' for two labels that share voxels.
 */
export function paintSegments(
  file: string,
  layers: Layers,
  segments: readonly Segment[],
  scheme: LabelScheme,
): Pick<LabelMap, 'voxels' | 'values' | 'warnings'> {
  const used = segments.filter(({ layer }) => layer < layers.length);
  const paints = paintsOf(file, layers, used, scheme);
  const warnings = [...toldOf(file, layers, paints), ...contradictions(file, layers, paints, scheme)];
  const ordered = [...paints].sort((first, second) => first.place - second.place);
  if (layers.length > 1) refuseOverlap(file, layers, ordered);
  const length = layers[0].length;
  const voxels = ordered.some(({ value }) => value > 255) ? new Uint16Array(length) : new Uint8Array(length);
  const unlisted = layers.length === 1 ? valuesBeside(layers[0], used) : new Set<number>();
  if (unlisted.size > 0) {
    const taken = ordered.find(({ value, segment }) => unlisted.has(value) && value !== segment.value);
    const names = [...unlisted].sort((first, second) => first - second).join(', ');
    if (taken) throw unclear(file, [names], scheme);
    for (let voxel = 0; voxel < length; voxel++) {
      if (unlisted.has(layers[0][voxel])) voxels[voxel] = layers[0][voxel];
    }
    warnings.push({ kind: 'segments-unnamed', file, segments: names });
  }
  for (const { segment, value } of ordered) {
    const layer = layers[segment.layer];
    for (let voxel = 0; voxel < length; voxel++) {
      if (layer[voxel] === segment.value) voxels[voxel] = value;
    }
  }
  return { voxels, values: valueCounts(voxels), warnings };
}

function paintsOf(file: string, layers: Layers, segments: readonly Segment[], scheme: LabelScheme): Paint[] {
  const paints = segments.map((segment) => paintOf(segment, scheme));
  const unnamed = paints.filter(({ isNamed }) => !isNamed).map(({ segment }) => segment.name);
  if (unnamed.length === 0) return paints;
  if (layers.length === 1) {
    const named = new Set(paints.filter(({ isNamed }) => isNamed).map(({ value }) => value));
    const isTaken = paints.some(({ isNamed, segment }) => !isNamed && named.has(segment.value));
    if (isTaken) throw unclear(file, unnamed, scheme);
    return paints;
  }
  if (unnamed.length < segments.length) throw unclear(file, unnamed, scheme);
  const masks = segments.map((segment) => maskOf(layers, segment));
  const order = channelOrder(masks, scheme);
  if (!order) throw unclear(file, unnamed, scheme);
  return order.map((place, region) => ({
    segment: segments[place],
    value: scheme.regionsClassOrder[region],
    place: region,
    region,
    isNamed: false,
  }));
}

function paintOf(segment: Segment, { labels, regions, regionsClassOrder }: LabelScheme): Paint {
  const label = indexOfNamed(labels, segment.name);
  const region = indexOfNamed(regions, segment.name);
  // A name that is both means the region where that holds more: its layer is all of it.
  const isRegion = region >= 0 && (label < 0 || regions[region].labels.length > 1);
  if (isRegion) return { segment, value: regionsClassOrder[region], place: region, region, isNamed: true };
  const place = regions.length;
  if (label >= 0) return { segment, value: labels[label].value, place, region: null, isNamed: true };
  return { segment, value: segment.value, place, region: null, isNamed: false };
}

function unclear(file: string, names: readonly string[], { regions, labels }: LabelScheme): ProblemError {
  const facts = {
    segments: shortList(names),
    known: shortList([...regions, ...labels].map(({ name }) => name)),
  };
  return new ProblemError(failure('segments-unclear', file, facts).problem);
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => (name.length > 24 ? `${name.slice(0, 24)}…` : name));
  return [...shown, ...(names.length > shown.length ? ['…'] : [])].join(', ');
}

function toldOf(file: string, layers: Layers, paints: readonly Paint[]): FileWarning[] {
  const unnamed = paints.filter(({ isNamed }) => !isNamed).map(({ segment }) => segment.name);
  const renumbered = paints.filter(
    ({ isNamed, segment, value }) => isNamed && layers.length === 1 && segment.value !== value,
  );
  const changes = renumbered.map(({ segment, value }) => `${segment.name} ${segment.value} → ${value}`);
  return [
    ...(unnamed.length > 0
      ? [{ kind: 'segments-unnamed' as const, file, segments: shortList(unnamed) }]
      : []),
    ...(changes.length > 0
      ? [{ kind: 'segments-renumbered' as const, file, segments: shortList(changes) }]
      : []),
  ];
}

/** Segments in layers of their own whose names say that one lies in the other, and whose voxels say otherwise. */
function contradictions(
  file: string,
  layers: Layers,
  paints: readonly Paint[],
  { regions }: LabelScheme,
): FileWarning[] {
  if (layers.length === 1) return [];
  const ofRegions = paints.filter(({ isNamed, region }) => isNamed && region !== null);
  return ofRegions.flatMap((inner) =>
    ofRegions
      .filter(({ region }) => {
        const [own, other] = [regions[inner.region!].labels, regions[region!].labels];
        return own.length < other.length && isSubsetOf(own, other);
      })
      .filter((outer) => outsideShare(layers, inner.segment, outer.segment) > mostOutside)
      .map((outer) => ({
        kind: 'segments-contradict' as const,
        file,
        inner: shortList([inner.segment.name]),
        outer: shortList([outer.segment.name]),
      })),
  );
}

function outsideShare(layers: Layers, inner: Segment, outer: Segment): number {
  let [inside, outside] = [0, 0];
  for (let voxel = 0; voxel < layers[0].length; voxel++) {
    if (layers[inner.layer][voxel] !== inner.value) continue;
    if (layers[outer.layer][voxel] === outer.value) inside++;
    else outside++;
  }
  return outside / Math.max(1, inside + outside);
}

/** One voxel has one label: painting would take it from one of two in silence. */
function refuseOverlap(file: string, layers: Layers, paints: readonly Paint[]): void {
  const owner = new Int32Array(layers[0].length);
  paints.forEach(({ segment, region, value }, index) => {
    if (region !== null) return;
    const layer = layers[segment.layer];
    for (let voxel = 0; voxel < owner.length; voxel++) {
      if (layer[voxel] !== segment.value) continue;
      const other = owner[voxel] === 0 ? undefined : paints[owner[voxel] - 1];
      if (other && other.value !== value) {
        const facts = { segment: shortList([segment.name]), otherSegment: shortList([other.segment.name]) };
        throw new ProblemError(failure('segments-overlap', file, facts).problem);
      }
      owner[voxel] = index + 1;
    }
  });
}

function maskOf(layers: Layers, { layer, value }: Segment): Uint8Array {
  return Uint8Array.from(layers[layer], (found) => (found === value ? 1 : 0));
}

/** Values of a layer that no segment has. */
function valuesBeside(layer: ArrayLike<number>, segments: readonly Segment[]): Set<number> {
  const listed = new Set([0, ...segments.map(({ value }) => value)]);
  const beside = new Set<number>();
  for (let voxel = 0; voxel < layer.length; voxel++) {
    if (!listed.has(layer[voxel])) beside.add(layer[voxel]);
  }
  return beside;
}
