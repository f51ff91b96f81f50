export interface Interval {
  low: number;
  high: number;
}

/** How intervals over cases are drawn. */
export interface BootstrapOptions {
  /** Such as 0.95. */
  confidence: number;
  resamples: number;
  seed: number;
}

export const defaultBootstrap: BootstrapOptions = { confidence: 0.95, resamples: 2000, seed: 1 };
