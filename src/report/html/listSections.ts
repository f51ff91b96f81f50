import type { CaseMark } from '../../domain/annotation';
import { joinSentences } from '../../i18n/joinSentences';
import type { MessageKey, Translate } from '../../i18n/translate';
import type { ReportContent } from '../reportContent';
import { escapeHtml } from './escapeHtml';
import { htmlTable, paragraphs } from './reportParts';

const marks: Record<CaseMark, MessageKey> = {
  ok: 'report.markOk',
  'look-again': 'report.markLook',
  'reference-wrong': 'report.markReference',
  excluded: 'report.excluded',
};

/** How many saved maps are what their regions paint, and what is known of those that are not. */
export function reconstructionSection({ verdicts }: ReportContent, t: Translate): string {
  if (verdicts.length === 0) return paragraphs([t('reconstruction.noRawRegions')]);
  const counts = (['identical', 'explained', 'unexplained'] as const)
    .map((verdict) => ({ verdict, count: verdicts.filter((item) => item.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) =>
      t('report.verdictCount', { count, verdict: t(`reconstruction.${verdict}`) }),
    );
  const different = verdicts.filter(({ verdict }) => verdict !== 'identical');
  const heads = [t('words.case'), t('words.model'), t('reconstruction.title')].map(escapeHtml);
  const rows = different.map((item) => [
    escapeHtml(item.case),
    escapeHtml(item.model),
    escapeHtml(joinSentences(item.sentences)),
  ]);
  return (
    paragraphs([`${counts.join(t('report.listComma'))}`]) +
    (rows.length > 0 ? htmlTable(t('report.reconstruction'), heads, rows, 'words') : '')
  );
}

export function notesSection({ notes }: ReportContent, t: Translate): string {
  if (notes.length === 0) return paragraphs([t('report.noNotes')]);
  const items = notes.map(({ case: name, mark, note }) => {
    const word = mark === null ? '' : ` <span class="mark">${escapeHtml(t(marks[mark]))}</span>`;
    return `<dt>${escapeHtml(name)}${word}</dt><dd>${escapeHtml(note)}</dd>`;
  });
  return `<dl class="notes">${items.join('')}</dl>`;
}

/** What could not be scored, in words that name no path. */
export function failureTable({ failures }: ReportContent, t: Translate): string {
  if (failures.length === 0) return '';
  const heads = [t('words.case'), t('words.model'), t('report.failures')].map(escapeHtml);
  const rows = failures.map((item) => [item.case, item.model, item.message].map(escapeHtml));
  return htmlTable(t('report.failures'), heads, rows, 'words');
}
