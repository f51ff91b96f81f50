import { Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { openCase } from '../../actions/navigate';
import { GapChart } from '../../charts/GapChart';
import { pairKey, pairsOf } from '../../domain/labelScheme';
import { modelShade, structureColor } from '../../domain/palette';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { useCohortScores } from '../useScores';
import { CohortMeans } from './CohortMeans';
import { CohortTable } from './CohortTable';

/** The cohort at one glance: means with their ledger, the gap of every case, and the table. */
export function TableTab() {
  const scores = useCohortScores();
  return (
    <div className="cohort">
      <CohortMeans scores={scores} />
      <CohortGaps />
      <CohortTable />
    </div>
  );
}

/** The gap of one pair over all cases and models, largest first. */
function CohortGaps() {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const models = useCohortStore((facts) => facts.cohort?.models ?? []);
  const scores = useCohortScores();
  const pairs = scheme ? pairsOf(scheme) : [];
  const [chosen, choose] = useState<string | null>(null);
  const pair =
    pairs.find((candidate) => pairKey(candidate) === chosen) ?? pairs[Math.min(1, pairs.length - 1)];
  if (!scheme || !pair) return scheme ? <p className="quiet">{t('scores.noRegions')}</p> : null;

  const gaps = new Map<string, Record<string, number>>();
  for (const { result, pairs: accounts } of scores) {
    const found = accounts.find((account) => pairKey(account.pair) === pairKey(pair));
    if (!found || !Number.isFinite(found.account.gap)) continue;
    gaps.set(result.caseId, { ...gaps.get(result.caseId), [result.model]: found.account.gap });
  }
  const largest = (row: { gaps: Record<string, number> }) => Math.max(...Object.values(row.gaps));
  const rows = [...gaps]
    .map(([caseId, byModel]) => ({ caseId, gaps: byModel }))
    .sort((first, second) => largest(second) - largest(first));
  const color = structureColor(scheme, pair.region);
  return (
    <section className="panel">
      <Group justify="space-between">
        <h2>{t('scores.chart')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('scores.pair')}
          value={pairKey(pair)}
          onChange={choose}
          data={pairs.map((item) => ({
            value: pairKey(item),
            label: `${item.region.name} → ${item.label.name}`,
          }))}
        />
      </Group>
      <GapChart
        rows={rows}
        label={t('scores.chartLabel')}
        series={models.map((model, index) => ({ key: model, name: model, color: modelShade(color, index) }))}
        onChoose={openCase}
      />
      <p className="quiet">{t('scores.chartHint')}</p>
    </section>
  );
}
