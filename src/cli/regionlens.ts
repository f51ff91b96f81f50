#!/usr/bin/env node
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { pairOfLargestGap } from '../domain/chosenPair';
import { answerKey } from '../domain/cohort';
import { isLeftOut } from '../domain/cohortRow';
import { failure } from '../domain/errors';
import { gapAnswer } from '../domain/gapAnswer';
import { indexOfNamed } from '../domain/indexOfNamed';
import type { LabelScheme } from '../domain/labelScheme';
import { regionsOfLabels } from '../domain/regionsOfLabels';
import type { AnswerFailure, CaseScores } from '../domain/results';
import { scoresAt } from '../domain/scoreKinds';
import { unknownLabels } from '../domain/unknownLabels';
import { gapSentences } from '../i18n/gapSentences';
import { joinSentences } from '../i18n/joinSentences';
import { scoreText } from '../i18n/scoreWords';
import { translator } from '../i18n/translate';
import { unknownLabelText } from '../i18n/unknownLabelText';
import { warningText } from '../i18n/warningText';
import { WorkerPool } from '../workers/workerPool';
import { chooseScheme } from './chooseScheme';
import { conventionNotes, conventionRows, conventionWarning } from './conventionsCsv';
import { type CaseReport, evaluateCases, inOrder, inTurn } from './evaluateCases';
import { type ExitCode, exitCodes } from './exitCodes';
import { type FoundCase, type FoundCases, findCases, mappedCases, modelNames } from './findCases';
import { nodeWorker } from './nodeWorker';
import { identityOf, isStdout, Output, OutputError } from './output';
import {
  conventionColumnNames,
  type EvaluateOptions,
  helpText,
  parseArguments,
  type VerifyOptions,
} from './parseArguments';
import { readCaseMap } from './readCaseMap';
import { ScoresOutputs } from './scoresOutputs';
import { bearClosedStreams, say, speakAside, systemReason, warn } from './terminal';
import { verifyPredictions } from './verify';

const t = translator('en');

/** Runs the command line and gives its exit code. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  const parsed = parseArguments(argv);
  switch (parsed.kind) {
    case 'help':
      for (const line of helpText.split('\n')) say(line);
      return exitCodes.allDone;
    case 'version':
      say(`regionlens ${__APP_VERSION__}`);
      return exitCodes.allDone;
    case 'wrong':
      return refuse(parsed.message);
    case 'evaluate':
      return evaluate(parsed.options);
    case 'verify':
      return verify(parsed.options);
  }
}

function refuse(message: string): ExitCode {
  warn(message);
  warn('Try: regionlens --help');
  return exitCodes.wrongArguments;
}

/** What is wrong with files and folders that were named; null when all are there. */
function wrongPaths(
  { reference, predictions, dataset }: Pick<VerifyOptions, 'reference' | 'predictions' | 'dataset'>,
  outputs: readonly string[],
): string | null {
  for (const folder of reference === null ? predictions : [reference, ...predictions]) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return `No folder ${folder}`;
  }
  for (const file of outputs) {
    if (!existsSync(dirname(resolve(file)))) return `No folder for ${file}`;
  }
  const twice = firstTwice(predictions, (folder) => resolve(folder));
  if (twice !== undefined) return `The prediction folder ${twice} is given twice.`;
  return dataset && !existsSync(dataset) ? `No file ${dataset}` : null;
}

function firstTwice<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item | undefined {
  const keys = items.map(keyOf);
  return items.find((_, index) => keys.indexOf(keys[index]) < index);
}

/** What is wrong with where outputs go: one would replace another, or a file that is read. */
function wrongOutputs(outputs: readonly string[], inputs: readonly string[]): string | null {
  const twice = firstTwice(outputs, identityOf);
  if (twice !== undefined) return `Two outputs would be written to ${twice}.`;
  const places = new Map(outputs.filter((path) => existsSync(path)).map((path) => [identityOf(path), path]));
  if (places.size === 0) return null;
  for (const input of inputs) {
    const output = existsSync(input) ? places.get(identityOf(input)) : undefined;
    if (output !== undefined) return `${output} is read: it cannot be an output as well.`;
  }
  return null;
}

