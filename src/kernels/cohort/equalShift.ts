const steps = 60;

/**
 * Mean Dice between a ball of this volume (mL) and itself grown and shrunk by a shift (mm): what the same
 * accuracy of the contour scores at each size. A ball shrunk to nothing scores 0; NaN without a volume.
 */
export function ballDiceAtShift(volumeMl: number, shiftMm: number): number {
  if (!(volumeMl > 0)) return Number.NaN;
  const radius = Math.cbrt((3 * volumeMl * 1000) / (4 * Math.PI));
  const whole = radius ** 3;
  const grown = (radius + shiftMm) ** 3;
  const shrunk = Math.max(0, radius - shiftMm) ** 3;
  return whole / (whole + grown) + shrunk / (whole + shrunk);
}

/** The shift (mm) at which a ball of this volume (mL) has that mean Dice; NaN where Dice is 0 or no number. */
export function ballShiftOfDice(volumeMl: number, dice: number): number {
  if (!(volumeMl > 0) || !(dice > 0) || dice > 1) return Number.NaN;
  let low = 0;
  let high = 1;
  while (ballDiceAtShift(volumeMl, high) > dice) high *= 2;
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    if (ballDiceAtShift(volumeMl, middle) > dice) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
