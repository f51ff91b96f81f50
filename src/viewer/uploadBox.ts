import type { Niivue } from '@niivue/niivue';
import type { VoxelBox } from '../domain/pairCodes';

/** NiiVue's texture unit of the drawing; constants of WebGL are missing in a browser without it. */
export const drawingUnit = 0x84c7;

/** Uploads one box (in NiiVue's voxels) of its drawing to the graphics card. */
export function uploadBox(nv: Niivue, { first, last }: VoxelBox): void {
  const { gl } = nv;
  const [, columns, rows] = nv.volumes[0].dimsRAS!;
  gl.activeTexture(drawingUnit);
  gl.bindTexture(gl.TEXTURE_3D, nv.drawTexture);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  const place: [number, number][] = [
    [gl.UNPACK_ROW_LENGTH, columns],
    [gl.UNPACK_IMAGE_HEIGHT, rows],
    [gl.UNPACK_SKIP_PIXELS, first[0]],
    [gl.UNPACK_SKIP_ROWS, first[1]],
    [gl.UNPACK_SKIP_IMAGES, first[2]],
  ];
  for (const [parameter, value] of place) gl.pixelStorei(parameter, value);
  const [width, height, depth] = first.map((start, axis) => last[axis] - start + 1);
  const [x, y, z] = first;
  const { TEXTURE_3D, RED, UNSIGNED_BYTE } = gl;
  gl.texSubImage3D(TEXTURE_3D, 0, x, y, z, width, height, depth, RED, UNSIGNED_BYTE, nv.drawBitmap);
  // NiiVue uploads whole volumes and expects none of this.
  for (const [parameter] of place) gl.pixelStorei(parameter, 0);
}
