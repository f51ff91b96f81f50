import { jointHistogram } from '../src/kernels/jointHistogram';
import { countsOf, diceOf } from '../src/kernels/overlap';
import { type Benchmark, type SamplePair, sampleStructures } from './benchmark';
import { readMap } from './samplePair';

function diceOfAll(reference: SamplePair['reference'], prediction: SamplePair['prediction']): number[] {
  const confusion = jointHistogram(reference.voxels, prediction.voxels);
  return sampleStructures.map(({ labels }) => diceOf(countsOf(confusion, labels, null)));
}

export const benchmarks: Benchmark[] = [
  {
    name: 'overlap of five structures, in memory',
    yardstick: 'overlap_s',
    yardstickSeconds: ({ overlap_s }) => overlap_s,
    timesFaster: 60,
    run: ({ reference, prediction }) => diceOfAll(reference, prediction),
  },
  {
    name: 'overlap of five structures, from two files',
    yardstick: 'read_s + overlap_s',
    yardstickSeconds: ({ read_s, overlap_s }) => read_s + overlap_s,
    timesFaster: 5,
    run: async ({ referencePath, predictionPath }) => {
      const [reference, prediction] = await Promise.all([readMap(referencePath), readMap(predictionPath)]);
      return diceOfAll(reference, prediction);
    },
  },
];
