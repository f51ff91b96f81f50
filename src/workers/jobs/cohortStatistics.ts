import { cohortGap } from '../../kernels/cohortGap';
import { findMixUps } from '../../kernels/reconstruction/findMixUps';
import { bootstrapMeanInterval } from '../../kernels/statistics/bootstrapInterval';
import { compareStructures } from '../../kernels/statistics/compareStructures';
import { spearmanCorrelation } from '../../kernels/statistics/spearmanCorrelation';
import { unpackConfusions } from '../packConfusions';
import type { Jobs } from '../protocol';

/** 95 % bootstrap intervals of the means of columns of scores. */
export async function meanIntervals({
  columns,
}: Jobs['meanIntervals']['request']): Promise<Jobs['meanIntervals']['response']> {
  return columns.map((values) => bootstrapMeanInterval(values));
}

/** The mean account of one pair over cases. */
export async function meanGap({ pairs }: Jobs['meanGap']['request']): Promise<Jobs['meanGap']['response']> {
  return { gap: cohortGap(pairs) };
}

/** Two models compared, each reading with a Holm correction of its own. */
export async function compareModels({
  readings,
}: Jobs['compareModels']['request']): Promise<Jobs['compareModels']['response']> {
  return readings.map(compareStructures);
}

/** Each column of scores against the ratings; the answers to one case are drawn together. */
export async function rateCorrelations({
  ratings,
  columns,
  cases,
}: Jobs['rateCorrelations']['request']): Promise<Jobs['rateCorrelations']['response']> {
  return columns.map((scores) => spearmanCorrelation(ratings, scores, undefined, cases));
}

/** Labels that look renamed, in a model or in single cases. */
export async function lookForMixUps({
  caseIds,
  models,
  confusions,
  ignoreLabel,
}: Jobs['findMixUps']['request']): Promise<Jobs['findMixUps']['response']> {
  const results = unpackConfusions(confusions).map((confusion, index) => ({
    caseId: caseIds[index],
    model: models[index],
    confusion,
  }));
  return { found: findMixUps(results, ignoreLabel) };
}
