import { Tooltip } from '@mantine/core';
import type { NoNumberReason } from '../domain/results';
import { formatScore, formatSigned } from '../i18n/formatNumber';
import { type MessageKey, useTranslate } from '../i18n/translate';

interface ScoreProps {
  value: number;
  /** Gaps and their parts carry a sign. */
  isSigned?: boolean;
  /** Where the number comes from; shown on hover. */
  counts?: { tp: number; fp: number; fn: number };
  /** Why there is no number, where that is known. */
  reason?: NoNumberReason | null;
  format?: (value: number) => string;
}

/** A number, with three decimals unless said otherwise, or "–" with the reason why there is none. */
export function Score({ value, isSigned = false, counts, reason: known, format }: ScoreProps) {
  const { t } = useTranslate();
  const text = (format ?? (isSigned ? formatSigned : formatScore))(value);
  if (Number.isFinite(value)) return <span className="number">{text}</span>;
  const reason = t(known ? reasonKeys[known] : reasonKey(counts));
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
  'other-dimensions': 'measures.reasonOtherDimensions',
};

function reasonKey(counts: ScoreProps['counts']) {
  if (!counts) return 'scores.reasonUndefined';
  if (counts.tp + counts.fp + counts.fn === 0) return 'scores.reasonBothEmpty';
  return counts.tp + counts.fn === 0 ? 'scores.reasonReferenceEmpty' : 'scores.reasonPredictionEmpty';
}
