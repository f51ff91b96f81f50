/** NiiVue's slices and volumes with overlays; its picking of a voxel in 3D, which is used, reads overlays as well. */
const drawsOverlays = /\boverlay;(?![^]*int id = 254)/;

/** The gradient of a volume and what prepares it, for a lighting that is not used. */
const findsGradients = /\buniform float dX;/;

const nothing = '#version 300 es\nvoid main() {}';

/**
 * NiiVue (0.69.0) compiles 49 programs at the start of every canvas. The large ones that are never drawn with
 * become empty ones until the function that is given back is called: the first picture comes a fifth sooner.
 */
export function skipUnusedShaders(gl: WebGL2RenderingContext): () => void {
  gl.shaderSource = (shader, source) => {
    const isUnused = drawsOverlays.test(source) || findsGradients.test(source);
    WebGL2RenderingContext.prototype.shaderSource.call(gl, shader, isUnused ? nothing : source);
  };
  return () => {
    // What is left is the context's own method.
    Reflect.deleteProperty(gl, 'shaderSource');
  };
}
