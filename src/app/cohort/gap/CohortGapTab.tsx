import { Select } from '@mantine/core';
import { useDeferredValue } from 'react';
import { changeCohortView, clearFilter } from '../../../actions/changeCohortView';
import { useCohortView } from '../../../derived/useCohortView';
import { pairKey, pairsOf, usualPair } from '../../../domain/labelScheme';
import { useTranslate } from '../../../i18n/translate';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { CauseExplanations } from '../../parts/CauseExplanations';
import { useNextStep } from '../../parts/useNextStep';
import { FilterChips } from '../FilterChips';
import { DominantCases } from './DominantCases';
import { GapAgainstVolume } from './GapAgainstVolume';
import { MeanAccounts } from './MeanAccounts';
import { ShiftAgainstShift } from './ShiftAgainstShift';

/** The gap over the cohort: what it is made of on average, and what goes with it from case to case. */
export function CohortGapTab() {
  const { t } = useTranslate();
  const view = useCohortView();
  const chosen = useCohortViewStore((facts) => facts.pair);
  const pairs = view ? pairsOf(view.scheme) : [];
  const usual = usualPair(pairs);
  const pair = pairs.find((item) => pairKey(item) === chosen) ?? usual;
  const drawn = useDeferredValue(pair);
  const isNext = useNextStep();
  if (!view?.rows.some(({ scores }) => scores !== null))
    return <p className="quiet">{t('scores.noScores')}</p>;
  if (!pair || !drawn) return <p className="quiet">{t('scores.noRegions')}</p>;
  return (
    <div className="cohort-gap">
      <div className="filter-bar">
        <FilterChips view={view} onClear={clearFilter} />
      </div>
      <MeanAccounts view={view} />
      <section className="panel">
        <Select
          size="xs"
          w={280}
          aria-label={t('scores.pair')}
          allowDeselect={false}
          value={pairKey(pair)}
          onChange={(key) => changeCohortView({ pair: key })}
          data={pairs.map((item) => ({
            value: pairKey(item),
            label: `${item.region.name} → ${item.label.name}`,
          }))}
        />
        <div className="chart-row">
          {isNext ? <GapAgainstVolume view={view} pair={drawn} /> : <div className="gap-plot" />}
          {isNext && <ShiftAgainstShift view={view} pair={drawn} />}
        </div>
        <DominantCases view={view} pair={drawn} />
      </section>
      <section className="panel">
        <h2>{t('gap.threeNames')}</h2>
        <CauseExplanations />
      </section>
    </div>
  );
}
