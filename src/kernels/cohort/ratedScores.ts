import { absenceOf } from '../../domain/cohortRow';
import type { MaybeNumber } from '../../domain/contourShift';
import type { Structure } from '../../domain/labelScheme';
import type { RatedMetric } from '../../domain/rating';
import type { CaseScores, NoNumberReason } from '../../domain/results';
import { shiftOf } from '../caseFindings';
import { structureIn } from './scoresIn';

const notComputed: MaybeNumber = { value: null, reason: 'not-computed' };

/**
 * Dice and HD95 under the convention and the equivalent contour shift of one structure, each null with its reason
 * where it does not exist; a structure in no pair has no shift.
 */
export function ratedScores(
  scores: CaseScores | null,
  structure: Structure,
): Record<RatedMetric, MaybeNumber> {
  const found = structureIn(scores, structure);
  if (!scores || !found) return { dice: notComputed, hd95Mm: notComputed, shiftMm: notComputed };
  const { overlap, surface } = found;
  return {
    dice: maybe(overlap.dice, absenceOf(overlap)),
    hd95Mm: surface ? maybe(surface.hd95Mm, surface.reason) : notComputed,
    shiftMm: shiftOf(structure, scores.pairs),
  };
}

function maybe(value: number, reason: NoNumberReason | null): MaybeNumber {
  return Number.isFinite(value) ? { value, reason: null } : { value: null, reason: reason ?? 'not-computed' };
}
