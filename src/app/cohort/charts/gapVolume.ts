import type { CohortChart } from './cohortChart';
import { gapVolumePlot } from './gapVolumePlot';
import { itemChart } from './itemChart';

const caption = {
  en: 'Gap against the reference volume of the label. Above zero the label scores lower than its region.',
  zh: '差距与标签参考体积的关系。零线以上表示标签得分低于区域。',
};

export const gapVolume: CohortChart = {
  kind: 'gapVolume',
  title: { en: 'Gap against volume', zh: '差距与体积' },
  of: 'pair',
  byAttribute: 'canBe',
  Chart: itemChart(({ rows, pair, seriesOf, series, t }) => {
    if (!pair) return null;
    return {
      ...gapVolumePlot(rows, pair, seriesOf, t),
      series,
      opens: () => pair.label,
      caption: t(caption),
    };
  }),
};
