import { joinSentences } from '../i18n/joinSentences';
import { languages } from '../i18n/languages';
import { type MessageKey, type Translate, translator } from '../i18n/translate';
import { casePageSection } from './html/casePageSection';
import { caseTable } from './html/caseTable';
import { escapeHtml, escapeJson } from './html/escapeHtml';
import { gapSection } from './html/gapSection';
import { failureTable, notesSection, reconstructionSection } from './html/listSections';
import { meansSection } from './html/meansSection';
import { reportStyle } from './html/reportStyle';
import { sceneSection } from './html/scenesSection';
import { settingsList } from './html/settingsList';
import { summarySection } from './html/summarySection';
import { methodsParagraph } from './methodsParagraph';
import { type ReportContent, type ReportSection, reportSections } from './reportContent';

/** The report asks for nothing: all it may use stands inside it. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The id under which the scores stand inside a report; io/reportScores.ts finds them there. */
const scoresId = 'regionlens-scores';

/**
 * The report as one HTML file, in pieces that are short to make: joined, they are the file. It holds no script
 * and no address but its own anchors and data.
 */
export function* htmlReport(content: ReportContent): Generator<string> {
  const t = translator(content.language);
  const shown = reportSections.filter(
    (section) => content.sections.includes(section) && isFilled(section, content),
  );
  const title = escapeHtml(content.title);
  yield `<!doctype html>
<html lang="${languages[content.language].locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${escapeHtml(content.producer)}">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="lead">${escapeHtml(lead(content, shown, t))}</p>
${settingsList(content, t)}
${contents(shown, t)}
`;
  for (const section of shown) {
    if (section === 'data') continue;
    yield `<section aria-labelledby="${section}"><h2 id="${section}">${escapeHtml(t(headings[section]))}</h2>`;
    yield* bodyOf(section, content, t);
    yield '</section>\n';
  }
  yield '</main>\n';
  if (shown.includes('data')) {
    yield `<script type="application/json" id="${scoresId}">`;
    for (const piece of content.scores) yield escapeJson(piece);
    yield '</script>\n';
  }
  yield '</body>\n</html>\n';
}

export const headings: Record<ReportSection, MessageKey> = {
  summary: 'report.summary',
  scenes: 'scenes.title',
  methods: 'report.methods',
  means: 'report.means',
  gap: 'report.gap',
  reconstruction: 'report.reconstruction',
  notes: 'report.notes',
  cases: 'report.cases',
  casePages: 'report.casePages',
  data: 'report.data',
};

/** A section with nothing to say is left out rather than printed empty. */
function isFilled(section: ReportSection, content: ReportContent): boolean {
  if (section === 'scenes') return content.scenes.length > 0;
  if (section === 'gap') return content.gaps.length > 0;
  if (section === 'reconstruction') return content.verdicts.length > 0;
  if (section === 'notes') return content.notes.length > 0;
  if (section === 'casePages') return content.pages.length > 0;
  if (section === 'data') return content.scores.length > 0;
  return true;
}

function* bodyOf(section: ReportSection, content: ReportContent, t: Translate): Generator<string> {
  switch (section) {
    case 'summary':
      yield summarySection(content, t);
      return;
    case 'scenes':
      for (const [index, scene] of content.scenes.entries()) yield sceneSection(scene, index + 1, t);
      return;
    case 'methods': {
      const paragraph = escapeHtml(methodsParagraph(content.methods, t));
      yield `<p class="quiet">${escapeHtml(t('report.methodsHint'))}</p><p class="methods">${paragraph}</p>`;
      return;
    }
    case 'means':
      yield meansSection(content, t) + failureTable(content, t);
      return;
    case 'gap':
      yield gapSection(content, t);
      return;
    case 'reconstruction':
      yield reconstructionSection(content, t);
      return;
    case 'notes':
      yield notesSection(content, t);
      return;
    case 'cases':
      yield* caseTable(content, t);
      return;
    case 'casePages':
      for (const [index, page] of content.pages.entries()) {
        yield casePageSection(page, index + 1, content.scheme, t);
      }
      return;
    case 'data':
  }
}

function lead({ producer, madeOn }: ReportContent, shown: readonly ReportSection[], t: Translate): string {
  const made = t('report.madeBy', { producer, date: madeOn });
  return shown.includes('data') ? joinSentences([made, t('report.reopen')]) : made;
}

function contents(shown: readonly ReportSection[], t: Translate): string {
  const entries = shown
    .filter((section) => section !== 'data')
    .map((section) => `<li><a href="#${section}">${escapeHtml(t(headings[section]))}</a></li>`);
  return `<nav aria-label="${escapeHtml(t('report.contents'))}"><ol>${entries.join('')}</ol></nav>`;
}
