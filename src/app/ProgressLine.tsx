import { Button, Progress as ProgressBar } from '@mantine/core';
import { measureCohort, unmeasuredCount } from '../actions/measureCohort';
import { scoreCohort } from '../actions/scoreCohort';
import { unverifiedCount, verifyCohort } from '../actions/verifyCohort';
import { cancelWork } from '../actions/work';
import { resultKey } from '../domain/cohort';
import { type Translate, useTranslate } from '../i18n/translate';
import { useCohortStore } from '../stores/cohortStore';
import { useMeasuresStore } from '../stores/measuresStore';
import { useReconstructionsStore } from '../stores/reconstructionsStore';
import { type Progress, useResultsStore } from '../stores/resultsStore';
import { ClosedFiles } from './session/ClosedFiles';
import { PauseButton } from './session/PauseButton';

const words = {
  'making-demo': 'app.makingDemo',
  'reading-names': 'app.readingNames',
  'reading-scores': 'app.readingScores',
  restoring: 'session.restoring',
  scoring: 'app.scoring',
  verifying: 'reconstruction.verifying',
  measuring: 'measures.measuring',
} as const;

/** Work of many jobs, of which the next ones can wait. */
const pausable: Progress['task'][] = ['making-demo', 'scoring', 'verifying', 'measuring'];

/** What is being done, how much of it, with cancel beside it; one line that never moves the page. */
export function ProgressLine() {
  const { t } = useTranslate();
  const progress = useResultsStore((facts) => facts.progress);
  const isPaused = useResultsStore((facts) => facts.isPaused);
  const isPartClosed = useCohortStore((facts) => facts.closedFiles.size > 0);
  const unscored = useUnscored();
  const unmeasured = useUnmeasured();
  const unverified = useUnverified();
  if (progress) {
    const { task, done, total, current, secondsLeft } = progress;
    const text = t(words[task], { done: Math.min(done + 1, total), total, file: current });
    const left = secondsLeft == null ? '' : timeLeft(t, secondsLeft);
    return (
      <div className="progress-line" role="status">
        <ProgressBar value={total > 0 ? (100 * done) / total : 0} size="xs" aria-label={text} />
        <span className="progress-text">
          {text}
          {isPaused ? ` · ${t('session.paused')}` : left && ` · ${left}`}
        </span>
        {pausable.includes(task) && <PauseButton />}
        {task !== 'restoring' && (
          <Button size="compact-xs" variant="subtle" onClick={cancelWork}>
            {t('words.cancel')}
          </Button>
        )}
      </div>
    );
  }
  if (isPartClosed) {
    return (
      <div className="progress-line" role="status">
        <ClosedFiles />
      </div>
    );
  }
  return (
    <div className="progress-line" role="status">
      {unscored.missing === 0 && unverified > 0 && (
        <>
          <span className="progress-text">{t('reconstruction.stopped', { count: unverified })}</span>
          <Button size="compact-xs" variant="subtle" onClick={() => void verifyCohort()}>
            {t('reconstruction.resume')}
          </Button>
        </>
      )}
      {unscored.missing === 0 && unverified === 0 && unmeasured > 0 && (
        <>
          <span className="progress-text">{t('measures.stopped', { count: unmeasured })}</span>
          <Button size="compact-xs" variant="subtle" onClick={() => void measureCohort()}>
            {t('measures.resume')}
          </Button>
        </>
      )}
      {unscored.missing > 0 && (
        <>
          <span className="progress-text">{t('app.cancelled', unscored)}</span>
          <Button size="compact-xs" variant="subtle" onClick={() => void scoreCohort()}>
            {t('app.resume')}
          </Button>
        </>
      )}
    </div>
  );
}

/** Rounded up to what an estimate is worth: five seconds, then minutes. */
function timeLeft(t: Translate, seconds: number): string {
  if (seconds < 55) return t('measures.secondsLeft', { seconds: Math.max(5, Math.ceil(seconds / 5) * 5) });
  return t('measures.minutesLeft', { minutes: Math.ceil(seconds / 60) });
}

/** Pairs that were scored and not measured: measuring was stopped. */
function useUnmeasured(): number {
  useMeasuresStore();
  useResultsStore((facts) => facts.results);
  useCohortStore((facts) => facts.scheme);
  const isIdle = useResultsStore((facts) => facts.progress === null);
  return isIdle ? unmeasuredCount() : 0;
}

/** Predictions with raw regions that were not repainted: checking was stopped. */
function useUnverified(): number {
  useReconstructionsStore();
  useResultsStore((facts) => facts.results);
  useCohortStore((facts) => facts.scheme);
  const isIdle = useResultsStore((facts) => facts.progress === null);
  return isIdle ? unverifiedCount() : 0;
}

/** Cases that were to be scored and have neither score nor failure: scoring was stopped. */
function useUnscored(): { missing: number; total: number } {
  const cases = useCohortStore((facts) =>
    facts.isSchemeConfirmed && facts.isReviewed ? facts.cohort?.cases : undefined,
  );
  const results = useResultsStore((facts) => facts.results);
  const failures = useResultsStore((facts) => facts.failures);
  const isDone = (key: string) => key in results || key in failures;
  const missing = (cases ?? []).filter(({ id, predictions }) =>
    predictions.some(({ model }) => !isDone(resultKey(id, model))),
  );
  return { missing: missing.length, total: cases?.length ?? 0 };
}
