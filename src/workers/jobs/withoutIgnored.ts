import type { LabelMap } from '../../domain/labelMap';

/** Nothing is predicted where the reference is the ignore label. */
export function withoutIgnored(
  maps: { reference: LabelMap; prediction: LabelMap },
  ignoreLabel: number | null,
): { reference: LabelMap; prediction: LabelMap } {
  const { reference, prediction } = maps;
  if (ignoreLabel === null || !reference.values.some(({ value }) => value === ignoreLabel)) return maps;
  const voxels = prediction.voxels.slice();
  for (let voxel = 0; voxel < voxels.length; voxel++) {
    if (reference.voxels[voxel] === ignoreLabel) voxels[voxel] = 0;
  }
  return { reference, prediction: { ...prediction, voxels } };
}
