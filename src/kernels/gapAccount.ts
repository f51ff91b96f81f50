import { isLeftOut } from '../domain/cohortRow';
import { errorCause } from '../domain/errorCause';
import type { Pair } from '../domain/labelScheme';
import type { Confusion, Counts, GapAccount } from '../domain/results';
import { countsOf, diceOf } from './overlap';

/**
 * gap = volumeEffect + accumulatedError − relief, from the joint histogram alone (metrics.md §5). The counts of
 * region and label may be given where they are known already; NaN, of what was left out, gives NaN throughout.
 */
export function gapAccount(
  confusion: Confusion,
  pair: Pair,
  ignoreLabel: number | null,
  region: Counts = countsOf(confusion, pair.region.labels, ignoreLabel),
  label: Counts = countsOf(confusion, pair.label.labels, ignoreLabel),
): GapAccount {
  const { labels, counts } = confusion;
  const none = isLeftOut(region) || isLeftOut(label) ? Number.NaN : 0;
  const voxels = { none, shared: none, child: none, relieved: none };
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] === ignoreLabel) continue;
    for (let column = 0; column < labels.length; column++) {
      if (row !== column) voxels[errorCause(pair, labels[row], labels[column])] += counts[row][column];
    }
  }
  const regionSum = 2 * region.tp + region.fp + region.fn;
  const labelSum = 2 * label.tp + label.fp + label.fn;
  const isDefined = regionSum > 0 && labelSum > 0;
  const part = (value: number) => (isDefined ? value : Number.NaN);
  const regionDice = diceOf(region);
  const labelDice = diceOf(label);
  return {
    regionDice,
    labelDice,
    gap: regionDice - labelDice,
    sharedVoxels: voxels.shared,
    childVoxels: voxels.child,
    relievedVoxels: voxels.relieved,
    volumeEffect: part(voxels.shared * (1 / labelSum - 1 / regionSum)),
    accumulatedError: part(voxels.child / labelSum),
    relief: part(voxels.relieved / regionSum),
  };
}
