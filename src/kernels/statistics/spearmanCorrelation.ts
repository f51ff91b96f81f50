import { averageRanks } from './averageRanks';
import { type BootstrapOptions, bootstrapInterval, type Interval } from './bootstrapInterval';
import { meanOf } from './summarise';

export interface RankCorrelation {
  /** Pairs of which both values exist. */
  count: number;
  /** −1 to 1; NaN when either side is constant or fewer than two pairs exist. */
  rho: number;
  interval: Interval;
}

/** Spearman's rank correlation of paired values (NaN on either side leaves the pair out) with its bootstrap interval. */
export function spearmanCorrelation(
  first: readonly number[],
  second: readonly number[],
  options?: BootstrapOptions,
): RankCorrelation {
  const pairs = first.flatMap((value, index) =>
    Number.isNaN(value) || Number.isNaN(second[index]) ? [] : [{ x: value, y: second[index] }],
  );
  const rhoOf = (chosen: readonly { x: number; y: number }[]) =>
    pearson(averageRanks(chosen.map(({ x }) => x)), averageRanks(chosen.map(({ y }) => y)));
  return {
    count: pairs.length,
    rho: rhoOf(pairs),
    interval: bootstrapInterval(
      pairs.length,
      (drawn) => rhoOf(Array.from(drawn, (pair) => pairs[pair])),
      options,
    ),
  };
}

function pearson(x: readonly number[], y: readonly number[]): number {
  const meanX = meanOf(x);
  const meanY = meanOf(y);
  let [xy, xx, yy] = [0, 0, 0];
  for (let index = 0; index < x.length; index++) {
    xy += (x[index] - meanX) * (y[index] - meanY);
    xx += (x[index] - meanX) ** 2;
    yy += (y[index] - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy);
}
