import { usualShiftMm } from '../../../derived/surprises';
import { formatMeasure, formatScore } from '../../../i18n/formatNumber';
import { sizeWords } from '../../../i18n/sizeWords';
import { diceAxis } from './chartAxes';
import { bySize, equalShiftCurve, overlapOf } from './chartItems';
import type { CohortChart } from './cohortChart';
import { itemChart } from './itemChart';

const caption = {
  en: 'Dashed: what a {{ball}} of each {{size}} scores when its contour is off by {{shift}} mm, the median of the rows shown.',
  zh: '虚线：各{{size}}的{{ball}}在轮廓偏移 {{shift}} mm（所示各行的中位数）时的 Dice。',
};
const captionWithoutCurve = {
  en: 'Each point is one case. Too few cases with this structure for a curve of equal shift.',
  zh: '每点为一个病例。含该结构的病例太少，无法给出等偏移曲线。',
};

export const diceVolume: CohortChart = {
  kind: 'diceVolume',
  title: { en: 'Dice against size', zh: 'Dice 与大小' },
  of: 'structure',
  byAttribute: 'canBe',
  Chart: itemChart(({ rows, view, structure, seriesOf, series, t }) => {
    const { items, x, dimensions } = bySize(
      rows,
      seriesOf,
      (row) => {
        const overlap = overlapOf(row, structure);
        return overlap && { overlap, value: overlap.dice };
      },
      formatScore,
      t,
    );
    const counted = view.counted.flatMap((row) => overlapOf(row, structure) ?? []);
    const shift = usualShiftMm(counted.filter((overlap) => overlap.dimensions === dimensions));
    const curve = equalShiftCurve(x.domain, shift, dimensions);
    return {
      x,
      y: diceAxis(t),
      items,
      curves: curve ? [curve] : [],
      series,
      opens: () => structure,
      caption: curve
        ? t(caption, { shift: formatMeasure(shift), ...sizeWords(dimensions, t) })
        : t(captionWithoutCurve),
    };
  }),
};
