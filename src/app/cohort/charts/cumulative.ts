import { modelSeries } from '../../../charts/plot/modelSeries';
import type { PlotSeries } from '../../../charts/plot/plotItem';
import { diceAxis } from './chartAxes';
import { overlapOf, stepsUpTo } from './chartItems';
import type { CohortChart } from './cohortChart';
import { itemChart } from './itemChart';

const caption = {
  en: 'Share of cases that score at most this Dice. Solid: region, dashed: label.',
  zh: '得分不高于该 Dice 的病例比例。实线：区域，虚线：标签。',
};
const share = { en: 'Share of cases', zh: '病例比例' };

export const cumulative: CohortChart = {
  kind: 'cumulative',
  title: { en: 'Cumulative distribution', zh: '累积分布' },
  of: 'pair',
  byAttribute: 'never',
  Chart: itemChart(({ rows, isCounted, models, hue, pair, t }) => {
    if (!pair) return null;
    const shades = modelSeries(models, hue);
    const parts = models.flatMap((model, index) =>
      [pair.region, pair.label].map((side, place) => {
        const values = rows
          .filter((row) => row.model === model && isCounted(row))
          .map((row) => ({ row, value: overlapOf(row, side)?.dice ?? Number.NaN }));
        return stepsUpTo(values, 2 * index + place, shades[index].color, place === 1);
      }),
    );
    const sides = [pair.region, pair.label].map(
      ({ name }, place): PlotSeries => ({
        name,
        color: 'var(--quiet)',
        mark: place === 0 ? 'line' : 'dashes',
      }),
    );
    return {
      x: diceAxis(t),
      y: { ...diceAxis(t), label: t(share) },
      items: parts.flatMap(({ items }) => items),
      curves: parts.map(({ curve }) => curve),
      series: shades.flatMap((shade) =>
        sides.map(({ name }) => ({ ...shade, name: `${shade.name} · ${name}` })),
      ),
      legend: [...shades, ...sides],
      opens: () => pair,
      caption: t(caption),
    };
  }),
};
