#!/usr/bin/env node
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { indexOfNamed } from '../domain/indexOfNamed';
import type { LabelScheme } from '../domain/labelScheme';
import type { CaseScores, PairFailure } from '../domain/results';
import { unknownLabels } from '../domain/unknownLabels';
import { formatMeasure, formatScore } from '../i18n/formatNumber';
import { translator } from '../i18n/translate';
import { unknownLabelText } from '../i18n/unknownLabelText';
import { warningText } from '../i18n/warningText';
import { caseScores } from '../kernels/caseScores';
import { scoresCsv } from '../report/scoresCsv';
import { scoresFile } from '../report/scoresFile';
import { summaryJson } from '../report/summaryJson';
import { WorkerPool } from '../workers/workerPool';
import { chooseScheme } from './chooseScheme';
import { evaluateCases, inOrder } from './evaluateCases';
import { findCases, modelNames } from './findCases';
import { nodeWorker } from './nodeWorker';
import { type EvaluateOptions, helpText, parseArguments, type VerifyOptions } from './parseArguments';
import { verifyPredictions } from './verify';

const t = translator('en');
const wrongArguments = 2;
const nothingScored = 3;

/** Runs the command line and gives its exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const parsed = parseArguments(argv);
  switch (parsed.kind) {
    case 'help':
      console.log(helpText);
      return 0;
    case 'version':
      console.log(`regionlens ${__APP_VERSION__}`);
      return 0;
    case 'wrong':
      return refuse(parsed.message);
    case 'evaluate':
      return evaluate(parsed.options);
    case 'verify':
      return verify(parsed.options);
  }
}

function refuse(message: string): number {
  console.error(`${message}\nTry: regionlens --help`);
  return wrongArguments;
}

/** What is wrong with files and folders that were named; null when all are there. */
function wrongPaths(
  { reference, predictions, dataset }: Pick<VerifyOptions, 'reference' | 'predictions' | 'dataset'>,
  outputs: readonly (string | null)[],
): string | null {
  for (const folder of reference === null ? predictions : [reference, ...predictions]) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return `No folder ${folder}`;
  }
  for (const file of outputs) {
    if (file !== null && !existsSync(dirname(resolve(file)))) return `No folder for ${file}`;
  }
  const models = modelNames(predictions);
  if (new Set(models).size < models.length) {
    return `Two prediction folders have the same name: ${models.join(', ')}. Give each folder once, under a path of its own.`;
  }
  return dataset && !existsSync(dataset) ? `No file ${dataset}` : null;
}

