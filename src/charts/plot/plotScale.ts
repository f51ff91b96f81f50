export interface PlotAxis {
  label: string;
  domain: [number, number];
  ticks: number[];
  format: (value: number) => string;
  isLogarithmic?: boolean;
}

export interface PlotArea {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pixels of data values, as recharts draws its axes over the plot area. */
export interface PlotScale {
  x: (value: number) => number;
  y: (value: number) => number;
}

export function plotScale(area: PlotArea, x: PlotAxis, y: PlotAxis): PlotScale {
  const xPlace = placeOn(x);
  const yPlace = placeOn(y);
  return {
    x: (value) => area.x + area.width * xPlace(value),
    y: (value) => area.y + area.height * (1 - yPlace(value)),
  };
}

/** 0 at the start of the domain, 1 at its end. */
function placeOn({ domain: [from, to], isLogarithmic }: PlotAxis): (value: number) => number {
  if (!isLogarithmic) return (value) => (value - from) / (to - from);
  const start = Math.log(from);
  const span = Math.log(to) - start;
  return (value) => (Math.log(value) - start) / span;
}

/** What is closer than this is rounding, and no axis of it says anything. */
const leastSpan = 1e-6;

/** A domain around the numbers that ends on round ones, with the ticks between; `fixed` ends are kept. */
export function linearAxis(
  values: readonly number[],
  fixed: { from?: number; to?: number } = {},
): Pick<PlotAxis, 'domain' | 'ticks'> {
  const lowest = fixed.from ?? least(values, 0);
  const highest = fixed.to ?? most(values, 1);
  // Equal values have an axis that can be read.
  const isFlat = highest - lowest < leastSpan;
  const low = isFlat && fixed.to !== undefined ? highest - 1 : lowest;
  const high = isFlat && fixed.to === undefined ? lowest + 1 : highest;
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10);
  const from = Math.floor(low / step + 1e-9) * step;
  const to = Math.ceil(high / step - 1e-9) * step;
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => rounded(from + index * step));
  return { domain: [rounded(from), rounded(to)], ticks };
}

/** A logarithmic domain around the positive values with ticks at 1, 3 and 10 of each decade. */
export function logarithmicAxis(
  values: readonly number[],
): Pick<PlotAxis, 'domain' | 'ticks' | 'isLogarithmic'> {
  const positive = values.filter((value) => value > 0);
  const low = least(positive, 0.1);
  const high = Math.max(most(positive, 100), low * 1.0001);
  const decades = Array.from({ length: 24 }, (_, index) => 10 ** (index - 12));
  const steps = decades.flatMap((decade) => [rounded(decade), rounded(3 * decade)]);
  const first = Math.max(
    0,
    steps.findLastIndex((step) => step <= low),
  );
  const last = steps.findIndex((step) => step >= high);
  const ticks = steps.slice(first, last < 0 ? steps.length : last + 1);
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks, isLogarithmic: true };
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function least(values: readonly number[], otherwise: number): number {
  const known = values.filter(Number.isFinite);
  return known.reduce((low, value) => Math.min(value, low), known[0] ?? otherwise);
}

function most(values: readonly number[], otherwise: number): number {
  const known = values.filter(Number.isFinite);
  return known.reduce((high, value) => Math.max(value, high), known[0] ?? otherwise);
}
