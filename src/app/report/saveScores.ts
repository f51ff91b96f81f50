import { sessionDocument } from '../../actions/session/sessionDocument';
import { reconstructionNow } from '../../derived/useReconstruction';
import { cohortScores } from '../../derived/useScores';
import { answerKey } from '../../domain/cohort';
import type { AnswerFailure } from '../../domain/results';
import { t } from '../../i18n/translate';
import { failuresCsv, scoresCsv } from '../../report/scoresCsv';
import type { ScoresFile } from '../../scoresFile/schema';
import { scoresCase, scoresFile, scoresText } from '../../scoresFile/write';
import { useAnnotationsStore } from '../../stores/annotationsStore';
import { useAnswersStore } from '../../stores/answersStore';
import { useAttributesStore } from '../../stores/attributesStore';
import { useCohortStore } from '../../stores/cohortStore';
import { useViewStore } from '../../stores/viewStore';
import { blobInSteps } from '../parts/blobInSteps';
import { downloadFile } from '../parts/downloadFile';
import { fileStem } from '../parts/fileStem';

/** Everything but the scores of the cases. */
function emptyDocument(): ScoresFile | null {
  const { cohort, scheme } = useCohortStore.getState();
  if (!cohort || !scheme) return null;
  return scoresFile({
    producer: `regionlens ${__APP_VERSION__}`,
    scheme,
    profile: useViewStore.getState().profile,
    scores: [],
    failures: failuresNow(),
    annotations: useAnnotationsStore.getState().annotations,
    messageOf,
  });
}

/** The document as JSON with the scores of every case in their place. */
async function jsonBlob(document: ScoresFile, indent: number): Promise<Blob> {
  const { before, caseText, after } = scoresText(document, indent);
  // Taken at one moment: what is changed while they are written is not in the file.
  const all = cohortScores();
  const cases = await blobInSteps(
    pieces(all, (item, isFirst) => {
      const { caseId, model } = item.result;
      const { check, reason } = reconstructionNow(caseId, model);
      return caseText(scoresCase(item, check?.summary ?? reason ?? undefined), isFirst);
    }),
  );
  return new Blob([before, cases, after], { type: 'application/json' });
}

export async function saveScoresJson(): Promise<void> {
  const document = emptyDocument();
  if (document) downloadFile(`${fileStem()}.json`, await jsonBlob(document, 1));
}

/** The scores with everything else that a person did, to go on from elsewhere; opened like a scores file. */
export async function saveSession(): Promise<void> {
  const document = emptyDocument();
  if (!document) return;
  const session = { ...document, session: sessionDocument() };
  downloadFile(`${fileStem()}-session.json`, await jsonBlob(session, 0));
}

/** Every case and model, whatever the table is filtered by. */
export async function saveScoresCsv(): Promise<void> {
  const { profile } = useViewStore.getState();
  const { annotations } = useAnnotationsStore.getState();
  const { attributes } = useAttributesStore.getState();
  const extras = { annotations, attributes };
  const all = cohortScores();
  const scores = await blobInSteps(
    pieces(all, (item, isFirst) => (isFirst ? '' : '\n') + scoresCsv([item], profile, extras, isFirst)),
  );
  const failures = failuresNow();
  const failed = failures.length > 0 ? failuresCsv(failures, messageOf, profile, extras, all[0]) : '';
  const between = all.length > 0 && failed !== '' ? '\n' : '';
  downloadFile(`${fileStem()}.csv`, new Blob([scores, between, failed], { type: 'text/csv' }));
}

function failuresNow(): AnswerFailure[] {
  const { answers } = useAnswersStore.getState();
  return (useCohortStore.getState().cohort?.cases ?? []).flatMap(({ id, predictions }) =>
    predictions.flatMap(({ model }) => answers[answerKey(id, model)]?.failure ?? []),
  );
}

function messageOf({ problem }: AnswerFailure): string {
  return t(`errors.${problem.code}`, problem.facts);
}

/** The text of one item after the other, made when it is asked for. */
function* pieces<Item>(
  items: readonly Item[],
  textOf: (item: Item, isFirst: boolean) => string,
): Generator<string> {
  for (const [index, item] of items.entries()) yield textOf(item, index === 0);
}
