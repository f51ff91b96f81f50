import { type Geometry, voxelSize } from '../domain/geometry';
import type {
  ErrorComponent,
  ErrorSpot,
  ReferenceBoundary,
  StructureErrors,
} from '../domain/structureErrors';
import type { StructurePart } from '../domain/structurePart';
import { connectedComponents } from './connectedComponents';
import { squaredDistances } from './distanceTransform';
import { type Box, boxShape } from './labelBoxes';
import { bitsByCode, structureBit } from './structureBits';

type Triple = [number, number, number];

/** More than this, and nobody looks at the last ones. */
const mostListed = 60;

const { reference: inReference, first: inPrediction } = structureBit;
const kinds = { missed: inReference, extra: inPrediction } as const;

/** A structure within its box: `classes` says for each voxel in which of the two maps it lies. */
interface BoxedStructure {
  classes: Uint8Array;
  box: Box;
  shape: Triple;
}

/**
 * The 26-connected components of a structure's missed and of its extra voxels, and the boundary that distances
 * are measured from. A voxel's distance is that from its centre to the nearest centre on the other side of the
 * reference boundary (metrics.md §5). Voxels whose reference is the ignore label count as outside.
 */
export function structureErrors(
  { codes, box, pairs, geometry }: StructurePart,
  labels: readonly number[],
  ignoreLabel: number | null,
): StructureErrors {
  if (codes.length === 0) {
    return {
      components: [],
      count: 0,
      voxels: 0,
      boundary: { inside: new Int32Array(), outside: new Int32Array() },
    };
  }
  const classOf = bitsByCode(pairs, labels, ignoreLabel, inPrediction);
  const classes = new Uint8Array(codes.length);
  for (let place = 0; place < codes.length; place++) classes[place] = classOf[codes[place]];
  const boxed = { classes, box, shape: boxShape(box) };
  const found = (['missed', 'extra'] as const).flatMap((kind) => componentsOf(boxed, kind));
  found.sort((first, second) => second.places.length - first.places.length);
  const distances = {
    missed: distancesTo(boxed, 'outside', geometry),
    extra: distancesTo(boxed, 'inside', geometry),
  };
  return {
    components: found
      .slice(0, mostListed)
      .map(({ kind, places }) => component(kind, places, boxed, distances[kind], { codes, pairs, geometry })),
    count: found.length,
    voxels: found.reduce((sum, { places }) => sum + places.length, 0),
    boundary: boundaryOf(boxed, geometry.shape),
  };
}

/** The components of one kind as places in the box. */
function componentsOf({ classes, shape }: BoxedStructure, kind: ErrorComponent['kind']) {
  const mask = classes.map((inMaps) => (inMaps === kinds[kind] ? 1 : 0));
  const { labels, count } = connectedComponents(mask, shape, 26);
  const components = Array.from({ length: count }, () => ({ kind, places: [] as number[] }));
  for (let place = 0; place < labels.length; place++) {
    if (labels[place] !== 0) components[labels[place] - 1].places.push(place);
  }
  return components;
}

/** Squared distances (mm²) to the nearest voxel on one side of the reference boundary; Infinity without one. */
function distancesTo(
  { classes, shape }: BoxedStructure,
  side: 'inside' | 'outside',
  { spacingMm }: Geometry,
) {
  const wanted = side === 'inside' ? inReference : 0;
  const sites = classes.map((inMaps) => ((inMaps & inReference) === wanted ? 1 : 0));
  return squaredDistances(sites, shape, spacingMm);
}

