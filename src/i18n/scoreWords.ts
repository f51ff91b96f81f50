import type { ScoreForm, ScoreKey, StructureScoreKey } from '../domain/scoreKinds';
import { formatCount, formatMeasure, formatScore, formatSigned } from './formatNumber';
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

/** What a score of a structure says. */
export function scoreHint({ key }: { key: StructureScoreKey }, t: Translate): string {
  return t(`scoreKinds.${key}Hint`);
}

/** A number with its unit; "–" where it does not exist. */
export function scoreText({ form, unit }: { form: ScoreForm; unit: string }, value: number): string {
  const text = formatsOf[form](value);
  return unit && Number.isFinite(value) ? `${text} ${unit}` : text;
}
