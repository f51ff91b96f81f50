import { modelSeries } from '../../../charts/plot/modelSeries';
import { ownValue } from '../../../domain/ownValue';
import { formatScore } from '../../../i18n/formatNumber';
import { diceAxis } from './chartAxes';
import { anyHue, boxPlace, overlapOf, spreadAt } from './chartItems';
import { chartSeries, firstAttribute, groupsBy } from './chartSeries';
import type { CohortChart } from './cohortChart';
import { GroupMeans } from './GroupMeans';
import { itemChart } from './itemChart';

const caption = {
  en: 'Dice by subgroup and model; box: quartiles and median, whiskers: the whole range.',
  zh: '各亚组、各模型的 Dice；箱体为四分位数与中位数，须线为全部范围。',
};

export const groups: CohortChart = {
  kind: 'groups',
  title: { en: 'By subgroup', zh: '按亚组' },
  of: 'structure',
  byAttribute: 'always',
  Chart: itemChart(({ rows, view, isCounted, models, hue, structure, colorBy, t }) => {
    const attribute = colorBy ?? firstAttribute(view.allColumns);
    const values = groupsBy(rows, attribute);
    const colored = chartSeries(rows, models, hue, attribute, t('cohort.noValue')).series;
    const marked = modelSeries(models, anyHue);
    const spread = values.flatMap((group, place) =>
      models.map((model, index) => {
        const dice = rows
          .filter((row) => row.model === model && (ownValue(row.attributes, attribute) ?? '') === group)
          .map((row) => ({ row, value: overlapOf(row, structure)?.dice ?? Number.NaN }));
        return spreadAt(boxPlace(place, index, models.length), dice, isCounted, formatScore);
      }),
    );
    return {
      x: {
        label: attribute,
        domain: [-0.5, Math.max(1, values.length) - 0.5],
        ticks: values.map((_, place) => place),
        format: (value) => colored[value]?.name ?? '',
      },
      y: diceAxis(t),
      items: spread.flatMap(({ items }) => items),
      boxes: spread.flatMap(({ boxes }) => boxes),
      series: colored.flatMap(({ name, color }) =>
        marked.map(({ name: model, mark }) => ({ name: `${name} ${model}`, color, mark })),
      ),
      legend: models.length > 1 ? marked : [],
      opens: () => structure,
      caption: t(caption),
    };
  }, GroupMeans),
};
