import type { Candidate, CauseSearch } from './causeSearch';

const TRIED_THRESHOLDS = Array.from({ length: 19 }, (_, step) => (step + 1) / 20);

type Probabilities = readonly (Float32Array | Float64Array)[];

/**
 * Another threshold. Every voxel of the saved map bounds the thresholds: the region that painted it was above
 * its own, every later region not. When the bounds agree, any threshold between them paints the map exactly;
 * otherwise the best of 0.05, 0.1, … 0.95 for all regions is the candidate.
 */
export function thresholdCause(search: CauseSearch): Candidate[] {
  const { probabilities, scheme, saved } = search;
  const { regions, regionsClassOrder } = scheme;
  const isOneToOne = new Set(regionsClassOrder).size === regions.length;
  if (!probabilities || !isOneToOne) return [];
  const bounds = boundsOf(probabilities, saved, regionsClassOrder);
  if (bounds) {
    const highest = Math.max(...bounds.map(({ atLeast }) => atLeast));
    const lowest = Math.min(...bounds.map(({ below }) => below));
    const isCommon = highest < lowest;
    // A region that paints nothing leaves its threshold open: on its own that is no evidence.
    if (!isCommon && bounds.some(({ below }) => below > 1)) return [];
    const thresholds = bounds.map(({ atLeast, below }, index) => ({
      region: regions[index].name,
      atLeast: isCommon ? highest : atLeast,
      below: Math.min(1, isCommon ? lowest : below),
    }));
    return [{ cause: { kind: 'threshold', isCommon, thresholds }, differingVoxels: 0 }];
  }
  const active = activeVoxels(probabilities, saved);
  const tried = TRIED_THRESHOLDS.filter((threshold) => threshold !== 0.5).map((threshold) => ({
    threshold,
    differingVoxels: differingAt(threshold, active, probabilities, saved, regionsClassOrder),
  }));
  const best = tried.reduce((least, next) => (next.differingVoxels < least.differingVoxels ? next : least));
  const thresholds = regions.map(({ name }) => ({
    region: name,
    atLeast: best.threshold,
    below: best.threshold,
  }));
  return [
    {
      cause: { kind: 'threshold', isCommon: true, thresholds },
      differingVoxels: best.differingVoxels,
    },
  ];
}

/** Per region the thresholds that fit every voxel, 0 ≤ atLeast < below ≤ 1; null when none does. */
function boundsOf(
  probabilities: Probabilities,
  saved: Uint8Array | Uint16Array,
  regionsClassOrder: readonly number[],
): { atLeast: number; below: number }[] | null {
  const regionOf = new Int32Array(65_536).fill(-2);
  regionOf[0] = -1;
  regionsClassOrder.forEach((value, region) => {
    regionOf[value] = region;
  });
  const atLeast = new Float64Array(probabilities.length);
  const below = new Float64Array(probabilities.length).fill(Number.POSITIVE_INFINITY);
  for (let voxel = 0; voxel < saved.length; voxel++) {
    const painter = regionOf[saved[voxel]];
    if (painter === -2) return null;
    if (painter >= 0) below[painter] = Math.min(below[painter], probabilities[painter][voxel]);
    for (let region = painter + 1; region < probabilities.length; region++) {
      if (probabilities[region][voxel] > atLeast[region]) atLeast[region] = probabilities[region][voxel];
    }
  }
  if (atLeast.some((value, region) => value >= below[region])) return null;
  return Array.from(atLeast, (value, region) => ({ atLeast: value, below: below[region] }));
}

/** The voxels that any threshold tried can paint, or that are painted in the saved map: all others agree. */
function activeVoxels(probabilities: Probabilities, saved: Uint8Array | Uint16Array): Int32Array {
  const isActive = new Uint8Array(saved.length);
  let count = 0;
  for (let voxel = 0; voxel < saved.length; voxel++) if (saved[voxel] !== 0) isActive[voxel] = 1;
  for (const region of probabilities) {
    for (let voxel = 0; voxel < region.length; voxel++) {
      if (region[voxel] > TRIED_THRESHOLDS[0]) isActive[voxel] = 1;
    }
  }
  for (let voxel = 0; voxel < isActive.length; voxel++) count += isActive[voxel];
  const voxels = new Int32Array(count);
  for (let voxel = isActive.length - 1; voxel >= 0; voxel--) if (isActive[voxel]) voxels[--count] = voxel;
  return voxels;
}

function differingAt(
  threshold: number,
  active: Int32Array,
  probabilities: Probabilities,
  saved: Uint8Array | Uint16Array,
  regionsClassOrder: readonly number[],
): number {
  let differing = 0;
  for (let at = 0; at < active.length; at++) {
    const voxel = active[at];
    let region = probabilities.length - 1;
    while (region >= 0 && !(probabilities[region][voxel] > threshold)) region--;
    if (saved[voxel] !== (region < 0 ? 0 : regionsClassOrder[region])) differing++;
  }
  return differing;
}
