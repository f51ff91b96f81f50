import { Alert } from '@mantine/core';
import type { GeometryWarning } from '../domain/results';
import { formatMeasure } from '../i18n/formatNumber';
import { type Translate, useTranslate } from '../i18n/translate';

/** What a reader must know about the files before the numbers. */
export function CaseWarnings({ warnings }: { warnings: GeometryWarning[] }) {
  const { t } = useTranslate();
  if (warnings.length === 0) return null;
  return (
    <Alert variant="light" color="yellow" p="xs">
      {warnings.map((warning) => (
        <p key={`${warning.kind} ${warning.file}`}>{warningText(t, warning)}</p>
      ))}
    </Alert>
  );
}

function warningText(t: Translate, warning: GeometryWarning): string {
  const { file, otherFile } = warning;
  switch (warning.kind) {
    case 'headers-apart':
      return t('scores.headersApart', { file, otherFile, distance: formatMeasure(warning.distanceMm) });
    case 'reoriented':
      return t('scores.reoriented', { file, otherFile });
    case 'spacing-differs':
      return t('scores.spacingDiffers', { file, otherFile });
  }
}
