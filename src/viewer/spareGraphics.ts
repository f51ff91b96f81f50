import { Niivue } from '@niivue/niivue';

/** NiiVue's texture units. The names are constants of WebGL, which a browser without it does not have. */
const gradientUnits = [0x84c6, 0x84c8];

/**
 * NiiVue computes the gradient of every volume for a lighting that is not used here, slice by slice in two
 * textures as large as the volume, and asks the graphics card after each: three quarters of the time that a
 * change of case takes. It reads the number of slices after it has made each texture, and then finds none.
 */
export function skipGradients(nv: Niivue): void {
  nv.rgbaTex = (texture, unit, dims, isInit) => {
    if (!gradientUnits.includes(unit)) return Niivue.prototype.rgbaTex.call(nv, texture, unit, dims, isInit);
    dims[3] = 0;
    return Niivue.prototype.rgbaTex.call(nv, texture, unit, [dims[0], 1, 1, 1], isInit);
  };
  const { refreshLayers } = nv;
  nv.refreshLayers = (image, layer) => {
    const { dims } = image.hdr!;
    const depth = dims[3];
    // Other panes show the same image, so its header is put right whatever happens.
    try {
      refreshLayers.call(nv, image, layer);
    } finally {
      dims[3] = depth;
    }
  };
}

/** NiiVue makes the box of the 3D picture anew with every image and leaves the old one on the graphics card. */
export function freeOldBoxes(nv: Niivue): void {
  const { refreshLayers } = nv;
  nv.refreshLayers = (image, layer) => {
    const old = nv.volumeObject3D;
    refreshLayers.call(nv, image, layer);
    if (!old || old === nv.volumeObject3D) return;
    nv.gl.deleteBuffer(old.vertexBuffer);
    nv.gl.deleteBuffer(old.indexBuffer);
    nv.gl.deleteVertexArray(old.vao);
  };
}
