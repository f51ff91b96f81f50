import type { OneToOneMatching } from '../../domain/conventions/convention';
import type { ConventionLesion } from '../../domain/conventions/conventionScores';
import { voxelMm3 } from '../../domain/geometry';
import type { LesionField } from '../lesionField';
import { diceOf } from '../overlap';
import { borderDice, pooledHd95Mm } from './borderDistances';
import type { ConventionMaps, Overlap } from './conventionMaps';
import { heaviestMatching } from './heaviestMatching';

type Triple = [number, number, number];

/** A lesion and the predicted one that is matched with it; the numbers of both count from 1. */
export interface MatchedPair {
  reference: number;
  prediction: number;
  dice: number;
}

/** What panoptica gives of one structure (metrics.md §9); distances under one order of the voxel's edges. */
export interface Panoptic {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  /** Recognition quality, shown as F1; NaN where neither map has a lesion. */
  f1: number;
  /** Segmentation quality over matched pairs alone. */
  dice: MeanAndSd;
  hd95Mm: MeanAndSd;
  nsd: MeanAndSd;
  /** The matched first, then the missed. */
  lesions: PanopticLesion[];
  falsePositivesMm3: number[];
}

/** `sd` has the divisor n. */
export interface MeanAndSd {
  mean: number;
  sd: number;
}

/** Dice and distances are NaN where nothing is matched. */
export interface PanopticLesion {
  volumeMm3: number;
  isMatched: boolean;
  dice: number;
  hd95Mm: number;
  nsd: number;
}

/** Lesions of both maps, their components, matched one to one, so that the sum of Dice is largest. */
export function oneToOneMatch(
  reference: Pick<LesionField, 'places'>,
  prediction: Pick<LesionField, 'places'>,
  overlaps: readonly Overlap[],
  leastDice: number,
): MatchedPair[] {
  const edges = overlaps.flatMap(({ reference: left, prediction: right, voxels }) => {
    const sizes = reference.places[left - 1].voxels + prediction.places[right - 1].voxels;
    const dice = (2 * voxels) / sizes;
    // Whatever is not matched costs panoptica 1.000001, a pair 1 − Dice.
    return dice >= leastDice ? [{ left, right, dice, weight: dice + leastDice }] : [];
  });
  return heaviestMatching(edges)
    .map(({ left, right, dice }) => ({ reference: left, prediction: right, dice }))
    .sort((first, second) => first.reference - second.reference);
}

/**
 * The panoptic quality of one structure. `spacingMm` are the edges along the axes of the map as distances take them:
 * the official program has those of x and z exchanged.
 */
export function panoptic(
  maps: ConventionMaps,
  labels: readonly number[],
  leastDice: number,
  spacingMm: Readonly<Triple>,
): Panoptic {
  const reference = maps.components('reference', labels);
  const prediction = maps.components('prediction', labels);
  const pairs = oneToOneMatch(reference, prediction, maps.overlaps(labels), leastDice);
  const oneMm3 = voxelMm3(maps.geometry);
  const volumeOf = (field: LesionField, number: number) => field.places[number - 1].voxels * oneMm3;
  const tauMm = Math.min(...spacingMm);
  const matched = pairs.map((pair): PanopticLesion => {
    const distances = maps.borders(labels, [pair.reference], [pair.prediction], spacingMm);
    return {
      volumeMm3: volumeOf(reference, pair.reference),
      isMatched: true,
      dice: pair.dice,
      hd95Mm: pooledHd95Mm(distances),
      nsd: borderDice(distances, tauMm, 0),
    };
  });
  const [isMatched, isTaken] = [
    new Set(pairs.map((pair) => pair.reference)),
    new Set(pairs.map((pair) => pair.prediction)),
  ];
  const others = (field: LesionField, taken: ReadonlySet<number>) =>
    field.places.flatMap((_, index) => (taken.has(index + 1) ? [] : [volumeOf(field, index + 1)]));
  const missed = others(reference, isMatched).map((volumeMm3) => ({
    ...{ volumeMm3, isMatched: false },
    ...{ dice: Number.NaN, hd95Mm: Number.NaN, nsd: Number.NaN },
  }));
  const falsePositivesMm3 = others(prediction, isTaken);
  const counts = {
    truePositives: pairs.length,
    falsePositives: falsePositivesMm3.length,
    falseNegatives: missed.length,
  };
  const isAny = missed.length + falsePositivesMm3.length > 0;
  const quality = (key: 'dice' | 'hd95Mm' | 'nsd', ofNone: number): MeanAndSd =>
    pairs.length === 0
      ? { mean: isAny ? ofNone : Number.NaN, sd: Number.NaN }
      : meanAndSd(matched.map((lesion) => lesion[key]));
  return {
    ...counts,
    f1: diceOf({ tp: pairs.length, fp: falsePositivesMm3.length, fn: missed.length, tn: 0 }),
    dice: quality('dice', 0),
    hd95Mm: quality('hd95Mm', Number.POSITIVE_INFINITY),
    nsd: quality('nsd', 0),
    lesions: [...matched, ...missed],
    falsePositivesMm3,
  };
}

