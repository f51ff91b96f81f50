/** What stands where a number does not exist; its reason stands beside it or in its title. */
const noNumber = '–';

/** Fixed decimals with a true minus sign; "–" for NaN and infinity, no sign on what rounds to zero. */
function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return noNumber;
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** Three decimals, as scores are reported. */
export function formatScore(value: number): string {
  return fixed(value, 3);
}

/** Three decimals with a sign, for gaps and their parts. */
export function formatSigned(value: number): string {
  const text = fixed(value, 3);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A p-value: three decimals, and what is less said to be so. */
export function formatPValue(value: number): string {
  return value < 0.001 ? '< 0.001' : formatScore(value);
}

/** Two decimals, for mL and mm. */
export function formatMeasure(value: number): string {
  return fixed(value, 2);
}

/** Whole numbers with thousands apart. */
export function formatCount(value: number): string {
  return value.toLocaleString('en-US');
}

/** A threshold that is counted in 256ths. */
export function formatThreshold(step: number): string {
  return (step / 256).toFixed(3);
}
