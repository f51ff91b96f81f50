import type { Case } from '../domain/cohort';
import { answerKey } from '../domain/cohort';
import type { Problem } from '../domain/errors';
import { modelsBeside, placedPanes } from '../domain/panes';
import { useCohortStore } from '../stores/cohortStore';
import { type ShownAnswer, useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';
import { isAbort } from '../workers/workerPool';
import { answerSources, findCase, isClosed } from './caseSources';
import { promptPool } from './pool';
import { problemOf } from './problemOf';

const onScreen = 2;
const ahead = 1;

/** For each model on screen the case, its two neighbours and the one before; more would hold a cohort in memory. */
const mostKeptOfModel = 4;

const kept = new Map<string, Promise<ShownAnswer>>();

let lastRequest = 0;

/** Forgets every volume, as when other files were opened or the labels changed their meaning. */
export function forgetAnswers(): void {
  kept.clear();
  lastRequest++;
  useShownAnswerStore.setState({
    answer: null,
    others: {},
    otherProblems: {},
    loadingKey: null,
    problem: null,
  });
}

/**
 * Reads a case for the picture, of its model and of those that other panes show, then its neighbours, so that
 * stepping through cases is instant. All panes change at once. `next` is read ahead instead of the neighbours.
 */
export async function showAnswer(
  caseId: string,
  model: string,
  next?: readonly { caseId: string; model: string }[],
): Promise<void> {
  const key = answerKey(caseId, model);
  const item = findCase(caseId);
  const prediction = item?.predictions.find((candidate) => candidate.model === model);
  if (item && prediction && isClosed(item, prediction)) {
    forgetAnswers();
    return;
  }
  const request = ++lastRequest;
  const beside = modelsOnScreen(model).filter((name) => hasPrediction(caseId, name));
  const { answer: before, others: known, otherProblems: refused } = useShownAnswerStore.getState();
  const isHere = (name: string) => known[name]?.key === answerKey(caseId, name) || name in refused;
  if (before?.key === key && beside.every(isHere)) {
    useShownAnswerStore.setState({ loadingKey: null, problem: null });
    return;
  }
  useShownAnswerStore.setState({ loadingKey: key, problem: null });
  const reading = beside.map((name) => readOther(caseId, name));
  try {
    const answer = await readAnswer(caseId, model, beside.length + 1, onScreen);
    const found = await Promise.all(reading);
    if (request !== lastRequest) return;
    const others = Object.fromEntries(
      found.flatMap(({ name, answer: other }) => (other ? [[name, other]] : [])),
    );
    const otherProblems = Object.fromEntries(
      found.flatMap(({ name, problem }) => (problem ? [[name, problem]] : [])),
    );
    useShownAnswerStore.setState({ answer, others, otherProblems, loadingKey: null });
    const likely =
      next ??
      neighbours(caseId).flatMap(({ id }) => [model, ...beside].map((name) => ({ caseId: id, model: name })));
    for (const item of likely) readAhead(item.caseId, item.model, beside.length + 1);
  } catch (reason) {
    if (isAbort(reason) || request !== lastRequest) return;
    useShownAnswerStore.setState({
      answer: null,
      others: {},
      otherProblems: {},
      loadingKey: null,
      problem: problemOf(reason, caseId),
    });
  }
}

function modelsOnScreen(model: string): string[] {
  if (useViewStore.getState().screen === 'rate') return [];
  const models = useCohortStore.getState().cohort?.models ?? [];
  return modelsBeside(placedPanes({ ...useViewStore.getState(), model }, models), model);
}

function hasPrediction(caseId: string, name: string): boolean {
  return findCase(caseId)?.predictions.some(({ model }) => model === name) ?? false;
}

async function readOther(
  caseId: string,
  name: string,
): Promise<{ name: string; answer: ShownAnswer | null; problem: Problem | null }> {
  try {
    return {
      name,
      answer: await readAnswer(caseId, name, modelsOnScreen(name).length + 1, onScreen),
      problem: null,
    };
  } catch (reason) {
    return { name, answer: null, problem: problemOf(reason, caseId) };
  }
}

/** Reads a case that is likely to be shown next. */
export function readAhead(caseId: string, model: string, models = 1): void {
  void readAnswer(caseId, model, models, ahead).catch(ignoreAhead);
}

/** What cannot be read says so when it is shown. */
function ignoreAhead(): void {}

function readAnswer(caseId: string, model: string, models: number, priority: number): Promise<ShownAnswer> {
  const key = answerKey(caseId, model);
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const reading = promptPool
    .run('openAnswer', answerSources(caseId, model), { priority })
    .then((response) => ({ key, ...response }));
  kept.set(key, reading);
  reading.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKeptOfModel * models) kept.delete(oldest);
  return reading;
}

function neighbours(caseId: string): Case[] {
  const cases = useCohortStore.getState().cohort?.cases ?? [];
  const place = cases.findIndex(({ id }) => id === caseId);
  return [cases[place + 1], cases[place - 1]].filter((item) => item !== undefined);
}
