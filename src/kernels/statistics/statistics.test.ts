import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, summarise } from '../../domain/summarise';
import ratingFigures from '../fixtures/scipy_ratings.json';
import figures from '../fixtures/scipy_statistics.json';
import { averageRanks } from './averageRanks';
import { bootstrapInterval, bootstrapMeanInterval } from './bootstrapInterval';
import { holmCorrection } from './holmCorrection';
import { normalTail } from './normalTail';
import { pairedComparison } from './pairedComparison';
import { spearmanCorrelation } from './spearmanCorrelation';
import { wilcoxonSignedRank } from './wilcoxonSignedRank';

/** Relative to the figure, so that tiny p-values count as well. */
function expectEqual(value: number, figure: number, relative = 1e-12): void {
  expect(Math.abs(value - figure)).toBeLessThanOrEqual(relative * Math.max(Math.abs(figure), 1e-300));
}

describe('wilcoxonSignedRank', () => {
  it.each(figures.wilcoxon)('agrees with scipy on $differences.length differences ($method)', (figure) => {
    const result = wilcoxonSignedRank(figure.differences, figure.method === 'exact' ? 50 : 0);
    expect(result.method).toBe(figure.method);
    expect(Math.min(result.positiveRankSum, result.negativeRankSum)).toBe(figure.statistic);
    expectEqual(result.pValue, figure.pValue, 1e-11);
    expectEqual(result.rankBiserial, figure.rankBiserial);
  });

  it('gives the p-values that can be counted by hand', () => {
    expect(wilcoxonSignedRank([1]).pValue).toBe(1);
    expect(wilcoxonSignedRank([1, 2, 3, 4, 5]).pValue).toBe(2 / 32);
    expect(wilcoxonSignedRank([-1, 2, 3, 4, 5]).pValue).toBe(4 / 32);
  });

  it('is exact with ties and zeros, too: it agrees with every sign pattern of few differences', () => {
    expect(wilcoxonSignedRank([0.01, 0.02, 0.03, 0.04, 0.05, 0]).pValue).toBe(2 / 32);
    expect(wilcoxonSignedRank([0.9 - 0.8, 0.8 - 0.7, 0.3, 0.4, 0.5]).pValue).toBe(2 / 32);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 9 }), (values) => {
        const moved = values.filter((value) => value !== 0);
        fc.pre(moved.length > 0);
        const ranks = averageRanks(moved.map(Math.abs));
        const half = ranks.reduce((sum, rank) => sum + rank, 0) / 2;
        const distanceOf = (isPositive: (place: number) => boolean) =>
          Math.abs(ranks.reduce((sum, rank, place) => sum + (isPositive(place) ? rank : 0), 0) - half);
        const seen = distanceOf((place) => moved[place] > 0);
        const patterns = Array.from({ length: 2 ** moved.length }, (_, pattern) =>
          distanceOf((place) => ((pattern >> place) & 1) === 1),
        );
        const asFar = patterns.filter((distance) => distance >= seen).length;
        expect(wilcoxonSignedRank(values).pValue).toBeCloseTo(asFar / patterns.length, 12);
      }),
    );
  });

  it('says NaN where nothing differs and leaves NaN out', () => {
    expect(wilcoxonSignedRank([0, 0, Number.NaN])).toMatchObject({
      count: 0,
      zeros: 2,
      pValue: Number.NaN,
      rankBiserial: Number.NaN,
    });
  });

  it('does not change when both models are exchanged, but for the sign', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }), (values) => {
        const forth = wilcoxonSignedRank(values);
        const back = wilcoxonSignedRank(values.map((value) => -value));
        expect(back.pValue).toBe(forth.pValue);
        if (forth.count > 0) expect(back.rankBiserial + forth.rankBiserial).toBeCloseTo(0, 14);
      }),
    );
  });
});

describe('holmCorrection', () => {
  it.each(figures.holm)('steps down through $pValues', ({ pValues, adjusted }) => {
    holmCorrection(pValues).forEach((value, index) => {
      expectEqual(value, adjusted[index]);
    });
  });

  it('keeps NaN out of the number of tests', () => {
    expect(holmCorrection([0.01, Number.NaN, 0.02])).toEqual([0.02, Number.NaN, 0.02]);
  });
});

