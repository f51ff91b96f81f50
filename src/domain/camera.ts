/** What fills a pane before it is zoomed: the head with all labels, or the whole of the image's field of view. */
export type Framing = 'head' | 'field';

/** Where all panes look; pan in mm of the image, angles in degrees. */
export interface Camera {
  framing: Framing;
  panMm: readonly [number, number, number];
  zoom: number;
  azimuth: number;
  elevation: number;
  /** Of the 3D picture alone. */
  renderZoom: number;
}

/**
 * Which intensities run from black to white: all of them, or a range in which 0 and 1 are the 2nd and the 98th
 * percentile of the image, so that it fits every case of a modality.
 */
export type IntensityWindow = 'full' | readonly [number, number];

export const startCamera: Camera = {
  framing: 'head',
  panMm: [0, 0, 0],
  zoom: 1,
  azimuth: 110,
  elevation: 10,
  renderZoom: 1,
};

export const autoWindow: IntensityWindow = [0, 1];
