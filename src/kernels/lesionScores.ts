import { flatAxis, type Geometry } from '../domain/geometry';
import {
  type Lesion,
  type LesionPlace,
  type LesionProfileName,
  type LesionScores,
  lesionProfiles,
  missedHd95Mm,
  type PredictedComponent,
} from '../domain/lesions';
import { type Box, boxAround, labelBoxes } from './labelBoxes';
import { type LesionField, lesionMasks, meetLesions, numberComponents, numberLesions } from './lesionField';
import { lesionOutcome, lesionTotals } from './lesionTotals';
import { surfaceDistancesOfMasks } from './surfaceDistances';

type Voxels = Uint8Array | Uint16Array;
type Grid = Pick<Geometry, 'shape' | 'spacingMm'>;

/**
 * The lesion-wise scores of each region, in the order given, as the BraTS 2023 metrics script defines them
 * (metrics.md §4). Both maps (x fastest) lie on the grid of `geometry`; voxels whose reference is the ignore
 * label are left out.
 */
export function lesionScores(
  reference: Voxels,
  prediction: Voxels,
  geometry: Grid,
  regions: readonly { labels: readonly number[] }[],
  profile: LesionProfileName,
  ignoreLabel: number | null = null,
): LesionScores[] {
  const boxes = [reference, prediction].map((map) => labelBoxes(map, geometry.shape));
  return regions.map(({ labels }) => {
    const isMember = new Uint8Array(65_536);
    for (const label of labels) if (label !== ignoreLabel) isMember[label] = 1;
    const [referenceBox, predictionBox] = boxes.map((ofLabel) =>
      boxAround(labels.map((label) => ofLabel.get(label))),
    );
    const { dilations } = lesionProfiles[profile];
    const lesions = numberLesions(reference, geometry.shape, referenceBox, isMember, dilations);
    const ignored = ignoreLabel === null ? null : { reference, ignoreLabel };
    const components = numberComponents(prediction, geometry.shape, predictionBox, isMember, ignored);
    return scoresOf(lesions, components, geometry, profile);
  });
}

function scoresOf(
  lesionField: LesionField,
  componentField: LesionField,
  geometry: Grid,
  profile: LesionProfileName,
): LesionScores {
  const { met, overlap } = meetLesions(lesionField, componentField, geometry.shape);
  const place = (field: LesionField) => (id: number) => placeOf(field, id, geometry);
  const lesions = ids(lesionField).map((id): Lesion => {
    const where = place(lesionField)(id);
    const matched = met[id - 1];
    return {
      id,
      ...where,
      outcome: lesionOutcome(where.volumeMm3, matched, profile),
      components: matched,
      dice: diceWith(lesionField, componentField, id, matched, overlap[id - 1]),
      hd95Mm: hd95With(lesionField, componentField, id, matched, geometry),
    };
  });
  const components = ids(componentField).map(
    (id): PredictedComponent => ({
      id,
      ...place(componentField)(id),
      lesions: lesions.filter((lesion) => lesion.components.includes(id)).map((lesion) => lesion.id),
    }),
  );
  return lesionTotals({ lesions, components }, profile);
}

function ids({ places }: LesionField): number[] {
  return places.map((_, index) => index + 1);
}

function placeOf({ box, places }: LesionField, id: number, { spacingMm }: Grid): LesionPlace {
  const { voxels, centre, box: within } = places[id - 1];
  const inVolume = (voxel: readonly number[]) =>
    voxel.map((step, axis) => step + box.lower[axis]) as [number, number, number];
  return {
    volumeMm3: voxels * spacingMm[0] * spacingMm[1] * spacingMm[2],
    centre: inVolume(centre),
    box: { lower: inVolume(within.lower), upper: inVolume(within.upper) },
  };
}

/** Dice between a lesion and the union of its predicted components; 0 without any. */
function diceWith(
  lesions: LesionField,
  components: LesionField,
  lesion: number,
  matched: readonly number[],
  overlap: number,
): number {
  let voxels = lesions.places[lesion - 1].voxels;
  for (const component of matched) voxels += components.places[component - 1].voxels;
  return (2 * overlap) / voxels;
}

/** HD95 (mm) between a lesion and the union of its predicted components; the penalty without any. */
function hd95With(
  lesions: LesionField,
  components: LesionField,
  lesion: number,
  matched: readonly number[],
  geometry: Grid,
): number {
  if (matched.length === 0) return missedHd95Mm;
  const boxes: Box[] = [placeOf(lesions, lesion, geometry).box];
  for (const component of matched) boxes.push(placeOf(components, component, geometry).box);
  const box = boxAround(boxes) as Box;
  const isLesion = lesionMasks(lesions, [lesion], box, geometry.shape);
  const isMatched = lesionMasks(components, matched, box, geometry.shape);
  const { shape, mask: lesionMask } = isLesion;
  const across = flatAxis(geometry);
  return surfaceDistancesOfMasks(lesionMask, isMatched.mask, shape, geometry.spacingMm, [], across).hd95Mm;
}
