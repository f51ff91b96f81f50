import { Select } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { changeCohortView, clearFilter, openRow } from '../../../actions/changeCohortView';
import { drivingCases, sharedCases } from '../../../derived/pairedScores';
import { profileTitles } from '../../../derived/profileTitles';
import { type CohortView, useCohortView } from '../../../derived/useCohortView';
import { useComparison } from '../../../derived/useComparison';
import { answerKey } from '../../../domain/cohort';
import type { PairedScores } from '../../../domain/comparison';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { formatScore, formatSigned } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { NumbersTable } from '../../parts/NumbersTable';
import { StructureName } from '../../parts/StructureName';
import { FilterChips } from '../FilterChips';
import { PublishedPanel } from '../table/PublishedPanel';
import { ComparisonTable } from './ComparisonTable';
import { SideBySide } from './SideBySide';
import { TrainingPanel } from './TrainingPanel';

const mostDriving = 10;

/** Two models on the same cases, read the same way; what others published; what it says about training. */
export function CompareTab() {
  const { t } = useTranslate();
  const view = useCohortView();
  if (!view) return <p className="quiet">{t('scores.noScores')}</p>;
  const { scheme, counted, cohort } = view;
  return (
    <div className="compare-tab">
      {cohort.models.length < 2 ? (
        <>
          <div>
            <p className="quiet">{t('compare.needTwo')}</p>
            <div className="filter-bar">
              <FilterChips view={view} onClear={clearFilter} />
            </div>
          </div>
          <div className="compare-side">
            <TrainingPanel scheme={scheme} rows={counted} comparison={null} first="" second="" cases={0} />
            <PublishedPanel scheme={scheme} rows={counted} />
          </div>
        </>
      ) : (
        <Compared view={view} />
      )}
    </div>
  );
}

function Compared({ view }: { view: CohortView }) {
  const { scheme } = view;
  const { models } = view.cohort;
  const { t } = useTranslate();
  const firstModel = useDeferredValue(useCohortViewStore((facts) => facts.firstModel));
  const secondModel = useDeferredValue(useCohortViewStore((facts) => facts.secondModel));
  const first = models.find((model) => model === firstModel) ?? models[0];
  const second =
    models.find((model) => model === secondModel && model !== first) ??
    models.find((model) => model !== first) ??
    first;
  const comparison = useComparison(view.counted, scheme, first, second);
  const cases = useMemo(() => sharedCases(view.counted, first, second), [view.counted, first, second]);
  return (
    <>
      <div className="compare-main">
        <section className="panel">
          <div className="compare-head">
            <div>
              <h2>{t('compare.title')}</h2>
              <p className="quiet convention">
                {t(scheme.regions.length > 0 ? 'compare.hint' : 'compare.hintLabels')} · {t('app.convention')}{' '}
                {profileTitles[view.convention.profile]} · n = {cases.shared.length}
              </p>
            </div>
            <div className="compare-models">
              <ModelSelect which="firstModel" value={first} models={models} />
              <span className="quiet">−</span>
              <ModelSelect which="secondModel" value={second} models={models} />
            </div>
          </div>
          <div className="filter-bar">
            <FilterChips view={view} onClear={clearFilter} />
          </div>
          {cases.onlyFirst.length + cases.onlySecond.length > 0 && (
            <p className="problem" role="alert">
              {t(view.shownKeys ? 'compare.filteredCases' : 'compare.otherCases', {
                first,
                second,
                onlyFirst: cases.onlyFirst.length,
                onlySecond: cases.onlySecond.length,
                shared: cases.shared.length,
              })}
            </p>
          )}
          {cases.shared.length === 0 ? (
            <p className="quiet">{t('compare.noShared')}</p>
          ) : (
            <ComparisonTable comparison={comparison} scheme={scheme} first={first} second={second} />
          )}
        </section>
        {cases.shared.length > 0 && (
          <>
            <SideBySide rows={view.counted} scheme={scheme} first={first} second={second} />
            <DrivingCases
              paired={[...comparison.regions, ...comparison.labels]}
              scheme={scheme}
              first={first}
              second={second}
            />
          </>
        )}
      </div>
      <div className="compare-side">
        <TrainingPanel
          scheme={scheme}
          rows={view.counted}
          comparison={comparison}
          first={first}
          second={second}
          cases={cases.shared.length}
        />
        <PublishedPanel scheme={scheme} rows={view.counted} />
      </div>
    </>
  );
}

interface ModelSelectProps {
  which: 'firstModel' | 'secondModel';
  value: string;
  models: string[];
}

function ModelSelect({ which, value, models }: ModelSelectProps) {
  const { t } = useTranslate();
  return (
    <Select
      size="xs"
      w={160}
      aria-label={t(`compare.${which}`)}
      allowDeselect={false}
      data={models}
      value={value}
      onChange={(model) => changeCohortView({ [which]: model })}
    />
  );
}

interface DrivingCasesProps {
  paired: PairedScores[];
  scheme: LabelScheme;
  first: string;
  second: string;
}

function DrivingCases({ paired, scheme, first, second }: DrivingCasesProps) {
  const { t } = useTranslate();
  const driving = useMemo(() => drivingCases(paired, mostDriving), [paired]);
  return (
    <section className="panel">
      <h2>{t('compare.driving')}</h2>
      <p className="quiet convention">{t('compare.drivingHint')}</p>
      {driving.length === 0 ? (
        <p className="quiet">{t('compare.noDriving')}</p>
      ) : (
        <NumbersTable
          label={t('compare.driving')}
          rows={driving}
          keyOf={({ caseId }) => caseId}
          columns={[
            {
              key: 'case',
              head: t('words.case'),
              cell: ({ caseId, difference, structure }) => (
                <button
                  type="button"
                  className="plain case-link"
                  onClick={() =>
                    openRow(answerKey(caseId, difference < 0 ? first : second), structureKey(structure))
                  }
                >
                  {caseId}
                </button>
              ),
            },
            {
              key: 'structure',
              head: t('scores.structure'),
              isText: true,
              cell: ({ structure }) => <StructureName structure={structure} scheme={scheme} />,
            },
            { key: 'first', head: first, cell: (item) => formatScore(item.first) },
            { key: 'second', head: second, cell: (item) => formatScore(item.second) },
            {
              key: 'difference',
              head: t('compare.caseDifference'),
              cell: ({ difference }) => formatSigned(difference),
            },
          ]}
        />
      )}
    </section>
  );
}
