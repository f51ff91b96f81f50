import type { DiceCurve, DistanceCounts, PairDistances } from '../domain/contourShift';
import { maskKey } from '../domain/labelScheme';
import {
  isLesionProfileName,
  type Lesion,
  type LesionPlace,
  type LesionScores,
  type PredictedComponent,
} from '../domain/lesions';
import { type CaseMeasures, type LesionMeasure, lesionKey, type SurfaceMeasure } from '../domain/measures';
import type { MaybeNumber, NoNumberReason } from '../domain/noNumber';
import { eachDistance, type SurfaceDistance } from '../domain/surfaceDistances';
import {
  finite,
  finiteOrNaN,
  type Json,
  type JsonRecord,
  list,
  NotAScoresFile,
  numbers,
  record,
  voxel,
  whole,
  wholes,
} from './jsonShape';

/** What a scores file says of one case beyond its joint histogram, and the τ and lesion profile of it. */
export interface ReadMeasures {
  measures: CaseMeasures | null;
  tauMm: number | null;
  lesionProfile: LesionScores['profile'] | null;
}

/**
 * Reads structures and pairs of one case of a scores file back into facts; null when nothing was measured.
 * Without areas and errors by distance, which other programs need not write, everything holds at the file's τ.
 */
export function readMeasures(item: JsonRecord, ignoreLabel: number | null, at: string): ReadMeasures {
  const measures: CaseMeasures = { ignoreLabel, onlyTauMm: null, surfaces: {}, lesions: {}, pairs: {} };
  const found: ReadMeasures = { measures, tauMm: null, lesionProfile: null };
  let isEveryTau = true;
  list(item.structures ?? [], `${at}.structures`).forEach((entry, index) => {
    const here = `${at}.structures[${index}]`;
    const structure = record(entry, here);
    const labels = wholes(structure.labels, `${here}.labels`);
    if (structure.surface) {
      const read = surfaceOf(structure, here);
      measures.surfaces[maskKey(labels)] = read.measure;
      found.tauMm = read.tauMm;
      if (!read.isEveryTau) isEveryTau = false;
    }
    if (structure.lesions) {
      const { profile, measure } = lesionsOf(record(structure.lesions, `${here}.lesions`), `${here}.lesions`);
      found.lesionProfile = profile;
      measures.lesions[lesionKey(labels, profile)] = measure;
    }
  });
  list(item.pairs ?? [], `${at}.pairs`).forEach((entry, index) => {
    const pair = record(entry, `${at}.pairs[${index}]`);
    if (!pair.regionShiftMm) return;
    const read = pairOf(pair, regionLabels(item, pair, at), `${at}.pairs[${index}]`);
    if (read.tauMm !== null) found.tauMm ??= read.tauMm;
    // Counts within another τ than the surfaces' would be taken for counts within theirs.
    const isOtherTau = !read.isEveryTau && read.tauMm !== found.tauMm;
    const boundary = isOtherTau ? null : read.distances.boundary;
    measures.pairs[read.distances.key] = { ...read.distances, boundary };
    if (boundary && !read.isEveryTau) isEveryTau = false;
  });
  if (!isEveryTau) measures.onlyTauMm = found.tauMm;
  const isNothing = [measures.surfaces, measures.lesions, measures.pairs].every(
    (facts) => Object.keys(facts).length === 0,
  );
  return isNothing ? { ...found, measures: null } : found;
}

function surfaceOf(
  structure: JsonRecord,
  at: string,
): { measure: SurfaceMeasure; tauMm: number | null; isEveryTau: boolean } {
  const surface = record(structure.surface, `${at}.surface`);
  const [tp, fp, fn] = ['tp', 'fp', 'fn'].map((key) => whole(structure[key], `${at}.${key}`));
  const reason = emptyReason(tp + fn, tp + fp);
  const distance = (key: SurfaceDistance) => {
    // A file of another program or version need not have every distance.
    if (reason === null) return finiteOrNaN(surface[key] ?? null, `${at}.surface.${key}`);
    return reason === 'both-empty' || reason === leavesNoSurface[key] ? Number.NaN : Number.POSITIVE_INFINITY;
  };
  const [first] = list(surface.nsd ?? [], `${at}.surface.nsd`);
  const nsd = first === undefined ? null : record(first, `${at}.surface.nsd[0]`);
  const tauMm = nsd && finite(nsd.tauMm, `${at}.surface.nsd[0].tauMm`);
  const nsdValue = maybe(nsd?.value, `${at}.surface.nsd[0].value`);
  const isEveryTau = surface.areaByDistance !== undefined;
  return {
    tauMm,
    isEveryTau,
    measure: {
      reason,
      ...eachDistance(distance),
      ...(isEveryTau
        ? areas(surface, `${at}.surface`)
        : {
            areaMm2: 1,
            near: { distancesMm: [tauMm ?? 0], areasMm2: [nsdValue] },
          }),
    },
  };
}