function meanAndSd(values: readonly number[]): MeanAndSd {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / values.length) };
}

/** What the challenge's parser makes of it (metrics.md §9), by the names of the table. */
export function parsedScores(found: Panoptic, rule: OneToOneMatching): Record<string, number> {
  const { truePositives: tp, falsePositives: fp, falseNegatives: fn, f1 } = found;
  const { small, infiniteHd95Mm } = rule;
  const finite = (value: number) => (value === Number.POSITIVE_INFINITY ? infiniteHd95Mm : value);
  const scoresOf = ({ dice, hd95Mm, nsd }: Pick<Panoptic, 'dice' | 'hd95Mm' | 'nsd'>) => ({
    lesionwise_dice: dice.mean,
    lesionwise_dice_std: dice.sd,
    lesionwise_hd95: finite(hd95Mm.mean),
    lesionwise_hd95_std: hd95Mm.sd,
    lesionwise_nsd: nsd.mean,
    lesionwise_nsd_std: nsd.sd,
  });
  const all = { tp, fp, fn, f1 };
  if (small === null) return { ...scoresOf(found), ...all };
  const large = found.lesions.filter(({ volumeMm3 }) => volumeMm3 >= small.belowMm3);
  return { ...scoresOf(ofLarge(large, infiniteHd95Mm)), ...all, ...ofSmall(found, small) };
}

/** Means over matched large lesions; without any 0 and the penalty, NaN where the reference has none. */
function ofLarge(large: readonly PanopticLesion[], infiniteHd95Mm: number) {
  const matched = large.filter(({ isMatched }) => isMatched);
  const quality = (key: 'dice' | 'hd95Mm' | 'nsd', ofNone: number): MeanAndSd => {
    if (large.length === 0) return { mean: Number.NaN, sd: Number.NaN };
    return matched.length === 0 ? { mean: ofNone, sd: 0 } : meanAndSd(matched.map((lesion) => lesion[key]));
  };
  return { dice: quality('dice', 0), hd95Mm: quality('hd95Mm', infiniteHd95Mm), nsd: quality('nsd', 0) };
}

/** Small lesions, found from a least Dice on; every false positive of the structure counts, of any size. */
function ofSmall(
  { lesions, falsePositives }: Panoptic,
  { belowMm3, leastDice }: NonNullable<OneToOneMatching['small']>,
): Record<string, number> {
  const small = lesions.filter(({ volumeMm3 }) => volumeMm3 < belowMm3);
  if (small.length === 0) {
    const none = Number.NaN;
    return { small_tp: none, small_fp: none, small_fn: none, small_f1: none };
  }
  const tp = small.filter(({ isMatched, dice }) => isMatched && dice >= leastDice).length;
  const fn = small.length - tp;
  const f1 = diceOf({ tp, fp: falsePositives, fn, tn: 0 }, 0);
  return { small_tp: tp, small_fp: falsePositives, small_fn: fn, small_f1: f1 };
}

/** The lesions as any convention tells them; only matched large ones enter a mean. */
export function lesionsOf({ lesions }: Panoptic, { small }: OneToOneMatching): ConventionLesion[] {
  return lesions.map(({ volumeMm3, isMatched, dice, hd95Mm }) => ({
    volumeMm3,
    isFound: isMatched,
    isCounted: isMatched && volumeMm3 >= (small?.belowMm3 ?? 0),
    dice: isMatched ? dice : 0,
    hd95Mm,
  }));
}