function component(
  kind: ErrorComponent['kind'],
  places: readonly number[],
  { box, shape }: BoxedStructure,
  squaredMm2: Float64Array,
  { codes, pairs, geometry }: Pick<StructurePart, 'codes' | 'pairs' | 'geometry'>,
): ErrorComponent {
  const voxels = places.map((place): Triple => {
    const line = Math.floor(place / shape[0]);
    const slice = Math.floor(line / shape[1]);
    return [
      box.lower[0] + place - line * shape[0],
      box.lower[1] + line - slice * shape[1],
      box.lower[2] + slice,
    ];
  });
  const perCode = new Map<number, number>();
  for (const place of places) perCode.set(codes[place], (perCode.get(codes[place]) ?? 0) + 1);
  const squared = places.reduce((most, place) => Math.max(most, squaredMm2[place]), 0);
  const edges = [0, 1, 2].map((axis) => {
    const along = voxels.map((voxel) => voxel[axis]);
    return [along.reduce((low, at) => Math.min(low, at)), along.reduce((high, at) => Math.max(high, at)) + 1];
  });
  return {
    kind,
    voxels: places.length,
    size: places.length * voxelSize(geometry),
    box: { lower: edges.map(([low]) => low) as Triple, upper: edges.map(([, high]) => high) as Triple },
    spots: [0, 1, 2].map((axis) => spotAlong(voxels, axis, geometry)) as ErrorComponent['spots'],
    farthestMm: Number.isFinite(squared) ? Math.sqrt(squared) : null,
    confusions: [...perCode]
      .map(([code, count]) => ({
        reference: pairs[code][0],
        prediction: pairs[code][1],
        voxels: count,
      }))
      .sort((first, second) => second.voxels - first.voxels),
  };
}

/** The voxel nearest to the centre of the slice along `axis` that holds most of them. */
function spotAlong(voxels: readonly Triple[], axis: number, { spacingMm }: Geometry): ErrorSpot {
  const perSlice = new Map<number, number>();
  for (const voxel of voxels) perSlice.set(voxel[axis], (perSlice.get(voxel[axis]) ?? 0) + 1);
  const [slice, count] = [...perSlice].reduce((best, next) => (next[1] > best[1] ? next : best));
  const inSlice = voxels.filter((voxel) => voxel[axis] === slice);
  const centre = [0, 1, 2].map((along) => inSlice.reduce((sum, voxel) => sum + voxel[along], 0) / count);
  const squaredMm2 = (voxel: Triple) =>
    voxel.reduce((sum, at, along) => sum + ((at - centre[along]) * spacingMm[along]) ** 2, 0);
  const voxel = inSlice.reduce((best, next) => (squaredMm2(next) < squaredMm2(best) ? next : best));
  const voxelMm2 = spacingMm.reduce((area, edge, along) => (along === axis ? area : area * edge), 1);
  return { voxel, areaMm2: count * voxelMm2 };
}

/** The voxels that have one of the other side across a face, as places in the volume. */
function boundaryOf({ classes, box, shape }: BoxedStructure, volume: Readonly<Triple>): ReferenceBoundary {
  const sides: { inside: number[]; outside: number[] } = { inside: [], outside: [] };
  const strides = [1, shape[0], shape[0] * shape[1]];
  let place = 0;
  for (let z = 0; z < shape[2]; z++) {
    for (let y = 0; y < shape[1]; y++) {
      for (let x = 0; x < shape[0]; x++, place++) {
        const side = classes[place] & inReference;
        const isAtBoundary =
          (x > 0 && (classes[place - 1] & inReference) !== side) ||
          (x < shape[0] - 1 && (classes[place + 1] & inReference) !== side) ||
          (y > 0 && (classes[place - strides[1]] & inReference) !== side) ||
          (y < shape[1] - 1 && (classes[place + strides[1]] & inReference) !== side) ||
          (z > 0 && (classes[place - strides[2]] & inReference) !== side) ||
          (z < shape[2] - 1 && (classes[place + strides[2]] & inReference) !== side);
        if (!isAtBoundary) continue;
        const inVolume = x + box.lower[0] + volume[0] * (y + box.lower[1] + volume[1] * (z + box.lower[2]));
        (side === 0 ? sides.outside : sides.inside).push(inVolume);
      }
    }
  }
  return { inside: Int32Array.from(sides.inside), outside: Int32Array.from(sides.outside) };
}
