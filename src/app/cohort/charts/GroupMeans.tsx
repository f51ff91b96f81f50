import { useMemo } from 'react';
import { ledgerOf, unlikeCases } from '../../../derived/ledger';
import { ownValue } from '../../../domain/ownValue';
import { unlikeCasesText } from '../../../i18n/casesText';
import { formatScore } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { NumbersTable } from '../../parts/NumbersTable';
import { overlapOf } from './chartItems';
import { firstAttribute, groupsBy } from './chartSeries';
import type { ChartProps } from './cohortChart';

const noModels: string[] = [];

/** Mean Dice of the structure in each subgroup and model, of the rows shown. */
export function GroupMeans({ view, structure }: ChartProps) {
  const { t } = useTranslate();
  const models = useCohortStore((facts) => facts.cohort?.models ?? noModels);
  const colorBy = useCohortViewStore((facts) => facts.colorBy);
  const attribute = colorBy ?? firstAttribute(view.allColumns);
  const title = t('cohort.groupMeans', { attribute });
  const groups = useMemo(
    () =>
      groupsBy(view.counted, attribute).map((group) => ({
        group,
        columns: models.map((model) =>
          view.counted
            .filter((row) => row.model === model && (ownValue(row.attributes, attribute) ?? '') === group)
            .flatMap((row) => {
              const counts = overlapOf(row, structure);
              return counts ? [{ caseId: row.caseId, value: counts.dice, counts }] : [];
            }),
        ),
      })),
    [view.counted, attribute, models, structure],
  );
  const { profile } = view.convention;
  const unlike = groups.map(({ columns }) => unlikeCases(columns, profile)).find((cases) => cases !== null);
  return (
    <div className="group-means">
      <NumbersTable
        label={title}
        isNarrow
        rows={groups}
        keyOf={({ group }) => group}
        columns={[
          { key: 'group', head: title, cell: ({ group }) => group || t('cohort.noValue') },
          ...models.map((model, place) => ({
            key: model,
            head: model,
            cell: ({ columns }: (typeof groups)[number]) => {
              const { mean, used } = ledgerOf(columns[place], columns[place].length, profile);
              return (
                <>
                  {formatScore(mean)} <small className="quiet">n={used}</small>
                </>
              );
            },
          })),
        ]}
      />
      {unlike && <p className="quiet convention">{unlikeCasesText(unlike, t)}</p>}
    </div>
  );
}
