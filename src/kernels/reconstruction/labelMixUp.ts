import type { Confusion } from '../../domain/results';
import { permutations } from './permutations';

/** A renaming of predicted labels that fits the references far better: a suspicion, never applied by itself. */
export interface LabelMixUp {
  renamed: { from: number; to: number }[];
  /** Mean over cases of the mean Dice of the labels, before and after. */
  meanDiceBefore: number;
  meanDiceAfter: number;
  /** Cases whose mean Dice rises, of those that can be scored. */
  improvedCases: number;
  scoredCases: number;
}

/** What counts as strongly and consistently better. */
const MINIMAL_GAIN = 0.1;
const MINIMAL_IMPROVED_SHARE = 0.75;
const MAXIMAL_LABELS = 6;

/**
 * Looks in the tables of one model's cases for the renaming of predicted labels (one-to-one) that raises the
 * mean label Dice most: all renamings up to 6 labels, exchanges of two beyond. Null unless it rises by at
 * least 0.1 and in at least three cases out of four. The ignore label and the background keep their names.
 */
export function labelMixUp(confusions: readonly Confusion[], ignoreLabel: number | null): LabelMixUp | null {
  const values = [...new Set(confusions.flatMap(({ labels }) => labels))]
    .filter((label) => label !== 0 && label !== ignoreLabel)
    .sort((first, second) => first - second);
  const cases = confusions.map((confusion) => diceMatrix(confusion, values, ignoreLabel));
  const usual = [...values.keys()];
  const before = cases.map((dice) => meanDice(dice, usual));
  const scored = [...before.keys()].filter((index) => !Number.isNaN(before[index]));
  if (scored.length === 0) return null;
  const meanOfScored = (scores: readonly number[]) =>
    scored.reduce((sum, index) => sum + scores[index], 0) / scored.length;
  let best = { order: usual, mean: meanOfScored(before), after: before };
  for (const order of renamings(values.length)) {
    const after = cases.map((dice) => meanDice(dice, order));
    const mean = meanOfScored(after);
    if (mean > best.mean + 1e-12) best = { order, mean, after };
  }
  const improvedCases = scored.filter((index) => best.after[index] > before[index]).length;
  const gain = best.mean - meanOfScored(before);
  if (gain < MINIMAL_GAIN || improvedCases < MINIMAL_IMPROVED_SHARE * scored.length) return null;
  return {
    renamed: best.order
      .map((from, to) => ({ from: values[from], to: values[to] }))
      .filter(({ from, to }) => from !== to)
      .sort((first, second) => first.from - second.from),
    meanDiceBefore: meanOfScored(before),
    meanDiceAfter: best.mean,
    improvedCases,
    scoredCases: scored.length,
  };
}

/** Dice between reference label (row) and predicted label (column); NaN where both are empty. */
function diceMatrix(
  { labels, counts }: Confusion,
  values: readonly number[],
  ignoreLabel: number | null,
): number[][] {
  const rows = [...labels.keys()].filter((row) => labels[row] !== ignoreLabel);
  const at = (row: number, column: number) => (row < 0 || column < 0 ? 0 : counts[row][column]);
  const places = values.map((value) => labels.indexOf(value));
  const referenceVoxels = places.map((row) => labels.reduce((sum, _, column) => sum + at(row, column), 0));
  const predictionVoxels = places.map((column) => rows.reduce((sum, row) => sum + at(row, column), 0));
  return places.map((row, reference) =>
    places.map(
      (column, prediction) =>
        (2 * at(row, column)) / (referenceVoxels[reference] + predictionVoxels[prediction]),
    ),
  );
}

/** Mean over the labels that exist on either side; predicted label order[i] is read as label i. */
function meanDice(dice: readonly (readonly number[])[], order: readonly number[]): number {
  let sum = 0;
  let count = 0;
  order.forEach((prediction, reference) => {
    const value = dice[reference][prediction];
    if (Number.isNaN(value)) return;
    sum += value;
    count++;
  });
  return sum / count;
}

function renamings(count: number): number[][] {
  if (count <= MAXIMAL_LABELS) return permutations(count, MAXIMAL_LABELS);
  const usual = Array.from({ length: count }, (_, label) => label);
  return usual.flatMap((first) =>
    usual.slice(first + 1).map((second) => {
      const order = [...usual];
      [order[first], order[second]] = [second, first];
      return order;
    }),
  );
}
