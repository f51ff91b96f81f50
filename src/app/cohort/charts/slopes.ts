import { diceAxis } from './chartAxes';
import { slopeItems } from './chartItems';
import type { CohortChart } from './cohortChart';
import { itemChart } from './itemChart';

const caption = {
  en: 'Each line is one case: Dice of the region on the left, of the label that it paints on the right.',
  zh: '每条线为一个病例：左端为区域 Dice，右端为其所绘标签的 Dice。',
};

export const slopes: CohortChart = {
  kind: 'slopes',
  title: { en: 'Region against label', zh: '区域与标签' },
  of: 'pair',
  byAttribute: 'canBe',
  Chart: itemChart(({ rows, pair, seriesOf, series, t }) => {
    if (!pair) return null;
    const ends = [pair.region.name, pair.label.name];
    return {
      x: { label: '', domain: [-0.25, 1.25], ticks: [0, 1], format: (value) => ends[value] ?? '' },
      y: diceAxis(t),
      items: slopeItems(rows, pair, seriesOf),
      series,
      opens: () => pair,
      caption: t(caption),
    };
  }),
};
