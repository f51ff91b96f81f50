import { resultKey } from '../domain/cohort';
import { t } from '../i18n/translate';
import { scoresCsv } from '../report/scoresCsv';
import { scoresFile } from '../report/scoresFile';
import { useCohortStore } from '../stores/cohortStore';
import { useResultsStore } from '../stores/resultsStore';
import { useViewStore } from '../stores/viewStore';
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

export function saveScoresJson(): void {
  const { cohort, scheme } = useCohortStore.getState();
  const { failures } = useResultsStore.getState();
  if (!cohort || !scheme) return;
  const shown = cohort.cases.flatMap(({ id, predictions }) =>
    predictions.flatMap(({ model }) => failures[resultKey(id, model)] ?? []),
  );
  const document = scoresFile({
    producer: `regionlens ${__APP_VERSION__}`,
    scheme,
    profile: useViewStore.getState().profile,
    scores: cohortScores(),
    failures: shown,
    messageOf: ({ problem }) => t(`errors.${problem.code}`, problem.facts),
  });
  save(`${fileStem()}.json`, 'application/json', JSON.stringify(document, null, 1));
}

export function saveScoresCsv(): void {
  save(`${fileStem()}.csv`, 'text/csv', scoresCsv(cohortScores(), useViewStore.getState().profile));
}
