import type { DiceCurve, DistanceCounts } from '../domain/contourShift';

/** Dice of a reference of `voxels` voxels with itself plus all outside voxels up to a distance. */
export function growCurve(voxels: number, outside: DistanceCounts): DiceCurve {
  return curveOf(outside, (added) => (2 * voxels) / (2 * voxels + added));
}

/** Dice of a reference of `voxels` voxels with itself minus all inside voxels up to a distance. */
export function shrinkCurve(voxels: number, inside: DistanceCounts): DiceCurve {
  return curveOf(inside, (removed) => (2 * (voxels - removed)) / (2 * voxels - removed));
}

function curveOf({ distancesMm, counts }: DistanceCounts, diceAfter: (moved: number) => number): DiceCurve {
  let moved = 0;
  const dice = counts.map((count) => {
    moved += count;
    return diceAfter(moved);
  });
  return { shiftsMm: [0, ...distancesMm], dice: [1, ...dice] };
}

/** The shift (mm) at which the curve meets a Dice; null when it never falls so low. */
export function shiftAt({ shiftsMm, dice }: DiceCurve, observed: number): number | null {
  const after = dice.findIndex((value) => value <= observed);
  if (after < 0) return null;
  if (after === 0) return 0;
  const share = (dice[after - 1] - observed) / (dice[after - 1] - dice[after]);
  return shiftsMm[after - 1] + share * (shiftsMm[after] - shiftsMm[after - 1]);
}

/** The Dice of the curve at a shift (mm); its last value beyond its end. */
export function diceAt({ shiftsMm, dice }: DiceCurve, shiftMm: number): number {
  const after = shiftsMm.findIndex((value) => value >= shiftMm);
  if (after < 0) return dice[dice.length - 1];
  if (after === 0) return dice[0];
  const share = (shiftMm - shiftsMm[after - 1]) / (shiftsMm[after] - shiftsMm[after - 1]);
  return dice[after - 1] + share * (dice[after] - dice[after - 1]);
}

/** The curve up to a shift (mm), thinned to at most `most` points; first and last stay. */
export function curveForChart(curve: DiceCurve, largestShiftMm: number, most = 200): DiceCurve {
  const beyond = curve.shiftsMm.findIndex((shift) => shift > largestShiftMm);
  const length = beyond < 0 ? curve.shiftsMm.length : beyond + 1;
  const points = Math.min(length, most);
  const chosen = Array.from({ length: points }, (_, point) =>
    points === length ? point : Math.round((point * (length - 1)) / (points - 1)),
  );
  return {
    shiftsMm: chosen.map((index) => curve.shiftsMm[index]),
    dice: chosen.map((index) => curve.dice[index]),
  };
}
