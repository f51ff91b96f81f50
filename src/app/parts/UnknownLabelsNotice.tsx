import { useMemo } from 'react';
import type { LabelScheme } from '../../domain/labelScheme';
import type { AnswerResult } from '../../domain/results';
import { unknownLabels } from '../../domain/unknownLabels';
import { useTranslate } from '../../i18n/translate';
import { unknownLabelText } from '../../i18n/unknownLabelText';

/** Values of the maps that no number beside this notice knows of. */
export function UnknownLabelsNotice({
  results,
  scheme,
}: {
  results: readonly AnswerResult[];
  scheme: LabelScheme;
}) {
  const { t } = useTranslate();
  const unknown = useMemo(() => unknownLabels(results, scheme), [results, scheme]);
  if (unknown.length === 0) return null;
  return (
    <div className="case-warnings" role="status">
      {unknown.map((label) => (
        <p key={label.value}>{unknownLabelText(t, label, scheme)}</p>
      ))}
    </div>
  );
}
