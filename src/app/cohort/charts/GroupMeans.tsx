import { ownValue } from '../../../domain/ownValue';
import { formatScore } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { summarise } from '../../../kernels/statistics/summarise';
import { useCohortStore } from '../../../stores/cohortStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
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
  return (
    <div className="group-means">
      <table className="numbers" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {models.map((model) => (
              <th key={model} scope="col">
                {model}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groupsBy(view.counted, attribute).map((group) => (
            <tr key={group}>
              <th scope="row">{group || t('cohort.noValue')}</th>
              {models.map((model) => {
                const { mean, count } = summarise(
                  view.counted
                    .filter(
                      (row) => row.model === model && (ownValue(row.attributes, attribute) ?? '') === group,
                    )
                    .map((row) => overlapOf(row, structure)?.dice ?? Number.NaN),
                );
                return (
                  <td key={model}>
                    {formatScore(mean)} <small className="quiet">n={count}</small>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
