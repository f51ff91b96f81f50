import { squaredDistances } from '../distanceTransform';
import { type Box, boxAround, boxShape } from '../labelBoxes';
import type { LesionField } from '../lesionField';
import { nearestSquaredDistances } from '../nearestElements';
import { surfaceElementAreas } from '../surfaceElementAreas';
import { distanceProfile, hausdorffMm } from '../surfaceProfile';
import type { ConventionMaps } from './conventionMaps';
import type { DilatedMatch } from './dilatedMatching';

type Triple = [number, number, number];

/** Positions in the padded box, and the area (mm²) of each. */
interface NumberedElements {
  positions: number[];
  areasMm2: number[];
}

/**
 * HD95 (mm) as the scripts of 2024 write it: maps that hold lesion numbers go where 0 and 1 are expected, so that the
 * codes of neighbourhoods are multiples, modulo 256, and the inside of every lesion but the first counts as surface
 * (metrics.md §8). Infinity where one side then has no surface.
 */
export function hd95OfNumbersMm(
  maps: ConventionMaps,
  labels: readonly number[],
  match: DilatedMatch,
): number {
  const numbers = [
    numberByPart(match.reference, (place) => place + 1),
    numberByPart(match.prediction, (place) => match.scriptNumbers[place]),
  ];
  const key = numbers.map((numberOf) => [...numberOf].join());
  return maps.once(() => measure(maps, labels, numbers), 'hd95 of numbers', labels, ...key);
}

function measure(
  maps: ConventionMaps,
  labels: readonly number[],
  numbers: readonly Map<number, number>[],
): number {
  const { geometry } = maps;
  const fields = [maps.components('reference', labels), maps.components('prediction', labels)];
  const box = boxAround(fields.map((field) => field.box)) as Box;
  const shape = boxShape(box).map((side) => side + 2) as Triple;
  const areaOfCode = surfaceElementAreas(geometry.spacingMm);
  const [ofReference, ofPrediction] = fields.map((field, side) =>
    elementsOfNumbers(paddedNumbers(field, numbers[side], box), shape, areaOfCode),
  );
  const between = (from: NumberedElements, to: NumberedElements) =>
    distanceProfile(squaredFrom(from, to, shape, geometry.spacingMm), from.areasMm2);
  return hausdorffMm(
    {
      referenceToPrediction: between(ofReference, ofPrediction),
      predictionToReference: between(ofPrediction, ofReference),
    },
    95,
  );
}

/** Where one voxel in so many is asked for, as by the inside of a lesion, transforming them all is faster. */
const insideShare = 32;

function squaredFrom(from: NumberedElements, to: NumberedElements, shape: Triple, spacingMm: Triple) {
  const count = shape[0] * shape[1] * shape[2];
  if (from.positions.length * insideShare < count) {
    const box: Box = { lower: [0, 0, 0], upper: shape };
    return nearestSquaredDistances({ ...from, box }, { ...to, box }, shape, spacingMm);
  }
  const isSite = new Uint8Array(count);
  for (const position of to.positions) isSite[position] = 1;
  const squared = squaredDistances(isSite, shape, spacingMm);
  return Float64Array.from(from.positions, (position) => squared[position]);
}

/** The number of each component in the script. */
function numberByPart(
  lesions: readonly { parts: readonly number[] }[],
  numberOf: (place: number) => number,
): Map<number, number> {
  return new Map(lesions.flatMap(({ parts }, place) => parts.map((part) => [part, numberOf(place)])));
}

/** What the script numbers each voxel, modulo 256, in a box with one empty voxel around it. */
function paddedNumbers(
  { box, numbers, places }: LesionField,
  numberOf: Map<number, number>,
  around: Box,
): Uint8Array {
  const [columns, rows, slices] = boxShape(around).map((side) => side + 2);
  const [x0, y0, z0] = box.lower.map((edge, axis) => edge - around.lower[axis] + 1);
  const padded = new Uint8Array(columns * rows * slices);
  const [ownColumns, ownRows, ownSlices] = boxShape(box);
  const byPart = Uint8Array.from({ length: places.length + 1 }, (_, part) => numberOf.get(part) ?? 0);
  let voxel = 0;
  for (let z = 0; z < ownSlices; z++) {
    for (let y = 0; y < ownRows; y++) {
      const start = ((z + z0) * rows + y + y0) * columns + x0;
      for (let x = 0; x < ownColumns; x++, voxel++) {
        const part = numbers[voxel];
        if (part !== 0) padded[start + x] = byPart[part];
      }
    }
  }
  return padded;
}

function elementsOfNumbers(
  numbers: Uint8Array,
  [columns, rows, slices]: Triple,
  areaOfCode: Float64Array,
): NumberedElements {
  const area = columns * rows;
  const positions: number[] = [];
  const areasMm2: number[] = [];
  const end = (slices - 1) * area - columns - 1;
  for (let voxel = 0; voxel < end; voxel++) {
    const code =
      (numbers[voxel] * 128 +
        numbers[voxel + area] * 64 +
        numbers[voxel + columns] * 32 +
        numbers[voxel + columns + area] * 16 +
        numbers[voxel + 1] * 8 +
        numbers[voxel + 1 + area] * 4 +
        numbers[voxel + 1 + columns] * 2 +
        numbers[voxel + 1 + columns + area]) &
      255;
    if (code === 0 || code === 255) continue;
    positions.push(voxel);
    areasMm2.push(areaOfCode[code]);
  }
  return { positions, areasMm2 };
}
