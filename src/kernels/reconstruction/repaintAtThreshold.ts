import type { PaintedVoxels } from '../../domain/caseReconstruction';
import type { PairCodes } from '../../domain/pairCodes';
import { mostPairValues } from '../pairCodes';

/** What repainting needs at every threshold, worked out once per case. */
export interface Repainter {
  /** What the reference adds to the codes of the painted voxels. */
  reference: Uint8Array<ArrayBuffer>;
  /** Two volumes that take turns: millions of voxels made anew at every step keep the garbage collector busy. */
  volumes: [PairCodes, PairCodes];
  painted: PaintedVoxels;
  /** Per region the place of the value that it paints among the values of the volumes. */
  paints: number[];
}

/**
 * Prepares a shown pair for repainting. Null when the values that are painted make more of them than a pair code
 * holds.
 */
export function repainterOf(
  pair: PairCodes,
  painted: PaintedVoxels,
  regionsClassOrder: readonly number[],
): Repainter | null {
  const values = [...new Set([...pair.values, ...regionsClassOrder])].sort((first, second) => first - second);
  if (values.length > mostPairValues) return null;
  const base = codesWith(values, pair);
  const { voxels, first, last } = painted;
  const reference = new Uint8Array(voxels.length);
  for (let place = 0; place < voxels.length; place++) {
    const code = base[voxels[place]];
    reference[place] = code - (code % values.length);
  }
  const volume = {
    codes: base.slice(),
    values,
    geometry: pair.geometry,
    varies: { family: base, first, last },
  };
  return {
    reference,
    volumes: [volume, { ...volume, codes: base.slice() }],
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
  const labels = new Uint8Array(reference.length);
  painted.steps.forEach((region, index) => {
    const paint = paints[index];
    for (let place = 0; place < labels.length; place++) if (region[place] > step) labels[place] = paint;
  });
  for (let place = 0; place < labels.length; place++) {
    codes[painted.voxels[place]] = reference[place] + labels[place];
  }
  return { ...volumes[0] };
}

/** The pair's codes as they count these values: its own array where it names the same. */
function codesWith(values: number[], { codes, values: own }: PairCodes): PairCodes['codes'] {
  if (values.length === own.length) return codes;
  const places = own.map((value) => values.indexOf(value));
  const changed = Uint8Array.from(
    { length: 256 },
    (_, code) => (places[Math.floor(code / own.length)] ?? 0) * values.length + places[code % own.length],
  );
  return codes.map((code) => changed[code]);
}
