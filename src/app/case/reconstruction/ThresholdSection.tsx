import { Button, SegmentedControl, Slider, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import { moveThreshold, navigate } from '../../../actions/navigate';
import { ThresholdChart } from '../../../charts/ThresholdChart';
import { thresholdCurves } from '../../../derived/thresholdCurves';
import { usePreparedSlider, useShownRegions } from '../../../derived/useShownVolume';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import type { ThresholdCurve, ThresholdTables } from '../../../domain/reconstruction';
import { defaultStep, HIGHEST_STEP, THRESHOLD_STEPS } from '../../../domain/thresholds';
import { formatScore } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { useViewStore } from '../../../stores/viewStore';
import { Score } from '../../parts/Score';
import { Swatch } from '../../parts/Swatch';

const kinds = [
  { kind: 'region', name: 'reconstruction.curveRegions' },
  { kind: 'raw-region', name: 'reconstruction.curveRaw' },
  { kind: 'label', name: 'reconstruction.curveLabels' },
] as const;

/** Probabilities of the case on screen: as heat map, and painted at any threshold with all scores at once. */
export function ThresholdSection({ scheme }: { scheme: LabelScheme }) {
  const { t } = useTranslate();
  const regions = useShownRegions();
  const view = useViewStore((facts) => facts.view);
  const structure = useViewStore((facts) => facts.structure);
  const chosen = useViewStore((facts) => facts.thresholdStep);
  const step = chosen ?? defaultStep;
  usePreparedSlider(scheme);
  if (!regions) return <p className="quiet">{t('reconstruction.readingRegions')}</p>;
  if (!regions.steps) return null;
  const threshold = step / THRESHOLD_STEPS;
  return (
    <section>
      <h2>{t('reconstruction.threshold')}</h2>
      <p className="quiet">{t('reconstruction.thresholdHint')}</p>
      <div className="threshold-line">
        <Slider
          size="sm"
          min={0}
          max={HIGHEST_STEP}
          step={1}
          value={step}
          label={null}
          thumbLabel={t('reconstruction.threshold')}
          onChange={moveThreshold}
        />
        <output className="number">{formatScore(threshold)}</output>
        <Button
          size="compact-xs"
          variant="default"
          disabled={chosen === null}
          onClick={() => moveThreshold(null)}
        >
          {t('reconstruction.thresholdSaved')}
        </Button>
      </div>
      {regions.tables && <ThresholdScores tables={regions.tables} scheme={scheme} step={step} />}
      <h3>{t('reconstruction.heat')}</h3>
      <SegmentedControl
        size="xs"
        aria-label={t('reconstruction.heat')}
        value={view === 'heat' ? (structure ?? '') : ''}
        data={scheme.regions.map(({ name, labels }) => ({
          value: structureKey({ kind: 'region', name, labels }),
          label: name,
        }))}
        onChange={(value) => navigate({ view: 'heat', structure: value })}
      />
    </section>
  );
}

interface ThresholdScoresProps {
  tables: ThresholdTables;
  scheme: LabelScheme;
  step: number;
}

function ThresholdScores({ tables, scheme, step }: ThresholdScoresProps) {
  const { t } = useTranslate();
  const [kind, choose] = useState<ThresholdCurve['kind']>('region');
  const curves = useMemo(() => thresholdCurves(tables, scheme), [tables, scheme]);
  const shown = useMemo(
    () =>
      curves
        .filter((curve) => curve.kind === kind)
        .map((curve) => {
          const { name, labels } = curve;
          const own = curve.kind === 'label' ? 'label' : 'region';
          const color = structureColor(scheme, { kind: own, name, labels });
          return { ...curve, key: `${curve.kind} ${name}`, color };
        }),
    [curves, kind, scheme],
  );
  const kindName = t(kinds.find((item) => item.kind === kind)!.name);
  const threshold = formatScore(step / THRESHOLD_STEPS);
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('reconstruction.curves')}
        value={kind}
        data={kinds.map((item) => ({ value: item.kind, label: t(item.name) }))}
        onChange={(value) => choose(kinds.find((item) => item.kind === value)!.kind)}
      />
      <ThresholdChart
        lines={shown}
        threshold={step / THRESHOLD_STEPS}
        label={t('reconstruction.curvesLabel', { kind: kindName })}
        axisLabel={t('reconstruction.threshold')}
      />
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{kindName}</th>
            <th scope="col">{t('reconstruction.atHalf')}</th>
            <th scope="col">{t('reconstruction.atThreshold', { threshold })}</th>
            <th scope="col">
              <Tooltip label={t('reconstruction.oracle')}>
                <span>
                  {t('reconstruction.best')} <em>({t('reconstruction.oracleShort')})</em>
                </span>
              </Tooltip>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, color, name, dice, bestThreshold }) => (
            <tr key={key}>
              <th scope="row">
                <Swatch color={color} /> {name}
              </th>
              <td>
                <Score value={dice[defaultStep]} />
              </td>
              <td>
                <strong>
                  <Score value={dice[step]} />
                </strong>
              </td>
              <td className="quiet">
                {Number.isNaN(bestThreshold)
                  ? formatScore(bestThreshold)
                  : t('reconstruction.bestAt', {
                      dice: formatScore(dice[Math.round(bestThreshold * THRESHOLD_STEPS)]),
                      threshold: formatScore(bestThreshold),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('reconstruction.oracle')}</p>
    </>
  );
}
