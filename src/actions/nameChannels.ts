import type { AnswerFailure } from '../domain/results';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { forgetOfAnswers } from './changeAnswers';
import { scoreCohort } from './scoreCohort';
import { cancelWork } from './work';

function unclearFailures(): [key: string, failure: AnswerFailure][] {
  return Object.entries(useAnswersStore.getState().answers).flatMap(([key, { failure }]) =>
    failure?.problem.code === 'channels-unclear' ? [[key, failure] as [string, AnswerFailure]] : [],
  );
}

/** The files in which nothing says which channel is which region, as many channels as there are regions. */
function unclearFiles(): string[] {
  return unclearFailures().map(([, { problem }]) => problem.file);
}

/** Takes names of regions, in the order of the channels, for every file in which that was unclear, and scores them. */
export function nameChannels(names: readonly string[]): void {
  const paths = unclearFiles();
  cancelWork();
  useCohortStore.setState(({ channelNames }) => ({
    channelNames: { ...channelNames, ...Object.fromEntries(paths.map((path) => [path, names])) },
  }));
  forgetOfAnswers(
    ['failure'],
    unclearFailures().map(([key]) => key),
  );
  void scoreCohort();
}
