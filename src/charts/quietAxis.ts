/** How the axes of our charts look: quiet words, no marks beside them. */
export const quietAxis = {
  type: 'number',
  tick: { fill: 'var(--quiet)', fontSize: 11 },
  tickLine: false,
} as const;

/** The name of a horizontal axis under its ticks. */
export function nameBelow(value: string) {
  return { value, position: 'insideBottom', offset: -8, fill: 'var(--quiet)', fontSize: 11 } as const;
}

/** The upright axis of a bar chart: the name of each bar. */
export const barNames = {
  type: 'category',
  dataKey: 'name',
  tick: { fill: 'var(--text)', fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;
