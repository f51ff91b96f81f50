import { meanIntervals } from '../../actions/cohortStatistics';
import { useFigures } from './useFigures';

/** 95 % intervals of the means of these columns, worked out beside the page; null until they are there. */
export function useMeanIntervals(columns: number[][]): { low: number; high: number }[] | null {
  return useFigures(columns, meanIntervals);
}
