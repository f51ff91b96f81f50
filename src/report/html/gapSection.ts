import { causes } from '../../domain/errorCause';
import { pairKey } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import { formatSigned } from '../../i18n/formatNumber';
import { joinSentences } from '../../i18n/joinSentences';
import { sizeAxis } from '../../i18n/sizeWords';
import type { Translate } from '../../i18n/translate';
import { accountFigure } from '../figures/accountFigure';
import { gapRankFigure, gapVolumeFigure } from '../figures/gapFigure';
import type { GapCharts, GapSummary, ReportContent } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { htmlFigure, htmlTable, paragraphs, withInterval } from './reportParts';
import { gapSentences } from './summarySection';

/** The account of the gap over the cohort: a sentence and a row per pair and model, then figures. */
export function gapSection(content: ReportContent, t: Translate): string {
  const { gaps, gapCharts } = content;
  if (gaps.length === 0) return paragraphs([t('scores.noRegions')]);
  const sentences = gaps.map((gap) => joinSentences(gapSentences(gap, t)));
  const nameOf = (cause: (typeof causes)[number]) => t(`gap.${cause}`);
  const caption = t('report.figureAccount');
  return (
    paragraphs(sentences) +
    htmlFigure(accountFigure(gaps, nameOf, caption), caption) +
    accountTable(gaps, t) +
    `<p class="quiet">${escapeHtml(t('report.shapeAloneHint'))}</p>` +
    gapCharts
      .filter(isWorthDrawing)
      .map((charts) => pairFigures(content, charts, t))
      .join('')
  );
}

/** Fewer points are read faster in the table of all cases. */
const fewestPoints = 5;

function isWorthDrawing({ series }: GapCharts): boolean {
  return series.some(({ points }) => points.length >= fewestPoints);
}

function accountTable(gaps: GapSummary[], t: Translate): string {
  const heads = [
    t('scores.pair'),
    t('words.model'),
    'n',
    t('scores.gap'),
    ...causes.map((cause) => t(`gap.${cause}`)),
    t('report.shapeAlone'),
  ].map(escapeHtml);
  const rows = gaps.map(({ region, label, model, cases, gap, parts, shapeAlone, judged }) => [
    escapeHtml(`${region.name} → ${label.name}`),
    escapeHtml(model),
    String(cases),
    withInterval(gap, formatSigned),
    ...causes.map((cause) => withInterval(parts[cause], formatSigned)),
    judged === 0 ? '–' : escapeHtml(t('report.ofCases', { count: shapeAlone, total: judged })),
  ]);
  return htmlTable(t('scores.account'), heads, rows, 'wide');
}

function pairFigures({ scheme }: ReportContent, charts: GapCharts, t: Translate): string {
  const names = { region: charts.region.name, label: charts.label.name };
  const color = structureColor(scheme, charts.label);
  const rank = t('report.figureGaps', names);
  const volume = t('report.figureScatter', names);
  const axis = sizeAxis(
    charts.series.flatMap(({ points }) => points.map(({ dimensions }) => dimensions)),
    t,
  );
  const series = charts.series.map(({ model, points }) => {
    return { model, points: points.filter(({ dimensions }) => dimensions === axis.dimensions) };
  });
  return `<div class="pair-figures" data-pair="${escapeHtml(pairKey(charts))}">${htmlFigure(
    gapRankFigure(charts, color, { label: rank, xTitle: t('report.axisCases') }),
    rank,
  )}${htmlFigure(gapVolumeFigure({ ...charts, series }, color, { label: volume, xTitle: axis.label }), volume)}</div>`;
}