/** Tries every output before anything is computed; those that were begun end with the program. */
function begin(paths: readonly string[]): Output[] {
  if (paths.some(isStdout)) speakAside();
  return paths.map((path) => Output.begin(path));
}

/** Puts every output where it belongs; false when one of them could not be. */
async function finish(outputs: readonly Output[]): Promise<boolean> {
  let isWritten = true;
  for (const output of outputs) {
    try {
      await output.finish();
    } catch (reason) {
      if (!(reason instanceof OutputError)) throw reason;
      isWritten = false;
      warn(reason.message);
    }
  }
  return isWritten;
}

function isOfMasks({ reference, predictions }: FoundCase): boolean {
  return [reference, ...predictions.map(({ source }) => source)].some(({ kind }) => kind === 'region-masks');
}

/** The folder in or beside which a dataset.json is looked for. */
function folderOf(options: VerifyOptions | EvaluateOptions): string {
  if ('map' in options && options.map !== null) return dirname(resolve(options.map));
  return options.reference ?? options.predictions[0];
}

/** The scheme, or why there is none. */
function schemeOf(options: VerifyOptions | EvaluateOptions): { scheme: LabelScheme; from: string } | string {
  const chosen = chooseScheme({ ...options, reference: folderOf(options) });
  if (chosen.kind === 'none') return 'What do the labels mean? Give --dataset dataset.json or --preset NAME.';
  if (chosen.kind === 'chosen') return chosen;
  const { code, file, facts } = chosen.problem;
  return `${file}: ${t(`errors.${code}`, facts)}`;
}

/** Files may be named after the structures whose masks they are. */
function namesIn({ regions, labels }: LabelScheme): string[] {
  return [...regions, ...labels].map(({ name }) => name);
}

function poolFor(threads: number | null, total: number): WorkerPool {
  const size = Math.min(threads ?? availableParallelism(), Math.max(1, total));
  // Built by another name than the bundler looks for: the thread's script lies beside this one.
  const script = new URL('caseWorker.js', import.meta.url);
  return new WorkerPool(size, () => nodeWorker(script));
}

/** More guesses than these are counted. */
const mostGuesses = 20;

/** What was found in the folders that a person has to know before anything else. */
function tellFound(options: VerifyOptions | EvaluateOptions, { notes, guesses }: FoundCases): void {
  const names = modelNames(options.predictions);
  options.predictions.forEach((folder, index) => {
    if (names[index] !== basename(resolve(folder))) say(`Model ${names[index]}: ${folder}`);
  });
  for (const { file, code, facts } of notes) warn(`${file}: ${t(`errors.${code}`, facts)}`);
  for (const guess of guesses.slice(0, mostGuesses)) warn(`Guess: ${guess}`);
  if (guesses.length > mostGuesses) warn(`… and ${guesses.length - mostGuesses} more guesses.`);
}

async function verify(options: VerifyOptions): Promise<ExitCode> {
  const paths = options.out === null ? [] : [options.out];
  const wrong = wrongPaths(options, paths);
  if (wrong) return refuse(wrong);
  const chosen = schemeOf(options);
  if (typeof chosen === 'string') return refuse(chosen);
  const { scheme, from } = chosen;
  if (scheme.regions.length === 0) return refuse(t('reconstruction.noRegionsInScheme'));
  const found = findCases(options.reference, options.predictions, namesIn(scheme));
  const wrongOutput = wrongOutputs(paths, [...found.inputs, from]);
  if (wrongOutput) return refuse(wrongOutput);
  const outputs = begin(paths);
  say(`Scheme: ${scheme.name || from} (${from}).`);
  tellFound(options, found);
  const pool = poolFor(options.threads, found.predictions.length);
  const { report, isWrong, isAnyChecked } = await verifyPredictions(found, scheme, pool, t, say);
  for (const output of outputs) output.write(JSON.stringify(report, null, 1));
  if (!(await finish(outputs))) return exitCodes.notWritten;
  if (!isAnyChecked) return exitCodes.nothingDone;
  return isWrong ? exitCodes.toSettle : exitCodes.allDone;
}

