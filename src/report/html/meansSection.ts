import { structuresOf } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import type { StructureScore } from '../../domain/scoreKinds';
import { unlikeCasesText } from '../../i18n/casesText';
import { formatsOf } from '../../i18n/scoreWords';
import type { Translate } from '../../i18n/translate';
import { intervalFigure } from '../figures/intervalFigure';
import type { MeanCell, MeansTable, ReportContent } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { htmlFigure, htmlTable, swatch, withInterval } from './reportParts';

/** Means with intervals, a figure of the first, and the ledger of the cases behind them. */
export function meansSection(content: ReportContent, t: Translate): string {
  const { means } = content;
  const [dice] = means;
  return (
    `<p class="quiet">${escapeHtml(t('report.meansHint'))}</p>` +
    (dice ? meansFigure(content, dice, t) : '') +
    means.map((table) => meansTable(content, table, t)).join('') +
    (dice ? ledgerTable(content, dice, t) : '')
  );
}

function nameWithUnit({ key, unit }: StructureScore, t: Translate): string {
  return [t(`scoreKinds.${key}`), unit].filter(Boolean).join(', ');
}

function meansFigure({ scheme }: ReportContent, { metric, rows }: MeansTable, t: Translate): string {
  // Marks go by place: a model without scores has neither a point nor an entry in the legend.
  const models = rows.map(({ model }) => model);
  const figureRows = structuresOf(scheme).map((structure, index) => ({
    name: `${structure.name} (${t(`words.${structure.kind}`)})`,
    color: structureColor(scheme, structure),
    points: rows.map(({ cells }) => cells[index]),
  }));
  const caption = t('report.figureMeans', { metric: nameWithUnit(metric, t) });
  return htmlFigure(intervalFigure(figureRows, models, caption, formatsOf[metric.form], [0, 1]), caption);
}

function meansTable({ scheme }: ReportContent, { metric, rows, unlike }: MeansTable, t: Translate): string {
  const caption = t('report.meanOf', { metric: nameWithUnit(metric, t) });
  const heads = [t('scores.structure'), ...rows.map(({ model }) => model)].map(escapeHtml);
  const lines = structuresOf(scheme).map((structure, index) => [
    `${swatch(structureColor(scheme, structure))}${escapeHtml(structure.name)} <small>${escapeHtml(t(`words.${structure.kind}`))}</small>`,
    ...rows.map(({ cells }) => meanText(cells[index], metric)),
  ]);
  const note = unlike ? `<p class="quiet">${escapeHtml(unlikeCasesText(unlike, t))}</p>` : '';
  return htmlTable(caption, heads, lines) + note;
}

function meanText(cell: MeanCell, metric: StructureScore): string {
  return `${withInterval(cell, formatsOf[metric.form])} <small>n = ${cell.used}</small>`;
}

function ledgerTable({ scheme }: ReportContent, { rows }: MeansTable, t: Translate): string {
  const heads = [
    t('scores.structure'),
    t('words.model'),
    t('report.ledgerUsed'),
    t('report.ledgerBothEmpty'),
    t('report.ledgerMissed'),
    t('report.ledgerHallucinated'),
    t('report.ledgerMissing'),
    t('report.ledgerTotal'),
  ].map(escapeHtml);
  const lines = structuresOf(scheme).flatMap((structure, index) =>
    rows.map(({ model, cells }) => {
      const { used, bothEmpty, missed, hallucinated, missing, total } = cells[index];
      const name = `${swatch(structureColor(scheme, structure))}${escapeHtml(structure.name)} <small>${escapeHtml(t(`words.${structure.kind}`))}</small>`;
      return [
        name,
        escapeHtml(model),
        ...[used, bothEmpty, missed, hallucinated, missing, total].map(String),
      ];
    }),
  );
  return htmlTable(t('report.ledger'), heads, lines);
}
