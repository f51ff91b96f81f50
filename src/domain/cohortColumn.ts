import type { Pair, Structure } from './labelScheme';
import type { ScoreKey } from './scoreKinds';

/** Columns of one kind are shown and hidden together. */
export const columnGroups = [
  'reconstruction',
  'regionDice',
  'labelDice',
  'gap',
  'causes',
  'shifts',
  'surfaces',
  'lesions',
  'volumes',
  'warnings',
  'marks',
  'attributes',
] as const;

export type ColumnGroup = (typeof columnGroups)[number];

/** Words and counts of a case that are no scores. */
const textQuantities = ['verdict', 'warnings', 'mark', 'note', 'attribute'] as const;

export type TextQuantity = (typeof textQuantities)[number];
export type Quantity = ScoreKey | TextQuantity;

/** One column of the cohort's table: a quantity of a structure or pair, or a text of the case. */
export interface CohortColumn {
  id: string;
  group: ColumnGroup;
  quantity: Quantity;
  structure: Structure | null;
  pair: Pair | null;
  /** Name of the attribute column. */
  attribute: string | null;
}

const attributePrefix = 'attribute/';

export function attributeColumnId(name: string): string {
  return attributePrefix + name;
}

/** The attribute that a column of this id shows; null for a column of another kind. */
export function attributeOf(columnId: string): string | null {
  return columnId.startsWith(attributePrefix) ? columnId.slice(attributePrefix.length) : null;
}

/** Quantities whose cells are words and not numbers. */
export function isText({ quantity }: Pick<CohortColumn, 'quantity'>): boolean {
  const words: readonly Quantity[] = textQuantities;
  return words.includes(quantity);
}
