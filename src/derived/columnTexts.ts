import type { CaseMark } from '../domain/annotation';
import type { CohortColumn, ColumnGroup, TextQuantity } from '../domain/cohortColumn';
import type { LabelScheme } from '../domain/labelScheme';
import { structureColor } from '../domain/palette';
import type { RowCondition } from '../domain/rowFilter';
import { pairScores, type ScoreForm, type ScoreKey, scoresAt } from '../domain/scoreKinds';
import { formatsOf, scoreTitle } from '../i18n/scoreWords';
import type { MessageKey, Translate } from '../i18n/translate';
import { profileTitles } from './profileTitles';
import type { CohortView } from './useCohortView';

export const groupTitles: Record<ColumnGroup, MessageKey> = {
  regionDice: 'cohort.groupRegionDice',
  labelDice: 'cohort.groupLabelDice',
  gap: 'cohort.groupGap',
  causes: 'cohort.groupCauses',
  shifts: 'cohort.groupShifts',
  surfaces: 'cohort.groupSurfaces',
  lesions: 'cohort.groupLesions',
  volumes: 'cohort.groupVolumes',
  reconstruction: 'reconstruction.title',
  warnings: 'cohort.groupWarnings',
  marks: 'cohort.groupMarks',
  attributes: 'cohort.groupAttributes',
};

const otherTitles: Record<TextQuantity, MessageKey | null> = {
  verdict: 'reconstruction.column',
  warnings: 'cohort.warnings',
  mark: 'cohort.mark',
  note: 'cohort.note',
  attribute: null,
};

const kinds: readonly { key: ScoreKey; group: string; form: ScoreForm; unit: string }[] = [
  ...scoresAt('table'),
  ...pairScores,
];

const kindByKey = new Map<string, (typeof kinds)[number]>(kinds.map((kind) => [kind.key, kind]));

/** Asked for every cell that is drawn. */
function kindOf({ quantity }: CohortColumn) {
  return kindByKey.get(quantity);
}

/** Volumes and distances have two decimals, scores three. */
export function formatOf(column: CohortColumn): (value: number) => string {
  return formatsOf[kindOf(column)?.form ?? 'measure'];
}

/** First what it is of, then, where the group holds several quantities, which. */
export function columnTitle(column: CohortColumn, t: Translate): { of: string; quantity: string } {
  return { of: nameOf(column) ?? column.attribute ?? '', quantity: quantityTitle(column, t) };
}

/** What a quantity is called under the name of its structure; empty where its group says it already. */
function quantityTitle(column: CohortColumn, t: Translate): string {
  const kind = kindOf(column);
  if (kind) {
    const isAlone = kinds.filter(({ group }) => group === kind.group).length === 1;
    return isAlone ? '' : scoreTitle(kind, t);
  }
  const title = otherTitles[column.quantity as TextQuantity];
  return title ? t(title) : '';
}

/** How many were left out by a person, behind the ledger of the others. */
export function excludedText(count: number, t: Translate): string {
  return count > 0 ? ` · ${t('cohort.ledgerExcluded', { count })}` : '';
}

/** The whole title in one line, for menus and chips. */
export function columnName(column: CohortColumn, t: Translate): string {
  const { of, quantity } = columnTitle(column, t);
  const group = column.group === 'attributes' ? '' : quantity || t(groupTitles[column.group]);
  return [of, group].filter(Boolean).join(' · ');
}

function nameOf({ structure, pair }: CohortColumn): string | null {
  if (structure) return structure.name;
  return pair ? `${pair.region.name} → ${pair.label.name}` : null;
}

export function columnColor(column: CohortColumn, scheme: LabelScheme): string | null {
  const structure = column.structure ?? column.pair?.label;
  return structure ? structureColor(scheme, structure) : null;
}

/** From where to where (percent of the cell) a small bar shows the number; null where a bar says nothing. */
export function barOf(column: CohortColumn, value: number): [number, number] | null {
  if (Number.isNaN(value)) return null;
  const form = kindOf(column)?.form;
  if (form === 'score') return [0, 100 * value];
  if (form !== 'signed') return null;
  const end = 50 + 50 * Math.min(1, Math.max(-1, value / 0.5));
  return end < 50 ? [end, 50] : [50, end];
}

export const markTitles: Record<CaseMark, MessageKey> = {
  ok: 'cohort.markOk',
  'look-again': 'cohort.markLookAgain',
  'reference-wrong': 'cohort.markReferenceWrong',
  excluded: 'cohort.markExcluded',
};

export const conditionTitles: Record<RowCondition, MessageKey> = {
  'both-empty': 'cohort.conditionBothEmpty',
  missed: 'cohort.conditionMissed',
  hallucinated: 'cohort.conditionHallucinated',
  'left-out': 'cohort.conditionLeftOut',
  failed: 'cohort.conditionFailed',
  warnings: 'cohort.conditionWarnings',
  marked: 'cohort.conditionMarked',
};

/** What belongs under every chart of the cohort: its convention, and how many rows count. */
export function chartConvention(
  { convention, counted }: Pick<CohortView, 'convention' | 'counted'>,
  t: Translate,
): string {
  return t('cohort.chartConvention', {
    convention: profileTitles[convention.profile],
    count: counted.filter(({ scores }) => scores !== null).length,
  });
}
