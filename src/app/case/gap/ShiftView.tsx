import { ShiftCurves } from '../../../charts/ShiftCurves';
import { type ContourShift, type DiceCurve, hasOneShift } from '../../../domain/contourShift';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { MaybeNumber } from '../../../domain/noNumber';
import { markColor, structureColor } from '../../../domain/palette';
import type { PairScores } from '../../../domain/results';
import { formatMeasure, formatScore, formatSigned } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { Score } from '../../parts/Score';
import { Swatch } from '../../parts/Swatch';

interface ShiftViewProps {
  scheme: LabelScheme;
  scores: PairScores;
}

/** Region and label on one scale: the even shift of the reference contour, in mm, that costs the same Dice. */
export function ShiftView({ scheme, scores }: ShiftViewProps) {
  const { t } = useTranslate();
  const { distances } = scores;
  const { region, label } = scores.pair;
  if (!distances) return <p className="quiet">{t('gap.notMeasured')}</p>;
  const rows = [
    { structure: region, shift: distances.region, color: markColor(structureColor(scheme, region)) },
    { structure: label, shift: distances.label, color: 'var(--text)' },
  ];
  const { labelDiceAtRegionShift: expected, shapePart, accuracyPart } = distances;
  const isOne = hasOneShift(distances.region) && hasOneShift(distances.label);
  return (
    <section>
      <p className="quiet">{t('gap.shiftHint')}</p>
      <ShiftCurves
        label={t('gap.shiftChart', { region: region.name, label: label.name })}
        axisLabel={t('gap.shiftMm')}
        curves={rows.flatMap(({ structure, shift, color }) => [
          curveOf(`${structure.kind} grow`, shift, shift.growCurve, shift.growMm, color, false),
          curveOf(`${structure.kind} shrink`, shift, shift.shrinkCurve, shift.shrinkMm, color, true),
        ])}
      />
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{t('gap.shiftMm')}</th>
            <th scope="col">{t('gap.grow')} —</th>
            <th scope="col">{t('gap.shrink')} - -</th>
            {isOne && <th scope="col">{t('gap.mean')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ structure, shift, color }) => (
            <tr key={structure.kind}>
              <th scope="row">
                <Swatch color={color} /> {structure.name}
              </th>
              {[shift.growMm, shift.shrinkMm, ...(isOne ? [shift.meanMm] : [])].map((value, column) => (
                <MaybeCell key={columns[column]} value={value} format={formatMeasure} />
              ))}
            </tr>
          ))}
          {isOne && (
            <tr>
              <th scope="row">{t('gap.expectedDice')}</th>
              {[expected.grow, expected.shrink, expected.mean].map((value, column) => (
                <MaybeCell key={columns[column]} value={value} format={formatScore} />
              ))}
            </tr>
          )}
        </tbody>
      </table>
      {isOne && (
        <dl className="account two">
          <div title={t('gap.shapePartHint')}>
            <dt>{t('scoreKinds.shapePart')}</dt>
            <dd>
              <MaybeText value={shapePart} format={formatSigned} />
            </dd>
          </div>
          <div title={t('gap.accuracyPartHint')}>
            <dt>{t('scoreKinds.accuracyPart')}</dt>
            <dd>
              <MaybeText value={accuracyPart} format={formatSigned} />
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}

const columns = ['grow', 'shrink', 'mean'];

interface MaybeProps {
  value: MaybeNumber;
  format: (value: number) => string;
}

function MaybeCell(props: MaybeProps) {
  return (
    <td>
      <MaybeText {...props} />
    </td>
  );
}

function MaybeText({ value: { value, reason }, format }: MaybeProps) {
  return <Score value={value ?? Number.NaN} reason={reason} format={format} />;
}

function curveOf(
  key: string,
  { dice }: ContourShift,
  curve: DiceCurve,
  shift: MaybeNumber,
  color: string,
  isDashed: boolean,
) {
  const mark = shift.value === null ? null : { shiftMm: shift.value, dice };
  return { key, color, isDashed, shiftsMm: curve.shiftsMm, dice: curve.dice, mark };
}
