import type { AnswerResult, CaseScores, GeometryWarning } from '../../domain/results';
import type { Translate } from '../../i18n/translate';

/** How cases are called in a report, and how texts are freed of the names that it does not show. */
export interface ReportNames {
  of: (caseId: string) => string;
  /** The text with every case name replaced as `of` replaces it. */
  hide: (text: string) => string;
  isAnonymous: boolean;
}

/** Case names as they are, or numbers in the order of the cohort. */
export function reportNames(caseIds: readonly string[], isAnonymous: boolean, t: Translate): ReportNames {
  if (!isAnonymous) return { of: (caseId) => caseId, hide: (text) => text, isAnonymous };
  const digits = String(caseIds.length).length;
  const numbered = new Map(
    caseIds.map((id, index) => [
      id,
      t('report.caseNumber', { number: String(index + 1).padStart(digits, '0') }),
    ]),
  );
  // Long names first: one may be part of another.
  const longestFirst = [...numbered].sort(([first], [second]) => second.length - first.length);
  const byLowerCase = new Map(longestFirst.map(([id, name]) => [id.toLowerCase(), name]));
  const literal = longestFirst.map(([id]) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // All at once: what stands in place of one name is not searched for others.
  const places = new RegExp(literal.join('|'), 'gi');
  const hide = (text: string) =>
    literal.length === 0 ? text : text.replace(places, (id) => byLowerCase.get(id.toLowerCase()) ?? id);
  return { of: (caseId) => numbered.get(caseId) ?? '', hide, isAnonymous };
}

/** The scores with the name that the report shows, and without the paths and dates of their files. */
export function withoutPaths(scores: CaseScores, names: ReportNames): CaseScores {
  const { result } = scores;
  const { caseId, reference, prediction, warnings } = result;
  return {
    ...scores,
    result: {
      ...result,
      caseId: names.of(caseId),
      reference: { file: 'reference', bytes: reference.bytes },
      prediction: { file: 'prediction', bytes: prediction.bytes },
      warnings: warnings.map((warning) => withoutNames(warning, (file) => sideOf(file, result), names)),
    },
  };
}

function withoutNames(
  warning: GeometryWarning,
  sideOf: (file: string) => string,
  { hide }: ReportNames,
): GeometryWarning {
  const file = sideOf(warning.file);
  if ('otherFile' in warning) return { ...warning, file, otherFile: sideOf(warning.otherFile) };
  if (warning.kind !== 'mask-left-out') return { ...warning, file };
  const facts = Object.entries<string | number>(warning.problem.facts).map(([name, fact]) => {
    if (typeof fact === 'number') return [name, fact];
    return [name, ['otherFile', 'dataFile'].includes(name) ? file : hide(fact)];
  });
  return { ...warning, file, problem: { ...warning.problem, file, facts: Object.fromEntries(facts) } };
}

/** Whose file it is, one of many masks as well: that whose first file is called more alike, from the left. */
export function sideOf(
  file: string,
  { reference, prediction }: Pick<AnswerResult, 'reference' | 'prediction'>,
): 'reference' | 'prediction' {
  const isReference = alike(file, reference.file) > alike(file, prediction.file);
  return isReference ? 'reference' : 'prediction';
}

/** One more where both are the same, so that a name goes before a longer one that begins like it. */
function alike(first: string, second: string): number {
  let length = 0;
  while (length < first.length && first[length] === second[length]) length++;
  return first === second ? length + 1 : length;
}
