import type { Pair } from '../src/domain/labelScheme';
import { gapDistances } from '../src/kernels/gapDistances';
import { lesionScores } from '../src/kernels/lesionScores';
import { type Benchmark, sampleStructures } from './benchmark';

const [wt, tc, et, ed, ncr] = sampleStructures;

const pairs = [
  [wt, ed],
  [tc, ncr],
  [et, et],
].map(
  ([region, label]): Pair => ({
    region: { kind: 'region', ...region },
    label: { kind: 'label', ...label },
  }),
);

export const benchmarks: Benchmark[] = [
  {
    // At most twice the time that the surface scores may take.
    name: 'gap distances of three pairs, one thread',
    yardstick: 'surface_s',
    yardstickSeconds: ({ surface_s }) => surface_s,
    timesFaster: 3,
    run: ({ reference, prediction }) =>
      gapDistances(reference.voxels, prediction.voxels, reference.geometry, pairs, null),
  },
  {
    name: 'lesion-wise scores of three regions, one thread',
    yardstick: 'surface_s',
    yardstickSeconds: ({ surface_s }) => surface_s,
    timesFaster: 4,
    run: ({ reference, prediction }) =>
      lesionScores(reference.voxels, prediction.voxels, reference.geometry, [wt, tc, et], 'ssa-2023'),
  },
];
