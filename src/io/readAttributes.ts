import Papa from 'papaparse';
import type { CaseAttributes } from '../domain/caseAttributes';
import { failure, type Result, success } from '../domain/errors';

/**
 * Reads a table of case attributes (CSV, TSV or semicolons, first line the column names) and finds its id
 * column: the one whose cells answer to most cases. An id answers to the case of the same name, of the same
 * letters and digits, or to the only case that contains it. 'attributes-empty' for a table without rows,
 * 'attributes-no-ids' when no column answers to any case.
 */
export function readAttributes(
  file: string,
  text: string,
  caseIds: readonly string[],
): Result<CaseAttributes> {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim(),
  });
  const columns = (meta.fields ?? []).filter((name) => name !== '');
  if (data.length === 0 || columns.length === 0) return failure('attributes-empty', file, {});
  const find = caseFinder(caseIds);
  const found = columns.map((name) => data.filter((row) => find(row[name] ?? '') !== null).length);
  const most = Math.max(...found);
  if (most === 0) return failure('attributes-no-ids', file, { columns: columns.join(', ') });
  const idColumn = columns[found.indexOf(most)];
  const others = columns.filter((name) => name !== idColumn);
  const values: CaseAttributes['values'] = {};
  const unmatched: string[] = [];
  const repeated = new Set<string>();
  for (const row of data) {
    const id = row[idColumn] ?? '';
    const caseId = find(id);
    if (caseId === null) {
      unmatched.push(id);
      continue;
    }
    if (caseId in values) repeated.add(caseId);
    values[caseId] = Object.fromEntries(others.map((name) => [name, (row[name] ?? '').trim()]));
  }
  return success({ file, idColumn, columns: others, values, unmatched, repeated: [...repeated] });
}

/** The case that an id means; null when none or several answer to it. */
function caseFinder(caseIds: readonly string[]): (id: string) => string | null {
  const exact = new Set(caseIds);
  const loose = new Map<string, string | null>();
  for (const caseId of caseIds) {
    loose.set(lettersOf(caseId), loose.has(lettersOf(caseId)) ? null : caseId);
  }
  const known = new Map<string, string | null>();
  const contained = (letters: string) => {
    const holders = caseIds.filter((caseId) => lettersOf(caseId).includes(letters));
    return holders.length === 1 ? holders[0] : null;
  };
  return (cell) => {
    const id = cell.trim();
    const letters = lettersOf(id);
    if (letters === '') return null;
    if (exact.has(id)) return id;
    const before = known.get(letters);
    if (before !== undefined) return before;
    const answer = loose.get(letters) ?? (letters.length < 3 ? null : contained(letters));
    known.set(letters, answer);
    return answer;
  };
}

function lettersOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
