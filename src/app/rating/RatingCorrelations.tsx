import { useMemo } from 'react';
import { rateCorrelations } from '../../actions/cohortStatistics';
import { useBeside } from '../../derived/useBeside';
import type { RatedLine } from '../../derived/useRatedLines';
import { ratedScores } from '../../domain/rating';
import { formatSigned } from '../../i18n/formatNumber';
import { scoreTitle } from '../../i18n/scoreWords';
import { useTranslate } from '../../i18n/translate';
import { NumbersTable } from '../parts/NumbersTable';

/** Whether scores order the predictions as the rater did. */
export function RatingCorrelations({ lines }: { lines: readonly RatedLine[] }) {
  const { t } = useTranslate();
  const rated = useMemo(() => {
    const known = lines.flatMap(({ item, rating, scores }) =>
      rating && rating.step !== null ? [{ item, step: rating.step, scores }] : [],
    );
    return {
      ratings: known.map(({ step }) => step),
      cases: known.map(({ item }) => item.caseId),
      columns: ratedScores.map((_, index) => known.map(({ scores }) => scores[index].value)),
    };
  }, [lines]);
  const { now: correlations } = useBeside(rated, rateCorrelations);
  const reasonOf = (found: object | undefined) => t(found ? 'rating.noRho' : 'rating.working');
  return (
    <section className="panel" aria-label={t('rating.agreement')}>
      <h2>{t('rating.agreement')}</h2>
      <NumbersTable
        label={t('rating.agreement')}
        isNarrow
        rows={ratedScores.map((score, index) => ({ score, found: correlations?.[index] }))}
        keyOf={({ score }) => score.key}
        columns={[
          { key: 'score', head: t('rating.score'), cell: ({ score }) => scoreTitle(score, t) },
          {
            key: 'rho',
            head: 'ρ',
            cell: ({ found }) => <Figure value={found?.rho} reason={reasonOf(found)} />,
          },
          {
            key: 'interval',
            head: t('rating.interval'),
            cell: ({ found }) =>
              found && Number.isFinite(found.interval.low) ? (
                `${formatSigned(found.interval.low)} … ${formatSigned(found.interval.high)}`
              ) : (
                <Figure value={undefined} reason={reasonOf(found)} />
              ),
          },
          { key: 'n', head: 'n', cell: ({ found }) => found?.count },
        ]}
      />
      <p className="quiet convention rating-note">{t('rating.agreementHint')}</p>
    </section>
  );
}

function Figure({ value, reason }: { value: number | undefined; reason: string }) {
  if (value !== undefined && Number.isFinite(value)) return formatSigned(value);
  return (
    <span className="number missing" title={reason}>
      –<span className="visually-hidden"> ({reason})</span>
    </span>
  );
}
