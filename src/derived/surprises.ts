import { emptyStateOf, type ScoredRow } from '../domain/cohortRow';
import { ballDiceAtShift, ballShiftOfDice } from '../domain/equalShift';
import { structureKey } from '../domain/labelScheme';
import type { OverlapScores, StructureScores } from '../domain/results';
import { quantile } from '../domain/summarise';
import type { Surprise, SurpriseReason, WeighedReason } from '../domain/triage';

/** When a case stands out; Dice differences unless said otherwise. */
export const surpriseRules = {
  /** Fewer scored rows than this say nothing about what is usual. */
  leastRows: 5,
  belowVolume: 0.1,
  /** Times the scaled median absolute deviation of the cohort. */
  belowVolumeDeviations: 3,
  unexplainedGap: 0.1,
  modelsDisagree: 0.15,
} as const;

/** What takes no measure in Dice: a pair that failed goes first, then a map that nothing explains. */
const weights = { failed: 2, unexplainedMap: 1, geometry: 0.3, hallucinated: 0.25 } as const;

/** Scales the median absolute deviation to the standard deviation of normal values. */
const normalScale = 1.4826;

/**
 * Every case that stands out by one of the rules, the weightiest reason first; ties by case name. What is usual
 * is that of the cases that are not excluded. With pauses, for thousands of rows beside what a person does.
 */
export function* surprisesInSteps(
  rows: readonly ScoredRow[],
  excluded: ReadonlySet<string>,
): Generator<void, Surprise[]> {
  const byCase = new Map<string, WeighedReason[]>();
  const add = (caseId: string, reason: SurpriseReason, weight: number) => {
    const reasons = byCase.get(caseId);
    if (reasons) reasons.push({ reason, weight });
    else byCase.set(caseId, [{ reason, weight }]);
  };
  for (const row of rows) ofRow(row, add);
  yield;
  for (const list of structureLists(rows)) {
    yield;
    belowVolume(list, excluded, add);
    yield;
    modelsDisagree(list, add);
  }
  yield;
  return [...byCase]
    .map(([caseId, reasons]) => ({ caseId, reasons: reasons.sort((a, b) => b.weight - a.weight) }))
    .sort(
      (first, second) =>
        second.reasons[0].weight - first.reasons[0].weight ||
        second.reasons.length - first.reasons.length ||
        first.caseId.localeCompare(second.caseId),
    );
}

type Add = (caseId: string, reason: SurpriseReason, weight: number) => void;

function ofRow({ caseId, model, scores, problem, verdict }: ScoredRow, add: Add): void {
  if (problem) add(caseId, { kind: 'failed', model, problem }, weights.failed);
  if (verdict === 'unexplained') add(caseId, { kind: 'unexplained-map', model }, weights.unexplainedMap);
  if (!scores) return;
  const { warnings } = scores.result;
  if (warnings.length > 0) add(caseId, { kind: 'geometry', model, count: warnings.length }, weights.geometry);
  for (const { structure, overlap } of scores.structures) {
    if (structure.kind === 'region' || emptyStateOf(overlap) !== 'hallucinated') continue;
    add(
      caseId,
      {
        kind: 'hallucinated',
        model,
        structure,
        size: overlap.predictionSize,
        dimensions: overlap.dimensions,
      },
      weights.hallucinated,
    );
  }
  for (const { pair, account, distances } of scores.pairs) {
    const accuracyPart = distances?.accuracyPart.value ?? Number.NaN;
    const { gap } = account;
    if (Math.min(gap, accuracyPart) >= surpriseRules.unexplainedGap) {
      add(caseId, { kind: 'unexplained-gap', model, pair, gap, accuracyPart }, accuracyPart);
    }
  }
}

interface ScoredStructure extends Pick<StructureScores, 'structure' | 'overlap'> {
  row: ScoredRow;
}

/** The rows of each structure; a region and a label of the same voxels are looked at once. */
function structureLists(rows: readonly ScoredRow[]): ScoredStructure[][] {
  const lists = new Map<string, ScoredStructure[]>();
  for (const row of rows) {
    for (const { structure, overlap } of row.scores?.structures ?? []) {
      if (structure.kind === 'region' && structure.labels.length === 1) continue;
      const key = structureKey(structure);
      const list = lists.get(key);
      const item = { structure, overlap, row };
      if (list) list.push(item);
      else lists.set(key, [item]);
    }
  }
  return [...lists.values()];
}

/** The usual accuracy is the median shift of balls of these sizes with these scores; NaN of too few rows. */
export function usualShiftMm(
  scores: readonly Pick<OverlapScores, 'referenceSize' | 'dice' | 'dimensions'>[],
): number {
  const shifts = scores
    .map(({ referenceSize, dice, dimensions }) => ballShiftOfDice(referenceSize, dice, dimensions))
    .filter((shift) => !Number.isNaN(shift))
    .sort((first, second) => first - second);
  return shifts.length < surpriseRules.leastRows ? Number.NaN : quantile(shifts, 0.5);
}

function belowVolume(list: readonly ScoredStructure[], excluded: ReadonlySet<string>, add: Add): void {
  const present = list.filter(({ overlap }) => overlap.referenceSize > 0 && !Number.isNaN(overlap.dice));
  const isUsual = present.map(({ row }) => !excluded.has(row.caseId));
  const shiftMm = usualShiftMm(present.filter((_, index) => isUsual[index]).map(({ overlap }) => overlap));
  if (Number.isNaN(shiftMm)) return;
  const expected = present.map(({ overlap }) =>
    ballDiceAtShift(overlap.referenceSize, shiftMm, overlap.dimensions),
  );
  const shortfalls = present.map(({ overlap }, index) => expected[index] - overlap.dice);
  const limit = Math.max(
    surpriseRules.belowVolume,
    surpriseRules.belowVolumeDeviations * scaledDeviation(shortfalls.filter((_, index) => isUsual[index])),
  );
  present.forEach(({ row, structure, overlap }, index) => {
    if (shortfalls[index] <= limit) return;
    const { dice, referenceSize: size, dimensions } = overlap;
    const facts = { dice, expectedDice: expected[index], size, dimensions };
    add(row.caseId, { kind: 'below-volume', model: row.model, structure, ...facts }, shortfalls[index]);
  });
}

function scaledDeviation(values: readonly number[]): number {
  const median = quantile([...values].sort(ascending), 0.5);
  return normalScale * quantile(values.map((value) => Math.abs(value - median)).sort(ascending), 0.5);
}

function ascending(first: number, second: number): number {
  return first - second;
}

function modelsDisagree(list: readonly ScoredStructure[], add: Add): void {
  const byCase = new Map<string, ScoredStructure[]>();
  for (const item of list) {
    if (Number.isNaN(item.overlap.dice)) continue;
    const scores = byCase.get(item.row.caseId);
    if (scores) scores.push(item);
    else byCase.set(item.row.caseId, [item]);
  }
  for (const [caseId, scores] of byCase) {
    const best = scores.reduce((most, next) => (next.overlap.dice > most.overlap.dice ? next : most));
    const worst = scores.reduce((least, next) => (next.overlap.dice <= least.overlap.dice ? next : least));
    const difference = best.overlap.dice - worst.overlap.dice;
    if (difference < surpriseRules.modelsDisagree) continue;
    add(
      caseId,
      {
        kind: 'models-disagree',
        structure: best.structure,
        better: best.row.model,
        worse: worst.row.model,
        betterDice: best.overlap.dice,
        worseDice: worst.overlap.dice,
      },
      difference,
    );
  }
}
