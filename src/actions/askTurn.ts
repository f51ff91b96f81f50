import type { AskedTurn } from '../domain/alignGeometry';
import { answerKey } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { forgetMeasures } from './measureCohort';
import { scoreCohort } from './scoreCohort';
import { cancelWork } from './work';

/** Turns a prediction's axes as its header says, or leaves them as stored, and scores this one answer again. */
export function askTurn(caseId: string, model: string, asked: AskedTurn): void {
  const key = answerKey(caseId, model);
  cancelWork();
  useCohortStore.setState(({ turnedByHeader, comparedByVoxel }) => {
    const listed = (keys: readonly string[], isIn: boolean) => [
      ...keys.filter((other) => other !== key),
      ...(isIn ? [key] : []),
    ];
    return {
      turnedByHeader: listed(turnedByHeader, asked === 'by-header'),
      comparedByVoxel: listed(comparedByVoxel, asked === 'by-voxel'),
    };
  });
  useResultsStore.setState(({ results }) => {
    const { [key]: _, ...others } = results;
    return { results: others };
  });
  forgetMeasures([key]);
  void scoreCohort();
}