async function evaluate(options: EvaluateOptions): Promise<ExitCode> {
  const pairs = options.map === null ? null : readCaseMap(options.map);
  if (typeof pairs === 'string') return refuse(pairs);
  const models = pairs ? [...new Set(pairs.map(({ model }) => model))] : modelNames(options.predictions);
  const summaries = summaryPaths(options.summary, models);
  const tables = [options.csv, options.conventionsCsv].filter((path) => path !== null);
  const paths = [options.out, ...tables, ...summaries.values()];
  const wrong = wrongPaths(options, paths);
  if (wrong) return refuse(wrong);
  const chosen = schemeOf(options);
  if (typeof chosen === 'string') return refuse(chosen);
  const { from } = chosen;
  const unnamed = options.channels?.find((name) => indexOfNamed(chosen.scheme.regions, name) < 0);
  if (unnamed !== undefined) {
    const names = chosen.scheme.regions.map(({ name }) => name).join(', ');
    return refuse(`--channels: no region "${unnamed}" in the scheme: ${names}.`);
  }
  const found = pairs
    ? mappedCases(pairs, options.channels)
    : findCases(options.reference, options.predictions, namesIn(chosen.scheme), options.channels);
  const inputs = [...found.inputs, from, ...(options.map === null ? [] : [options.map])];
  const wrongOutput = wrongOutputs(paths, inputs);
  if (wrongOutput) return refuse(wrongOutput);
  const outputs = begin(paths);
  const { cases } = found;
  const overlapping = cases.some(isOfMasks) ? regionsOfLabels(chosen.scheme) : null;
  const scheme = overlapping ?? chosen.scheme;
  const failures: AnswerFailure[] = [...found.failures];
  const total = cases.reduce((sum, { predictions }) => sum + predictions.length, 0);
  say(`Scheme: ${scheme.name || from} (${from}). Convention: ${options.profile}. ${total} predictions.`);
  tellFound(options, found);
  if (overlapping)
    say('Masks one per structure may overlap: every structure is scored as a region of its own.');

  const { told, missing } = conventionNotes(options.conventions, scheme, t);
  for (const line of told) say(line);
  for (const line of missing) warn(line);

  const outputOf = (path: string | null) => outputs.find((output) => output.path === path) ?? null;
  const written = new ScoresOutputs(
    {
      json: outputs[0],
      csv: outputOf(options.csv),
      summaries: new Map([...summaries].map(([model, path]) => [model, outputOf(path)])),
    },
    scheme,
    options,
    ({ problem }) => t(`errors.${problem.code}`, problem.facts),
  );
  const withUnknown: CaseScores['result'][] = [];
  const withLeftOut: CaseScores['result'][] = [];
  const conventionsTable = outputOf(options.conventionsCsv);
  conventionsTable?.write(`${conventionColumnNames.join(',')}\n`);
  const turn = inTurn<Extract<CaseReport, { ok: true }>>(cases, ({ scores, conventions }) => {
    written.add(scores);
    conventionsTable?.write(conventionRows(scores.result, conventions));
  });
  const waiting = new Map(
    cases.flatMap(({ caseId, predictions }) =>
      predictions.map(({ model }) => [answerKey(caseId, model), { caseId, model }]),
    ),
  );
  let done = 0;
  let scored = 0;
  keepComputed = () => {
    if (scored === 0) return null;
    turn.rest();
    const undone = [...waiting.values()].map((pair) => ({
      ...pair,
      problem: failure('interrupted', pair.caseId, {}).problem,
    }));
    written.end(inOrder([...failures, ...undone], (item) => item));
    const kept = outputs[0].keepUnfinished();
    return kept === null ? null : `${scored} of ${total} predictions are kept in ${kept}`;
  };
  const pool = poolFor(options.threads, total);
  await evaluateCases(cases, scheme, options, pool, (pair) => {
    done++;
    const { caseId, model } = pair.ok ? pair.scores.result : pair.failure;
    waiting.delete(answerKey(caseId, model));
    if (pair.ok) {
      const { scores } = pair;
      scored++;
      say(`[${done}/${total}] ${lineOf(scores)}`);
      if (options.hasGap && scores.pairs.length > 0) say(`  ${answerLine(scores)}`);
      for (const warning of scores.result.warnings) say(`  Warning: ${warningText(t, warning)}`);
      const ofConventions = conventionWarning(pair.conventions, t);
      if (ofConventions) say(`  Warning: ${ofConventions}`);
      if (scores.unknownLabels.length > 0) withUnknown.push(scores.result);
      if (scores.structures.some(({ overlap }) => isLeftOut(overlap))) withLeftOut.push(scores.result);
      turn.put(scores.result, pair);
    } else {
      failures.push(pair.failure);
      say(`[${done}/${total}] ${pair.failure.caseId} ${pair.failure.model}  failed`);
      turn.put(pair.failure, null);
    }
  });
  keepComputed = null;
  const failed = inOrder(failures, (item) => item);
  written.end(failed);
  const isWritten = await finish(outputs);
  if (failed.length > 0) {
    warn(`${failed.length} not scored:`);
    for (const item of failed) warn(`  ${failureLine(item)}`);
  }
  for (const { caseId, model, warnings } of inOrder(withLeftOut, (result) => result)) {
    for (const warning of warnings) {
      if (warning.kind === 'mask-left-out') warn(`${caseId} ${model}: ${warningText(t, warning)}`);
    }
  }
  const unknown = unknownLabels(
    inOrder(withUnknown, (result) => result),
    scheme,
  );
  for (const label of unknown) warn(unknownLabelText(t, label, scheme));
  if (!isWritten) return exitCodes.notWritten;
  if (scored === 0) return exitCodes.nothingDone;
  const isUnknown = unknown.length > 0 && !options.allowsUnknownLabels;
  const isToSettle = failed.length > 0 || withLeftOut.length > 0 || isUnknown;
  return isToSettle ? exitCodes.toSettle : exitCodes.allDone;
}

