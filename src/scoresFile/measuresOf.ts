import { absenceOf } from '../domain/cohortRow';
import type { ContourShift, PairDistances } from '../domain/contourShift';
import { maskKey } from '../domain/labelScheme';
import type { LesionProfileName } from '../domain/lesions';
import { type CaseMeasures, type LesionMeasure, lesionKey, type SurfaceMeasure } from '../domain/measures';
import type { MaybeNumber, NoNumberReason } from '../domain/noNumber';
import { eachDistance, type SurfaceDistance } from '../domain/surfaceDistances';
import { NotAScoresFile } from '../io/notAScoresFile';
import type { ScoresCase, ScoresLesions, ScoresPair, ScoresStructure, ScoresSurface } from './schema';

/** What a scores file says of one case beyond its joint histogram, and the τ and lesion profile of it. */
interface ReadMeasures {
  measures: CaseMeasures | null;
  tauMm: number | null;
  lesionProfile: LesionProfileName | null;
}

/**
 * Structures and pairs of one case of a scores file as the facts that they were made from; null when nothing was
 * measured. Without areas and errors by distance, which other programs need not write, everything holds at the file's τ.
 */
export function measuresOf(item: ScoresCase, ignoreLabel: number | null, at: string): ReadMeasures {
  const { structures } = item;
  const pairs = item.pairs.filter(({ regionShiftMm }) => regionShiftMm);
  const surfaces = structures.flatMap(({ surface }) => surface ?? []);
  const tauMm =
    surfaces.at(-1)?.nsd?.[0]?.tauMm ?? pairs.find(({ boundary }) => boundary)?.boundary?.tauMm ?? null;
  const measures: CaseMeasures = { ignoreLabel, onlyTauMm: null, surfaces: {}, lesions: {}, pairs: {} };
  let lesionProfile: LesionProfileName | null = null;
  for (const structure of structures) {
    const { labels, surface, lesions } = structure;
    if (surface) measures.surfaces[maskKey(labels)] = surfaceOf(surface, structure);
    if (lesions) {
      lesionProfile = lesions.profile;
      measures.lesions[lesionKey(labels, lesionProfile)] = lesionsOf(lesions);
    }
  }
  for (const pair of pairs) {
    const region = structures.find(({ kind, name }) => kind === 'region' && name === pair.region);
    if (!region) throw new NotAScoresFile(`${at}.pairs.region`);
    const key = `${maskKey(region.labels)}>${pair.label}`;
    measures.pairs[key] = { key, ...distancesOf(pair), boundary: boundaryOf(pair, tauMm) };
  }
  const isEveryTau =
    surfaces.every(({ areaByDistance }) => areaByDistance) &&
    pairs.every((pair) => pair.errorsByDistance || !boundaryOf(pair, tauMm));
  if (!isEveryTau) measures.onlyTauMm = tauMm;
  const isNothing = surfaces.length + pairs.length === 0 && lesionProfile === null;
  return { measures: isNothing ? null : measures, tauMm, lesionProfile };
}

function surfaceOf(surface: ScoresSurface, { tp, fp, fn, tn }: ScoresStructure): SurfaceMeasure {
  const reason = absenceOf({ tp: orNaN(tp), fp: orNaN(fp), fn: orNaN(fn), tn: orNaN(tn) });
  const distance = (key: SurfaceDistance) => {
    if (reason === null) return orNaN(surface[key]);
    return reason === 'both-empty' || reason === leavesNoSurface[key] ? Number.NaN : Number.POSITIVE_INFINITY;
  };
  const [nsd] = surface.nsd ?? [];
  const { areaMm2 = 1, areaByDistance } = surface;
  const near = areaByDistance ?? { distancesMm: [nsd?.tauMm ?? 0], areasMm2: [orNaN(nsd?.value)] };
  return { reason, ...eachDistance(distance), areaMm2: areaByDistance ? areaMm2 : 1, near };
}

/** There is no average distance from a surface that is not there. */
const leavesNoSurface: Partial<Record<SurfaceDistance, NoNumberReason>> = {
  asdReferenceToPredictionMm: 'reference-empty',
  asdPredictionToReferenceMm: 'prediction-empty',
};

function lesionsOf({ lesions, components = [], ...totals }: ScoresLesions): LesionMeasure {
  if (lesions) return { lesions: lesions.map(withScores), components };
  return { lesions: [], components: [], totals: { ...withScores(totals), lesions: [], components: [] } };
}

function withScores<Item extends { dice: number | null; hd95Mm: number | null }>(item: Item) {
  return { ...item, dice: orNaN(item.dice), hd95Mm: orNaN(item.hd95Mm) };
}

function distancesOf(pair: ScoresPair): Omit<PairDistances, 'key' | 'boundary'> {
  const [grow, shrink] = growAndShrink(pair.labelDiceAtRegionShift);
  return {
    region: shiftOf(pair, 'region'),
    label: shiftOf(pair, 'label'),
    labelDiceAtRegionShift: { grow, shrink, mean: meanOf(grow, shrink) },
    shapePart: given(pair.shapePart, pair.shapePartReason),
    accuracyPart: given(pair.accuracyPart, pair.accuracyPartReason),
  };
}

function shiftOf(pair: ScoresPair, of: 'region' | 'label'): ContourShift {
  const [growMm, shrinkMm] = growAndShrink(pair[`${of}ShiftMm`]);
  const { grow, shrink } = pair[`${of}Curves`] ?? {};
  return {
    dice: orNaN(pair[`${of}Dice`]),
    growMm,
    shrinkMm,
    meanMm: meanOf(growMm, shrinkMm),
    growCurve: grow ?? { shiftsMm: [], dice: [] },
    shrinkCurve: shrink ?? { shiftsMm: [], dice: [] },
  };
}

function growAndShrink(both: ScoresPair['regionShiftMm']): [MaybeNumber, MaybeNumber] {
  return [given(both?.grow, both?.growReason), given(both?.shrink, both?.shrinkReason)];
}

/** Counts within another τ than the surfaces' would be taken for counts within theirs. */
function boundaryOf(
  { errorsByDistance, boundary }: ScoresPair,
  tauMm: number | null,
): PairDistances['boundary'] {
  if (errorsByDistance) return errorsByDistance;
  if (!boundary || boundary.tauMm !== tauMm) return null;
  const counts = (voxels: number) => ({ distancesMm: [boundary.tauMm], counts: [voxels] });
  const { shared, child, relieved } = boundary;
  return { shared: counts(shared), child: counts(child), relieved: counts(relieved) };
}

function given(value: number | null | undefined, reason: NoNumberReason = 'not-computed'): MaybeNumber {
  return value == null ? { value: null, reason } : { value, reason: null };
}

/** The mean of two numbers; the reason of the first that is missing where one is. */
function meanOf(first: MaybeNumber, second: MaybeNumber): MaybeNumber {
  if (first.value === null) return first;
  if (second.value === null) return second;
  return { value: (first.value + second.value) / 2, reason: null };
}

function orNaN(value: number | null | undefined): number {
  return value ?? Number.NaN;
}
