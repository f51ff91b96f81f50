import type { PairedScores, StructureComparison } from '../domain/comparison';
import { pool } from './pool';

/** What is on screen goes before background work. */
const onScreen = 1;

/** 95 % bootstrap intervals of the means of columns of scores, from a worker. */
export function meanIntervals(
  columns: number[][],
  signal: AbortSignal,
): Promise<{ low: number; high: number }[]> {
  return pool.run('meanIntervals', { columns }, { signal, priority: onScreen });
}

/** The paired comparisons of two models in each reading, from a worker. */
export function compareModels(
  readings: PairedScores[][],
  signal: AbortSignal,
): Promise<StructureComparison[][]> {
  return pool.run('compareModels', { readings }, { signal, priority: onScreen });
}
