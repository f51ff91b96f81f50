export type TileKind = 'axial' | 'coronal' | 'sagittal' | 'render';

/** A tile's left, top, width and height, all in shares of the pane. */
export type Tile = { kind: TileKind; place: [number, number, number, number] };

type Box = [number, number, number, number];
type Boxes = Record<TileKind, Box>;

/** The share of a pane that one large plane may take from the small ones. */
const heroShare = 0.72;

/**
 * Three planes and the 3D picture in a pane of this size, arranged so that as much of it as possible is image.
 * `fov` is the extent of the volume along right, anterior and superior.
 */
export function planeTiles(width: number, height: number, fov: readonly [number, number, number]): Tile[] {
  const layouts = [grid, row, column, largeAxialAbove, largeAxialLeft].map((layout) =>
    layout(width, height, fov),
  );
  const best = layouts.reduce((most, boxes) => (areaOf(boxes) > 1.02 * areaOf(most) ? boxes : most));
  const kinds: TileKind[] = ['axial', 'coronal', 'sagittal', 'render'];
  const right = Math.max(...kinds.map((kind) => best[kind][0] + best[kind][2]));
  const bottom = Math.max(...kinds.map((kind) => best[kind][1] + best[kind][3]));
  const [left, top] = [(width - right) / 2, (height - bottom) / 2];
  return kinds.map((kind) => {
    const [x, y, w, h] = best[kind];
    return { kind, place: [(x + left) / width, (y + top) / height, w / width, h / height] };
  });
}

function areaOf(boxes: Boxes): number {
  return Object.values(boxes).reduce((sum, [, , width, height]) => sum + width * height, 0);
}

type Fov = readonly [number, number, number];

function grid(width: number, height: number, [x, y, z]: Fov): Boxes {
  const scale = Math.min(width / (x + y), height / (y + z));
  const [w, d, h] = [x * scale, y * scale, z * scale];
  return { coronal: [0, 0, w, h], sagittal: [w, 0, d, h], axial: [0, h, w, d], render: [w, h, d, d] };
}

function row(width: number, height: number, [x, y, z]: Fov): Boxes {
  const scale = Math.min(width / (2 * x + 2 * y), height / Math.max(y, z));
  const [w, d, h] = [x * scale, y * scale, z * scale];
  const middle = (tall: number) => (Math.max(d, h) - tall) / 2;
  return {
    axial: [0, middle(d), w, d],
    coronal: [w, middle(h), w, h],
    sagittal: [2 * w, middle(h), d, h],
    render: [2 * w + d, middle(d), d, d],
  };
}

function column(width: number, height: number, [x, y, z]: Fov): Boxes {
  const scale = Math.min(width / Math.max(x, y), height / (2 * y + 2 * z));
  const [w, d, h] = [x * scale, y * scale, z * scale];
  const middle = (wide: number) => (Math.max(w, d) - wide) / 2;
  return {
    axial: [middle(w), 0, w, d],
    coronal: [middle(w), d, w, h],
    sagittal: [middle(d), d + h, d, h],
    render: [middle(d), d + 2 * h, d, d],
  };
}

function largeAxialAbove(width: number, height: number, [x, y, z]: Fov): Boxes {
  const large = Math.min(width / x, (heroShare * height) / y);
  const below = height - large * y;
  const small = Math.min(width / (x + 2 * y), below / z);
  const side = Math.min(below, width - small * (x + y));
  const total = small * (x + y) + side;
  const left = (width - total) / 2;
  const top = large * y;
  return {
    axial: [(width - large * x) / 2, 0, large * x, large * y],
    coronal: [left, top, small * x, small * z],
    sagittal: [left + small * x, top, small * y, small * z],
    render: [left + small * (x + y), top, side, side],
  };
}

function largeAxialLeft(width: number, height: number, [x, y, z]: Fov): Boxes {
  const large = Math.min(height / y, (heroShare * width) / x);
  const beside = width - large * x;
  const small = Math.min(beside / Math.max(x, y), height / (2 * z + y));
  const side = Math.min(beside, height - 2 * small * z);
  const left = large * x;
  return {
    axial: [0, (height - large * y) / 2, large * x, large * y],
    coronal: [left, 0, small * x, small * z],
    sagittal: [left, small * z, small * y, small * z],
    render: [left, 2 * small * z, side, side],
  };
}
