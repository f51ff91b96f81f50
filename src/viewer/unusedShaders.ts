/** NiiVue's slices and volumes with overlays, none of which there are. */
const drawsOverlays = /\boverlay;/;

/** Picks the voxel that is clicked in the 3D picture; reads overlays, too, but is used. */
const picks = /\bint id = 254;/;

/** The gradient of a volume and what prepares it, for a lighting that is not used. */
const findsGradients = /\buniform float dX;/;

const nothing = '#version 300 es\nout mediump vec4 color;\nvoid main() { color = vec4(0); }';

/**
 * NiiVue (0.69.0) compiles 49 programs at the start of every canvas. The large ones that are never drawn with
 * become empty ones until the function that is given back is called: the first picture comes a fifth sooner.
 */
export function skipUnusedShaders(gl: WebGL2RenderingContext): () => void {
  gl.shaderSource = (shader, source) => {
    const isUnused = (drawsOverlays.test(source) && !picks.test(source)) || findsGradients.test(source);
    WebGL2RenderingContext.prototype.shaderSource.call(gl, shader, isUnused ? nothing : source);
  };
  return () => {
    // What is left is the context's own method.
    Reflect.deleteProperty(gl, 'shaderSource');
  };
}
