import { stepsBelow } from './thresholdTables';

/**
 * A byte a voxel: how many of the thresholds 0, 1/256, 2/256, … lie strictly below its probability, 255 at most.
 * A voxel is inside at threshold k/256 where its byte is greater than k, exactly, for k up to HIGHEST_STEP.
 */
export function thresholdSteps(probabilities: Float32Array | Float64Array): Uint8Array<ArrayBuffer> {
  const steps = new Uint8Array(probabilities.length);
  for (let voxel = 0; voxel < steps.length; voxel++) {
    const probability = probabilities[voxel];
    if (probability > 0) steps[voxel] = Math.min(255, stepsBelow(probability));
  }
  return steps;
}
