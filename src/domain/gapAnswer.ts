import { isLeftOut } from './cohortRow';
import { type Cause, causes, errorCause } from './errorCause';
import { dicePrecision, hasAccount } from './gapVerdict';
import { type Dimensions, voxelSize } from './geometry';
import { isSubsetOf } from './isSubsetOf';
import type { LabelScheme, Pair } from './labelScheme';
import type { CaseScores, GapAccount, PairScores } from './results';

/** What can be said of a gap before its parts. */
export type GapState =
  /** A mask that region or label needs was left out. */
  | 'left-out'
  /** One of the two is in neither map, so there is no gap. */
  | 'label-nowhere'
  | 'region-nowhere'
  /** Nothing of the region is found: both Dice are 0. */
  | 'nothing-found'
  /** Region and label hold the same voxels, in both maps. */
  | 'same'
  /** Only one map holds the label, which scores 0. */
  | 'reference-lacks-label'
  | 'prediction-lacks-label'
  /** Two decimals show no difference. */
  | 'equal'
  | 'label-below'
  | 'label-above';

/** Label values that a case does not tell apart, mostly one alone; null where the scheme has no name for it. */
export type Meaning = { value: number; name: string | null }[];

/** Voxels that the reference calls one thing and the prediction another. */
export interface MixUp {
  reference: Meaning;
  prediction: Meaning;
  voxels: number;
}

/** One term of the account (metrics.md §5) with the voxels behind it. */
export interface GapPart {
  cause: Cause;
  /** What it adds to the label's Dice on the way from the region's: the three sum to −gap. */
  step: number;
  voxels: number;
}

/**
 * Why the two Dice of a pair differ in one case, as far as counts show it; `i18n/gapSentences.ts` words it.
 */
export interface GapAnswer {
  pair: Pair;
  state: GapState;
  regionDice: number;
  labelDice: number;
  dimensions: Dimensions;
  /** Of one voxel, in the sizeUnit, as all sizes are. */
  voxelSize: number;
  region: { referenceSize: number; predictionSize: number };
  label: { referenceSize: number; predictionSize: number };
  /** Those that two decimals show, largest first; the largest alone where none is. */
  parts: GapPart[];
  /** How many times as much an error weighs in the label's Dice as in the region's. */
  weight: number;
  /** The label lies in its region, so its mix-ups are between the region's own labels; else all lie outside. */
  isLabelInside: boolean;
  /** What the accumulated errors are, largest first. */
  mixUps: MixUp[];
  /** The share of the accumulated errors within τ of the label's boundary in the reference; null where unknown. */
  nearBoundary: { tauMm: number; share: number } | null;
  /** The label's errors are larger than its reference, and its Dice is below one half. */
  isSwamped: boolean;
  /** What the reference marks to be ignored. */
  ignoredVoxels: number;
}

/** Why region and label of a pair score differently in this case, from its joint histogram (metrics.md §5). */
export function gapAnswer({ result, scheme }: CaseScores, paired: PairScores): GapAnswer {
  const { pair, account, region, label, boundary } = paired;
  const labelErrors = label.fp + label.fn;
  const inBoth = label.referenceSize > 0 && label.predictionSize > 0;
  const share = boundary && boundary.child / account.childVoxels;
  return {
    pair,
    state: stateOf(paired),
    regionDice: account.regionDice,
    labelDice: account.labelDice,
    dimensions: label.dimensions,
    voxelSize: voxelSize(result),
    region: { referenceSize: region.referenceSize, predictionSize: region.predictionSize },
    label: { referenceSize: label.referenceSize, predictionSize: label.predictionSize },
    parts: seenParts(paired),
    weight: (2 * region.tp + region.fp + region.fn) / (2 * label.tp + labelErrors),
    isLabelInside: isLabelInside(pair),
    mixUps: mixUpsOf(paired, result, scheme),
    nearBoundary:
      boundary && inBoth && account.childVoxels > 0 ? { tauMm: boundary.tauMm, share: share ?? 0 } : null,
    isSwamped: label.tp + label.fn > 0 && labelErrors > label.tp + label.fn && account.labelDice < 0.5,
    ignoredVoxels: ignoredVoxels(result, scheme),
  };
}

function stateOf(paired: PairScores): GapState {
  const { account, region, label } = paired;
  if (isLeftOut(region) || isLeftOut(label)) return 'left-out';
  if (label.tp + label.fp + label.fn === 0) return 'label-nowhere';
  if (region.tp + region.fp + region.fn === 0) return 'region-nowhere';
  if (!hasAccount(account)) return 'nothing-found';
  const isSameSize =
    region.referenceSize === label.referenceSize && region.predictionSize === label.predictionSize;
  if (isSameSize && isLabelInside(paired.pair)) return 'same';
  if (label.tp + label.fn === 0) return 'reference-lacks-label';
  if (label.tp + label.fp === 0) return 'prediction-lacks-label';
  if (Math.abs(account.gap) < dicePrecision) return 'equal';
  return account.gap > 0 ? 'label-below' : 'label-above';
}

/** Whether mix-ups of the label can be between the region's own labels. */
export function isLabelInside({ region, label }: Pair): boolean {
  return isSubsetOf(label.labels, region.labels);
}

/** The three terms of an account, the largest step first. */
export function gapParts(account: GapAccount): GapPart[] {
  const all = {
    shared: { step: -account.volumeEffect, voxels: account.sharedVoxels },
    child: { step: -account.accumulatedError, voxels: account.childVoxels },
    relieved: { step: account.relief, voxels: account.relievedVoxels },
  };
  return causes
    .map((cause) => ({ cause, ...all[cause] }))
    .sort((first, second) => Math.abs(second.step) - Math.abs(first.step));
}

function seenParts({ account }: PairScores): GapPart[] {
  const parts = gapParts(account).filter(({ step }) => Math.abs(step) > 0);
  const seen = parts.filter(({ step }) => Math.abs(step) >= dicePrecision);
  return seen.length > 0 ? seen : parts.slice(0, 1);
}

/** Values that a mask left out would tell apart are one meaning: nobody knows which of them a voxel has. */
function mixUpsOf(
  { pair }: PairScores,
  { confusion, indistinct = [] }: CaseScores['result'],
  scheme: LabelScheme,
): MixUp[] {
  const { labels, counts } = confusion;
  const meaningOf = (value: number): Meaning =>
    (indistinct.find((values) => values.includes(value)) ?? [value]).map((one) => ({
      value: one,
      name: scheme.labels.find((label) => label.value === one)?.name ?? null,
    }));
  const found = new Map<string, MixUp>();
  labels.forEach((reference, row) => {
    if (reference === scheme.ignoreLabel) return;
    labels.forEach((prediction, column) => {
      const voxels = counts[row][column];
      if (voxels === 0 || errorCause(pair, reference, prediction) !== 'child') return;
      const mixUp = { reference: meaningOf(reference), prediction: meaningOf(prediction), voxels: 0 };
      const key = JSON.stringify(mixUp);
      const known = found.get(key) ?? mixUp;
      known.voxels += voxels;
      found.set(key, known);
    });
  });
  return [...found.values()].sort((first, second) => second.voxels - first.voxels);
}

function ignoredVoxels({ confusion }: CaseScores['result'], { ignoreLabel }: LabelScheme): number {
  const row = ignoreLabel === null ? -1 : confusion.labels.indexOf(ignoreLabel);
  return row < 0 ? 0 : confusion.counts[row].reduce((sum, count) => sum + count, 0);
}
