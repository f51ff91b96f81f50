import type { NamedConvention } from '../../domain/conventions/convention';
import type { CaseUnderConvention } from '../../domain/conventions/conventionScores';

/** What conventions gave of one case of one model. */
export interface AnswerUnderConventions {
  caseId: string;
  model: string;
  found: readonly CaseUnderConvention[];
}

/** A mean over cases as a convention takes it, and what it is not of. */
export interface ConventionMean {
  mean: number;
  /** With the divisor n − 1; NaN below two cases. */
  sd: number;
  /** How many cases are in it. */
  count: number;
  /** Cases without a number, which the mean leaves out. */
  leftOut: string[];
}

/** One model under one convention. */
export interface ConventionCell {
  convention: string;
  /** What its authors would publish: the plain mean over structures of each one's mean over cases. */
  value: number;
  structures: { name: string; labels: number[]; mean: ConventionMean }[];
  /** 1 + number of strictly better models; NaN without a value. */
  rank: number;
  /** From the pinned convention; NaN where either has no value. */
  difference: number;
}

export interface ConventionRow {
  model: string;
  /** In the order of the conventions asked for. */
  cells: ConventionCell[];
}

/** The score that a convention is known by. */
export function mainScore({ lesions }: Pick<NamedConvention, 'lesions'>): string {
  return lesions ? 'lesionwise_dice' : 'dice';
}

/** One row a model, one cell a convention; a case that another model has and this one lacks counts as missing. */
export function conventionTable(
  answers: readonly AnswerUnderConventions[],
  conventions: readonly NamedConvention[],
  pinned: string,
): ConventionRow[] {
  const caseIds = [...new Set(answers.map(({ caseId }) => caseId))];
  const models = [...new Set(answers.map(({ model }) => model))];
  const found = new Map(answers.map((answer) => [`${answer.model}\n${answer.caseId}`, answer.found]));
  const rows = models.map((model) => {
    const cells = conventions.map((convention) => {
      const cases = caseIds.map((caseId) => ({
        caseId,
        found: found.get(`${model}\n${caseId}`)?.find((one) => one.convention === convention.name),
      }));
      return cellOf(convention, cases);
    });
    const ofPinned = cells.find(({ convention }) => convention === pinned)?.value ?? Number.NaN;
    return { model, cells: cells.map((cell) => ({ ...cell, difference: cell.value - ofPinned })) };
  });
  return rows.map(({ model, cells }) => ({
    model,
    cells: cells.map((cell, place) => {
      const better = rows.filter((row) => row.cells[place].value > cell.value).length;
      return { ...cell, rank: Number.isNaN(cell.value) ? Number.NaN : better + 1 };
    }),
  }));
}

function cellOf(
  convention: NamedConvention,
  cases: readonly { caseId: string; found: CaseUnderConvention | undefined }[],
): Omit<ConventionCell, 'rank' | 'difference'> {
  const score = mainScore(convention);
  const structures = cases.find(({ found }) => found)?.found?.structures ?? [];
  const means = structures.map(({ name, labels }, place) => {
    const values = cases.map(({ caseId, found }) => ({
      caseId,
      scores: found?.structures[place]?.scores ?? null,
    }));
    return { name, labels, mean: meanOverCases(values, score, convention) };
  });
  const sum = means.reduce((before, { mean }) => before + mean.mean, 0);
  return { convention: convention.name, value: sum / means.length, structures: means };
}

/**
 * The mean of one score over cases. Numbers that do not exist are left out and told; a case without a prediction
 * (null) counts what the convention says, or is left out where no rule is known.
 */
export function meanOverCases(
  cases: readonly { caseId: string; scores: Readonly<Record<string, number>> | null }[],
  score: string,
  { missingFile }: Pick<NamedConvention, 'missingFile'>,
): ConventionMean {
  const ofMissing = missingFile
    ? score.includes('hd95')
      ? missingFile.hd95Mm
      : missingFile.dice
    : Number.NaN;
  const values = cases.map(({ scores }) => (scores ? (scores[score] ?? Number.NaN) : ofMissing));
  const used = values.filter((value) => !Number.isNaN(value));
  const mean = used.reduce((sum, value) => sum + value, 0) / used.length;
  const squares = used.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    sd: used.length < 2 ? Number.NaN : Math.sqrt(squares / (used.length - 1)),
    count: used.length,
    leftOut: cases.filter((_, place) => Number.isNaN(values[place])).map(({ caseId }) => caseId),
  };
}
