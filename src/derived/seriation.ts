const iterations = 60;

/**
 * An order of the items in which similar ones stand together: by their place along the first principal
 * component of their values, ascending in the mean. Missing values (NaN) count as the mean of their column.
 */
export function seriation(items: readonly (readonly number[])[]): number[] {
  const width = items[0]?.length ?? 0;
  const centred = centredColumns(items, width);
  let direction = new Float64Array(width).fill(1);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const next = new Float64Array(width);
    for (const row of centred) {
      const place = dot(row, direction);
      for (let column = 0; column < width; column++) next[column] += place * row[column];
    }
    const length = Math.sqrt(dot(next, next));
    if (length === 0) break;
    direction = next.map((value) => value / length);
  }
  const sign = direction.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
  const places = centred.map((row) => sign * dot(row, direction));
  return [...items.keys()].sort((first, second) => places[first] - places[second] || first - second);
}

function centredColumns(items: readonly (readonly number[])[], width: number): Float64Array[] {
  const means = Array.from({ length: width }, (_, column) => {
    const known = items.map((item) => item[column]).filter((value) => !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  });
  return items.map((item) =>
    Float64Array.from(item, (value, column) => (Number.isNaN(value) ? 0 : value - means[column])),
  );
}

function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < first.length; index++) sum += first[index] * second[index];
  return sum;
}
