import { answerKey, partsOfKey, predictionOf } from '../../domain/cohort';
import type { Problem } from '../../domain/errors';
import { modelsBeside, placedPanes } from '../../domain/panes';
import { useCohortStore } from '../../stores/cohortStore';
import { useRatingStore } from '../../stores/ratingStore';
import { type ShownAnswer, type ShownAnswerFacts, useShownAnswerStore } from '../../stores/shownAnswerStore';
import { caseScreens, useViewStore } from '../../stores/viewStore';
import { answerBasis, answerSources, findCase, isClosed } from '../caseSources';
import { promptPool } from '../pool';
import { problemOf } from '../problemOf';
import { resource } from './resource';

const onScreen = 2;
const ahead = 1;

/** For each model on screen the case, its two neighbours and the one before; more would hold a cohort in memory. */
const mostKeptOfModel = 4;

interface Place {
  caseId: string;
  model: string;
}

interface Request extends Place {
  /** Models that other panes show of the same case. */
  beside: string[];
}

type Shown = Pick<ShownAnswerFacts, 'answer' | 'others' | 'otherProblems'>;

/** By basis, the last used last. */
const kept = new Map<string, Promise<ShownAnswer>>();

/** The case whose voxels are on screen; null while none is. */
export function placeOnScreen(): Place | null {
  const { screen, caseId, model } = useViewStore.getState();
  if (caseScreens.includes(screen)) return caseId && model ? { caseId, model } : null;
  const { study, place } = useRatingStore.getState();
  return screen === 'rate' ? (study?.items[place] ?? null) : null;
}

/**
 * The case on screen, of its model and of those that other panes show, then its neighbours, so that stepping through
 * cases is instant. All panes change at once.
 */
export const shownAnswers = resource<Request, Shown>({
  needed: () => {
    const place = placeOnScreen();
    const item = findCase(place?.caseId ?? null);
    const prediction = predictionOf(item, place?.model ?? null);
    if (!place || !item || (prediction && isClosed(item, prediction))) return null;
    const beside = modelsOnScreen(place.model).filter((name) => predictionOf(item, name));
    const bases = [place.model, ...beside].map((name) => answerBasis(item.id, name));
    return { key: bases.join('\n'), caseId: item.id, request: { ...place, beside } };
  },
  begin: (need) => {
    if (useCohortStore.getState().cohort === null) kept.clear();
    const { answer } = useShownAnswerStore.getState();
    // While the next case loads the one before stays, as long as it is still true.
    const stays = need && answer && answer.basis === answerBasis(...partsOfKey(answer.key));
    useShownAnswerStore.setState({
      ...(!stays && nothingShown),
      loadingKey: need && answerKey(need.request.caseId, need.request.model),
      problem: null,
    });
  },
  load: async ({ caseId, model, beside }) => {
    const models = beside.length + 1;
    const reading = Promise.all(beside.map((name) => tryAnswer(caseId, name, models)));
    const shown = { answer: await readAnswer(caseId, model, models, onScreen), ...noOthers() };
    for (const [name, read] of await reading) {
      if ('answer' in read) shown.others[name] = read.answer;
      else shown.otherProblems[name] = read.problem;
    }
    return shown;
  },
  take: (shown, { request }) => {
    useShownAnswerStore.setState({ ...shown, loadingKey: null });
    for (const { caseId, model } of likelyNext(request)) readAhead(caseId, model, request.beside.length + 1);
  },
  fail: (problem) => useShownAnswerStore.setState({ ...nothingShown, loadingKey: null, problem }),
});

function noOthers(): { others: Record<string, ShownAnswer>; otherProblems: Record<string, Problem> } {
  return { others: {}, otherProblems: {} };
}

const nothingShown: Shown = { answer: null, ...noOthers() };

/** Reads a case that is likely to be shown next. */
export function readAhead(caseId: string, model: string, models = 1): void {
  // What cannot be read says so when it is shown.
  void readAnswer(caseId, model, models, ahead).catch(() => {});
}

async function readAnswer(
  caseId: string,
  model: string,
  models: number,
  priority: number,
): Promise<ShownAnswer> {
  const basis = answerBasis(caseId, model);
  const known = kept.get(basis);
  if (known) {
    kept.delete(basis);
    kept.set(basis, known);
    return known;
  }
  const reading = promptPool
    .run('openAnswer', answerSources(caseId, model), { priority })
    .then((opened) => ({ key: answerKey(caseId, model), basis, ...opened }));
  kept.set(basis, reading);
  reading.catch(() => kept.delete(basis));
  const [oldest] = kept.keys();
  if (kept.size > mostKeptOfModel * models) kept.delete(oldest);
  return reading;
}

async function tryAnswer(
  caseId: string,
  model: string,
  models: number,
): Promise<[model: string, read: { answer: ShownAnswer } | { problem: Problem }]> {
  try {
    return [model, { answer: await readAnswer(caseId, model, models, onScreen) }];
  } catch (reason) {
    return [model, { problem: problemOf(reason, caseId) }];
  }
}

/** The item that is rated after this one, else the case's neighbours in the list. */
function likelyNext({ caseId, model, beside }: Request): Place[] {
  if (useViewStore.getState().screen === 'rate') {
    const { study, place } = useRatingStore.getState();
    return study?.items.slice(place + 1, place + 2) ?? [];
  }
  const cases = useCohortStore.getState().cohort?.cases ?? [];
  const at = cases.findIndex(({ id }) => id === caseId);
  return [cases[at + 1], cases[at - 1]].flatMap((item) =>
    item ? [model, ...beside].map((name) => ({ caseId: item.id, model: name })) : [],
  );
}

function modelsOnScreen(model: string): string[] {
  if (useViewStore.getState().screen === 'rate') return [];
  const models = useCohortStore.getState().cohort?.models ?? [];
  return modelsBeside(placedPanes({ ...useViewStore.getState(), model }, models), model);
}
