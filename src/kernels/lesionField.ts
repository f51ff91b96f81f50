import { type ComponentPlace, componentPlaces } from './componentPlaces';
import { connectedComponents } from './connectedComponents';
import { dilateMask } from './dilateMask';
import { type Box, boxShape, classesInBox, expandBox, forEachLine, sharedBox } from './labelBoxes';

type Triple = [number, number, number];
type Voxels = Uint8Array | Uint16Array;

/**
 * Lesions or predicted components, numbered from 1 in a box of the volume: by descending size, or as a convention's
 * program numbers them. `numbers` is the number of every voxel of the box, 0 where there is none; for lesions also of
 * the voxels that only their dilation holds, so `isOwn` tells a lesion from its dilation.
 */
export interface LesionField {
  box: Box;
  numbers: Int32Array;
  isOwn: Uint8Array;
  places: ComponentPlace[];
}

/**
 * The lesions of the reference: its components by 26-connectivity, those as one whose dilations touch. Touching
 * dilations are one component of the dilated mask, so that is what is numbered.
 */
export function numberLesions(
  reference: Voxels,
  shape: Readonly<Triple>,
  referenceBox: Box | null,
  isMember: Uint8Array,
  dilations: number,
): LesionField {
  if (!referenceBox) return emptyField();
  const box = expandBox(referenceBox, [dilations, dilations, dilations], shape);
  const isOwn = classesInBox(reference, shape, box, isMember);
  return numbered(box, isOwn, dilateMask(isOwn, boxShape(box), dilations));
}

/** The components of the prediction by 26-connectivity, where the reference is not the ignore label. */
export function numberComponents(
  prediction: Voxels,
  shape: Readonly<Triple>,
  predictionBox: Box | null,
  isMember: Uint8Array,
  ignored: { reference: Voxels; ignoreLabel: number } | null,
): LesionField {
  if (!predictionBox) return emptyField();
  const isOwn = classesInBox(prediction, shape, predictionBox, isMember);
  if (ignored) {
    forEachLine(predictionBox, shape, (volumeStart, boxStart, length) => {
      for (let step = 0; step < length; step++) {
        if (ignored.reference[volumeStart + step] === ignored.ignoreLabel) isOwn[boxStart + step] = 0;
      }
    });
  }
  return numbered(predictionBox, isOwn, isOwn);
}

function emptyField(): LesionField {
  const box: Box = { lower: [0, 0, 0], upper: [0, 0, 0] };
  return { box, numbers: new Int32Array(0), isOwn: new Uint8Array(0), places: [] };
}

/** Components of `mask`, sized and placed by their voxels in `isOwn`, renumbered by descending size. */
function numbered(box: Box, isOwn: Uint8Array, mask: Uint8Array): LesionField {
  const shape = boxShape(box);
  const { labels, count } = connectedComponents(mask, shape, 26);
  let own = labels;
  if (mask !== isOwn) {
    own = new Int32Array(labels.length);
    for (let voxel = 0; voxel < own.length; voxel++) if (isOwn[voxel] !== 0) own[voxel] = labels[voxel];
  }
  const places = componentPlaces(own, count, shape);
  const order = [...places.keys()].sort((first, second) => places[second].voxels - places[first].voxels);
  const numberOf = new Int32Array(count + 1);
  order.forEach((component, index) => {
    numberOf[component + 1] = index + 1;
  });
  for (let voxel = 0; voxel < labels.length; voxel++) {
    if (labels[voxel] !== 0) labels[voxel] = numberOf[labels[voxel]];
  }
  return { box, numbers: labels, isOwn, places: order.map((component) => places[component]) };
}

/** Per lesion: the predicted components that meet its dilation, ascending, and the voxels shared with them. */
export function meetLesions(
  lesions: LesionField,
  components: LesionField,
  shape: Readonly<Triple>,
): { met: number[][]; overlap: number[] } {
  const met = lesions.places.map(() => new Set<number>());
  const overlap = lesions.places.map(() => 0);
  forEachSharedRow(lesions, components, shape, (lesionStart, componentStart, length) => {
    let lastLesion = 0;
    let lastComponent = 0;
    for (let step = 0; step < length; step++) {
      const component = components.numbers[componentStart + step];
      if (component === 0) continue;
      const lesion = lesions.numbers[lesionStart + step];
      if (lesion === 0) continue;
      if (lesions.isOwn[lesionStart + step] !== 0) overlap[lesion - 1]++;
      if (lesion === lastLesion && component === lastComponent) continue;
      met[lesion - 1].add(component);
      lastLesion = lesion;
      lastComponent = component;
    }
  });
  return { met: met.map((set) => [...set].sort((first, second) => first - second)), overlap };
}

/** Calls `row` for every row that both boxes hold: where it starts in each, and its length. */
export function forEachSharedRow(
  first: Pick<LesionField, 'box'>,
  second: Pick<LesionField, 'box'>,
  shape: Readonly<Triple>,
  row: (firstStart: number, secondStart: number, length: number) => void,
): void {
  const shared = sharedBox(first.box, second.box);
  if (!shared) return;
  const inFirst = lineIn(first.box, shape);
  const inSecond = lineIn(second.box, shape);
  forEachLine(shared, shape, (volumeStart, _, length) => {
    row(inFirst(volumeStart), inSecond(volumeStart), length);
  });
}

/** Where a row of the volume, given by its first voxel, starts in a box that holds it. */
function lineIn(box: Box, shape: Readonly<Triple>): (volumeStart: number) => number {
  const [columns, rows] = boxShape(box);
  return (volumeStart) => {
    const line = Math.floor(volumeStart / shape[0]);
    const slice = Math.floor(line / shape[1]);
    const row = line - slice * shape[1] - box.lower[1];
    return ((slice - box.lower[2]) * rows + row) * columns + (volumeStart - line * shape[0]) - box.lower[0];
  };
}

/** The box of a lesion or component in the volume. */
export function lesionBox({ box, places }: LesionField, number: number): Box {
  const { lower, upper } = places[number - 1].box;
  const inVolume = (edges: Readonly<Triple>) => edges.map((edge, axis) => edge + box.lower[axis]) as Triple;
  return { lower: inVolume(lower), upper: inVolume(upper) };
}

/** The mask, in a box of the volume, of the lesions or components with these numbers. */
export function lesionMasks(
  field: LesionField,
  chosen: readonly number[],
  box: Box,
  shape: Readonly<Triple>,
): { mask: Uint8Array; shape: Triple } {
  const maskShape = boxShape(box);
  const mask = new Uint8Array(maskShape[0] * maskShape[1] * maskShape[2]);
  const isChosen = new Uint8Array(field.places.length + 1);
  for (const number of chosen) isChosen[number] = 1;
  forEachSharedRow(field, { box }, shape, (from, to, length) => {
    for (let step = 0; step < length; step++) {
      if (field.isOwn[from + step] !== 0) mask[to + step] = isChosen[field.numbers[from + step]];
    }
  });
  return { mask, shape: maskShape };
}
