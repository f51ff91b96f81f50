import { memo, useMemo } from 'react';
import { brushRows, openRow } from '../../../actions/changeCohortView';
import { HeatMap } from '../../../charts/plot/HeatMap';
import { seriation } from '../../../derived/seriation';
import { answerKey, partsOfKey } from '../../../domain/cohort';
import { type CohortRow, isExcluded } from '../../../domain/cohortRow';
import { structureKey, structuresOf } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { formatScore } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { overlapOf } from './chartItems';
import type { ChartProps, CohortChart } from './cohortChart';

const noModels: string[] = [];

const caption = {
  en: 'Dice, the stronger the colour the higher; empty cells have no number. Cases stand in order of similarity.',
  zh: '颜色越浓 Dice 越高；空白处无数值。病例按相似度排列。',
};
const cases = { en: 'Cases', zh: '病例' };

/** Dice of every structure and model, a column per case, similar cases beside each other. */
const Chart = memo(function Chart({ view, title }: ChartProps) {
  const { t } = useTranslate();
  const { scheme } = view;
  const models = useCohortStore((facts) => facts.cohort?.models ?? noModels);
  const selected = useCohortViewStore((facts) => facts.selected);
  const lines = useMemo(
    () => structuresOf(scheme).flatMap((structure) => models.map((model) => ({ structure, model }))),
    [scheme, models],
  );
  const columns = useMemo(() => {
    const byCase = new Map<string, Map<string, CohortRow>>();
    for (const row of view.rows) {
      if (!row.scores || isExcluded(row)) continue;
      const ofCase = byCase.get(row.caseId) ?? new Map<string, CohortRow>();
      byCase.set(row.caseId, ofCase.set(row.model, row));
    }
    const cases = [...byCase].map(([caseId, byModel]) => ({
      key: caseId,
      name: caseId,
      values: lines.map(({ structure, model }) => {
        const row = byModel.get(model);
        return (row && overlapOf(row, structure)?.dice) ?? Number.NaN;
      }),
    }));
    return seriation(cases.map(({ values }) => values)).map((index) => cases[index]);
  }, [view.rows, lines]);
  const shown = useMemo(
    () => view.shownKeys && new Set(view.shown.map(({ caseId }) => caseId)),
    [view.shown, view.shownKeys],
  );
  const rows = useMemo(
    () =>
      lines.map(({ structure, model }) => ({
        name: models.length > 1 ? `${structure.name} · ${model}` : structure.name,
        color: structureColor(scheme, structure),
      })),
    [lines, models, scheme],
  );
  return (
    <>
      <HeatMap
        label={title}
        xLabel={t(cases)}
        columns={columns}
        rows={rows}
        shown={shown}
        selected={selected === null ? null : partsOfKey(selected)[0]}
        format={formatScore}
        onOpen={(caseId, line) =>
          openRow(answerKey(caseId, lines[line].model), structureKey(lines[line].structure))
        }
        onBrush={(caseIds) => {
          const kept = new Set(caseIds);
          brushRows(view.rows.filter(({ caseId }) => kept.has(caseId)).map(({ key }) => key));
        }}
      />
      <figcaption>
        <p className="quiet">{t(caption)}</p>
      </figcaption>
    </>
  );
});

export const heatMap: CohortChart = {
  kind: 'heatMap',
  title: { en: 'Structures × cases', zh: '结构 × 病例' },
  of: 'everything',
  byAttribute: 'never',
  Chart,
};
