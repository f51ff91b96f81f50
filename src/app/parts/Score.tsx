import { Tooltip } from '@mantine/core';
import { absenceOf } from '../../domain/cohortRow';
import type { NoNumberReason } from '../../domain/noNumber';
import type { Counts } from '../../domain/results';
import { formatScore, formatSigned } from '../../i18n/formatNumber';
import { type MessageKey, useTranslate } from '../../i18n/translate';

interface ScoreProps {
  value: number;
  /** Gaps and their parts carry a sign. */
  isSigned?: boolean;
  /** Where the number comes from; shown on hover. */
  counts?: Counts;
  /** Why there is no number, where that is known. */
  reason?: NoNumberReason | null;
  format?: (value: number) => string;
}

/** A number, with three decimals unless said otherwise, or "–" with the reason why there is none. */
export function Score({ value, isSigned = false, counts, reason: known, format }: ScoreProps) {
  const { t } = useTranslate();
  const text = (format ?? (isSigned ? formatSigned : formatScore))(value);
  if (Number.isFinite(value)) return <span className="number">{text}</span>;
  const why = known ?? (counts && (absenceOf(counts) ?? 'prediction-empty'));
  const reason = t(why ? reasonKeys[why] : 'scores.reasonUndefined');
  return (
    <Tooltip label={reason}>
      <span className="number missing">
        {text}
        <span className="visually-hidden"> ({reason})</span>
      </span>
    </Tooltip>
  );
}

export const reasonKeys: Record<NoNumberReason, MessageKey> = {
  'both-empty': 'scores.reasonBothEmpty',
  'reference-empty': 'scores.reasonReferenceEmpty',
  'prediction-empty': 'scores.reasonPredictionEmpty',
  'never-reached': 'measures.reasonNeverReached',
  'no-background': 'scores.reasonUndefined',
  'not-computed': 'measures.reasonNotComputed',
  'left-out': 'scores.reasonLeftOut',
  'other-dimensions': 'measures.reasonOtherDimensions',
};
