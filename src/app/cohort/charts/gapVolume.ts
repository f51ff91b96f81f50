import type { CohortChart } from './cohortChart';
import { gapVolumePlot } from './gapVolumePlot';
import { itemChart } from './itemChart';

const caption = {
  en: 'Gap against the size of the label in the reference. Above zero the label scores lower than its region.',
  zh: '差距与标签参考大小的关系。零线以上表示标签得分低于区域。',
};

export const gapVolume: CohortChart = {
  kind: 'gapVolume',
  title: { en: 'Gap against size', zh: '差距与大小' },
  of: 'pair',
  byAttribute: 'canBe',
  Chart: itemChart(({ rows, pair, seriesOf, series, t }) => {
    if (!pair) return null;
    return {
      ...gapVolumePlot(rows, pair, seriesOf, t),
      series,
      opens: () => pair,
      caption: t(caption),
    };
  }),
};
