import { sessionDocument } from '../actions/session/sessionDocument';
import { resultKey } from '../domain/cohort';
import type { ScoresFile } from '../domain/scoresFile';
import { t } from '../i18n/translate';
import { scoresCsv } from '../report/scoresCsv';
import { scoresFile } from '../report/scoresFile';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { useViewStore } from '../stores/viewStore';
import { downloadFile } from './downloadFile';
import { cohortReconstructions } from './reconstruction/useReconstruction';
import { cohortScores } from './useScores';

/** Hands a made file to the browser's downloads. */
function save(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function fileStem(): string {
  return `regionlens-${useCohortStore.getState().cohort?.name || 'scores'}`.replaceAll(
    /[^\p{L}\p{N}._-]+/gu,
    '_',
  );
}

function scoresDocument(): ScoresFile | null {
  const { cohort, scheme } = useCohortStore.getState();
  const { failures } = useResultsStore.getState();
  if (!cohort || !scheme) return null;
    reconstructions: cohortReconstructions(),
  const shown = cohort.cases.flatMap(({ id, predictions }) =>
    predictions.flatMap(({ model }) => failures[resultKey(id, model)] ?? []),
  );
  return scoresFile({
    producer: `regionlens ${__APP_VERSION__}`,
    scheme,
    profile: useViewStore.getState().profile,
    scores: cohortScores(),
    failures: shown,
    messageOf: ({ problem }) => t(`errors.${problem.code}`, problem.facts),
  });
}

export function saveScoresJson(): void {
  const document = scoresDocument();
  if (document) save(`${fileStem()}.json`, 'application/json', JSON.stringify(document, null, 1));
}

/** The scores with everything else that a person did, to go on from elsewhere; opened like a scores file. */
export function saveSession(): void {
  const document = scoresDocument();
  if (!document) return;
  const session = { ...document, session: sessionDocument() };
  save(`${fileStem()}-session.json`, 'application/json', JSON.stringify(session));
}

export function saveScoresCsv(): void {
  save(`${fileStem()}.csv`, 'text/csv', scoresCsv(cohortScores(), useViewStore.getState().profile));
}
