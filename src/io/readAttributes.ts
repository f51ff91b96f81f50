import Papa from 'papaparse';
import type { CaseAttributes } from '../domain/caseAttributes';
import { failure, type Result, success } from '../domain/errors';

/**
 * Reads a table of case attributes (CSV, TSV or semicolons, first line the column names) and finds its id
 * column: the one whose cells name most cases, or else the one of whose different cells most answer to some. An
 * id answers to the case of the same name, of the same letters and digits, to every case whose name begins with
 * it, or to the only one of whose name it is a part. 'attributes-quote' with the line of a quotation mark
 * without its partner, 'attributes-empty' for a table without rows,
 * 'attributes-no-ids' when no column answers to any case.
 */
export function readAttributes(
  file: string,
  text: string,
  caseIds: readonly string[],
): Result<CaseAttributes> {
  const table = text.replace(/^\uFEFF/, '');
  const { data, meta, errors } = Papa.parse<Record<string, string>>(table, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim(),
  });
  const unbalanced = errors.find(({ type }) => type === 'Quotes');
  if (unbalanced) {
    const before = table.slice(0, unbalanced.index);
    return failure('attributes-quote', file, { line: before.split(/\r\n|\r|\n/).length });
  }
  const columns = (meta.fields ?? []).filter((name) => name !== '');
  if (data.length === 0 || columns.length === 0) return failure('attributes-empty', file, {});
  const found = columns.map((name) =>
    answersOf(
      data.map((row) => row[name] ?? ''),
      caseFinder(caseIds),
    ),
  );
  const idColumn = columns[bestOf(found)];
  const answers = found[columns.indexOf(idColumn)];
  if (answers.size === 0) return failure('attributes-no-ids', file, { columns: columns.join(', ') });
  const others = columns.filter((name) => name !== idColumn);
  const named = new Set([...answers.values()].flatMap(({ caseIds, isExact }) => (isExact ? caseIds : [])));
  const values = new Map<string, Record<string, string>>();
  const unmatched: string[] = [];
  const repeated = new Set<string>();
  for (const row of data) {
    const id = row[idColumn] ?? '';
    const answer = answers.get(id);
    // A line that names a case goes before one that only is part of its name.
    const meant = answer?.caseIds.filter((caseId) => answer.isExact || !named.has(caseId)) ?? [];
    if (meant.length === 0) unmatched.push(id);
    for (const caseId of meant) {
      if (values.has(caseId)) repeated.add(caseId);
      values.set(caseId, Object.fromEntries(others.map((name) => [name, (row[name] ?? '').trim()])));
    }
  }
  return success({
    file,
    idColumn,
    columns: others,
    values: Object.fromEntries(values),
    unmatched,
    repeated: [...repeated],
  });
}

interface Answer {
  /** Several where the id is a patient's, of whom there are several time points. */
  caseIds: string[];
  /** The id is the case's name, perhaps written otherwise, and not a part of it. */
  isExact: boolean;
}

/**
 * What the different cells of a column answer to. A text that stands in several lines is a site or a scanner, and
 * no patient, where several cases begin with it.
 */
function answersOf(cells: readonly string[], find: (id: string) => Answer | null): Map<string, Answer> {
  const lines = new Map<string, number>();
  for (const cell of cells) lines.set(cell, (lines.get(cell) ?? 0) + 1);
  const answers = new Map<string, Answer>();
  for (const [cell, count] of lines) {
    const answer = find(cell);
    if (answer && (answer.caseIds.length === 1 || count === 1)) answers.set(cell, answer);
  }
  return answers;
}

/** The place of the column that names most cases; of those that name as many, the one with most answers. */
function bestOf(found: readonly Map<string, Answer>[]): number {
  const ranks = found.map((answers) => {
    const exact = [...answers.values()].filter(({ isExact }) => isExact).length;
    return [exact, answers.size];
  });
  const isBetter = ([exact, all]: number[], [otherExact, otherAll]: number[]) =>
    exact > otherExact || (exact === otherExact && all > otherAll);
  return ranks.reduce((best, rank, place) => (isBetter(rank, ranks[best]) ? place : best), 0);
}

/** The cases that an id means; null when none answers to it, or several that do not begin with it. */
function caseFinder(caseIds: readonly string[]): (id: string) => Answer | null {
  const exact = new Set(caseIds);
  const named = new Map<string, string | null>();
  for (const caseId of caseIds) {
    const name = partsOf(caseId).join('');
    named.set(name, named.has(name) ? null : caseId);
  }
  const inParts = caseIds.map((caseId) => ({ caseId, text: between(partsOf(caseId)) }));
  const answerOf = (parts: readonly string[]): Answer | null => {
    const name = parts.join('');
    const same = named.get(name);
    if (same) return { caseIds: [same], isExact: true };
    if (name.length < 3) return null;
    const key = between(parts);
    const holders = inParts.filter(({ text }) => text.includes(key));
    const beginning = holders.filter(({ text }) => text.startsWith(key));
    const meant = holders.length === 1 ? holders : beginning;
    return meant.length > 0 ? { caseIds: meant.map(({ caseId }) => caseId), isExact: false } : null;
  };
  const known = new Map<string, Answer | null>();
  return (cell) => {
    const id = cell.trim();
    if (exact.has(id)) return { caseIds: [id], isExact: true };
    const parts = partsOf(id);
    const key = between(parts);
    if (!known.has(key)) known.set(key, answerOf(parts));
    return known.get(key) ?? null;
  };
}

/** Runs of letters and runs of digits: 100 is no part of 1001. */
function partsOf(name: string): string[] {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

function between(parts: readonly string[]): string {
  return ` ${parts.join(' ')} `;
}
