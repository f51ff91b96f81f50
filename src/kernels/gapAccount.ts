import { errorCause } from '../domain/errorCause';
import type { Pair } from '../domain/labelScheme';
import type { Confusion, GapAccount } from '../domain/results';
import { countsOf, diceOf } from './overlap';

/** gap = volumeEffect + accumulatedError − relief, from the joint histogram alone (METRICS.md §5). */
export function gapAccount(confusion: Confusion, pair: Pair, ignoreLabel: number | null): GapAccount {
  const voxels = { none: 0, shared: 0, child: 0, relieved: 0 };
  confusion.labels.forEach((reference, row) => {
    if (reference === ignoreLabel) return;
    confusion.labels.forEach((prediction, column) => {
      voxels[errorCause(pair, reference, prediction)] += confusion.counts[row][column];
    });
  });
  const region = countsOf(confusion, pair.region.labels, ignoreLabel);
  const label = countsOf(confusion, pair.label.labels, ignoreLabel);
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
