/** What stands where a number does not exist; its reason stands beside it or in its title. */
export const noNumber = '–';

/** Three decimals, as scores are reported; "–" for NaN. */
export function formatScore(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3).replace('-', '−') : noNumber;
}

/** Three decimals with a sign, for gaps and their parts. */
export function formatSigned(value: number): string {
  return Number.isFinite(value) && value > 0 ? `+${formatScore(value)}` : formatScore(value);
}

/** Two decimals and a sign where negative, for mL and mm. */
export function formatMeasure(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2).replace('-', '−') : noNumber;
}

/** Whole numbers with thousands apart. */
export function formatCount(value: number): string {
  return value.toLocaleString('en-US');
}
