import { ratingDistribution } from '../../derived/ratingDistribution';
import type { RatedLine } from '../../derived/useRatedLines';
import { type RatingStudy, ratingScales } from '../../domain/rating';
import { useTranslate } from '../../i18n/translate';
import { NumbersTable } from '../parts/NumbersTable';
import { stepWords } from './ratingWords';

type Distribution = ReturnType<typeof ratingDistribution>;

/** How each model was rated: how often each step, and the median. */
export function RatingsByModel({ lines, study }: { lines: readonly RatedLine[]; study: RatingStudy }) {
  const { t } = useTranslate();
  const words = stepWords(study.scale, t);
  const models = [...new Set(study.items.map(({ model }) => model))].sort();
  const givenTo = (model: string) =>
    lines.flatMap(({ item, rating }) =>
      item.model === model && rating && rating.step !== null ? [rating.step] : [],
    );
  return (
    <section className="panel" aria-label={t('rating.byModel')}>
      <h2>{t('rating.byModel')}</h2>
      <NumbersTable
        label={t('rating.byModel')}
        className="rating-models"
        isNarrow
        rows={models.map((model) => ({
          model,
          ...ratingDistribution(givenTo(model), ratingScales[study.scale]),
        }))}
        keyOf={({ model }) => model}
        columns={[
          { key: 'model', head: t('words.model'), cell: ({ model }) => model },
          { key: 'count', head: t('rating.ratings'), cell: ({ count }) => count },
          {
            key: 'median',
            head: t('rating.median'),
            cell: ({ count, median }) => (count > 0 ? median : '–'),
          },
          ...words.map((step, index) => ({
            key: step,
            head: (
              <>
                {index + 1}
                <span className="visually-hidden"> {step}</span>
              </>
            ),
            hint: step,
            className: 'bar',
            cell: ({ steps }: Distribution) => steps[index],
            style: ({ steps, count }: Distribution) => barOf(steps[index], count),
          })),
        ]}
      />
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
