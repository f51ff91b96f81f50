import { answerKey } from '../domain/cohort';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { scoreCohort } from './scoreCohort';
import { cancelWork } from './work';

/** The files in which nothing says which channel is which region, as many channels as there are regions. */
function unclearFiles(): string[] {
  const failures = Object.values(useResultsStore.getState().failures);
  return failures.flatMap(({ problem }) => (problem.code === 'channels-unclear' ? [problem.file] : []));
}

/** Takes names of regions, in the order of the channels, for every file in which that was unclear, and scores them. */
export function nameChannels(names: readonly string[]): void {
  const paths = unclearFiles();
  cancelWork();
  useCohortStore.setState(({ channelNames }) => ({
    channelNames: { ...channelNames, ...Object.fromEntries(paths.map((path) => [path, names])) },
  }));
  useResultsStore.setState(({ failures }) => ({
    failures: Object.fromEntries(
      Object.values(failures)
        .filter(({ problem }) => problem.code !== 'channels-unclear')
        .map((failed) => [answerKey(failed.caseId, failed.model), failed]),
    ),
  }));
  void scoreCohort();
}
