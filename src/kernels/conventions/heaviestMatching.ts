/** Two things that may be matched, from 0 on either side. */
export interface Edge {
  left: number;
  right: number;
  weight: number;
}

/**
 * The edges of a one-to-one matching whose weights (above 0) have the largest sum. Things that no chain of edges joins
 * are matched by themselves, each set by the Hungarian method.
 */
export function heaviestMatching<Own extends Edge>(edges: readonly Own[]): Own[] {
  return connectedSets(edges).flatMap((set) => (set.length === 1 ? set : matchSet(set)));
}

function connectedSets<Own extends Edge>(edges: readonly Own[]): Own[][] {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    const parent = parents.get(node) ?? node;
    return parent === node ? node : rootOf(parent);
  };
  for (const { left, right } of edges) {
    const [one, other] = [rootOf(`l${left}`), rootOf(`r${right}`)];
    if (one !== other) parents.set(one, other);
  }
  const sets = new Map<string, Own[]>();
  for (const edge of edges) {
    const root = rootOf(`l${edge.left}`);
    sets.set(root, [...(sets.get(root) ?? []), edge]);
  }
  return [...sets.values()];
}

function matchSet<Own extends Edge>(edges: readonly Own[]): Own[] {
  const lefts = [...new Set(edges.map(({ left }) => left))];
  const rights = [...new Set(edges.map(({ right }) => right))];
  const isTurned = lefts.length > rights.length;
  const [rows, columns] = isTurned ? [rights, lefts] : [lefts, rights];
  const rowOf = new Map(rows.map((value, row) => [value, row]));
  const columnOf = new Map(columns.map((value, column) => [value, column]));
  const at = ({ left, right }: Edge) => {
    const [row, column] = isTurned ? [right, left] : [left, right];
    return (rowOf.get(row) ?? 0) * columns.length + (columnOf.get(column) ?? 0);
  };
  const costs = new Float64Array(rows.length * columns.length);
  for (const edge of edges) costs[at(edge)] = -edge.weight;
  const columnOfRow = cheapestAssignment(costs, rows.length, columns.length);
  return edges.filter((edge) => {
    const place = at(edge);
    const row = Math.floor(place / columns.length);
    return columnOfRow[row] === place - row * columns.length;
  });
}

/**
 * The column of each row (rows ≤ columns) in the assignment with the smallest sum of costs: the Hungarian method with
 * potentials, one row after the other (Kuhn 1955; Jonker and Volgenant 1987).
 */
function cheapestAssignment(costs: Float64Array, rows: number, columns: number): Int32Array {
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const isUsed = new Uint8Array(columns + 1);
    rowAt[0] = row;
    let column = 0;
    while (rowAt[column] !== 0) {
      isUsed[column] = 1;
      const here = rowAt[column];
      let next = 0;
      let step = Number.POSITIVE_INFINITY;
      for (let other = 1; other <= columns; other++) {
        if (isUsed[other]) continue;
        const reduced = costs[(here - 1) * columns + other - 1] - ofRow[here] - ofColumn[other];
        if (reduced < least[other]) {
          least[other] = reduced;
          cameFrom[other] = column;
        }
        if (least[other] < step) {
          step = least[other];
          next = other;
        }
      }
      for (let other = 0; other <= columns; other++) {
        if (isUsed[other]) {
          ofRow[rowAt[other]] += step;
          ofColumn[other] -= step;
        } else least[other] -= step;
      }
      column = next;
    }
    while (column !== 0) {
      rowAt[column] = rowAt[cameFrom[column]];
      column = cameFrom[column];
    }
  }
  const columnOfRow = new Int32Array(rows).fill(-1);
  for (let column = 1; column <= columns; column++)
    if (rowAt[column] !== 0) columnOfRow[rowAt[column] - 1] = column - 1;
  return columnOfRow;
}
