import { surfaceDistancesOfCase } from '../src/kernels/surfaceDistances';
import { type Benchmark, sampleStructures } from './benchmark';

export const benchmarks: Benchmark[] = [
  {
    name: 'surface scores of five structures, one thread',
    yardstick: 'surface_s',
    yardstickSeconds: ({ surface_s }) => surface_s,
    timesFaster: 6,
    run: ({ reference, prediction }) =>
      surfaceDistancesOfCase(
        reference.voxels,
        prediction.voxels,
        reference.geometry,
        sampleStructures,
        [1, 2],
      ),
  },
];
