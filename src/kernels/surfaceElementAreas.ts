type Triple = readonly [number, number, number];
type Triangle = readonly [Triple, Triple, Triple];

/**
 * The area (mm²) of the surface element of each of the 256 codes of a 2×2×2 neighbourhood on a grid with this
 * spacing; 0 for all outside and all inside. Corner (x, y, z) of the neighbourhood is bit 7 − (4x + 2y + z) of
 * the code. The surface is the classical marching-cubes one through edge midpoints, as in DeepMind's
 * surface-distance (metrics.md §3). The table is shared between calls: read it only.
 */
export function surfaceElementAreas(spacingMm: Triple): Float64Array {
  const spacing = spacingMm.join();
  if (latest?.spacing === spacing) return latest.areas;
  trianglesOfCode ??= Array.from({ length: 256 }, (_, code) => surfaceTriangles(code));
  const areas = Float64Array.from(trianglesOfCode, (triangles) =>
    triangles.reduce((sum, triangle) => sum + triangleArea(triangle, spacingMm), 0),
  );
  latest = { spacing, areas };
  return areas;
}

let trianglesOfCode: Triangle[][] | undefined;

/** Lesions of one case ask for the same table again and again. */
let latest: { spacing: string; areas: Float64Array } | undefined;

/** The cube's faces: its corners in order round each of them. */
const faces = [0, 1, 2].flatMap((axis) =>
  [0, 1].map((side) =>
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ].map(([first, second]): Triple => {
      const corner: [number, number, number] = [side, side, side];
      corner[(axis + 1) % 3] = first;
      corner[(axis + 2) % 3] = second;
      return corner;
    }),
  ),
);

/** The triangles of a code on the unit cube; a code with more than four corners has those of its complement. */
function surfaceTriangles(code: number): Triangle[] {
  const isInside = ([x, y, z]: Triple) => ((code >> (7 - (4 * x + 2 * y + z))) & 1) === 1;
  const corners = code.toString(2).replaceAll('0', '').length;
  return corners > 4 ? surfaceTriangles(255 - code) : loopsOf(isInside).flatMap(largestTriangulation);
}

/**
 * The closed lines in which the surface meets the cube's faces. On a face whose inside corners lie diagonally
 * each of them is cut off by itself.
 */
function loopsOf(isInside: (corner: Triple) => boolean): Triple[][] {
  const neighbours = new Map<string, Triple[]>();
  const link = (from: Triple, to: Triple) =>
    neighbours.set(from.join(), [...(neighbours.get(from.join()) ?? []), to]);
  for (const face of faces) {
    face.forEach((corner, index) => {
      const before = face[(index + 3) % 4];
      if (!isInside(corner) || isInside(before)) return;
      let end = index;
      while (isInside(face[(end + 1) % 4])) end++;
      const from = midpoint(before, corner);
      const to = midpoint(face[end % 4], face[(end + 1) % 4]);
      link(from, to);
      link(to, from);
    });
  }
  const loops: Triple[][] = [];
  const isVisited = new Set<string>();
  for (const [start] of neighbours.values()) {
    const loop: Triple[] = [];
    for (let point: Triple | undefined = start; point && !isVisited.has(point.join()); ) {
      loop.push(point);
      isVisited.add(point.join());
      point = neighbours.get(point.join())?.find((other) => !isVisited.has(other.join()));
    }
    if (loop.length > 0) loops.push(loop);
  }
  return loops;
}

function midpoint(first: Triple, second: Triple): Triple {
  return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2, (first[2] + second[2]) / 2];
}

/**
 * A loop of five or six points is not flat and can be filled in several ways. The classical table fills it with
 * the triangles that are largest on the unit cube.
 */
function largestTriangulation(loop: readonly Triple[]): Triangle[] {
  if (loop.length < 3) return [];
  const last = loop.length - 1;
  let largest: Triangle[] = [];
  let largestArea = -1;
  for (let apex = 1; apex < last; apex++) {
    const triangles: Triangle[] = [
      [loop[0], loop[apex], loop[last]],
      ...largestTriangulation(loop.slice(0, apex + 1)),
      ...largestTriangulation(loop.slice(apex)),
    ];
    const area = triangles.reduce((sum, triangle) => sum + triangleArea(triangle, [1, 1, 1]), 0);
    if (area > largestArea) {
      largest = triangles;
      largestArea = area;
    }
  }
  return largest;
}

function triangleArea([first, second, third]: Triangle, spacingMm: Triple): number {
  const [ux, uy, uz] = spacingMm.map((edge, axis) => edge * (second[axis] - first[axis]));
  const [vx, vy, vz] = spacingMm.map((edge, axis) => edge * (third[axis] - first[axis]));
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2;
}
