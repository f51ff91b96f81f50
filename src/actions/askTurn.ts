import type { AskedTurn } from '../domain/alignGeometry';
import { answerKey } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import { forgetOfAnswers } from './changeAnswers';
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
  forgetOfAnswers(['result', 'measures'], [key]);
  void scoreCohort();
}
