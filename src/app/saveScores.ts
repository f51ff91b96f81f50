import { sessionDocument } from '../actions/session/sessionDocument';
import { resultKey } from '../domain/cohort';
import type { ScoresFile } from '../domain/scoresFile';
import { t } from '../i18n/translate';
import { scoresCsv } from '../report/scoresCsv';
import { scoresFile } from '../report/scoresFile';
import { useAnnotationsStore } from '../stores/annotationsStore';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { useViewStore } from '../stores/viewStore';
import { downloadFile } from './downloadFile';
import { cohortReconstructions } from './reconstruction/useReconstruction';
import { cohortScores } from './useScores';

/** How every file that is saved begins: by the name of the cohort. */
export function fileStem(): string {
  return `regionlens-${useCohortStore.getState().cohort?.name || 'scores'}`.replaceAll(
    /[^\p{L}\p{N}._-]+/gu,
    '_',
  );
}

function scoresDocument(): ScoresFile | null {
  const { cohort, scheme } = useCohortStore.getState();
  const { failures } = useResultsStore.getState();
  if (!cohort || !scheme) return null;
  const shown = cohort.cases.flatMap(({ id, predictions }) =>
    predictions.flatMap(({ model }) => failures[resultKey(id, model)] ?? []),
  );
  return scoresFile({
    producer: `regionlens ${__APP_VERSION__}`,
    scheme,
    profile: useViewStore.getState().profile,
    scores: cohortScores(),
    failures: shown,
    reconstructions: cohortReconstructions(),
    annotations: useAnnotationsStore.getState().annotations,
    messageOf: ({ problem }) => t(`errors.${problem.code}`, problem.facts),
  });
}

export function saveScoresJson(): void {
  const document = scoresDocument();
  if (document)
    downloadFile(
      `${fileStem()}.json`,
      new Blob([JSON.stringify(document, null, 1)], { type: 'application/json' }),
    );
}

/** The scores with everything else that a person did, to go on from elsewhere; opened like a scores file. */
export function saveSession(): void {
  const document = scoresDocument();
  if (!document) return;
  const session = { ...document, session: sessionDocument() };
  downloadFile(
    `${fileStem()}-session.json`,
    new Blob([JSON.stringify(session)], { type: 'application/json' }),
  );
}

export function saveScoresCsv(): void {
  downloadFile(
    `${fileStem()}.csv`,
    new Blob(
      [
        scoresCsv(
          cohortScores(),
          useViewStore.getState().profile,
          useAnnotationsStore.getState().annotations,
        ),
      ],
      { type: 'text/csv' },
    ),
  );
}