/** Where nnU-Net's summary of each model goes: to a file of its own where there are several. */
function summaryPaths(summary: string | null, models: readonly string[]): Map<string, string> {
  if (summary === null) return new Map();
  if (models.length === 1) return new Map([[models[0], summary]]);
  const own = (model: string) => summary.replace(/(\.json)?$/i, () => `-${model}.json`);
  return new Map(models.map((model) => [model, own(model)]));
}

function lineOf({ result, structures, tauMm }: CaseScores): string {
  const numbers = structures.map((scores) => {
    const [dice, ...more] = scoresAt('means')
      .map((kind) => ({ kind, number: kind.take(scores) }))
      .filter(({ number }) => number.reason !== 'not-computed')
      .map(({ kind, number }, place) => {
        const name = place === 0 ? scores.structure.name : t(`scoreKinds.${kind.key}`);
        return `${name}${kind.needs === 'tau' ? `@${tauMm}` : ''} ${scoreText(kind, number.value)}`;
      });
    return [dice, ...more].join(', ');
  });
  return `${result.caseId} ${result.model}  ${numbers.join(' · ')}`;
}

/** Why region and label of the pair with the largest gap differ: both Dice, and what did most. */
function answerLine(scores: CaseScores): string {
  const answer = gapAnswer(scores, pairOfLargestGap(scores.pairs));
  return joinSentences(gapSentences(answer, t).slice(0, 2));
}

function failureLine({ caseId, model, problem }: AnswerFailure): string {
  return `${caseId} ${model}: ${problem.file}: ${t(`errors.${problem.code}`, problem.facts)}`;
}

/** While something is computed: writes what is there already to a file of its own, and says which. */
let keepComputed: (() => string | null) | null = null;

function interrupt(): never {
  const kept = keepComputed?.();
  warn(`Interrupted; ${kept ? `${kept}, ` : ''}the outputs are as they were before.`);
  process.exit(exitCodes.interrupted);
}

bearClosedStreams();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (reason) {
  warn(reason instanceof OutputError ? reason.message : `It went wrong: ${systemReason(reason)}.`);
  process.exitCode = reason instanceof OutputError ? exitCodes.notWritten : exitCodes.nothingDone;
}
