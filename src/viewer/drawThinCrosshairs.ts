import type { Niivue } from '@niivue/niivue';

/** Hardly more than a pixel, so that nearly every line is one pixel and none has a gap. */
const linePx = 1.03;

type Bars = Niivue['crosshairs3D'];

/**
 * Draws the crosshair one pixel of the page thick in every plane. NiiVue has one set of bars of one thickness in
 * mm, whatever the scales of the planes; so each plane has a set of its own, which NiiVue keeps up with the place.
 * Without a pixel ratio none is drawn.
 */
export function drawThinCrosshairs(nv: Niivue, pixelRatio: () => number | null): void {
  const { drawCrosshairs3D } = nv;
  const drawn = new Map<number, { bars: Bars; widthMm: number }>();
  nv.drawCrosshairs3D = (isDepthTest, alpha, matrix, is2DView, isSliceMM) => {
    const ratio = pixelRatio();
    if (ratio === null) return;
    // The plane that these lines belong to is the last that was drawn.
    const plane = is2DView ? nv.screenSlices.at(-1) : undefined;
    if (!plane) {
      drawCrosshairs3D.call(nv, isDepthTest, alpha, matrix, is2DView, isSliceMM);
      return;
    }
    const { axCorSag, fovMM, leftTopWidthHeight } = plane;
    const widthMm = linePx * ratio * Math.abs(fovMM[0] / leftTopWidthHeight[2]);
    const before = drawn.get(axCorSag);
    nv.opts.crosshairWidth = widthMm;
    nv.crosshairs3D = before?.widthMm === widthMm ? before.bars : null;
    drawCrosshairs3D.call(nv, isDepthTest, alpha, matrix, is2DView, isSliceMM);
    if (before && before.bars !== nv.crosshairs3D) free(nv.gl, before.bars);
    drawn.set(axCorSag, { bars: nv.crosshairs3D, widthMm });
  };
}

function free(gl: WebGL2RenderingContext, bars: Bars): void {
  if (!bars) return;
  gl.deleteBuffer(bars.indexBuffer);
  gl.deleteBuffer(bars.vertexBuffer);
  gl.deleteVertexArray(bars.vao);
}
