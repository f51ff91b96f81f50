import { Button } from '@mantine/core';
import { useMemo } from 'react';
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
  const { t } = useTranslate();
  const view = useCohortView();
  const scheme = useCohortStore((facts) => facts.scheme);
  const isChartShown = useCohortViewStore((facts) => facts.isChartShown);
  const isMeansShown = useCohortViewStore((facts) => facts.isMeansShown);
  const scores = useMemo(
    () => view.rows.filter((row) => !isExcluded(row)).flatMap((row) => row.scores ?? []),
    [view.rows],
  );
  if (!scheme) return <p className="quiet">{t('scores.noScores')}</p>;
  return (
    <div className="table-tab">
      {isMeansShown && <CohortMeans scores={scores} />}
      <SummaryCheck />
      <ReconstructionSummary />
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
        <RowsTable view={view} scheme={scheme} />
        {isChartShown && <ChartPanel view={view} scheme={scheme} />}
      </div>
    </div>
  );
}
