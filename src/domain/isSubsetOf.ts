/** Whether every value of the first list is in the second. */
export function isSubsetOf(values: readonly number[], others: readonly number[]): boolean {
  return values.every((value) => others.includes(value));
}
