const steps = 60;

/**
 * Mean Dice between a ball of this volume (mL) and itself grown and shrunk by a shift (mm): what the same
 * accuracy of the contour scores at each size. A ball shrunk to nothing scores 0; NaN without a volume.
 */
export function ballDiceAtShift(volumeMl: number, shiftMm: number): number {
  return volumeMl > 0 ? unitDiceAtShift(shiftMm / radiusMm(volumeMl)) : Number.NaN;
}

function radiusMm(volumeMl: number): number {
  return Math.cbrt((3 * volumeMl * 1000) / (4 * Math.PI));
}

/** Of a ball of radius 1: shift and radius enter only by their ratio. */
function unitDiceAtShift(shift: number): number {
  const outer = 1 + shift;
  const inner = Math.max(0, 1 - shift);
  const grown = outer * outer * outer;
  const shrunk = inner * inner * inner;
  return 1 / (1 + grown) + shrunk / (1 + shrunk);
}

/** The shift (mm) at which a ball of this volume (mL) has that mean Dice; NaN where Dice is 0 or no number. */
export function ballShiftOfDice(volumeMl: number, dice: number): number {
  if (!(volumeMl > 0) || !(dice > 0) || dice > 1) return Number.NaN;
  let low = 0;
  let high = 1;
  while (unitDiceAtShift(high) > dice) high *= 2;
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    if (unitDiceAtShift(middle) > dice) low = middle;
    else high = middle;
  }
  return radiusMm(volumeMl) * ((low + high) / 2);
}
