/**
 * The label map of a softmax over background and labels, one array a channel: at each voxel the value of the channel
 * with the highest probability, of the first of several. `values` holds each channel's label, 0 for the background.
 */
export function argmaxLabels(
  channels: readonly Float32Array[],
  values: readonly number[],
): Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> {
  const [{ length }] = channels;
  const labels = values.some((value) => value > 255) ? new Uint16Array(length) : new Uint8Array(length);
  const highest = channels[0].slice();
  labels.fill(values[0]);
  for (let channel = 1; channel < channels.length; channel++) {
    const probabilities = channels[channel];
    for (let voxel = 0; voxel < length; voxel++) {
      if (probabilities[voxel] > highest[voxel]) {
        highest[voxel] = probabilities[voxel];
        labels[voxel] = values[channel];
      }
    }
  }
  return labels;
}
