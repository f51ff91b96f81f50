/** Up to this many items all orders are listed. */
export const MAXIMAL_PERMUTED = 5;

/**
 * All orders of the numbers below `count` but the usual one, those that move least first; above `maximal` items
 * only the exchanges of neighbours.
 */
export function permutations(count: number, maximal = MAXIMAL_PERMUTED): number[][] {
  const usual = Array.from({ length: count }, (_, item) => item);
  if (count > maximal) return usual.slice(1).map((item) => exchanged(usual, item - 1, item));
  const moved = (order: number[]) => order.filter((item, place) => item !== place).length;
  return ordersOf(usual)
    .filter((order) => moved(order) > 0)
    .sort((first, second) => moved(first) - moved(second));
}

function ordersOf(items: number[]): number[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item) =>
    ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

function exchanged(order: number[], first: number, second: number): number[] {
  const copy = [...order];
  [copy[first], copy[second]] = [copy[second], copy[first]];
  return copy;
}
