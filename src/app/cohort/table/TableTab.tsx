import { Button } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { changeCohortView } from '../../../actions/changeCohortView';
import { useCohortView } from '../../../derived/useCohortView';
import { useResults } from '../../../derived/useResults';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { UnknownLabelsNotice } from '../../parts/UnknownLabelsNotice';
import { useNextStep } from '../../parts/useNextStep';
import { ChartPanel } from '../charts/ChartPanel';
import { AttributesLine } from './AttributesLine';
import { CohortMeans } from './CohortMeans';
import { FilterBar } from './FilterBar';
import { ReconstructionSummary } from './ReconstructionSummary';
import { RowsTable } from './RowsTable';
import { SummaryCheck } from './SummaryCheck';

function UnknownLabelsOfCohort() {
  const scheme = useDeferredValue(useCohortStore((facts) => facts.scheme));
  const results = useDeferredValue(useResults());
  return scheme && <UnknownLabelsNotice results={results} scheme={scheme} />;
}

/** The cohort at one glance: means with their ledger, then the table beside one chart of the same rows. */
export function TableTab() {
  const { t } = useTranslate();
  const view = useCohortView();
  const isNext = useNextStep();
  const isChartShown = useCohortViewStore((facts) => facts.isChartShown);
  const isMeansShown = useCohortViewStore((facts) => facts.isMeansShown);
  // Neither depends on the view, so that a filter does not draw them again.
  const checks = useMemo(
    () => (
      <>
        <UnknownLabelsOfCohort />
        <SummaryCheck />
        <ReconstructionSummary />
      </>
    ),
    [],
  );
  if (!view) return <p className="quiet">{t('scores.noScores')}</p>;
  return (
    <div className="table-tab">
      {isMeansShown && <CohortMeans view={view} />}
      {checks}
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
        <RowsTable view={view} />
        {isChartShown && isNext && <ChartPanel view={view} />}
        {isChartShown && !isNext && <section className="panel chart-panel" />}
      </div>
    </div>
  );
}
