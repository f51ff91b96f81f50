import { isLeftOut } from '../../domain/cohortRow';
import { type LabelScheme, pairsOf, structuresOf } from '../../domain/labelScheme';
import { structureColor } from '../../domain/palette';
import { formatScore, formatSigned } from '../../i18n/formatNumber';
import type { Translate } from '../../i18n/translate';
import type { ReportContent, ReportRow } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { htmlRow, swatch } from './reportParts';

/** So many rows are written at a time, that a long table never holds up the page. */
const rowsAtOnce = 50;

/** The table of all cases, piece by piece: region Dice, label Dice and gap per pair, or Dice per label. */
export function* caseTable({ scheme, rows }: ReportContent, t: Translate): Generator<string> {
  const caption = escapeHtml(t('report.cases'));
  yield `<div class="table long" role="group" aria-label="${caption}" tabindex="0"><table class="wide"><caption>${caption}</caption><thead>${heads(scheme, t)}</thead><tbody>`;
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    yield rows
      .slice(start, start + rowsAtOnce)
      .map((row) => htmlRow(cells(row, scheme, t)))
      .join('');
  }
  yield '</tbody></table></div>';
}

function heads(scheme: LabelScheme, t: Translate): string {
  const pairs = pairsOf(scheme);
  const head = (text: string, more = '') => `<th scope="col" ${more}>${text}</th>`;
  if (pairs.length === 0) {
    const names = structuresOf(scheme).map(
      (structure) => swatch(structureColor(scheme, structure)) + escapeHtml(structure.name),
    );
    return `<tr>${[t('words.case'), t('words.model')].map((text) => head(escapeHtml(text))).join('')}${names.map((name) => head(name)).join('')}</tr>`;
  }
  const groups = pairs.map(({ region, label }) => {
    const name = swatch(structureColor(scheme, region)) + escapeHtml(`${region.name} → ${label.name}`);
    return `<th scope="colgroup" colspan="3" class="group">${name}</th>`;
  });
  const columns = pairs.map(() =>
    [t('words.region'), t('words.label'), t('scores.gap')].map((text) => head(escapeHtml(text))).join(''),
  );
  const first = [t('words.case'), t('words.model')].map((text) => head(escapeHtml(text), 'rowspan="2"'));
  return `<tr>${first.join('')}${groups.join('')}</tr><tr>${columns.join('')}</tr>`;
}

function cells(
  { case: name, model, isExcluded, scores }: ReportRow,
  scheme: LabelScheme,
  t: Translate,
): string[] {
  const isAnyLeftOut = scores.structures.some(({ overlap }) => isLeftOut(overlap));
  const marks = [isExcluded && t('report.excluded'), isAnyLeftOut && t('report.maskLeftOut')];
  const shown = [name, ...marks].flatMap((text, place) => {
    if (text === false) return [];
    return place === 0 ? escapeHtml(text) : `<span class="mark">${escapeHtml(text)}</span>`;
  });
  const numbers =
    pairsOf(scheme).length === 0
      ? scores.structures.map(({ overlap }) => formatScore(overlap.dice))
      : scores.pairs.flatMap(({ region, label, account }) => [
          formatScore(region.dice),
          formatScore(label.dice),
          formatSigned(account.gap),
        ]);
  return [shown.join(' '), escapeHtml(model), ...numbers];
}
