import { linearAxis } from '../../../charts/plot/plotScale';
import { formatSigned } from '../../../i18n/formatNumber';
import { signedTicks } from './chartAxes';
import { bySize, overlapOf } from './chartItems';
import type { CohortChart } from './cohortChart';
import { itemChart } from './itemChart';

const yLabel = { en: '(Prediction − reference) / reference', zh: '（预测 − 参考）/ 参考' };
const caption = {
  en: 'Each point is one case. Above the line the prediction is larger than the reference, below it smaller; +1 is twice as large.',
  zh: '每点为一个病例。横线以上预测大于参考，以下小于参考；+1 即为参考的两倍。',
};

export const sizeDifference: CohortChart = {
  kind: 'sizeDifference',
  title: { en: 'Too large or too small', zh: '过大或过小' },
  of: 'structure',
  byAttribute: 'canBe',
  Chart: itemChart(({ rows, structure, seriesOf, series, t }) => {
    const { items, x } = bySize(
      rows,
      seriesOf,
      (row) => {
        const overlap = overlapOf(row, structure);
        return overlap && { overlap, value: overlap.relativeVolumeDifference };
      },
      formatSigned,
      t,
    );
    const y = linearAxis([0, ...items.map(({ places: [[, value]] }) => value)]);
    return {
      x,
      y: { label: t(yLabel), ...y, format: signedTicks(y.ticks) },
      hasZeroLine: true,
      items,
      series,
      opens: () => structure,
      caption: t(caption),
    };
  }),
};
