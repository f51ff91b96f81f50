import { logarithmicAxis } from '../../../charts/plot/plotScale';
import { formatMeasure, formatScore } from '../../../i18n/formatNumber';
import { usualShiftMm } from '../../../kernels/cohort/surprises';
import { diceAxis } from './chartAxes';
import { equalShiftCurve, overlapOf, volumeItems } from './chartItems';
import type { CohortChart } from './cohortChart';
import { itemChart } from './itemChart';

const caption = {
  en: 'Dashed: what a ball of each volume scores when its contour is off by {{shift}} mm, the median of the rows shown.',
  zh: '虚线：各体积的球体在轮廓偏移 {{shift}} mm（所示各行的中位数）时的 Dice。',
};
const captionWithoutCurve = {
  en: 'Each point is one case. Too few cases with this structure for a curve of equal shift.',
  zh: '每点为一个病例。含该结构的病例太少，无法给出等偏移曲线。',
};

export const diceVolume: CohortChart = {
  kind: 'diceVolume',
  title: { en: 'Dice against volume', zh: 'Dice 与体积' },
  of: 'structure',
  byAttribute: 'canBe',
  Chart: itemChart(({ rows, view, structure, seriesOf, series, t }) => {
    const items = volumeItems(
      rows,
      seriesOf,
      (row) => {
        const overlap = overlapOf(row, structure);
        return overlap && { volumeMl: overlap.referenceMl, value: overlap.dice };
      },
      formatScore,
    );
    const x = logarithmicAxis(items.map(({ places: [[volume]] }) => volume));
    const shift = usualShiftMm(view.counted.flatMap((row) => overlapOf(row, structure) ?? []));
    const curve = equalShiftCurve(x.domain, shift);
    return {
      x: { label: t('cohort.volumeAxis'), ...x, format: String },
      y: diceAxis(t),
      items,
      curves: curve ? [curve] : [],
      series,
      opens: () => structure,
      caption: curve ? t(caption, { shift: formatMeasure(shift) }) : t(captionWithoutCurve),
    };
  }),
};
