import type { LabelMap } from '../src/domain/labelMap';

/** Seconds that numpy and scipy took on the same pair, from ../shared/bench/numpy_baseline.py. */
export interface Baseline {
  read_s: number;
  overlap_s: number;
  surface_s: number;
}

export interface SamplePair {
  referencePath: string;
  predictionPath: string;
  reference: LabelMap;
  prediction: LabelMap;
}

/** One line of the table: how often faster than the yardstick our code has to be on the sample pair. */
export interface Benchmark {
  name: string;
  yardstick: string;
  yardstickSeconds: (baseline: Baseline) => number;
  timesFaster: number;
  run: (pair: SamplePair) => unknown;
}

/** BraTS structures under the integers of the sample data, in the order of the yardstick's. */
export const sampleStructures = [
  { name: 'WT', labels: [1, 2, 3] },
  { name: 'TC', labels: [1, 2] },
  { name: 'ET', labels: [1] },
  { name: 'ED', labels: [3] },
  { name: 'NCR', labels: [2] },
];
