import type { PairedScores, StructureComparison } from '../domain/comparison';
import { hasOneShift } from '../domain/contourShift';
import type { Interval } from '../domain/interval';
import type { RatingCorrelation } from '../domain/rating';
import type { AnswerResult, PairScores } from '../domain/results';
import { packConfusions } from '../workers/packConfusions';
import type { Jobs } from '../workers/protocol';
import { pool } from './pool';

/** What is on screen goes before background work. */
const onScreen = 1;

/** 95 % bootstrap intervals of the means of columns of scores, from a worker. */
export function meanIntervals(columns: number[][], signal: AbortSignal): Promise<Interval[]> {
  return pool.run('meanIntervals', { columns }, { signal, priority: onScreen });
}

/** The mean account of one pair over cases, from a worker; null when no case has a gap. */
export async function meanGap(
  scores: readonly PairScores[],
  signal: AbortSignal,
): Promise<Jobs['meanGap']['response']['gap']> {
  const pairs = scores.map(({ account, distances }) => ({ account, distances: judgedParts(distances) }));
  return (await pool.run('meanGap', { pairs }, { signal, priority: onScreen })).gap;
}

/** Parts of contours that no single shift describes would rest on a mean that says nothing. */
function judgedParts(distances: PairScores['distances']) {
  if (!distances || !hasOneShift(distances.region) || !hasOneShift(distances.label)) return null;
  return { shapePart: distances.shapePart, accuracyPart: distances.accuracyPart };
}

/** The paired comparisons of two models in each reading, from a worker. */
export function compareModels(
  readings: PairedScores[][],
  signal: AbortSignal,
): Promise<StructureComparison[][]> {
  return pool.run('compareModels', { readings }, { signal, priority: onScreen });
}

/** Rank correlations of columns of scores with ratings, with 95 % bootstrap intervals over cases, from a worker. */
export function rateCorrelations(
  rated: Jobs['rateCorrelations']['request'],
  signal: AbortSignal,
): Promise<RatingCorrelation[]> {
  return pool.run('rateCorrelations', rated, { signal, priority: onScreen });
}

/** Labels that look renamed, in a model or in single cases, from a worker. */
export async function findMixUps(
  results: readonly AnswerResult[],
  ignoreLabel: number | null,
  signal: AbortSignal,
): Promise<Jobs['findMixUps']['response']['found']> {
  const request = {
    caseIds: results.map(({ caseId }) => caseId),
    models: results.map(({ model }) => model),
    confusions: packConfusions(results.map(({ confusion }) => confusion)),
    ignoreLabel,
  };
  return (await pool.run('findMixUps', request, { signal, priority: onScreen })).found;
}
