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
import { Pace } from './pace';
import { reconstructionNow } from './reconstruction/useReconstruction';
import { cohortScores } from './useScores';

function fileStem(): string {
  return `regionlens-${useCohortStore.getState().cohort?.name || 'scores'}`.replaceAll(
    /[^\p{L}\p{N}._-]+/gu,
    '_',
  );
}

/** Everything but the scores of the cases. */
function emptyDocument(): ScoresFile | null {
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
    scores: [],
    failures: shown,
    annotations: useAnnotationsStore.getState().annotations,
    messageOf: ({ problem }) => t(`errors.${problem.code}`, problem.facts),
  });
}

/** The document as JSON with every case in its place; a large cohort is written in steps. */
async function jsonPieces(document: ScoresFile, indent: number): Promise<string[]> {
  const { producer, profile } = document;
  const { scheme } = useCohortStore.getState();
  // Taken at one moment: what is changed while they are written is not in the file.
  const all = cohortScores();
  const pace = new Pace();
  if (!scheme) return [];
  const whole = JSON.stringify(document, null, indent);
  const place = whole.indexOf('[', whole.indexOf('"cases":')) + 1;
  const newLine = indent > 0 ? `\n${' '.repeat(2 * indent)}` : '';
  const pieces = [whole.slice(0, place)];
  for (const scores of all) {
    const { caseId, model } = scores.result;
    const { check, reason } = reconstructionNow(caseId, model);
    const known = check?.summary ?? reason;
    const reconstructions = known ? { [resultKey(caseId, model)]: known } : {};
    const head = { producer, profile, scheme, failures: [], messageOf: () => '' };
    const [written] = scoresFile({ ...head, scores: [scores], reconstructions }).cases;
    const comma = pieces.length > 1 ? ',' : '';
    pieces.push(comma + newLine + JSON.stringify(written, null, indent).replaceAll('\n', newLine));
    await pace.rest();
  }
  if (pieces.length > 1 && indent > 0) pieces.push(`\n${' '.repeat(indent)}`);
  pieces.push(whole.slice(place));
  return pieces;
}

export async function saveScoresJson(): Promise<void> {
  const document = emptyDocument();
  if (!document) return;
  const pieces = await jsonPieces(document, 1);
  downloadFile(`${fileStem()}.json`, new Blob(pieces, { type: 'application/json' }));
}

/** The scores with everything else that a person did, to go on from elsewhere; opened like a scores file. */
export async function saveSession(): Promise<void> {
  const document = emptyDocument();
  if (!document) return;
  const session = { ...document, session: sessionDocument() };
  const pieces = await jsonPieces(session, 0);
  downloadFile(`${fileStem()}-session.json`, new Blob(pieces, { type: 'application/json' }));
}

export async function saveScoresCsv(): Promise<void> {
  const { profile } = useViewStore.getState();
  const { annotations } = useAnnotationsStore.getState();
  const all = cohortScores();
  const pace = new Pace();
  const pieces: string[] = [];
  for (const scores of all) {
    const isFirst = pieces.length === 0;
    pieces.push(isFirst ? '' : '\n', scoresCsv([scores], profile, annotations, isFirst));
    await pace.rest();
  }
  downloadFile(`${fileStem()}.csv`, new Blob(pieces, { type: 'text/csv' }));
}
