import type { LabelScheme } from './labelScheme';

/** What painting makes of one label: the last painted region that holds it, and the value it then gets. */
export interface PaintedLabel {
  label: number;
  paintedAs: number;
  lastRegion: string | null;
}

/**
 * Follows every label of the scheme through nnU-Net's painting rule (METRICS.md §1). A label that no region
 * holds is painted as 0.
 */
export function paintedLabels(scheme: LabelScheme): PaintedLabel[] {
  return scheme.labels.map(({ value }) => {
    const last = scheme.regions.findLastIndex(({ labels }) => labels.includes(value));
    return {
      label: value,
      paintedAs: last < 0 ? 0 : (scheme.regionsClassOrder[last] ?? 0),
      lastRegion: scheme.regions[last]?.name ?? null,
    };
  });
}

/** The labels that painting cannot give back; empty when the scheme can rebuild all its labels. */
export function unrebuildableLabels(scheme: LabelScheme): PaintedLabel[] {
  if (scheme.regions.length === 0) return [];
  return paintedLabels(scheme).filter(({ label, paintedAs }) => label !== paintedAs);
}
