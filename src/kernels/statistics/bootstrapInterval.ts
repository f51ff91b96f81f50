import { type BootstrapOptions, defaultBootstrap, type Interval } from '../../domain/interval';
import { meanOf, quantile } from '../../domain/summarise';
import { randomSource } from '../randomSource';

/** Of three cases, one resample in 27 holds the lowest alone: a 95 % interval of them is their range. */
const leastCases = 4;

/**
 * The percentile bootstrap interval over cases: `statistic` is given the case numbers (0 to count − 1) drawn
 * with replacement. Resamples without a value (NaN) are left out. NaN for fewer than four cases.
 */
export function bootstrapInterval(
  count: number,
  statistic: (drawn: Int32Array) => number,
  { confidence, resamples, seed }: BootstrapOptions = defaultBootstrap,
): Interval {
  if (count < leastCases) return { low: Number.NaN, high: Number.NaN };
  const random = randomSource(seed, count);
  const drawn = new Int32Array(count);
  const values = new Float64Array(resamples);
  let used = 0;
  for (let resample = 0; resample < resamples; resample++) {
    for (let place = 0; place < count; place++) drawn[place] = Math.floor(random.uniform() * count);
    const value = statistic(drawn);
    if (!Number.isNaN(value)) values[used++] = value;
  }
  const sorted = values.subarray(0, used).sort();
  const tail = (1 - confidence) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}

/** The percentile bootstrap interval of the mean of the values that are not NaN. */
export function bootstrapMeanInterval(values: readonly number[], options?: BootstrapOptions): Interval {
  const known = Float64Array.from(values.filter((value) => !Number.isNaN(value)));
  const sample = new Float64Array(known.length);
  const meanOfDrawn = (drawn: Int32Array) => {
    for (let place = 0; place < drawn.length; place++) sample[place] = known[drawn[place]];
    return meanOf(sample);
  };
  return bootstrapInterval(known.length, meanOfDrawn, options);
}
