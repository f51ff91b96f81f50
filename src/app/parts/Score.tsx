import { Tooltip } from '@mantine/core';
import type { ScoreNumber } from '../../domain/scoreKinds';
import { formatScore, formatSigned } from '../../i18n/formatNumber';
import { noNumberText } from '../../i18n/noNumberText';
import { useTranslate } from '../../i18n/translate';

interface ScoreProps {
  value: number;
  /** Why there is no number, where that is known. */
  reason?: ScoreNumber['reason'];
  /** Gaps and their parts carry a sign. */
  isSigned?: boolean;
  format?: (value: number) => string;
}

/** A number, with three decimals unless said otherwise, or "–" with the reason why there is none. */
export function Score({
  value,
  reason = null,
  isSigned,
  format = isSigned ? formatSigned : formatScore,
}: ScoreProps) {
  const { t } = useTranslate();
  const text = format(value);
  if (Number.isFinite(value)) return <span className="number">{text}</span>;
  const why = noNumberText(reason, t);
  return (
    <Tooltip label={why}>
      <span className="number missing">
        {text}
        <span className="visually-hidden"> ({why})</span>
      </span>
    </Tooltip>
  );
}
