import { useMemo } from 'react';
import { rateCorrelations } from '../../actions/cohortStatistics';
import { useBeside } from '../../derived/useBeside';
import type { RatedLine } from '../../derived/useRatedLines';
import { ratedScores } from '../../domain/rating';
import { formatSigned } from '../../i18n/formatNumber';
import { scoreTitle } from '../../i18n/scoreWords';
import { useTranslate } from '../../i18n/translate';

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
  return (
    <section className="panel" aria-label={t('rating.agreement')}>
      <h2>{t('rating.agreement')}</h2>
      <table className="numbers" aria-label={t('rating.agreement')}>
        <thead>
          <tr>
            <th scope="col">{t('rating.score')}</th>
            <th scope="col">ρ</th>
            <th scope="col">{t('rating.interval')}</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {ratedScores.map((score, index) => {
            const found = correlations?.[index];
            const reason = t(found ? 'rating.noRho' : 'rating.working');
            return (
              <tr key={score.key}>
                <th scope="row">{scoreTitle(score, t)}</th>
                <td>
                  <Figure value={found?.rho} reason={reason} />
                </td>
                <td>
                  {found && Number.isFinite(found.interval.low) ? (
                    `${formatSigned(found.interval.low)} … ${formatSigned(found.interval.high)}`
                  ) : (
                    <Figure value={undefined} reason={reason} />
                  )}
                </td>
                <td>{found?.count ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
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
