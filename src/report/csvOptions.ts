/**
 * How tables are written. Papaparse's own guard against text that a spreadsheet would take for a formula misses text
 * of several lines and the full-width signs that some spreadsheets take for plain ones, so the guard is spelt out.
 */
export const csvOptions = { newline: '\n', escapeFormulae: /^[=+\-@\t\r\n＝＋－＠]/ } as const;
