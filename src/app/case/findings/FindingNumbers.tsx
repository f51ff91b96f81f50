import { profileTitles } from '../../../derived/profileTitles';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { CaseScores } from '../../../domain/results';
import { scoresAt } from '../../../domain/scoreKinds';
import { formatMeasure } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { StructuresTable } from '../scores/StructuresTable';

const kinds = scoresAt('brief');

/** A few scores of every structure with what they depend on, behind one click. */
export function FindingNumbers({ scores, scheme }: { scores: CaseScores; scheme: LabelScheme }) {
  const { t } = useTranslate();
  const { convention, tauMm } = scores;
  const facts = { tau: formatMeasure(tauMm), profile: profileTitles[convention.profile] };
  return (
    <details className="finding-numbers">
      <summary>{t('findings.numbers')}</summary>
      <p className="quiet convention">{t('measures.surfacesOf', facts)}</p>
      <StructuresTable label={t('findings.numbers')} scores={scores} scheme={scheme} kinds={kinds} />
    </details>
  );
}
