import type { Dimensions } from '../domain/geometry';
import type { ScoreForm, ScoreKey, StructureScore } from '../domain/scoreKinds';
import { formatCount, formatMeasure, formatScore, formatSigned } from './formatNumber';
import { joinSentences } from './joinSentences';
import { shapeOf } from './sizeWords';
import type { Translate } from './translate';

/** A number in the form of its score, without its unit. */
export const formatsOf: Record<ScoreForm, (value: number) => string> = {
  score: formatScore,
  signed: formatSigned,
  measure: formatMeasure,
  count: formatCount,
};

/** The name of a score with its unit, for the head of a column. */
export function scoreTitle({ key, unit }: { key: ScoreKey | 'shiftMm'; unit: string }, t: Translate): string {
  return [t(`scoreKinds.${key}`), unit].filter(Boolean).join(' ');
}

/** What a score of a structure says, and which way is better. */
export function scoreHint({ key, better }: StructureScore, dimensions: Dimensions, t: Translate): string {
  const hint = t(`scoreKinds.${key}Hint`, shapeOf(dimensions));
  return better ? joinSentences([hint, t(`measures.${better}`)]) : hint;
}

/** A number with its unit; "–" where it does not exist. */
export function scoreText({ form, unit }: { form: ScoreForm; unit: string }, value: number): string {
  const text = formatsOf[form](value);
  return unit && Number.isFinite(value) ? `${text} ${unit}` : text;
}
