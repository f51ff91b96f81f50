/** A reference and a prediction. */
const MOST_KEPT = 2;

const spare: Uint8Array<ArrayBuffer>[] = [];

/**
 * One zero byte per voxel, in memory that a map of this size was given back in where there is one: over pages
 * that were touched before, reading a map takes three quarters of the time, and a cohort leaves no garbage.
 */
export function takeVoxels(count: number): Uint8Array<ArrayBuffer> {
  const place = spare.findIndex(({ length }) => length === count);
  return place < 0 ? new Uint8Array(count) : spare.splice(place, 1)[0].fill(0);
}

/** Hands back the voxels of a map that nothing refers to any more; views into other memory are left alone. */
export function giveBackVoxels(voxels: Uint8Array | Uint16Array): void {
  const isWhole = voxels instanceof Uint8Array && voxels.byteLength === voxels.buffer.byteLength;
  if (!isWhole || spare.some(({ buffer }) => buffer === voxels.buffer)) return;
  spare.push(voxels as Uint8Array<ArrayBuffer>);
  if (spare.length > MOST_KEPT) spare.shift();
}
