import { Select } from '@mantine/core';
import { useState } from 'react';
import { openCase } from '../../actions/navigate';
import { AccountBars } from '../../charts/AccountBars';
import { type CasePoint, CaseScatter, type CaseSeries } from '../../charts/CaseScatter';
import { resultKey } from '../../domain/cohort';
import { causes } from '../../domain/errorCause';
import { type LabelScheme, pairKey, pairsOf, structureKey } from '../../domain/labelScheme';
import { errorColors, modelShade, structureColor } from '../../domain/palette';
import type { CaseScores, PairScores } from '../../domain/results';
import { formatMeasure, formatSigned } from '../../i18n/formatNumber';
import { useTranslate } from '../../i18n/translate';
import { type CohortGap, cohortGap } from '../../kernels/cohortGap';
import { useCohortStore } from '../../stores/cohortStore';
import { FigureMenu } from '../FigureMenu';
import { ScrollX } from '../ScrollX';
import { useCohortScores } from '../useScores';
import { CauseExplanations } from './CauseExplanations';
import { DominantCases } from './DominantCases';

/** The gap over the cohort: what it is made of on average, and what goes with it from case to case. */
export function CohortGapTab() {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const models = useCohortStore((facts) => facts.cohort?.models ?? noModels);
  const scores = useCohortScores();
  const [chosen, choose] = useState<string | null>(null);
  if (!scheme || scores.length === 0) return <p className="quiet">{t('scores.noScores')}</p>;
  const pairs = pairsOf(scheme);
  const index = Math.max(
    0,
    chosen === null ? Math.min(1, pairs.length - 1) : pairs.findIndex((pair) => pairKey(pair) === chosen),
  );
  const pair = pairs[index];
  if (!pair) return <p className="quiet">{t('scores.noRegions')}</p>;
  const byModel = models.map((model) => scores.filter(({ result }) => result.model === model));
  return (
    <div className="cohort">
      <MeanAccounts scheme={scheme} models={models} byModel={byModel} />
      <section className="panel">
        <Select
          size="xs"
          w={280}
          aria-label={t('scores.pair')}
          allowDeselect={false}
          value={pairKey(pair)}
          onChange={choose}
          data={pairs.map((item) => ({
            value: pairKey(item),
            label: `${item.region.name} → ${item.label.name}`,
          }))}
        />
        <div className="chart-row">
          <GapAgainstVolume scheme={scheme} index={index} models={models} byModel={byModel} />
          <ShiftAgainstShift scheme={scheme} index={index} models={models} byModel={byModel} />
        </div>
        <DominantCases pair={pair} scores={scores} />
      </section>
      <CauseExplanations />
    </div>
  );
}

const noModels: string[] = [];

interface ByModel {
  models: string[];
  /** The scores of each model, in the order of `models`. */
  byModel: CaseScores[][];
}

function MeanAccounts({ scheme, models, byModel }: ByModel & { scheme: LabelScheme }) {
  const { t } = useTranslate();
  const rows = pairsOf(scheme).flatMap((pair, index) =>
    models.flatMap((model, place) => {
      const account = cohortGap(byModel[place].map(({ pairs }) => pairs[index]));
      const name = `${pair.label.name} · ${model}`;
      return account ? [{ key: `${pairKey(pair)} ${model}`, name, parts: account.parts, account }] : [];
    }),
  );
  return (
    <section className="panel">
      <div className="chart-bar">
        <h2>{t('gap.meanAccount')}</h2>
        <FigureMenu fileName="regionlens-account" captions={[t('gap.meanAccount')]} />
      </div>
      <AccountBars
        rows={rows}
        label={t('gap.meanAccount')}
        parts={causes.map((cause) => ({
          key: cause,
          name: t(`gap.${cause}`),
          color: errorColors[cause],
        }))}
      />
      <ScrollX>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{t('scores.pair')}</th>
              <th scope="col">n</th>
              <th scope="col">{t('scores.gap')}</th>
              {causes.map((cause) => (
                <th key={cause} scope="col">
                  {t(`gap.${cause}`)}
                </th>
              ))}
              <th scope="col">{t('gap.dominant')}</th>
              <th scope="col" title={t('gap.shapeAloneHint')}>
                {t('gap.shapeAlone')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, account }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{account.cases}</td>
                <td>
                  <MeanCell {...account.gap} />
                </td>
                {causes.map((cause) => (
                  <td key={cause}>
                    <MeanCell {...account.parts[cause]} />
                  </td>
                ))}
                <td>{dominantText(account, (cause) => t(`gap.${cause}`))}</td>
                <td>{shapeAloneText(account)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <p className="quiet">{t('gap.intervalNote')}</p>
    </section>
  );
}

function MeanCell({ mean, interval }: CohortGap['gap']) {
  return (
    <>
      {formatSigned(mean)}{' '}
      <span className="quiet">
        [{formatSigned(interval.low)}, {formatSigned(interval.high)}]
      </span>
    </>
  );
}

function dominantText({ dominant }: CohortGap, nameOf: (cause: (typeof causes)[number]) => string): string {
  const found = causes.filter((cause) => dominant[cause] > 0);
  return found.map((cause) => `${nameOf(cause)} ${dominant[cause]}`).join(' · ') || '–';
}

function shapeAloneText({ verdicts, judged }: CohortGap): string {
  return judged === 0 ? '–' : `${verdicts['only-shape'] ?? 0} / ${judged}`;
}

interface ScatterProps extends ByModel {
  scheme: LabelScheme;
  index: number;
}

function GapAgainstVolume(props: ScatterProps) {
  const { t } = useTranslate();
  return (
    <CaseScatter
      label={t('gap.gapVolumeChart')}
      series={seriesOf(props, ({ label, account }) => [label.referenceMl, account.gap]).map((series) => ({
        ...series,
        points: series.points.filter(({ x }) => x > 0),
      }))}
      x={{ label: t('gap.referenceVolume'), format: formatMeasure, isLogarithmic: true }}
      y={{ label: t('scores.gap'), format: formatSigned }}
      hasZeroLine
      onChoose={(key) => openPoint(key, props)}
    />
  );
}

function ShiftAgainstShift(props: ScatterProps) {
  const { t } = useTranslate();
  return (
    <CaseScatter
      label={t('gap.shiftScatter')}
      series={seriesOf(props, ({ distances }) => [
        distances?.region.meanMm.value ?? Number.NaN,
        distances?.label.meanMm.value ?? Number.NaN,
      ])}
      x={{ label: t('gap.regionShift'), format: formatMeasure, startsAtZero: true }}
      y={{ label: t('gap.labelShift'), format: formatMeasure, startsAtZero: true }}
      hasDiagonal
      onChoose={(key) => openPoint(key, props)}
    />
  );
}

function seriesOf(
  { scheme, index, models, byModel }: ScatterProps,
  placeOf: (scores: PairScores) => [number, number],
): CaseSeries[] {
  const color = structureColor(scheme, pairsOf(scheme)[index].label);
  return models.map((model, place) => ({
    key: model,
    name: model,
    color: modelShade(color, place),
    points: byModel[place].flatMap(({ result, pairs }): CasePoint[] => {
      const [x, y] = placeOf(pairs[index]);
      if (!Number.isFinite(x) || !Number.isFinite(y)) return [];
      return [{ key: resultKey(result.caseId, model), name: `${result.caseId} · ${model}`, x, y }];
    }),
  }));
}

function openPoint(key: string, { scheme, index }: ScatterProps): void {
  const [caseId, model] = key.split('\n');
  openCase(caseId, model, { view: 'causes', structure: structureKey(pairsOf(scheme)[index].label) });
}