/** There is no average distance from a surface that is not there. */
const leavesNoSurface: Partial<Record<SurfaceDistance, NoNumberReason>> = {
  asdReferenceToPredictionMm: 'reference-empty',
  asdPredictionToReferenceMm: 'prediction-empty',
};

function areas(surface: JsonRecord, at: string) {
  const near = record(surface.areaByDistance, `${at}.areaByDistance`);
  const here = `${at}.areaByDistance`;
  const distancesMm = numbers(near.distancesMm, `${here}.distancesMm`);
  const areasMm2 = sameLength(numbers(near.areasMm2, `${here}.areasMm2`), distancesMm, here);
  return { areaMm2: finite(surface.areaMm2, `${at}.areaMm2`), near: { distancesMm, areasMm2 } };
}

function emptyReason(referenceVoxels: number, predictionVoxels: number): NoNumberReason | null {
  if (referenceVoxels === 0) return predictionVoxels === 0 ? 'both-empty' : 'reference-empty';
  return predictionVoxels === 0 ? 'prediction-empty' : null;
}

function lesionsOf(json: JsonRecord, at: string) {
  const { profile } = json;
  if (!isLesionProfileName(profile)) throw new NotAScoresFile(`${at}.profile`);
  const totals: LesionScores = {
    profile,
    dice: finiteOrNaN(json.dice, `${at}.dice`),
    hd95Mm: finiteOrNaN(json.hd95Mm, `${at}.hd95Mm`),
    truePositives: whole(json.truePositives, `${at}.truePositives`),
    falsePositives: whole(json.falsePositives, `${at}.falsePositives`),
    falseNegatives: whole(json.falseNegatives, `${at}.falseNegatives`),
    lesions: [],
    components: [],
  };
  const measure: LesionMeasure =
    json.lesions === undefined
      ? { lesions: [], components: [], totals }
      : {
          lesions: list(json.lesions, `${at}.lesions`).map((item) =>
            lesionOf(record(item, `${at}.lesions`), at),
          ),
          components: list(json.components, `${at}.components`).map((item) =>
            componentOf(record(item, `${at}.components`), at),
          ),
        };
  return { profile, measure };
}

const outcomes: readonly Lesion['outcome'][] = ['found', 'missed', 'below-threshold'];

function lesionOf(json: JsonRecord, at: string): Lesion {
  const outcome = outcomes.find((known) => known === json.outcome);
  if (!outcome) throw new NotAScoresFile(`${at}.lesions.outcome`);
  return {
    id: whole(json.id, `${at}.lesions.id`),
    ...placeOf(json, `${at}.lesions`),
    outcome,
    components: wholes(json.components, `${at}.lesions.components`),
    dice: finiteOrNaN(json.dice, `${at}.lesions.dice`),
    hd95Mm: finiteOrNaN(json.hd95Mm, `${at}.lesions.hd95Mm`),
  };
}

function componentOf(json: JsonRecord, at: string): PredictedComponent {
  return {
    id: whole(json.id, `${at}.components.id`),
    ...placeOf(json, `${at}.components`),
    lesions: wholes(json.lesions, `${at}.components.lesions`),
  };
}

function placeOf(json: JsonRecord, at: string): LesionPlace {
  const box = record(json.box, `${at}.box`);
  return {
    volumeMm3: finite(json.volumeMm3, `${at}.volumeMm3`),
    centre: voxel(json.centre, `${at}.centre`),
    box: { lower: voxel(box.lower, `${at}.box.lower`), upper: voxel(box.upper, `${at}.box.upper`) },
  };
}

/** The label values of the region that a pair names. */
function regionLabels(item: JsonRecord, pair: JsonRecord, at: string): number[] {
  const structures = list(item.structures, `${at}.structures`).map((entry) => record(entry, at));
  const region = structures.find(({ kind, name }) => kind === 'region' && name === pair.region);
  if (!region) throw new NotAScoresFile(`${at}.pairs.region`);
  return wholes(region.labels, `${at}.structures.labels`);
}

