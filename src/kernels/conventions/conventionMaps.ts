import { flatAxis, type Geometry } from '../../domain/geometry';
import type { Confusion, Counts } from '../../domain/results';
import { jointHistogram } from '../jointHistogram';
import { type Box, boxAround, boxShape, labelBoxes } from '../labelBoxes';
import {
  forEachSharedRow,
  type LesionField,
  lesionBox,
  lesionMasks,
  meetLesions,
  numberLesions,
} from '../lesionField';
import { countsOf } from '../overlap';
import { surfaceDistancesOfMasks } from '../surfaceDistances';
import type { SurfaceProfile } from '../surfaceProfile';
import { type BorderDistances, borderDistances } from './borderDistances';
import { contactsOf, dilationOrder } from './componentGroups';

type Triple = [number, number, number];
type Voxels = Uint8Array | Uint16Array;
type Labels = readonly number[];

export type Side = 'reference' | 'prediction';

/** Components of one structure in one map by 26-connectivity: their numbers, from 1. */
export type Parts = readonly number[];

/**
 * The two maps of a case on one grid, and all that conventions ask of their voxels. Every lesion of every convention is
 * a set of components, so voxels are gone through once for what is known of components; a convention is arithmetic on
 * that. What was asked once is kept.
 */
export interface ConventionMaps {
  geometry: Pick<Geometry, 'shape' | 'spacingMm'>;
  /** The axis along which the grid is one voxel thick. */
  across: 0 | 1 | 2 | null;
  counts: (labels: Labels) => Counts;
  components: (side: Side, labels: Labels) => LesionField;
  /** The components whose dilations touch, in the order in which the scripts of 2024 number them. */
  groups: (side: Side, labels: Labels, dilations: number) => number[][];
  /** By reference component: the predicted components that meet the dilation of its group. */
  met: (labels: Labels, dilations: number) => number[][];
  /** Pairs of components that share voxels. */
  overlaps: (labels: Labels) => Overlap[];
  /** By component: those of another structure in the same map that one dilation of it meets. */
  contacts: (side: Side, labels: Labels, others: Labels) => Set<number>[];
  /** Between the surfaces of two sets of components (metrics.md §3). */
  surfaces: (labels: Labels, reference: Parts, prediction: Parts) => SurfaceProfile;
  /** Between their border voxels (metrics.md §8). */
  borders: (
    labels: Labels,
    reference: Parts,
    prediction: Parts,
    spacingMm: Readonly<Triple>,
  ) => BorderDistances;
  /** Anything else, by all that it depends on beside the maps. */
  once: <Value>(make: () => Value, ...key: unknown[]) => Value;
}

export interface Overlap {
  reference: number;
  prediction: number;
  voxels: number;
}

/** All components of a field. */
export function everyPart({ places }: Pick<LesionField, 'places'>): number[] {
  return places.map((_, index) => index + 1);
}

export function conventionMaps(
  reference: Voxels,
  prediction: Voxels,
  geometry: ConventionMaps['geometry'],
): ConventionMaps {
  const { shape, spacingMm } = geometry;
  const across = flatAxis(geometry);
  const voxels = { reference, prediction };
  const known = new Map<string, unknown>();
  const once = <Value>(make: () => Value, ...key: unknown[]): Value => {
    const text = key.join('|');
    if (!known.has(text)) known.set(text, make());
    return known.get(text) as Value;
  };
  const boxes = (side: Side) => once(() => labelBoxes(voxels[side], shape), 'boxes', side);
  const field = (side: Side, labels: Labels, dilations: number) =>
    once(
      () => {
        const isMember = new Uint8Array(65_536);
        for (const label of labels) isMember[label] = 1;
        const box = boxAround(labels.map((label) => boxes(side).get(label)));
        return numberLesions(voxels[side], shape, box, isMember, dilations);
      },
      'field',
      side,
      labels,
      dilations,
    );
  const components = (side: Side, labels: Labels) => field(side, labels, 0);
  const masks = (labels: Labels, ofReference: Parts, ofPrediction: Parts) => {
    const [inReference, inPrediction] = [components('reference', labels), components('prediction', labels)];
    const box = boxAround([
      ...ofReference.map((part) => lesionBox(inReference, part)),
      ...ofPrediction.map((part) => lesionBox(inPrediction, part)),
    ]) as Box;
    return [
      lesionMasks(inReference, ofReference, box, shape).mask,
      lesionMasks(inPrediction, ofPrediction, box, shape).mask,
      boxShape(box),
    ] as const;
  };
  return {
    geometry,
    across,
    once,
    counts: (labels) => {
      const confusion: Confusion = once(() => jointHistogram(reference, prediction), 'confusion');
      return countsOf(confusion, labels, null);
    },
    components,
    groups: (side, labels, dilations) =>
      once(
        () => {
          const parts = components(side, labels);
          const dilated = field(side, labels, dilations);
          const groupOf = numbersAt(parts, dilated);
          return dilationOrder(dilated).map((group) =>
            everyPart(parts).filter((part) => groupOf[part - 1] === group),
          );
        },
        'groups',
        side,
        labels,
        dilations,
      ),
    met: (labels, dilations) =>
      once(
        () => {
          const dilated = field('reference', labels, dilations);
          const { met } = meetLesions(dilated, components('prediction', labels), shape);
          return numbersAt(components('reference', labels), dilated).map((group) => met[group - 1]);
        },
        'met',
        labels,
        dilations,
      ),
    overlaps: (labels) =>
      once(
        () => overlapsOf(components('reference', labels), components('prediction', labels), shape),
        'overlaps',
        labels,
      ),
    contacts: (side, labels, others) =>
      once(
        () => contactsOf(components(side, labels), components(side, others)),
        'contacts',
        side,
        labels,
        others,
      ),
    surfaces: (labels, ...parts) =>
      once(
        () => surfaceDistancesOfMasks(...masks(labels, ...parts), spacingMm, [], across).profile,
        'surfaces',
        labels,
        ...parts,
      ),
    borders: (labels, ofReference, ofPrediction, edgesMm) =>
      once(
        () => borderDistances(...masks(labels, ofReference, ofPrediction), edgesMm, across),
        'borders',
        labels,
        ofReference,
        ofPrediction,
        edgesMm,
      ),
  };
}

/** For each component the number that its voxels have in another field, which holds all of them. */
function numbersAt(parts: LesionField, { box, numbers }: LesionField): number[] {
  const [columns, rows] = boxShape(box);
  return parts.places.map(({ centre }) => {
    const [x, y, z] = centre.map((step, axis) => step + parts.box.lower[axis] - box.lower[axis]);
    return numbers[(z * rows + y) * columns + x];
  });
}

function overlapsOf(reference: LesionField, prediction: LesionField, shape: Readonly<Triple>): Overlap[] {
  const columns = prediction.places.length + 1;
  const counts = new Map<number, number>();
  forEachSharedRow(reference, prediction, shape, (from, to, length) => {
    for (let step = 0; step < length; step++) {
      const predicted = prediction.numbers[to + step];
      const lesion = predicted === 0 ? 0 : reference.numbers[from + step];
      if (lesion === 0) continue;
      const key = lesion * columns + predicted;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return [...counts].map(([key, voxels]) => {
    const lesion = Math.floor(key / columns);
    return { reference: lesion, prediction: key - lesion * columns, voxels };
  });
}