/** The scheme, or why there is none. */
function schemeOf(options: VerifyOptions | EvaluateOptions): { scheme: LabelScheme; from: string } | string {
  const chosen = chooseScheme({ ...options, reference: options.reference ?? options.predictions[0] });
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

async function verify(options: VerifyOptions): Promise<number> {
  const wrong = wrongPaths(options, [options.out]);
  if (wrong) return refuse(wrong);
  const chosen = schemeOf(options);
  if (typeof chosen === 'string') return refuse(chosen);
  const { scheme, from } = chosen;
  if (scheme.regions.length === 0) return refuse(t('reconstruction.noRegionsInScheme'));
  console.log(`Scheme: ${scheme.name || from} (${from}).`);
  const found = findCases(options.reference, options.predictions, namesIn(scheme));
  const pool = poolFor(options.threads, found.predictions.length);
  const { report, isWrong } = await verifyPredictions(found, scheme, pool, t, (line) => console.log(line));
  if (options.out) writeFileSync(options.out, JSON.stringify(report, null, 1));
  return isWrong ? 1 : 0;
}

async function evaluate(options: EvaluateOptions): Promise<number> {
  const wrong = wrongPaths(options, [options.out, options.csv, options.summary]);
  if (wrong) return refuse(wrong);
  const chosen = schemeOf(options);
  if (typeof chosen === 'string') return refuse(chosen);
  const { scheme, from } = chosen;
  const unnamed = options.channels?.find((name) => indexOfNamed(scheme.regions, name) < 0);
  if (unnamed !== undefined) {
    const names = scheme.regions.map(({ name }) => name).join(', ');
    return refuse(`--channels: no region "${unnamed}" in the scheme: ${names}.`);
  }
  const { cases, failures } = findCases(
    options.reference,
    options.predictions,
    namesIn(scheme),
    options.channels,
  );
  const total = cases.reduce((sum, { predictions }) => sum + predictions.length, 0);
  console.log(
    `Scheme: ${scheme.name || from} (${from}). Convention: ${options.profile}. ${total} predictions.`,
  );

  const scores: CaseScores[] = [];
  let done = 0;
  const pool = poolFor(options.threads, total);
  await evaluateCases(cases, scheme, options, pool, (pair) => {
    done++;
    if (pair.ok) {
      scores.push(pair.scores);
      console.log(`[${done}/${total}] ${lineOf(pair.scores)}`);
      for (const warning of pair.scores.result.warnings) {
        console.log(`  Warning: ${warningText(t, warning)}`);
      }
    } else {
      failures.push(pair.failure);
      console.log(`[${done}/${total}] ${pair.failure.caseId} ${pair.failure.model}  failed`);
    }
  });
  write(
    options,
    scheme,
    inOrder(scores, ({ result }) => result),
    inOrder(failures, (failed) => failed),
  );
  if (failures.length > 0) {
    console.error(`${failures.length} not scored:`);
    for (const failed of inOrder(failures, (item) => item)) console.error(`  ${failureLine(failed)}`);
  }
  const unknown = unknownLabels(
    scores.map(({ result }) => result),
    scheme,
  );
  for (const label of unknown) console.error(unknownLabelText(t, label, scheme));
  if (scores.length === 0 && failures.length > 0) return nothingScored;
  return failures.length > 0 || (unknown.length > 0 && !options.allowsUnknownLabels) ? 1 : 0;
}

function lineOf({ result, structures, tauMm }: CaseScores): string {
  const numbers = structures.map(({ structure, overlap, surface, lesions }) => {
    const more = [
      surface && `HD95 ${formatMeasure(surface.hd95Mm)} mm`,
      surface && `NSD@${tauMm} ${formatScore(surface.nsd)}`,
      lesions && `lesions ${formatScore(lesions.dice)}`,
    ].filter((part) => part !== null);
    return [`${structure.name} ${formatScore(overlap.dice)}`, ...more].join(', ');
  });
  return `${result.caseId} ${result.model}  ${numbers.join(' · ')}`;
}

function failureLine({ caseId, model, problem }: PairFailure): string {
  return `${caseId} ${model}: ${problem.file}: ${t(`errors.${problem.code}`, problem.facts)}`;
}

function write(
  { out, csv, summary, profile }: EvaluateOptions,
  scheme: LabelScheme,
  scores: CaseScores[],
  failures: PairFailure[],
): void {
  const document = scoresFile({
    producer: `regionlens ${__APP_VERSION__}`,
    scheme,
    profile,
    scores,
    failures,
    messageOf: ({ problem }) => t(`errors.${problem.code}`, problem.facts),
  });
  writeFileSync(out, JSON.stringify(document, null, 1));
  if (csv) writeFileSync(csv, scoresCsv(scores, profile));
  if (!summary) return;
  const models = [...new Set(scores.map(({ result }) => result.model))];
  for (const model of models) {
    const ofModel = scores.filter(({ result }) => result.model === model);
    const path = models.length === 1 ? summary : summary.replace(/(\.json)?$/i, `-${model}.json`);
    const asNnunet = ofModel.map(({ result, convention }) =>
      caseScores(result, scheme, { ...convention, profile: 'nnunet' }),
    );
    writeFileSync(path, summaryJson(asNnunet, scheme));
  }
}

process.exitCode = await main(process.argv.slice(2));
