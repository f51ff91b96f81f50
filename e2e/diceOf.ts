/** Dice of a set of labels from a joint histogram, worked out here and not by the page. */
export function diceOf(labels: number[], counts: number[][], values: number[]): number {
  let [both, reference, prediction] = [0, 0, 0];
  counts.forEach((row, i) => {
    row.forEach((voxels, j) => {
      const inReference = labels.includes(values[i]);
      const inPrediction = labels.includes(values[j]);
      if (inReference) reference += voxels;
      if (inPrediction) prediction += voxels;
      if (inReference && inPrediction) both += voxels;
    });
  });
  return (2 * both) / (reference + prediction);
}
