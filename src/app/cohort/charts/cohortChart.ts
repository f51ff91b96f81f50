import type { ComponentType } from 'react';
import type { CohortView } from '../../../derived/useCohortView';
import type { Pair, Structure } from '../../../domain/labelScheme';
import type { Message } from '../../../i18n/message';

export interface ChartProps {
  view: CohortView;
  /** What was chosen beside the chart's name; null where the scheme has no pairs. */
  pair: Pair | null;
  structure: Structure;
  /** The whole title, with what was chosen. */
  title: string;
}

/** A chart of the cohort's rows: a file of this folder, and a line of cohortCharts.ts. */
export interface CohortChart {
  /** Also the name of the saved figure. */
  kind: string;
  title: Message;
  /** What a person chooses beside the chart's name; a chart of pairs is offered where there are some. */
  of: 'pair' | 'structure' | 'allPairs' | 'everything';
  /** Whether its series can be the values of an attribute; `always`: only offered where attributes were joined. */
  byAttribute: 'never' | 'canBe' | 'always';
  Chart: ComponentType<ChartProps>;
}
