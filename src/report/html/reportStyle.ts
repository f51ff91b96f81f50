import { edgeOnWhite } from '../../domain/palette';

/** The style of a report: a quiet page on screen, clean A4 sheets on paper; light only. */
export const reportStyle = `
:root { color-scheme: light; --text: #171a1f; --quiet: #535d6b; --line: #d9dde3; --accent: #0b6a9f; }
* { box-sizing: border-box; }
html { font: 10pt/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--text); background: #eef0f3; }
body { margin: 0; }
main { max-width: 190mm; margin: 8mm auto; padding: 14mm 15mm; background: #fff; box-shadow: 0 0 4mm rgb(0 0 0 / 8%); }
h1 { margin: 0 0 1mm; font-size: 20pt; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 10mm 0 3mm; padding-bottom: 1.2mm; border-bottom: 0.4mm solid var(--text); font-size: 13.5pt; line-height: 1.25; }
h3 { margin: 0 0 3mm; font-size: 12pt; }
h4 { margin: 0 0 1mm; font-size: 10pt; }
p { margin: 0 0 2mm; max-width: 160mm; overflow-wrap: anywhere; }
a { color: var(--accent); }
small { color: var(--quiet); font-size: 0.88em; }
.quiet, figcaption { color: var(--quiet); font-size: 8.5pt; }
.lead { font-size: 9pt; color: var(--quiet); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.8mm 5mm; margin: 5mm 0; padding: 3.5mm 4mm; border: 0.25mm solid var(--line); border-radius: 1mm; font-size: 9pt; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
nav ol { columns: 2; margin: 0; padding-left: 5mm; font-size: 9pt; }
.methods { padding: 3mm 4mm; border-left: 0.8mm solid var(--line); max-width: none; }
.table { overflow-x: auto; margin: 3mm 0 4mm; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; font-variant-numeric: tabular-nums; line-height: 1.3; }
table.wide { font-size: 7.5pt; }
caption { padding-bottom: 1mm; text-align: left; font-weight: 600; font-size: 9pt; }
th, td { padding: 0.9mm 1.4mm; border-bottom: 0.2mm solid var(--line); text-align: right; vertical-align: baseline; }
thead th { border-bottom: 0.35mm solid var(--quiet); font-weight: 600; vertical-align: bottom; }
th:first-child, td:first-child, .words td, .words th { text-align: left; }
thead .group { border-bottom: 0; text-align: center; }
tbody th { font-weight: 400; white-space: nowrap; }
.words th, .wide th { white-space: normal; overflow-wrap: break-word; }
.wide th, .wide td { padding: 0.9mm 1mm; }
td small { white-space: nowrap; }
.swatch { display: inline-block; width: 2.4mm; height: 2.4mm; margin-right: 1.4mm; border: 0.15mm solid ${edgeOnWhite}; border-radius: 0.4mm; vertical-align: -0.2mm; }
figure { margin: 4mm 0; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { margin-top: 1mm; }
.pair-figures { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; break-inside: avoid; }
.mark { padding: 0 1.2mm; border: 0.2mm solid var(--quiet); border-radius: 0.8mm; color: var(--quiet); font-size: 7.5pt; white-space: nowrap; }
.notes dt { font-weight: 600; }
.notes dd { margin: 0 0 2.5mm; white-space: pre-wrap; overflow-wrap: anywhere; }
.note { white-space: pre-wrap; }
.definitions { position: absolute; }
.case-page { margin-top: 8mm; padding-top: 5mm; border-top: 0.2mm solid var(--line); }
.slices { display: grid; grid-template-columns: repeat(3, 1fr); gap: 3mm; align-items: start; }
.slice { margin: 0 0 1.5mm; }
.slice .layer { image-rendering: pixelated; }
.slice figcaption b { display: block; color: var(--text); }
.legend span { margin-right: 2.5mm; white-space: nowrap; }
.legend { display: block; line-height: 1.5; }
.scene { display: grid; grid-template-columns: 1fr 1.4fr; gap: 6mm; align-items: start; margin: 0 0 6mm; break-inside: avoid; }
.scene-facts { display: grid; grid-template-columns: max-content 1fr; gap: 0.5mm 5mm; margin: 0 0 3mm; font-variant-numeric: tabular-nums; }
.scene-facts dt { color: var(--quiet); }
.scene-facts dd { margin: 0; }
.pair-block { display: grid; grid-template-columns: 1fr 2fr; gap: 3mm; margin: 2mm 0; align-items: start; }
.pair-block .legend span { display: block; }
.pair-block p, .pair-words p { font-size: 9pt; margin-bottom: 1.2mm; }
.pair-block svg[viewBox^="0 0 430"], .pair-words svg { max-width: 110mm; }
@page { size: A4; margin: 15mm 15mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #535d6b; } }
@media print {
  html { background: #fff; font-size: 9.5pt; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, .facts, .methods, .pair-block, .table { break-inside: avoid; }
  .long { break-inside: auto; }
  [aria-labelledby="casePages"] { break-before: page; }
  [aria-labelledby="casePages"] h2 { margin-top: 0; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  .case-page { break-before: page; margin: 0; padding: 0; border: 0; }
  h2 + .case-page { break-before: auto; }
  a { color: inherit; text-decoration: none; }
}
`;
