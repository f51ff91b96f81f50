import { Button } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { changeCohortView } from '../../actions/changeCohortView';
import { isExcluded } from '../../domain/cohortRow';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useCohortViewStore } from '../../stores/cohortViewStore';
import { ReconstructionSummary } from '../reconstruction/ReconstructionSummary';
import { AttributesLine } from './AttributesLine';
import { ChartPanel } from './ChartPanel';
import { CohortMeans } from './CohortMeans';
import { FilterBar } from './FilterBar';
import { RowsTable } from './RowsTable';
import { SummaryCheck } from './SummaryCheck';
import { useCohortView } from './useCohortRows';

/** The cohort at one glance: means with their ledger, then the table beside one chart of the same rows. */
export function TableTab() {
  const { t, language } = useTranslate();
  const view = useCohortView();
  // Typing into the filter goes before drawing what it leaves.
  const drawn = useDeferredValue(view);
  const scheme = useCohortStore((facts) => facts.scheme);
  const isChartShown = useCohortViewStore((facts) => facts.isChartShown);
  const isMeansShown = useCohortViewStore((facts) => facts.isMeansShown);
  const scores = useMemo(
    () => view.rows.filter((row) => !isExcluded(row)).flatMap((row) => row.scores ?? []),
    [view.rows],
  );
  // None of these depends on the filter, so that it does not draw them again.
  const summary = useMemo(
    () => (
      <>
        {isMeansShown && <CohortMeans scores={scores} />}
        <SummaryCheck />
        <ReconstructionSummary />
      </>
    ),
    [isMeansShown, scores],
  );
  if (!scheme) return <p className="quiet">{t('scores.noScores')}</p>;
  return (
    <div className="table-tab">
      {summary}
      <div className="table-bar">
        <FilterBar view={view} />
        <div className="table-bar-end">
          <AttributesLine />
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => changeCohortView({ isMeansShown: !isMeansShown })}
          >
            {t(isMeansShown ? 'cohort.hideMeans' : 'cohort.showMeans')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => changeCohortView({ isChartShown: !isChartShown })}
          >
            {t(isChartShown ? 'cohort.hideChart' : 'cohort.showChart')}
          </Button>
        </div>
      </div>
      <div className="table-and-chart">
        <RowsTable key={language} view={drawn} scheme={scheme} />
        {isChartShown && <ChartPanel key={`chart ${language}`} view={drawn} scheme={scheme} />}
      </div>
    </div>
  );
}
