import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { showSlice } from '../../../actions/stepSlice';
import { SliceProfile, type SliceRow } from '../../../charts/SliceProfile';
import { chosenStructure } from '../../../domain/chosenStructure';
import type { Geometry } from '../../../domain/geometry';
import type { LabelScheme } from '../../../domain/labelScheme';
import { errorColors, markColor, structureColor } from '../../../domain/palette';
import { planeAxis, planeOfLayout } from '../../../domain/planeAxis';
import { sliceDice, sliceScores } from '../../../domain/sliceCounts';
import { formatMeasure, formatScore } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import type { ShownAnswer } from '../../../stores/shownAnswerStore';
import { useViewStore } from '../../../stores/viewStore';
import { Swatch } from '../../parts/Swatch';

const mm2PerCm2 = 100;

/** In CSS pixels; in a low window the picture needs the room more. */
const heights = { usual: 92, low: 48 };
const lowWindow = '(max-height: 1000px)';

interface ProfileStripProps {
  answer: ShownAnswer;
  scheme: LabelScheme;
  /** The case as its picture lies, whose planes are meant. */
  grid: Geometry;
}

/** Errors, areas and Dice of the chosen structure along the slices of the plane on screen. */
export function ProfileStrip({ answer, scheme, grid }: ProfileStripProps) {
  const { t } = useTranslate();
  const structureName = useViewStore((view) => view.structure);
  const plane = useViewStore((view) => planeOfLayout(view.layout));
  const voxel = useViewStore((view) => view.voxel);
  const isLow = useMediaQuery(lowWindow, undefined, { getInitialValueInEffect: false });
  const [hovered, setHovered] = useState<number | null>(null);
  const structure = chosenStructure(scheme, structureName);
  const axis = planeAxis(plane, grid);
  const rows = useMemo(
    () => rowsOf(answer, axis, structure.labels, scheme.ignoreLabel),
    [answer, axis, structure.labels, scheme.ignoreLabel],
  );
  const color = markColor(structureColor(scheme, structure));
  const colors = useMemo(
    () => ({ missed: errorColors.missed, extra: errorColors.extra, prediction: color }),
    [color],
  );
  const slice = Math.min(voxel?.[axis] ?? 0, rows.length - 1);
  const shown = rows[Math.min(hovered ?? slice, rows.length - 1)];
  const sliceName = (row: SliceRow) =>
    t('words.sliceOf', { plane: t(`view.${plane}`), slice: row.slice + 1, total: rows.length });
  return (
    <section className="profile-strip">
      <p className="profile-legend" aria-hidden="true">
        <span className="profile-slice">{sliceName(shown)}</span>
        <Value
          name={t('inspector.dice')}
          value={formatScore(shown.dice)}
          mark={<i className="mark dashed" />}
        />
        <Value
          name={t('inspector.referenceArea')}
          value={areaText(shown.reference)}
          mark={<i className="mark line" style={{ borderColor: 'var(--text)' }} />}
        />
        <Value
          name={t('inspector.predictionArea')}
          value={areaText(shown.prediction)}
          mark={<i className="mark line" style={{ borderColor: color }} />}
        />
        <Value
          name={t('inspector.missed')}
          value={areaText(shown.missed)}
          mark={<Swatch color={errorColors.missed} />}
        />
        <Value
          name={t('inspector.extra')}
          value={areaText(shown.extra)}
          mark={<Swatch color={errorColors.extra} />}
        />
      </p>
      <SliceProfile
        rows={rows}
        colors={colors}
        slice={slice}
        height={isLow ? heights.low : heights.usual}
        label={t('inspector.profile', { structure: structure.name, plane: t(`inspector.${plane}`) })}
        sayRow={(row) =>
          t('inspector.sliceValues', {
            slice: sliceName(row),
            dice: formatScore(row.dice),
            reference: formatMeasure(row.reference),
            prediction: formatMeasure(row.prediction),
            missed: formatMeasure(row.missed),
            extra: formatMeasure(row.extra),
          })
        }
        onSlice={showSlice}
        onHover={setHovered}
      />
    </section>
  );
}

function Value({ name, value, mark }: { name: string; value: string; mark: React.ReactNode }) {
  return (
    <span>
      {mark} {name} <b className="number">{value}</b>
    </span>
  );
}

function areaText(areaCm2: number): string {
  return `${formatMeasure(areaCm2)} cm²`;
}

function rowsOf(answer: ShownAnswer, axis: number, labels: number[], ignoreLabel: number | null): SliceRow[] {
  const { spacingMm } = answer.geometry;
  const voxelCm2 =
    spacingMm.reduce((area, edge, other) => (other === axis ? area : area * edge), 1) / mm2PerCm2;
  return sliceScores(answer.slices, axis, answer.pairs, { labels }, ignoreLabel).map((scores) => ({
    slice: scores.slice,
    reference: (scores.hit + scores.missed) * voxelCm2,
    prediction: (scores.hit + scores.extra) * voxelCm2,
    missed: scores.missed * voxelCm2,
    extra: scores.extra * voxelCm2,
    dice: sliceDice(scores),
  }));
}
