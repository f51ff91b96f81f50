/**
 * Holm's step-down p-values in the order given, at most 1 and never falling with the raw ones. NaN stays NaN and
 * does not count as a test.
 */
export function holmCorrection(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()]
    .filter((index) => !Number.isNaN(pValues[index]))
    .sort((first, second) => pValues[first] - pValues[second]);
  const adjusted = new Array<number>(pValues.length).fill(Number.NaN);
  let largest = 0;
  order.forEach((index, step) => {
    largest = Math.max(largest, Math.min(1, (order.length - step) * pValues[index]));
    adjusted[index] = largest;
  });
  return adjusted;
}
