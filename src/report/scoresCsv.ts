import Papa from 'papaparse';
import type { Annotation } from '../domain/annotation';
import type { CaseAttributes } from '../domain/caseAttributes';
import { isLeftOut } from '../domain/cohortRow';
import { ownValue } from '../domain/ownValue';
import type { ProfileName } from '../domain/profile';
import {
  type AnswerFailure,
  type AnswerResult,
  type CaseScores,
  type GapAccount,
  gapNumbers,
  gapVoxels,
  type StructureScores,
} from '../domain/results';
import { type StructureScoreKey, type StructureScoreKind, structureScores } from '../domain/scoreKinds';
import { csvOptions } from './csvOptions';

/** What stands beside the scores of a case. */
export interface CsvExtras {
  /** By case id. */
  annotations?: Readonly<Record<string, Annotation>>;
  attributes?: Pick<CaseAttributes, 'columns' | 'values'> | null;
}

/**
 * One row per case, model and structure; the row of a region also holds the account of its pair. A number
 * that does not exist is an empty cell; of a structure that was left out `problem` says why. The convention stands in
 * every row, and so do mark, note and attributes of the case. Parts after the first go without the header.
 */
export function scoresCsv(
  scores: readonly CaseScores[],
  profile: ProfileName,
  extras: CsvExtras = {},
  hasHeader = true,
): string {
  const rows = scores.flatMap((item) => rowsOf(item, profile, extras));
  return Papa.unparse(rows, { ...csvOptions, header: hasHeader });
}

/**
 * A row per case and model that could not be scored, with the reason, in the columns of `like`; without one
 * below a header of its own.
 */
export function failuresCsv(
  failures: readonly AnswerFailure[],
  messageOf: (failure: AnswerFailure) => string,
  profile: ProfileName,
  extras: CsvExtras,
  like: CaseScores | undefined,
): string {
  const rows = failures.map((failed) => ({
    ...{ case: failed.caseId, model: failed.model, convention: profile, problem: messageOf(failed) },
    ...ofCase(failed.caseId, extras),
  }));
  if (!like) return Papa.unparse(rows, csvOptions);
  const columns = Object.keys(rowsOf(like, profile, extras)[0]);
  return Papa.unparse(rows, { ...csvOptions, header: false, columns });
}

function ofCase(caseId: string, { annotations, attributes }: CsvExtras): Record<string, string> {
  const values = ownValue(attributes?.values, caseId) ?? {};
  return {
    mark: ownValue(annotations, caseId)?.mark ?? '',
    note: ownValue(annotations, caseId)?.note ?? '',
    ...Object.fromEntries(attributes?.columns.map((name) => [`attribute ${name}`, values[name] ?? '']) ?? []),
  };
}

function rowsOf(
  { result, structures, pairs, tauMm, convention, unknownLabels }: CaseScores,
  profile: ProfileName,
  extras: CsvExtras,
) {
  return structures.map((scores) => {
    const { structure } = scores;
    const { tp, fp, fn, tn, dimensions } = scores.overlap;
    const paired = pairs.find(
      ({ pair }) => structure.kind === 'region' && pair.region.name === structure.name,
    );
    return {
      case: result.caseId,
      model: result.model,
      convention: profile,
      kind: structure.kind,
      structure: structure.name,
      labels: structure.labels.join(' '),
      dimensions,
      ...numbers({ tp, fp, fn, tn }),
      ...numbers(scoresFrom('overlap', scores)),
      ...numbers({ ...scoresFrom('surface', scores), tauMm }),
      lesionConvention: convention.lesionProfile,
      ...numbers(scoresFrom('lesions', scores)),
      pairedLabel: paired?.pair.label.name ?? '',
      ...numbers({
        ...accountOf(paired?.account),
        sharedWithinTau: paired?.boundary?.shared,
        childWithinTau: paired?.boundary?.child,
        relievedWithinTau: paired?.boundary?.relieved,
        regionShiftGrowMm: paired?.distances?.region.growMm.value,
        regionShiftShrinkMm: paired?.distances?.region.shrinkMm.value,
        labelShiftGrowMm: paired?.distances?.label.growMm.value,
        labelShiftShrinkMm: paired?.distances?.label.shrinkMm.value,
        labelDiceAtRegionShift: paired?.distances?.labelDiceAtRegionShift.mean.value,
        shapePart: paired?.distances?.shapePart.value,
        accuracyPart: paired?.distances?.accuracyPart.value,
      }),
      unknownLabels: unknownLabels.map(({ value, voxels }) => `${value} (${voxels} voxels)`).join('; '),
      problem: isLeftOut(scores.overlap) ? `left-out: ${masksLeftOut(result)}` : '',
      ...ofCase(result.caseId, extras),
    };
  });
}

/** The region's Dice is that of its row. */
const accountColumns = [...gapNumbers, ...gapVoxels].filter((key) => key !== 'regionDice');

function accountOf(account: GapAccount | undefined) {
  return Object.fromEntries(accountColumns.map((key) => [key, account?.[key]]));
}

/** The masks that were left out of a case, each with the code of why. */
function masksLeftOut({ warnings }: AnswerResult): string {
  return warnings
    .flatMap((warning) =>
      warning.kind === 'mask-left-out' ? `${warning.structure} (${warning.problem.code})` : [],
    )
    .join('; ');
}

/** Every score of this origin under its key; volumes and areas have columns of their own. */
function scoresFrom(origin: StructureScoreKind['from'], scores: StructureScores): Record<string, number> {
  return Object.fromEntries(
    structureScores
      .filter(({ from }) => from === origin)
      .map(({ key, take }) => [savedKeys[key] ?? key, take(scores).value]),
  );
}

/** Names that tables have had for longer than the scores. */
const savedKeys: Partial<Record<StructureScoreKey, string>> = { lesionsExtra: 'lesionsFalsePositive' };

type Cell = number | null | undefined;

function numbers<Key extends string>(values: Record<Key, Cell>): Record<Key, number | ''> {
  const cells = Object.entries<Cell>(values).map(([key, value]) => [
    key,
    typeof value === 'number' && Number.isFinite(value) ? value : '',
  ]);
  return Object.fromEntries(cells);
}