function pairOf(
  json: JsonRecord,
  region: number[],
  at: string,
): { distances: PairDistances; tauMm: number | null; isEveryTau: boolean } {
  const label = whole(json.label, `${at}.label`);
  const given = json.boundary ? record(json.boundary, `${at}.boundary`) : null;
  const tauMm = given && finite(given.tauMm, `${at}.boundary.tauMm`);
  const isEveryTau = json.errorsByDistance !== undefined;
  const byDistance = isEveryTau ? record(json.errorsByDistance, `${at}.errorsByDistance`) : null;
  const counts = (cause: string): DistanceCounts =>
    byDistance
      ? countsOf(record(byDistance[cause], `${at}.errorsByDistance.${cause}`), `${at}.errorsByDistance`)
      : { distancesMm: [tauMm ?? 0], counts: [whole(given?.[cause], `${at}.boundary.${cause}`)] };
  const isKnown = byDistance !== null || given !== null;
  const [grow, shrink] = maybeTwo(json.labelDiceAtRegionShift, `${at}.labelDiceAtRegionShift`);
  return {
    tauMm,
    isEveryTau,
    distances: {
      key: `${maskKey(region)}>${label}`,
      region: shiftOf(json, 'region', at),
      label: shiftOf(json, 'label', at),
      labelDiceAtRegionShift: { grow, shrink, mean: meanOf(grow, shrink) },
      shapePart: maybeNumber(json, 'shapePart', at),
      accuracyPart: maybeNumber(json, 'accuracyPart', at),
      boundary: isKnown
        ? { shared: counts('shared'), child: counts('child'), relieved: counts('relieved') }
        : null,
    },
  };
}

function shiftOf(json: JsonRecord, of: 'region' | 'label', at: string): PairDistances['region'] {
  const [growMm, shrinkMm] = maybeTwo(json[`${of}ShiftMm`], `${at}.${of}ShiftMm`);
  const curves = record(json[`${of}Curves`] ?? {}, `${at}.${of}Curves`);
  return {
    dice: maybe(json[`${of}Dice`], `${at}.${of}Dice`),
    growMm,
    shrinkMm,
    meanMm: meanOf(growMm, shrinkMm),
    growCurve: curveOf(curves.grow, `${at}.${of}Curves.grow`),
    shrinkCurve: curveOf(curves.shrink, `${at}.${of}Curves.shrink`),
  };
}

function curveOf(json: Json, at: string): DiceCurve {
  if (json === undefined) return { shiftsMm: [], dice: [] };
  const curve = record(json, at);
  const shiftsMm = numbers(curve.shiftsMm, at);
  return { shiftsMm, dice: sameLength(numbers(curve.dice, at), shiftsMm, at) };
}

function countsOf(json: JsonRecord, at: string): DistanceCounts {
  const distancesMm = numbers(json.distancesMm, at);
  return { distancesMm, counts: sameLength(wholes(json.counts, at), distancesMm, at) };
}

function maybeTwo(json: Json, at: string): [MaybeNumber, MaybeNumber] {
  const two = record(json, at);
  return [maybeNumber(two, 'grow', at), maybeNumber(two, 'shrink', at)];
}

function maybeNumber(json: JsonRecord, key: string, at: string): MaybeNumber {
  const value = maybe(json[key], `${at}.${key}`);
  if (!Number.isNaN(value)) return { value, reason: null };
  const reason = json[`${key}Reason`];
  return { value: null, reason: isReason(reason) ? reason : 'not-computed' };
}

const reasons: readonly NoNumberReason[] = [
  'both-empty',
  'reference-empty',
  'prediction-empty',
  'never-reached',
  'no-background',
  'not-computed',
  'left-out',
];

function isReason(value: Json): value is NoNumberReason {
  return reasons.some((reason) => reason === value);
}

/** The mean of two numbers; the reason of the first that is missing where one is. */
function meanOf(first: MaybeNumber, second: MaybeNumber): MaybeNumber {
  if (first.value === null) return first;
  if (second.value === null) return second;
  return { value: (first.value + second.value) / 2, reason: null };
}

/** NaN where a number does not exist or was left out. */
function maybe(json: Json, at: string): number {
  return finiteOrNaN(json ?? null, at);
}

function sameLength(items: number[], others: readonly number[], at: string): number[] {
  if (items.length !== others.length) throw new NotAScoresFile(at);
  return items;
}