describe('spearmanCorrelation', () => {
  it.each(figures.spearman)('agrees with scipy on $first.length pairs', ({ first, second, rho }) => {
    const result = spearmanCorrelation(first, second, { confidence: 0.95, resamples: 200, seed: 1 });
    expectEqual(result.rho, rho);
  });

  it('has an interval around the correlation that narrows with the number of pairs', () => {
    const widths = figures.spearman.slice(2).map(({ first, second, rho }) => {
      const { interval } = spearmanCorrelation(first, second);
      expect(interval.low).toBeLessThan(rho);
      expect(interval.high).toBeGreaterThan(rho);
      return interval.high - interval.low;
    });
    expect(widths[1]).toBeLessThan(widths[0]);
  });

  it.each(ratingFigures.figures)(
    'agrees with scipy on $ratings.length ratings in few steps, drawn alone and drawn by case',
    ({ cases, ratings, scores, rho, interval, intervalByCase }) => {
      const options = { confidence: 0.95, resamples: 10_000, seed: 3 };
      for (const [groups, figure] of [[undefined, interval] as const, [cases, intervalByCase] as const]) {
        const result = spearmanCorrelation(ratings, scores, options, groups);
        expectEqual(result.rho, rho);
        const width = figure[1] - figure[0];
        expect(Math.abs(result.interval.low - figure[0])).toBeLessThan(0.06 * width);
        expect(Math.abs(result.interval.high - figure[1])).toBeLessThan(0.06 * width);
      }
    },
  );

  it('has an interval only from four cases on, however many ratings they have', () => {
    const ratings = [1, 2, 3, 5, 4];
    const lowFor = (cases: string) =>
      spearmanCorrelation(ratings, [2, 4, 6, 8, 10], undefined, [...cases]).interval.low;
    expect(lowFor('aaaaa')).toBeNaN();
    expect(lowFor('aabbc')).toBeNaN();
    expect(lowFor('aabcd')).toBeLessThan(0.9);
  });

  it('is NaN when one side is constant', () => {
    expect(spearmanCorrelation([1, 2, 3], [4, 4, 4]).rho).toBeNaN();
  });
});

describe('summarise', () => {
  it.each(figures.summaries)('agrees with numpy on $values.length values', ({ values, ...figure }) => {
    const summary = summarise([...values, Number.NaN]);
    expect(summary.count).toBe(values.length);
    for (const key of ['mean', 'median', 'lowerQuartile', 'upperQuartile'] as const) {
      expectEqual(summary[key], figure[key]);
    }
    if (figure.deviation === null) expect(summary.deviation).toBeNaN();
    else expectEqual(summary.deviation, figure.deviation);
  });

  it('is NaN of no values', () => {
    expect(summarise([])).toMatchObject({ count: 0, mean: Number.NaN, median: Number.NaN });
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('normalTail', () => {
  it.each(figures.normalTail)('agrees with scipy at $z', ({ z, tail }) => {
    expectEqual(normalTail(z), tail, 2e-13);
  });
});

describe('averageRanks', () => {
  it('gives equal values the mean of their ranks', () => {
    expect(averageRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
  });
});

describe('bootstrapMeanInterval', () => {
  const { values, analytic, scipy } = figures.bootstrap;
  const width = analytic[1] - analytic[0];

  it('comes near the analytic interval of a normal mean and that of scipy', () => {
    const { low, high } = bootstrapMeanInterval(values, { confidence: 0.95, resamples: 20_000, seed: 7 });
    for (const figure of [analytic, scipy]) {
      expect(Math.abs(low - figure[0])).toBeLessThan(0.03 * width);
      expect(Math.abs(high - figure[1])).toBeLessThan(0.03 * width);
    }
  });

  it('is the same for the same seed, another for another, and wider for more confidence', () => {
    const options = { confidence: 0.95, resamples: 500, seed: 1 };
    const interval = bootstrapMeanInterval(values, options);
    expect(bootstrapMeanInterval(values, options)).toEqual(interval);
    expect(bootstrapMeanInterval(values, { ...options, seed: 2 })).not.toEqual(interval);
    expect(bootstrapMeanInterval(values, { ...options, confidence: 0.99 }).low).toBeLessThan(interval.low);
  });

  it('is NaN for three cases, whose range it would be, and ignores resamples without a value', () => {
    for (const few of [[0.8], [0.8, 0.9, 0.7]]) {
      expect(bootstrapMeanInterval(few)).toEqual({ low: Number.NaN, high: Number.NaN });
    }
    const four = bootstrapMeanInterval([0.6, 0.7, 0.8, 0.9]);
    expect(four.low).toBeGreaterThan(0.6);
    expect(four.high).toBeLessThan(0.9);
    const options = { confidence: 0.9, resamples: 50, seed: 1 };
    const some = bootstrapInterval(4, (drawn) => (drawn[0] === 0 ? Number.NaN : 5), options);
    expect(some).toEqual({ low: 5, high: 5 });
  });
});

describe('pairedComparison', () => {
  it('counts wins, ties and losses and leaves out cases without both numbers', () => {
    const comparison = pairedComparison([0.9, 0.8, 0.7, Number.NaN, 0.5], [0.8, 0.8, 0.9, 0.5, 0.49], 0.02);
    expect(comparison).toMatchObject({ wins: 1, ties: 2, losses: 1, incomplete: 1 });
    expect(comparison.differences.count).toBe(4);
    expect(comparison.test.zeros).toBe(1);
    expect(comparison.meanInterval.low).toBeLessThan(comparison.differences.mean);
    expect(comparison.meanInterval.high).toBeGreaterThan(comparison.differences.mean);
  });
});
