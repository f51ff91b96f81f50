import type { OverlapScores } from '../domain/results';
import type { AreaKey, VolumeKey } from '../domain/scoresFile';

/** The sizes of a structure under keys that say their unit: areas have others than volumes. */
export function sizeNumbers(overlap: OverlapScores): Record<VolumeKey, number> | Record<AreaKey, number> {
  const { dimensions, referenceSize, predictionSize, sizeDifference, absoluteSizeDifference } = overlap;
  if (dimensions === 2) {
    return {
      referenceCm2: referenceSize,
      predictionCm2: predictionSize,
      areaDifferenceCm2: sizeDifference,
      absoluteAreaDifferenceCm2: absoluteSizeDifference,
    };
  }
  return {
    referenceMl: referenceSize,
    predictionMl: predictionSize,
    volumeDifferenceMl: sizeDifference,
    absoluteVolumeDifferenceMl: absoluteSizeDifference,
  };
}
