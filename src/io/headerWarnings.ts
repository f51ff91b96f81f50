import { edgesMm, flatAxis } from '../domain/geometry';
import type { FileWarning } from '../domain/results';
import type { VolumeHeader } from './voxelSink';

/** Voxels of medical images have edges between these; anything else is more likely a wrong unit. */
const EDGES_MM = [0.01, 50];

/**
 * What a person should know of a header before trusting millimetres: edges below 0.01 or above 50 mm (a flat
 * grid has no edge across), spacing that is missing or contradicts the form, and no form at all.
 */
export function headerWarnings(file: string, header: VolumeHeader): FileWarning[] {
  const warnings: FileWarning[] = [];
  const grid = header.geometry;
  const edges = edgesMm(grid);
  const isUnusual = edges.some((edge) => edge < EDGES_MM[0] || edge > EDGES_MM[1]);
  if (isUnusual) warnings.push({ kind: 'unusual-edge', file, spacing: edgesText(edges) });
  const form = edgesText(edgesMm({ ...grid, spacingMm: header.contradictingMm ?? grid.spacingMm }));
  const unstated = header.unstatedAxes?.filter((axis) => axis !== flatAxis(grid)) ?? [];
  if (unstated.length > 0) {
    const axes = unstated.map((axis) => axis + 1).join(', ');
    warnings.push({ kind: 'no-spacing', file, axes, spacing: edgesText(edges), form });
  } else if (header.contradictingMm) {
    warnings.push({ kind: 'spacing-contradicts-form', file, pixdim: edgesText(edges), form });
  }
  if (grid.isUnplaced) warnings.push({ kind: 'no-orientation', file });
  return warnings;
}

function edgesText(edges: readonly number[]): string {
  return edges.map((edge) => Number(edge.toPrecision(4))).join(' × ');
}
