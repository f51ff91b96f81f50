import { create } from 'zustand';
import type { ColumnGroup } from '../domain/cohortColumn';
import { emptyFilter, type RowFilter } from '../domain/rowFilter';

/** How a model's numbers are read in the comparison. */
export type Reading = 'region' | 'label';

/** How the cohort is looked at: every tab, chart and table reads it, so that they show the same cases. */
export interface CohortViewFacts {
  /** Key of the row that is marked in the table and all charts. */
  selected: string | null;
  groups: ColumnGroup[];
  /** First the column that counts most. */
  sorting: { id: string; desc: boolean }[];
  filter: RowFilter;
  /** Keys of the rows that were brushed in a chart; null while none are. */
  brushed: string[] | null;
  /** A kind of app/cohort/charts/cohortCharts.ts; the first one where there is none such. */
  chart: string;
  isChartShown: boolean;
  isMeansShown: boolean;
  /** structureKey and pairKey that the charts show; null for the first ones. */
  structure: string | null;
  pair: string | null;
  /** Attribute column by which charts are coloured; null for the model. */
  colorBy: string | null;
  /** The models compared and how each is read; null models stand for the first two. */
  firstModel: string | null;
  secondModel: string | null;
  firstReading: Reading;
  secondReading: Reading;
  /** Triage lists every case and not only those that stand out. */
  isTriageOfAll: boolean;
}

export const emptyCohortView: CohortViewFacts = {
  selected: null,
  groups: ['regionDice', 'labelDice', 'gap', 'reconstruction'],
  sorting: [],
  filter: emptyFilter,
  brushed: null,
  chart: 'slopes',
  isChartShown: true,
  isMeansShown: true,
  structure: null,
  pair: null,
  colorBy: null,
  firstModel: null,
  secondModel: null,
  firstReading: 'region',
  secondReading: 'region',
  isTriageOfAll: false,
};

export const useCohortViewStore = create<CohortViewFacts>(() => emptyCohortView);
