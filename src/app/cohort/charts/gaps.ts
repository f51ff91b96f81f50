import { modelSeries } from '../../../charts/plot/modelSeries';
import { linearAxis } from '../../../charts/plot/plotScale';
import { pairsOf } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { pairIn } from '../../../domain/scoresIn';
import { formatSigned } from '../../../i18n/formatNumber';
import { signedTicks } from './chartAxes';
import { anyHue, boxPlace, spreadAt } from './chartItems';
import type { CohortChart } from './cohortChart';
import { itemChart } from './itemChart';

const caption = {
  en: 'Each point is one case; box: quartiles and median, whiskers: the whole range. Above zero the label scores lower than its region.',
  zh: '每点为一个病例；箱体为四分位数与中位数，须线为全部范围。零线以上表示标签得分低于区域。',
};

export const gaps: CohortChart = {
  kind: 'gaps',
  title: { en: 'Distribution of the gap', zh: '差距的分布' },
  of: 'allPairs',
  byAttribute: 'never',
  Chart: itemChart(({ rows, isCounted, models, scheme, structure, t }) => {
    const pairs = pairsOf(scheme);
    const spread = pairs.flatMap((pair, place) =>
      models.map((model, index) => {
        const values = rows
          .filter((row) => row.model === model)
          .map((row) => ({ row, value: pairIn(row.scores, pair)?.account.gap ?? Number.NaN }));
        return spreadAt(boxPlace(place, index, models.length), values, isCounted, formatSigned);
      }),
    );
    const items = spread.flatMap((part) => part.items);
    const axis = linearAxis(items.map(({ places: [[, gap]] }) => gap));
    return {
      x: {
        label: '',
        domain: [-0.5, pairs.length - 0.5],
        ticks: pairs.map((_, place) => place),
        format: (value) => pairs[value]?.label.name ?? '',
      },
      y: { label: t('scores.gap'), ...axis, format: signedTicks(axis.ticks) },
      items,
      boxes: spread.flatMap((part) => part.boxes),
      series: pairs.flatMap(({ label }) =>
        modelSeries(models, structureColor(scheme, label)).map((one) => ({
          ...one,
          name: `${label.name} ${one.name}`,
        })),
      ),
      legend: modelSeries(models, anyHue),
      hasZeroLine: true,
      opens: (place) => pairs[Math.floor(place / models.length)] ?? structure,
      caption: t(caption),
    };
  }),
};
