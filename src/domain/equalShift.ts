import type { Dimensions } from './geometry';

/** Halving alone would be as exact after so many; four or five of Newton's are enough but at the ends. */
const steps = 60;

/**
 * Mean Dice between a ball of this size (mL) and itself grown and shrunk by a shift (mm): what the same accuracy
 * of the contour scores at each size. In two dimensions it is a disc, its size in cm². A ball shrunk to nothing
 * scores 0; NaN without a size.
 */
export function ballDiceAtShift(size: number, shiftMm: number, dimensions: Dimensions): number {
  return size > 0 ? unitDiceAtShift(shiftMm / ballRadiusMm(size, dimensions), dimensions) : Number.NaN;
}

/** The radius (mm) of a ball of so many mL; of a disc of so many cm². */
export function ballRadiusMm(size: number, dimensions: Dimensions): number {
  return dimensions === 2 ? Math.sqrt((size * 100) / Math.PI) : Math.cbrt((3 * size * 1000) / (4 * Math.PI));
}

/** As products, since powers take ten times as long. */
function power(edge: number, dimensions: Dimensions): number {
  return dimensions === 2 ? edge * edge : edge * edge * edge;
}

/** Of a ball of radius 1: shift and radius enter only by their ratio. */
function unitDiceAtShift(shift: number, dimensions: Dimensions): number {
  const grown = power(1 + shift, dimensions);
  const shrunk = power(Math.max(0, 1 - shift), dimensions);
  return 1 / (1 + grown) + shrunk / (1 + shrunk);
}

/** The shift (mm) at which a ball of this size has that mean Dice; NaN where Dice is 0 or no number. */
export function ballShiftOfDice(size: number, dice: number, dimensions: Dimensions): number {
  if (!(size > 0) || !(dice > 0) || dice > 1) return Number.NaN;
  return ballRadiusMm(size, dimensions) * unitShiftOfDice(dice, dimensions);
}

/** Newton's steps, each of which stays between what is too little and what is too much. */
function unitShiftOfDice(dice: number, dimensions: Dimensions): number {
  let low = 0;
  let high = 1;
  while (unitDiceAtShift(high, dimensions) > dice) high *= 2;
  let shift = 0;
  for (let step = 0; step < steps; step++) {
    const excess = unitDiceAtShift(shift, dimensions) - dice;
    if (excess > 0) low = shift;
    else high = shift;
    const aimed = shift - excess / unitDiceSlope(shift, dimensions);
    const next = aimed >= low && aimed <= high ? aimed : (low + high) / 2;
    if (next === shift) break;
    shift = next;
  }
  return shift;
}

/** How unitDiceAtShift changes with the shift; below 0. */
function unitDiceSlope(shift: number, dimensions: Dimensions): number {
  const outer = 1 + shift;
  const inner = Math.max(0, 1 - shift);
  const grown = power(outer, dimensions);
  const shrunk = power(inner, dimensions);
  return (
    -dimensions * (grown / outer / (1 + grown) ** 2 + (inner > 0 ? shrunk / inner / (1 + shrunk) ** 2 : 0))
  );
}
