import type { PaintedVoxels } from '../../domain/caseReconstruction';
import { allPairs, type Codes, type PairCodes } from '../../domain/pairCodes';
import { codesFor } from '../pairCodes';

/** What repainting needs at every threshold, worked out once per case. */
export interface Repainter {
  /** What the reference adds to the codes of the painted voxels. */
  reference: Codes;
  /** Two volumes that take turns: millions of voxels made anew at every step keep the garbage collector busy. */
  volumes: [PairCodes, PairCodes];
  painted: PaintedVoxels;
  /** Per region the place of the value that it paints among the values of the volumes. */
  paints: number[];
}

/** Prepares a shown pair for repainting: every pair of its values and of those that are painted has a code. */
export function repainterOf(
  pair: PairCodes,
  painted: PaintedVoxels,
  regionsClassOrder: readonly number[],
): Repainter {
  const values = [...new Set([...pair.values, ...regionsClassOrder])].sort((first, second) => first - second);
  const pairs = allPairs(values);
  const base = codesWith(values, pair);
  const { voxels, first, last } = painted;
  const reference = codesFor(pairs.length, voxels.length);
  for (let place = 0; place < voxels.length; place++) {
    const code = base[voxels[place]];
    reference[place] = code - (code % values.length);
  }
  const volume = {
    codes: base.slice() as Codes,
    pairs,
    values,
    geometry: pair.geometry,
    varies: { family: base, first, last },
  };
  return {
    reference,
    volumes: [volume, { ...volume, codes: base.slice() as Codes }],
    painted,
    paints: regionsClassOrder.map((value) => values.indexOf(value)),
  };
}

/**
 * The pair with the prediction painted at threshold step/256: the last region above it gives the label. Holds
 * until the call after the next, which writes into the same volume.
 */
export function repaintAtThreshold(repainter: Repainter, step: number): PairCodes {
  const { reference, painted, paints, volumes } = repainter;
  volumes.reverse();
  const [{ codes }] = volumes;
  const labels = codesFor(volumes[0].values.length, reference.length);
  painted.steps.forEach((region, index) => {
    const paint = paints[index];
    for (let place = 0; place < labels.length; place++) if (region[place] > step) labels[place] = paint;
  });
  for (let place = 0; place < labels.length; place++) {
    codes[painted.voxels[place]] = reference[place] + labels[place];
  }
  return { ...volumes[0] };
}

/** The pair's codes as they count all pairs of these values: its own array where that counts the same. */
function codesWith(values: number[], { codes, pairs }: PairCodes): Codes {
  const changed = pairs.map(
    ([reference, prediction]) => values.indexOf(reference) * values.length + values.indexOf(prediction),
  );
  if (pairs.length === values.length ** 2 && changed.every((code, before) => code === before)) return codes;
  const written = codesFor(values.length ** 2, codes.length);
  for (let voxel = 0; voxel < codes.length; voxel++) written[voxel] = changed[codes[voxel]];
  return written;
}
