import { SegmentedControl } from '@mantine/core';
import { changeCohortView } from '../../../actions/changeCohortView';
import { pairedScores } from '../../../derived/pairedScores';
import type { CohortRow } from '../../../domain/cohortRow';
import { type LabelScheme, type Pair, pairKey, pairsOf } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { summarise } from '../../../domain/summarise';
import { formatSigned } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { type Reading, useCohortViewStore } from '../../../stores/cohortViewStore';
import { Score } from '../../parts/Score';
import { ScrollX } from '../../parts/ScrollX';
import { Swatch } from '../../parts/Swatch';

interface SideBySideProps {
  rows: readonly CohortRow[];
  scheme: LabelScheme;
  first: string;
  second: string;
}

/** Means in whatever readings a person wants to see them; where these differ, a warning and no difference. */
export function SideBySide({ rows, scheme, first, second }: SideBySideProps) {
  const { t } = useTranslate();
  const { firstReading, secondReading } = useCohortViewStore();
  const pairs = pairsOf(scheme);
  if (pairs.length === 0) return null;
  const isMixed = firstReading !== secondReading;
  const words = (reading: Reading) => t(reading === 'region' ? 'compare.regions' : 'compare.labels');
  // Means of the same cases on both sides: those in which both models have a number.
  const meansOf = (pair: Pair) => {
    const [ofFirst] = pairedScores(rows, [pair[firstReading]], first, second);
    const [ofSecond] = pairedScores(rows, [pair[secondReading]], first, second);
    const isBoth = ofFirst.first.map((score, index) => !Number.isNaN(score + ofSecond.second[index]));
    const meanOf = (scores: number[]) => summarise(scores.filter((_, index) => isBoth[index])).mean;
    return {
      firstMean: meanOf(ofFirst.first),
      secondMean: meanOf(ofSecond.second),
      count: isBoth.filter(Boolean).length,
    };
  };
  return (
    <section className="panel">
      <h2>{t('compare.sideBySide')}</h2>
      <div className="compare-readings">
        <ReadingChoice which="firstReading" model={first} value={firstReading} />
        <ReadingChoice which="secondReading" model={second} value={secondReading} />
      </div>
      {isMixed && (
        <p className="problem" role="alert">
          {t('compare.mixedKinds', {
            first,
            second,
            firstReading: words(firstReading),
            secondReading: words(secondReading),
          })}
        </p>
      )}
      <ScrollX>
        <table className="numbers" aria-label={t('compare.sideBySide')}>
          <thead>
            <tr>
              <th scope="col">{t('scores.pair')}</th>
              <th scope="col">
                {first} <span className="quiet">({words(firstReading)})</span>
              </th>
              <th scope="col">
                {second} <span className="quiet">({words(secondReading)})</span>
              </th>
              <th scope="col">{t('compare.difference')}</th>
              <th scope="col">n</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => {
              const { firstMean, secondMean, count } = meansOf(pair);
              return (
                <tr key={pairKey(pair)}>
                  <th scope="row">
                    <Swatch color={structureColor(scheme, pair.label)} /> {pair.region.name} →{' '}
                    {pair.label.name}
                  </th>
                  <td>
                    <Score value={firstMean} /> <small className="quiet">{pair[firstReading].name}</small>
                  </td>
                  <td>
                    <Score value={secondMean} /> <small className="quiet">{pair[secondReading].name}</small>
                  </td>
                  <td>{isMixed ? '–' : formatSigned(firstMean - secondMean)}</td>
                  <td>{count}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}

interface ReadingChoiceProps {
  which: 'firstReading' | 'secondReading';
  model: string;
  value: Reading;
}

function ReadingChoice({ which, model, value }: ReadingChoiceProps) {
  const { t } = useTranslate();
  const label = t('compare.readAs', { model });
  return (
    <div className="reading-choice">
      <span>{label}</span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={[
          { value: 'region', label: t('compare.regions') },
          { value: 'label', label: t('compare.labels') },
        ]}
        value={value}
        onChange={(reading) => changeCohortView({ [which]: reading as Reading })}
      />
    </div>
  );
}
