import type { LabelScheme } from '../domain/labelScheme';
import type { ReadScore, ThresholdCurve, ThresholdTables } from '../domain/reconstruction';
import { defaultStep, THRESHOLD_STEPS } from '../domain/thresholds';
import { diceOf } from '../kernels/overlap';
import { scoresOf } from '../kernels/reconstruction/reconstructionScores';

/** The curves of the regions as predicted, then of regions and labels of the painted map. */
export function thresholdCurves(tables: ThresholdTables, scheme: LabelScheme): ThresholdCurve[] {
  const perThreshold = tables.painted.map((table) => scoresOf(table, scheme));
  const curve = (kind: ThresholdCurve['kind'], { name, labels }: Pick<ReadScore, 'name' | 'labels'>) => {
    return (dice: Float64Array): ThresholdCurve => ({
      kind,
      name,
      labels,
      dice,
      bestThreshold: bestOf(dice),
    });
  };
  return [
    ...scheme.regions.map((region, index) =>
      curve('raw-region', region)(Float64Array.from(tables.rawRegions[index], (counts) => diceOf(counts))),
    ),
    ...perThreshold[0].map((structure, index) =>
      curve(structure.kind, structure)(Float64Array.from(perThreshold, (scores) => scores[index].dice)),
    ),
  ];
}

function bestOf(dice: Float64Array): number {
  let best = -1;
  dice.forEach((value, step) => {
    const isNearer = Math.abs(step - defaultStep) < Math.abs(best - defaultStep);
    if (best < 0 ? !Number.isNaN(value) : value > dice[best] || (value === dice[best] && isNearer))
      best = step;
  });
  return best < 0 ? Number.NaN : best / THRESHOLD_STEPS;
}
