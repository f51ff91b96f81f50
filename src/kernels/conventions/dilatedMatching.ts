import type { ConventionStructure, DilatedMatching, Meaning } from '../../domain/conventions/convention';
import type { ConventionLesion } from '../../domain/conventions/conventionScores';
import type { FoundStructure, Meanings } from '../../domain/conventions/meanings';
import { voxelMm3 } from '../../domain/geometry';
import { hausdorffMm } from '../surfaceProfile';
import { borderDice, marginOf2024 } from './borderDistances';
import { mergedBy } from './componentGroups';
import type { ConventionMaps, Side } from './conventionMaps';

/** What the lesions of one structure depend on beside the maps. */
export interface LesionRule extends DilatedMatching {
  labels: readonly number[];
  /** The structures whose lesions join those of this one, as far as a scheme has them. */
  partners: { labels: readonly number[]; dilations: number; smallAtMost: number }[];
}

/** The rule of one structure: its own numbers in place of the convention's. */
export function ruleOf(
  { labels, rule }: FoundStructure,
  matching: DilatedMatching,
  structures: readonly ConventionStructure[],
  meanings: Meanings,
): LesionRule {
  const own = (meaning: Meaning | undefined) => {
    const structure = structures.find(({ is }) => is === meaning);
    return {
      dilations: structure?.dilations ?? matching.dilations,
      smallAtMost: structure?.smallAtMost ?? matching.smallAtMost,
    };
  };
  const merging = (rule && matching.mergedBy[rule.is]) ?? [];
  const partners = merging.flatMap((meaning) => {
    const others = meanings.get(meaning);
    return others ? [{ labels: others, ...own(meaning) }] : [];
  });
  return { ...matching, ...own(rule?.is), labels, partners };
}

/** A set of components that a convention takes as one lesion. */
interface Lesion {
  /** Ascending. */
  parts: number[];
  voxels: number;
}

/** Lesions of both maps, and which belong together; what is left out of scores is still among them. */
export interface DilatedMatch {
  reference: Lesion[];
  /** Without the lesions that were removed. */
  prediction: Lesion[];
  /** The number of each predicted lesion in the script, which leaves the gaps of removed ones unless lesions merge. */
  scriptNumbers: number[];
  /** Per reference lesion: the places of the predicted ones that belong to it, ascending. */
  met: number[][];
}

/** The lesions of a structure and how they belong together (metrics.md §4, §8). */
export function dilatedMatch(maps: ConventionMaps, rule: LesionRule): DilatedMatch {
  const { labels, partners } = rule;
  const reference = lesionsOf(maps, 'reference', rule);
  const prediction = lesionsOf(maps, 'prediction', rule);
  const placeOf = new Map(
    prediction.flatMap(({ parts }, place) => parts.map((part) => [part, place] as const)),
  );
  const metByPart = maps.met(labels, rule.dilations);
  const met = reference.map(({ parts }) => {
    const places = parts.flatMap((part) => metByPart[part - 1].map((other) => placeOf.get(other)));
    return [...new Set(places)].filter((place) => place !== undefined).sort((one, other) => one - other);
  });
  const numbers = partners.length === 0 ? keptNumbers(maps, 'prediction', rule) : everyPlace(prediction);
  return { reference, prediction, scriptNumbers: numbers, met };
}

function everyPlace(lesions: readonly Lesion[]): number[] {
  return lesions.map((_, index) => index + 1);
}

type Grouping = Pick<LesionRule, 'labels' | 'dilations' | 'smallAtMost' | 'isPredictionMerged' | 'removedBy'>;

function lesionsOf(maps: ConventionMaps, side: Side, rule: LesionRule): Lesion[] {
  const merged = rule.partners.reduce(
    (lesions, { labels, ...own }) =>
      mergedBy(
        lesions,
        keptGroups(maps, side, { ...rule, labels, ...own }),
        maps.contacts(side, rule.labels, labels),
      ),
    keptGroups(maps, side, rule),
  );
  const { places } = maps.components(side, rule.labels);
  return merged.map((parts) => ({ parts, voxels: voxelsOf(places, parts) }));
}

/** The lesions before those of several tissues join, small predicted ones removed. */
function keptGroups(maps: ConventionMaps, side: Side, rule: Grouping): number[][] {
  const groups = groupsOf(maps, side, rule);
  return keptNumbers(maps, side, rule).map((number) => groups[number - 1]);
}

function groupsOf(maps: ConventionMaps, side: Side, { labels, dilations, isPredictionMerged }: Grouping) {
  return maps.groups(side, labels, side === 'reference' || isPredictionMerged ? dilations : 0);
}

/** The numbers, from 1, of the lesions that are not removed. */
function keptNumbers(maps: ConventionMaps, side: Side, rule: Grouping): number[] {
  const { places } = maps.components(side, rule.labels);
  const mostVoxels = side === 'reference' ? 0 : mostRemovedVoxels(maps, rule);
  return groupsOf(maps, side, rule).flatMap((parts, index) =>
    voxelsOf(places, parts) > mostVoxels ? [index + 1] : [],
  );
}

