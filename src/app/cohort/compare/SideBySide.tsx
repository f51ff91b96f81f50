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
import { type NumbersColumn, NumbersTable } from '../../parts/NumbersTable';
import { Score } from '../../parts/Score';
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
      <NumbersTable
        label={t('compare.sideBySide')}
        rows={pairs.map((pair) => ({ pair, ...meansOf(pair) }))}
        keyOf={({ pair }) => pairKey(pair)}
        columns={[
          {
            key: 'pair',
            head: t('scores.pair'),
            cell: ({ pair }) => (
              <>
                <Swatch color={structureColor(scheme, pair.label)} /> {pair.region.name} → {pair.label.name}
              </>
            ),
          },
          meanColumn(first, firstReading, words, ({ firstMean }) => firstMean),
          meanColumn(second, secondReading, words, ({ secondMean }) => secondMean),
          {
            key: 'difference',
            head: t('compare.difference'),
            cell: ({ firstMean, secondMean }) => (isMixed ? '–' : formatSigned(firstMean - secondMean)),
          },
          { key: 'n', head: 'n', cell: ({ count }) => count },
        ]}
      />
    </section>
  );
}

interface PairMeans {
  pair: Pair;
  firstMean: number;
  secondMean: number;
  count: number;
}

function meanColumn(
  model: string,
  reading: Reading,
  words: (reading: Reading) => string,
  take: (means: PairMeans) => number,
): NumbersColumn<PairMeans> {
  return {
    key: `${model} ${reading}`,
    head: (
      <>
        {model} <span className="quiet">({words(reading)})</span>
      </>
    ),
    cell: (means) => (
      <>
        <Score value={take(means)} /> <small className="quiet">{means.pair[reading].name}</small>
      </>
    ),
  };
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
