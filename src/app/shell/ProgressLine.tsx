import { Button, Progress as ProgressBar } from '@mantine/core';
import { useMemo } from 'react';
import { measureCohort, unmeasuredCount } from '../../actions/measureCohort';
import { scoreCohort } from '../../actions/scoreCohort';
import { unverifiedCount, verifyCohort } from '../../actions/verifyCohort';
import { cancelWork } from '../../actions/work';
import { answerKey } from '../../domain/cohort';
import { type Translate, useTranslate } from '../../i18n/translate';
import { useAnswersStore } from '../../stores/answersStore';
import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore } from '../../stores/viewStore';
import { type Progress, useWorkStore } from '../../stores/workStore';
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
  const progress = useWorkStore((facts) => facts.progress);
  const isPaused = useWorkStore((facts) => facts.isPaused);
  const isBlinded = useViewStore((view) => view.screen === 'rate');
  const isPartClosed = useCohortStore((facts) => facts.closedFiles.size > 0);
  const unscored = useUnscored();
  const unmeasured = useUnmeasured();
  const unverified = useUnverified();
  if (progress) {
    const { task, done, total, current, secondsLeft } = progress;
    const file = isBlinded || current === '' ? '…' : current;
    const text = t(words[task], { done: Math.min(done + 1, total), total, file });
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
  const lesionProfile = useViewStore((view) => view.lesionProfile);
  return useCounted(unmeasuredCount, lesionProfile);
}

/** Predictions with raw regions that were not repainted: checking was stopped. */
function useUnverified(): number {
  return useCounted(unverifiedCount);
}

/** What `count` looks up in the stores, counted again only when they or what is given changed; 0 during work. */
function useCounted(count: () => number, ...given: unknown[]): number {
  const answers = useAnswersStore((facts) => facts.answers);
  const isIdle = useWorkStore((facts) => facts.progress === null);
  const cohort = useCohortStore();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is counted is looked up in the stores.
  return useMemo(() => (isIdle ? count() : 0), [isIdle, answers, cohort, ...given]);
}

/** Cases that were to be scored and have neither score nor failure: scoring was stopped. */
function useUnscored(): { missing: number; total: number } {
  const cases = useCohortStore((facts) =>
    facts.isSchemeConfirmed && facts.isReviewed ? facts.cohort?.cases : undefined,
  );
  const answers = useAnswersStore((facts) => facts.answers);
  return useMemo(() => {
    const isDone = (key: string) => answers[key]?.result || answers[key]?.failure;
    const missing = (cases ?? []).filter(({ id, predictions }) =>
      predictions.some(({ model }) => !isDone(answerKey(id, model))),
    );
    return { missing: missing.length, total: cases?.length ?? 0 };
  }, [cases, answers]);
}
