import type { CohortColumn } from '../../domain/cohortColumn';
import { absenceOf, type CohortRow, isLeftOut } from '../../domain/cohortRow';
import type { MaybeNumber } from '../../domain/contourShift';
import type { Dimensions } from '../../domain/geometry';
import type { NoNumberReason, OverlapScores, PairScores, StructureScores } from '../../domain/results';
import { pairIn, structureIn } from './scoresIn';

/** A number of the table; where it does not exist it is NaN and `reason`, as far as there is one, says why. */
export interface NumberCell {
  value: number;
  reason: NoNumberReason | null;
}

const nothing: NumberCell = { value: Number.NaN, reason: null };
const notComputed: NumberCell = { value: Number.NaN, reason: 'not-computed' };
const leftOut: NumberCell = { value: Number.NaN, reason: 'left-out' };

/** The number of a row in a column; NaN without a reason for rows without scores and for columns of words. */
export function cellOf(row: CohortRow, column: CohortColumn): NumberCell {
  if (!row.scores) return nothing;
  if (column.structure) {
    const found = structureIn(row.scores, column.structure);
    return found ? ofStructure(found, column) : nothing;
  }
  if (column.pair) {
    const found = pairIn(row.scores, column.pair);
    return found ? ofPair(found, column) : nothing;
  }
  return nothing;
}

/** The number alone. */
export function numberIn(row: CohortRow, column: CohortColumn): number {
  return cellOf(row, column).value;
}

function ofStructure({ overlap, surface, lesions }: StructureScores, { quantity }: CohortColumn): NumberCell {
  if (isLeftOut(overlap)) return leftOut;
  switch (quantity) {
    case 'dice':
      return number(overlap.dice, absenceOf(overlap));
    case 'referenceMl':
      return size(overlap, overlap.referenceSize, 3);
    case 'predictionMl':
      return size(overlap, overlap.predictionSize, 3);
    case 'referenceCm2':
      return size(overlap, overlap.referenceSize, 2);
    case 'predictionCm2':
      return size(overlap, overlap.predictionSize, 2);
    case 'hd95Mm':
      return surface ? number(surface.hd95Mm, surface.reason) : notComputed;
    case 'nsd':
      return surface ? number(surface.nsd, surface.reason) : notComputed;
    case 'lesionDice':
      return lesions ? number(lesions.dice, null) : notComputed;
    case 'lesionsMissed':
      return lesions ? number(lesions.falseNegatives, null) : notComputed;
    case 'lesionsExtra':
      return lesions ? number(lesions.falsePositives, null) : notComputed;
    default:
      return nothing;
  }
}

function ofPair({ account, distances, region, label }: PairScores, { quantity }: CohortColumn): NumberCell {
  if (isLeftOut(region) || isLeftOut(label)) return leftOut;
  const empty = absenceOf(label) ?? absenceOf(region);
  switch (quantity) {
    case 'gap':
      return number(account.gap, empty);
    case 'volumeEffect':
      return number(account.volumeEffect, empty);
    case 'accumulatedError':
      return number(account.accumulatedError, empty);
    // Shown as it enters the gap, so that the three parts of a row add up to it.
    case 'relief':
      return number(account.relief === 0 ? 0 : -account.relief, empty);
    case 'regionShiftMm':
      return maybe(distances?.region.meanMm);
    case 'labelShiftMm':
      return maybe(distances?.label.meanMm);
    case 'shapePart':
      return maybe(distances?.shapePart);
    case 'accuracyPart':
      return maybe(distances?.accuracyPart);
    default:
      return nothing;
  }
}

function size(overlap: OverlapScores, value: number, dimensions: Dimensions): NumberCell {
  return overlap.dimensions === dimensions
    ? number(value, null)
    : { value: Number.NaN, reason: 'other-dimensions' };
}

function number(value: number, reason: NoNumberReason | null): NumberCell {
  return Number.isFinite(value) ? { value, reason: null } : { value: Number.NaN, reason };
}

function maybe(measured: MaybeNumber | undefined): NumberCell {
  if (!measured) return notComputed;
  return measured.value === null
    ? { value: Number.NaN, reason: measured.reason }
    : number(measured.value, null);
}
