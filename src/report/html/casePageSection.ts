import { hasAccount } from '../../domain/gapVerdict';
import { sizeUnit } from '../../domain/geometry';
import { type LabelScheme, maskKey } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import type { StructureScores } from '../../domain/results';
import { type ScoreNumber, scoresAt } from '../../domain/scoreKinds';
import { formatCount, formatMeasure } from '../../i18n/formatNumber';
import { gapSentences } from '../../i18n/gapSentences';
import { joinSentences } from '../../i18n/joinSentences';
import { noNumberText } from '../../i18n/noNumberText';
import { formatsOf, scoreTitle } from '../../i18n/scoreWords';
import type { Translate } from '../../i18n/translate';
import { sliceImageDefinition } from '../figures/sliceFigure';
import { waterfallFigure } from '../figures/waterfallFigure';
import type { CasePage, SliceRow } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { htmlTable, paragraphs, swatch } from './reportParts';
import { slicePicture } from './slicePicture';

/** One case of one model on one page: pictures, the widest gap with its account, and the numbers. */
export function casePageSection(page: CasePage, number: number, scheme: LabelScheme, t: Translate): string {
  const head = escapeHtml(t('report.pageHead', { case: page.case, model: page.model }));
  const id = `case-${number}`;
  return `<article class="case-page" aria-labelledby="${id}"><h3 id="${id}">${head}</h3>${[
    page.noPictures === null ? '' : `<p class="quiet">${escapeHtml(page.noPictures)}</p>`,
    paragraphs([...page.warnings]),
    page.overview ? pictureRow(page.overview, `${id}-a`, wordsOfSlice(page.overview, null, t), t) : '',
    page.pair ? pairBlock(page, page.pair, `${id}-b`, scheme, t) : '',
    structureTable(page, scheme, t),
    page.verdict.length > 0
      ? `<h4>${escapeHtml(t('reconstruction.title'))}</h4>${paragraphs(page.verdict)}`
      : '',
    page.note === ''
      ? ''
      : `<h4>${escapeHtml(t('report.notes'))}</h4><p class="note">${escapeHtml(page.note)}</p>`,
  ].join('')}</article>`;
}

function wordsOfSlice(row: SliceRow, label: string | null, t: Translate): string {
  const facts = { slice: row.slice + 1, total: row.sliceCount, count: formatCount(row.counted) };
  if (row.counted === 0) return t('report.noErrorSlice', facts);
  return label === null ? t('report.worstSlice', facts) : t('report.worstSlicePair', { ...facts, label });
}

function pictureRow(row: SliceRow, imageId: string, words: string, t: Translate): string {
  const note = row.grey === null ? ` ${t('report.noImage')}` : '';
  return `${sliceImageDefinition(row, imageId)}<div class="slices">${row.layers
    .map((_, layer) => slicePicture(row, layer, imageId, t))
    .join('')}</div><p class="quiet">${escapeHtml(words + note)}</p>`;
}

function pairBlock(
  page: CasePage,
  { scores, slice }: NonNullable<CasePage['pair']>,
  imageId: string,
  scheme: LabelScheme,
  t: Translate,
): string {
  const { pair, account } = scores;
  const answer = page.answers.find((one) => one.pair.region.name === pair.region.name);
  const names = { region: pair.region.name, label: pair.label.name };
  const chart = hasAccount(account)
    ? waterfallFigure(
        account,
        { ...names, cause: (cause) => t(`gap.${cause}`), chart: t('gap.accountChart', names) },
        structureColor(scheme, pair.label),
      )
    : '';
  const left = slice
    ? `<div>${sliceImageDefinition(slice, imageId)}${slicePicture(slice, 0, imageId, t)}<p class="quiet">${escapeHtml(wordsOfSlice(slice, pair.label.name, t))}</p></div>`
    : '';
  const heading = `${names.region} → ${names.label}`;
  return `<div class="${slice && page.noPictures === null ? 'pair-block' : 'pair-words'}">${left}<div><h4>${escapeHtml(heading)}</h4>${paragraphs(answer ? gapSentences(answer, t) : [])}${chart}${otherPairs(page, t)}</div></div>`;
}

/** The gaps that have no picture, in words. */
function otherPairs({ answers, pair }: CasePage, t: Translate): string {
  const others = answers.filter(
    ({ pair: { region, label } }) =>
      region.name !== pair?.scores.pair.region.name && maskKey(region.labels) !== maskKey(label.labels),
  );
  return others
    .map((item) => {
      const heading = `${item.pair.region.name} → ${item.pair.label.name}`;
      const words = joinSentences(gapSentences(item, t));
      return `<h4>${escapeHtml(heading)}</h4>${paragraphs([words])}`;
    })
    .join('');
}

const brief = scoresAt('brief');

function structureTable({ scores }: CasePage, scheme: LabelScheme, t: Translate): string {
  const { structures } = scores;
  const unit = sizeUnit(structures[0]?.overlap.dimensions ?? 3);
  const hasSurfaces = structures.some(({ surface }) => surface !== null);
  const hasLesions = structures.some(({ lesions }) => lesions !== null);
  const kinds = brief.filter(({ from }) => from === 'overlap' || hasSurfaces);
  const heads = [
    t('scores.structure'),
    ...kinds.map((kind) => scoreTitle(kind, t)),
    t('scores.referenceSize', { unit }),
    t('scores.predictionSize', { unit }),
    ...(hasLesions ? [t('report.columnLesions')] : []),
  ].map(escapeHtml);
  const row = (own: StructureScores) => [
    `${swatch(structureColor(scheme, own.structure))}${escapeHtml(own.structure.name)} <small>${escapeHtml(t(`words.${own.structure.kind}`))}</small>`,
    ...kinds.map(({ form, take }) => numberHtml(take(own), formatsOf[form], t)),
    formatMeasure(own.overlap.referenceSize),
    formatMeasure(own.overlap.predictionSize),
    ...(hasLesions ? [lesionCounts(own)] : []),
  ];
  return htmlTable(t('scores.allStructures'), heads, structures.map(row));
}

/** A number that does not exist says why. */
function numberHtml({ value, reason }: ScoreNumber, format: (value: number) => string, t: Translate): string {
  const text = format(value);
  return Number.isNaN(value) ? `${text} <small>${escapeHtml(noNumberText(reason, t))}</small>` : text;
}

function lesionCounts({ lesions }: StructureScores): string {
  return lesions ? `${lesions.truePositives} / ${lesions.falseNegatives} / ${lesions.falsePositives}` : '–';
}
