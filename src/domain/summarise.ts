/** Mean, quartiles and spread of the values that exist; NaN throughout when there are none. */
export interface Summary {
  count: number;
  mean: number;
  median: number;
  lowerQuartile: number;
  upperQuartile: number;
  /** Sample standard deviation (n − 1); NaN for fewer than two values. */
  deviation: number;
  minimum: number;
  maximum: number;
}

/** Summary of the values that are not NaN; quantiles as numpy's default (linear). */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((first, second) => first - second);
  const mean = meanOf(sorted);
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    count: sorted.length,
    mean,
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
    deviation: sorted.length < 2 ? Number.NaN : Math.sqrt(squares / (sorted.length - 1)),
    minimum: sorted[0] ?? Number.NaN,
    maximum: sorted.at(-1) ?? Number.NaN,
  };
}

/** The mean; NaN of no values. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum / values.length;
}

/** The quantile (0 to 1) of ascending values, linear between neighbours as numpy's default; NaN of no values. */
export function quantile(sorted: ArrayLike<number>, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  if (sorted.length === 0) return Number.NaN;
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
