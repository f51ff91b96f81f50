import { sizeUnit } from '../../domain/geometry';
import { structureColor } from '../../domain/palette';
import { formatCount, formatMeasure, formatScore } from '../../i18n/formatNumber';
import { joinSentences } from '../../i18n/joinSentences';
import { sizeWords } from '../../i18n/sizeWords';
import type { Translate } from '../../i18n/translate';
import type { GapSummary, ModelSummary, ReportContent, StructureSummary } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { htmlTable, paragraphs, swatch } from './reportParts';

/** Means that differ by less are said to be alike. */
const alike = 0.005;

/** What was found, missed and extra, in mL or cm², mm and number of lesions; the numbers after the sentences. */
export function summarySection(content: ReportContent, t: Translate): string {
  const { methods, failures, excludedCount, summaries } = content;
  const scored = t('report.sayScored', {
    pairs: formatCount(methods.pairCount),
    cases: formatCount(content.caseCount),
    models: content.models.join(t('report.listComma')),
  });
  const opening = [
    scored,
    ...(failures.length > 0 ? [t('report.sayFailed', { count: failures.length })] : []),
    ...(excludedCount > 0 ? [t('report.sayExcluded', { count: excludedCount })] : []),
  ];
  return (
    paragraphs([joinSentences(opening)]) +
    summaries.map((summary) => paragraphs([joinSentences(modelSentences(summary, t))])).join('') +
    paragraphs(widestGaps(content.gaps).map((gap) => joinSentences(gapSentences(gap, t)))) +
    summaries.map((summary) => glanceTable(content, summary, t)).join('') +
    `<p class="quiet">${escapeHtml(t('report.glanceHint'))}</p>`
  );
}

/** The outermost structure is what a clinician asks for first; the others stand in the table. */
function modelSentences({ model, structures }: ModelSummary, t: Translate): string[] {
  const [first] = structures;
  if (!first) return [];
  const { present, found, missed, extra, both, sizes, hd95Mm, lesions } = first;
  const facts = { model, structure: first.structure.name, present, found, missed };
  const ofPresent = missed === 0 ? 'report.sayFoundAll' : 'report.sayFound';
  const sentences = [t(present === 0 ? 'report.sayNowhere' : ofPresent, facts)];
  if (extra > 0) sentences.push(t('report.sayExtra', { structure: facts.structure, count: extra }));
  for (const { dimensions, cases, offBy, reference } of sizes) {
    const said = cases === 1 ? 'report.sayVolumeOnce' : 'report.sayVolume';
    const sizes = { difference: formatMeasure(offBy), reference: formatMeasure(reference) };
    sentences.push(t(said, { ...sizes, ...sizeWords(dimensions, t) }));
  }
  if (Number.isFinite(hd95Mm)) {
    const said = both === 1 ? 'report.sayContourOnce' : 'report.sayContour';
    sentences.push(t(said, { hd95: formatMeasure(hd95Mm) }));
  }
  if (lesions) {
    const total = lesions.found + lesions.missed;
    sentences.push(t('report.sayLesions', { ...lesions, total }));
  }
  return sentences;
}

/** Of each model the pair whose mean gap is widest. */
function widestGaps(gaps: GapSummary[]): GapSummary[] {
  const models = [...new Set(gaps.map(({ model }) => model))];
  return models.map((model) =>
    gaps
      .filter((gap) => gap.model === model)
      .reduce((widest, gap) => (Math.abs(gap.gap.mean) > Math.abs(widest.gap.mean) ? gap : widest)),
  );
}

/** The mean gap of one pair in words. */
export function gapSentences(summary: GapSummary, t: Translate): string[] {
  const { model, region, label, gap, cases, judged, shapeAlone } = summary;
  const names = { model, region: region.name, label: label.name, cases };
  if (Math.abs(gap.mean) < alike) return [t('report.sayGapNone', names)];
  const isBelow = gap.mean > 0;
  const ends = [gap.interval.low, gap.interval.high].map((end) => formatScore(isBelow ? end : -end));
  const [low, high] = isBelow ? ends : ends.reverse();
  const numbers = { ...names, gap: formatScore(Math.abs(gap.mean)), low, high };
  const [below, above] = Number.isFinite(gap.interval.low)
    ? (['report.sayGapBelow', 'report.sayGapAbove'] as const)
    : (['report.sayGapBelowOnce', 'report.sayGapAboveOnce'] as const);
  const sentences = [t(isBelow ? below : above, numbers)];
  if (judged > 0) {
    const said = shapeAlone === 0 ? 'report.sayShapeNever' : 'report.sayShapeAlone';
    sentences.push(t(said, { judged, count: shapeAlone }));
  }
  return sentences;
}

/** Medians with their unit, of volumes and of areas apart; – where there is none. */
function sizesText({ sizes }: StructureSummary, of: 'reference' | 'offBy'): string {
  const texts = sizes.map((size) => `${formatMeasure(size[of])} ${sizeUnit(size.dimensions)}`);
  return texts.join(' · ') || formatMeasure(Number.NaN);
}

function glanceTable({ scheme, models }: ReportContent, summary: ModelSummary, t: Translate): string {
  const hasSurfaces = summary.structures.some(({ hd95Mm }) => Number.isFinite(hd95Mm));
  const hasLesions = summary.structures.some(({ lesions }) => lesions !== null);
  const heads = [
    t('scores.structure'),
    t('report.columnFound'),
    t('report.columnMissed'),
    t('report.columnExtra'),
    t('report.columnSize'),
    t('report.columnOff'),
    ...(hasSurfaces ? [t('report.columnContour')] : []),
    ...(hasLesions ? [t('report.columnLesions')] : []),
  ].map(escapeHtml);
  const row = (item: StructureSummary) => [
    `${swatch(structureColor(scheme, item.structure))}${escapeHtml(item.structure.name)}`,
    escapeHtml(t('report.ofCases', { count: item.found, total: item.present })),
    String(item.missed),
    String(item.extra),
    sizesText(item, 'reference'),
    sizesText(item, 'offBy'),
    ...(hasSurfaces ? [formatMeasure(item.hd95Mm)] : []),
    ...(hasLesions
      ? [item.lesions ? `${item.lesions.found} / ${item.lesions.missed} / ${item.lesions.extra}` : '–']
      : []),
  ];
  const caption = models.length > 1 ? `${t('report.glance')}: ${summary.model}` : t('report.glance');
  return htmlTable(caption, heads, summary.structures.map(row));
}