function mostRemovedVoxels({ geometry }: ConventionMaps, { removedBy, smallAtMost }: Grouping): number {
  if (removedBy === null) return 0;
  return removedBy === 'voxels' ? smallAtMost : smallAtMost / voxelMm3(geometry);
}

function voxelsOf(places: readonly { voxels: number }[], parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + places[part - 1].voxels, 0);
}

/** The voxels that two sets of components share. */
export function sharedVoxels(
  maps: ConventionMaps,
  labels: readonly number[],
  reference: readonly number[],
  prediction: readonly number[],
): number {
  const [isOfReference, isOfPrediction] = [new Set(reference), new Set(prediction)];
  return maps
    .overlaps(labels)
    .filter((pair) => isOfReference.has(pair.reference) && isOfPrediction.has(pair.prediction))
    .reduce((sum, { voxels }) => sum + voxels, 0);
}

/** The scores of one reference lesion against all predicted ones that belong to it. */
interface LesionScore extends ConventionLesion {
  /** At each τ; 0 without a predicted lesion. */
  nsd: number[];
}

function scoreOf(
  maps: ConventionMaps,
  { reference, prediction, met }: DilatedMatch,
  place: number,
  { labels, smallAtMost, nsdTausMm }: LesionRule,
): LesionScore {
  const { parts, voxels } = reference[place];
  const matched = met[place].map((other) => prediction[other]);
  const volumeMm3 = voxels * voxelMm3(maps.geometry);
  const own = { volumeMm3, isFound: matched.length > 0, isCounted: volumeMm3 > smallAtMost };
  if (matched.length === 0) return { ...own, dice: 0, hd95Mm: Number.NaN, nsd: nsdTausMm.map(() => 0) };
  const others = matched.flatMap((lesion) => lesion.parts).sort((one, other) => one - other);
  const predicted = matched.reduce((sum, lesion) => sum + lesion.voxels, 0);
  const nsd = (tauMm: number) =>
    borderDice(maps.borders(labels, parts, others, maps.geometry.spacingMm), tauMm, marginOf2024);
  return {
    ...own,
    dice: (2 * sharedVoxels(maps, labels, parts, others)) / (voxels + predicted),
    hd95Mm: hausdorffMm(maps.surfaces(labels, parts, others), 95),
    nsd: nsdTausMm.map(nsd),
  };
}

/** The lesion-wise scores of a match, and the lesions behind them. */
export interface LesionWise {
  dice: number;
  hd95Mm: number;
  nsd: number[];
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  lesions: ConventionLesion[];
  falsePositivesMm3: number[];
}

/**
 * Sums over the lesions that count / (their number + false positives), where these are charged. A predicted lesion that
 * belongs to one that is left out is no false positive. Dice and surface Dice 1 and HD95 0 where nothing counts.
 */
export function lesionWise(
  maps: ConventionMaps,
  match: DilatedMatch,
  rule: LesionRule,
  penaltyMm: number,
): LesionWise {
  const belonging = new Set(match.met.flat());
  const oneMm3 = voxelMm3(maps.geometry);
  const falsePositivesMm3 = match.prediction
    .filter((_, place) => !belonging.has(place))
    .map(({ voxels }) => voxels * oneMm3);
  const lesions = match.reference.map((_, place) => scoreOf(maps, match, place, rule));
  const counted = lesions.filter(({ isCounted }) => isCounted);
  const found = counted.filter(({ isFound }) => isFound);
  const missed = counted.length - found.length;
  const charged = rule.isFalsePositiveCharged ? falsePositivesMm3.length : 0;
  const total = counted.length + charged;
  const sum = (values: readonly number[]) => values.reduce((before, value) => before + value, 0);
  const mean = (values: readonly number[], ofNothing: number) =>
    total === 0 ? ofNothing : sum(values) / total;
  const distances = [...found.map(({ hd95Mm }) => hd95Mm), (missed + charged) * penaltyMm];
  return {
    dice: mean(
      found.map(({ dice }) => dice),
      1,
    ),
    hd95Mm: mean(distances, 0),
    nsd: rule.nsdTausMm.map((_, index) =>
      mean(
        found.map(({ nsd }) => nsd[index]),
        1,
      ),
    ),
    truePositives: found.length,
    falsePositives: falsePositivesMm3.length,
    falseNegatives: missed,
    lesions: lesions.map(({ nsd: _, ...lesion }) => lesion),
    falsePositivesMm3,
  };
}

/** Everything that was kept of the prediction. */
export function keptParts({ prediction }: DilatedMatch): number[] {
  return prediction.flatMap(({ parts }) => parts).sort((one, other) => one - other);
}
