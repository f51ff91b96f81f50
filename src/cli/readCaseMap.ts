import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Papa from 'papaparse';
import { systemReason } from './terminal';

/** One line of the table: which prediction is held against which reference. */
export interface MappedPair {
  caseId: string;
  model: string;
  /** Paths as this process opens them. */
  reference: string;
  prediction: string;
}

const required = ['case', 'reference', 'prediction'] as const;

/**
 * Reads a table of pairs (CSV, first line `case,reference,prediction[,model]`); paths are relative to its folder.
 * Without a model a case has one prediction, of the model "prediction". What is wrong is one sentence with the line.
 */
export function readCaseMap(file: string): MappedPair[] | string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (reason) {
    return `${file}: ${systemReason(reason)}`;
  }
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  if (typeof lines === 'string') return `${file}: ${lines}`;
  const [header, ...rows] = lines;
  const columns = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  const missing = required.find((name) => !columns.includes(name));
  const unknown = columns.find((name) => name !== 'model' && !required.some((known) => known === name));
  if (missing !== undefined || unknown !== undefined) {
    return `${file}: the first line has to be case,reference,prediction or case,reference,prediction,model.`;
  }
  if (rows.length === 0) return `${file} names no case.`;
  const pairs: MappedPair[] = [];
  const lineOfPair = new Map<string, number>();
  const referenceOfCase = new Map<string, { path: string; line: number }>();
  for (const { line, cells } of rows) {
    const wrong = (what: string) => `${file}, line ${line}: ${what}`;
    if (cells.length !== columns.length)
      return wrong(`${cells.length} cells, ${columns.length} are expected.`);
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? '';
    const empty = required.find((name) => cell(name) === '');
    if (empty !== undefined) return wrong(`${empty} is empty.`);
    const [reference, prediction] = [cell('reference'), cell('prediction')].map((path) =>
      resolve(dirname(file), path),
    );
    const absent = [reference, prediction].find((path) => !existsSync(path) || !statSync(path).isFile());
    if (absent !== undefined) return wrong(`no file ${absent}`);
    const pair = { caseId: cell('case'), model: cell('model') || 'prediction', reference, prediction };
    const key = JSON.stringify([pair.caseId, pair.model]);
    const before = lineOfPair.get(key);
    if (before !== undefined) {
      return wrong(
        `case ${pair.caseId} of ${pair.model} is in line ${before} already; name models in a column model.`,
      );
    }
    const other = referenceOfCase.get(pair.caseId);
    if (other !== undefined && other.path !== reference) {
      return wrong(`case ${pair.caseId} has another reference in line ${other.line}.`);
    }
    lineOfPair.set(key, line);
    referenceOfCase.set(pair.caseId, { path: reference, line });
    pairs.push(pair);
  }
  return pairs;
}

/** Lines that are not empty, with the number at which each begins: a quoted cell may hold line feeds. */
function linesOf(text: string): { line: number; cells: string[] }[] | string {
  const lines: { line: number; cells: string[] }[] = [];
  let problem: string | null = null;
  let [start, line] = [0, 1];
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: ({ data, errors, meta }) => {
      if (errors.length > 0) problem ??= `line ${line}: ${errors[0].message}.`;
      if (data.some((cell) => cell.trim() !== '')) lines.push({ line, cells: data });
      line += text.slice(start, meta.cursor).match(/\r\n|\n|\r/g)?.length ?? 0;
      start = meta.cursor;
    },
  });
  return problem ?? lines;
}
