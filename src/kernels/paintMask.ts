/**
 * Writes `value` wherever the mask is not 0. Gives back a value that stood there before; 0 where none did. `painted`
 * has to hold values so large.
 */
export function paintMask(
  painted: Uint8Array | Uint16Array,
  mask: Uint8Array | Uint16Array,
  value: number,
): number {
  let covered = 0;
  for (let voxel = 0; voxel < mask.length; voxel++) {
    if (mask[voxel] === 0) continue;
    if (covered === 0) covered = painted[voxel];
    painted[voxel] = value;
  }
  return covered;
}
