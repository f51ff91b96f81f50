import type { BootstrapOptions, Interval } from '../../domain/interval';
import { meanOf } from '../../domain/summarise';
import { averageRanks } from './averageRanks';
import { bootstrapInterval } from './bootstrapInterval';

export interface RankCorrelation {
  /** Pairs of which both values exist. */
  count: number;
  /** −1 to 1; NaN when either side is constant or fewer than two pairs exist. */
  rho: number;
  interval: Interval;
}

interface ValuePair {
  x: number;
  y: number;
}

/**
 * Spearman's rank correlation of paired values (NaN on either side leaves the pair out) with its bootstrap
 * interval (NaN for fewer than four cases). Pairs of one group, such as several models' answers to one case, are drawn together; without
 * `groups` each pair is drawn alone.
 */
export function spearmanCorrelation(
  first: readonly number[],
  second: readonly number[],
  options?: BootstrapOptions,
  groups?: readonly string[],
): RankCorrelation {
  const grouped = new Map<string | number, ValuePair[]>();
  first.forEach((x, index) => {
    const y = second[index];
    if (Number.isNaN(x) || Number.isNaN(y)) return;
    const group = groups?.[index] ?? index;
    const known = grouped.get(group);
    if (known) known.push({ x, y });
    else grouped.set(group, [{ x, y }]);
  });
  const drawnTogether = [...grouped.values()];
  const pairs = drawnTogether.flat();
  const rhoOfDrawn = (drawn: Int32Array) => rhoOf(Array.from(drawn, (group) => drawnTogether[group]).flat());
  return {
    count: pairs.length,
    rho: rhoOf(pairs),
    interval: bootstrapInterval(drawnTogether.length, rhoOfDrawn, options),
  };
}

function rhoOf(pairs: readonly ValuePair[]): number {
  return pearson(averageRanks(pairs.map(({ x }) => x)), averageRanks(pairs.map(({ y }) => y)));
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
