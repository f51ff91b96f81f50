import type { CohortChart } from './cohortChart';
import { cumulative } from './cumulative';
import { diceVolume } from './diceVolume';
import { gaps } from './gaps';
import { gapVolume } from './gapVolume';
import { groups } from './groups';
import { heatMap } from './heatMap';
import { sizeDifference } from './sizeDifference';
import { slopes } from './slopes';

/** The charts of the cohort in the order of their menu; the first one is shown until another is chosen. */
export const cohortCharts: readonly CohortChart[] = [
  slopes,
  gaps,
  diceVolume,
  gapVolume,
  sizeDifference,
  heatMap,
  cumulative,
  groups,
];
