import type { FileWarning } from '../domain/results';
import type { VolumeHeader } from './voxelSink';

/** Voxels of medical images have edges between these; anything else is more likely a wrong unit. */
const EDGES_MM = [0.01, 50];

/**
 * What a person should know of a header before trusting millimetres: edges below 0.01 or above 50 mm (an axis of
 * one voxel has no edge that matters), spacing that is missing or contradicts the form, a single slice (a slab to every
 * distance and volume), and no form at all.
 */
export function headerWarnings(file: string, header: VolumeHeader): FileWarning[] {
  const { shape, spacingMm, isUnplaced } = header.geometry;
  const warnings: FileWarning[] = [];
  const isUnusual = spacingMm.some(
    (edge, axis) => !(axis === 2 && shape[2] === 1) && (edge < EDGES_MM[0] || edge > EDGES_MM[1]),
  );
  if (isUnusual) warnings.push({ kind: 'unusual-edge', file, spacing: edgesText(spacingMm) });
  const form = edgesText(header.contradictingMm ?? spacingMm);
  if (header.unstatedAxes) {
    const axes = header.unstatedAxes.map((axis) => axis + 1).join(', ');
    warnings.push({ kind: 'no-spacing', file, axes, spacing: edgesText(spacingMm), form });
  } else if (header.contradictingMm) {
    warnings.push({ kind: 'spacing-contradicts-form', file, pixdim: edgesText(spacingMm), form });
  }
  if (shape[2] === 1) warnings.push({ kind: 'single-slice', file, edge: edgesText([spacingMm[2]]) });
  if (isUnplaced) warnings.push({ kind: 'no-orientation', file });
  return warnings;
}

function edgesText(edges: readonly number[]): string {
  return edges.map((edge) => Number(edge.toPrecision(4))).join(' × ');
}
