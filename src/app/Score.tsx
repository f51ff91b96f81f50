import { Tooltip } from '@mantine/core';
import { formatScore, formatSigned } from '../i18n/formatNumber';
import { useTranslate } from '../i18n/translate';

interface ScoreProps {
  value: number;
  /** Gaps and their parts carry a sign. */
  isSigned?: boolean;
  /** Where the number comes from; shown on hover. */
  counts?: { tp: number; fp: number; fn: number };
}

/** A number with three decimals, or "–" with the reason why there is none. */
export function Score({ value, isSigned = false, counts }: ScoreProps) {
  const { t } = useTranslate();
  const text = isSigned ? formatSigned(value) : formatScore(value);
  if (Number.isFinite(value)) return <span className="number">{text}</span>;
  const reason = t(reasonKey(counts));
  return (
    <Tooltip label={reason}>
      <span className="number missing">
        {text}
        <span className="visually-hidden"> ({reason})</span>
      </span>
    </Tooltip>
  );
}

function reasonKey(counts: ScoreProps['counts']) {
  if (!counts) return 'scores.reasonUndefined';
  if (counts.tp + counts.fp + counts.fn === 0) return 'scores.reasonBothEmpty';
  return counts.tp + counts.fn === 0 ? 'scores.reasonReferenceEmpty' : 'scores.reasonPredictionEmpty';
}
