import { ratingDistribution } from '../../derived/ratingDistribution';
import type { RatedLine } from '../../derived/useRatedLines';
import { type RatingStudy, ratingScales } from '../../domain/rating';
import { useTranslate } from '../../i18n/translate';
import { stepWords } from './ratingWords';

/** How each model was rated: how often each step, and the median. */
export function RatingsByModel({ lines, study }: { lines: readonly RatedLine[]; study: RatingStudy }) {
  const { t } = useTranslate();
  const words = stepWords(study.scale, t);
  const models = [...new Set(study.items.map(({ model }) => model))].sort();
  return (
    <section className="panel" aria-label={t('rating.byModel')}>
      <h2>{t('rating.byModel')}</h2>
      <table className="numbers rating-models" aria-label={t('rating.byModel')}>
        <thead>
          <tr>
            <th scope="col">{t('words.model')}</th>
            <th scope="col">{t('rating.ratings')}</th>
            <th scope="col">{t('rating.median')}</th>
            {words.map((step, index) => (
              <th key={step} scope="col" title={step}>
                {index + 1}
                <span className="visually-hidden"> {step}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => {
            const given = lines.flatMap(({ item, rating }) =>
              item.model === model && rating && rating.step !== null ? [rating.step] : [],
            );
            const { count, median, steps } = ratingDistribution(given, ratingScales[study.scale]);
            return (
              <tr key={model}>
                <th scope="row">{model}</th>
                <td>{count}</td>
                <td>{count > 0 ? median : '–'}</td>
                {steps.map((times, index) => (
                  <td key={words[index]} className="bar" style={barOf(times, count)}>
                    {times}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet convention rating-note" aria-hidden="true">
        {words.map((step, index) => `${index + 1} ${step}`).join(' · ')}
      </p>
    </section>
  );
}

/** The share of a step behind its number; grey, since no step is a structure. */
function barOf(times: number, count: number): React.CSSProperties {
  const share = count > 0 ? (100 * times) / count : 0;
  return { '--from': '0%', '--to': `${share.toFixed(1)}%`, '--hue': 'var(--quiet)' } as React.CSSProperties;
}
