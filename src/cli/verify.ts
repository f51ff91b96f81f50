import type { UncheckableReason, VerdictSummary } from '../domain/caseReconstruction';
import { uncheckableReason } from '../domain/caseReconstruction';
import { checkScheme, type SchemeFinding, unrebuildableLabels } from '../domain/checkScheme';
import { failure, type Problem, ProblemError } from '../domain/errors';
import { sizeUnit } from '../domain/geometry';
import type { LabelScheme } from '../domain/labelScheme';
import type { ReadScore } from '../domain/reconstruction';
import type { Confusion } from '../domain/results';
import { formatCount, formatMeasure, formatScore } from '../i18n/formatNumber';
import {
  mixUpNumbers,
  renamingText,
  schemeFindingText,
  verdictSentences,
} from '../i18n/reconstructionSentences';
import type { Translate } from '../i18n/translate';
import { findMixUps } from '../kernels/reconstruction/findMixUps';
import type { LabelMixUp } from '../kernels/reconstruction/labelMixUp';
import type { VerifyCaseResponse } from '../workers/protocol';
import type { WorkerPool } from '../workers/workerPool';
import { inOrder } from './evaluateCases';
import type { FoundCases, FoundPrediction } from './findCases';

/** What was found of one prediction; null where nothing could be or was compared. */
interface CaseFindings {
  case: string;
  model: string;
  reconstruction: VerdictSummary | null;
  reconstructionReason?: UncheckableReason | 'failed';
  problem?: Problem;
  violations: { parent: string; child: string; voxels: number; volumeMl?: number; areaCm2?: number }[];
  scores: VerifyCaseResponse['findings']['scores'];
}

/** The findings as a file. */
interface VerificationReport {
  format: 'regionlens.verification';
  version: 1;
  scheme: SchemeFinding[];
  cases: CaseFindings[];
  labelMixUps: { model: string; case: string | null; mixUp: LabelMixUp }[];
}

/**
 * Checks the scheme and every prediction, and says what was found line by line. Wrong are: a scheme that cannot
 * rebuild its labels, a map that is not what its regions paint, labels that look mixed up, a file that cannot be
 * read, and that nothing could be checked.
 */
export async function verifyPredictions(
  found: FoundCases,
  scheme: LabelScheme,
  pool: WorkerPool,
  t: Translate,
  say: (line: string) => void,
): Promise<{ report: VerificationReport; isWrong: boolean; isAnyChecked: boolean }> {
  saySchemeCheck(scheme, t, say);
  const predictions = inOrder(found.predictions, (prediction) => prediction);
  const running = predictions.map((prediction) => findingsOf(prediction, scheme, pool));
  const cases: CaseFindings[] = [];
  for (const [index, { caseId, model }] of predictions.entries()) {
    const { findings, sentences } = await running[index].then((response) =>
      toldFindings(predictions[index], response, scheme, t),
    );
    cases.push(findings);
    say(`[${index + 1}/${predictions.length}] ${caseId} ${model}  ${sentences[0]}`);
    for (const sentence of sentences.slice(1)) say(`    ${sentence}`);
  }
  const confusions = inOrder(await confusionsOf(found, scheme, pool), (item) => item);
  const labelMixUps = findMixUps(confusions, scheme.ignoreLabel).map(({ caseId, ...mixUp }) => ({
    case: caseId,
    ...mixUp,
  }));
  for (const { model, case: caseId, mixUp } of labelMixUps) say(mixUpLine(model, caseId, mixUp, t));
  // A case that one folder lacks has nothing to verify there.
  const others = found.failures.filter(({ problem: { code } }) => {
    return code !== 'missing-reference' && code !== 'missing-prediction';
  });
  for (const { caseId, model, problem } of others) {
    say(`${caseId} ${model}: ${problem.file}: ${t(`errors.${problem.code}`, problem.facts)}`);
  }
  if (cases.some(({ reconstructionReason }) => reconstructionReason === 'no-raw-regions')) {
    say(t('reconstruction.noRawRegions'));
  }
  say(countsByVerdict(cases, t));
  const isAnyChecked = cases.some(({ reconstruction }) => reconstruction !== null);
  const isDifferent = ({ reconstruction, reconstructionReason }: CaseFindings) =>
    reconstructionReason === 'failed' || (reconstruction !== null && reconstruction.verdict !== 'identical');
  return {
    report: {
      format: 'regionlens.verification',
      version: 1,
      scheme: checkScheme(scheme),
      cases,
      labelMixUps,
    },
    isAnyChecked,
    isWrong:
      unrebuildableLabels(scheme).length > 0 ||
      !isAnyChecked ||
      cases.some(isDifferent) ||
      labelMixUps.length > 0 ||
      others.length > 0,
  };
}

function saySchemeCheck(scheme: LabelScheme, t: Translate, say: (line: string) => void): void {
  const findings = checkScheme(scheme);
  const isSound = unrebuildableLabels(scheme).length === 0;
  say(t(isSound ? 'reconstruction.schemeSound' : 'reconstruction.schemeFails'));
  for (const finding of findings) {
    say(`  ${schemeFindingText(finding, scheme, t)}`);
    if ('repaired' in finding) say(`    "regions_class_order": [${finding.repaired.join(', ')}]`);
  }
}

type Response = VerifyCaseResponse | { problem: Problem } | null;

async function findingsOf(
  { caseId, reference, labelMap, raw }: FoundPrediction,
  scheme: LabelScheme,
  pool: WorkerPool,
): Promise<Response> {
  if (!raw) return null;
  try {
    return await pool.run('verifyCase', { reference, labelMap, raw, scheme });
  } catch (reason) {
    if (reason instanceof ProblemError) return { problem: reason.problem };
    return { problem: failure('worker-failed', caseId, { detail: String(reason) }).problem };
  }
}

function toldFindings(
  { caseId, model, labelMap, raw }: FoundPrediction,
  response: Response,
  scheme: LabelScheme,
  t: Translate,
): { findings: CaseFindings; sentences: string[] } {
  const findings: CaseFindings = { case: caseId, model, reconstruction: null, violations: [], scores: null };
  const files = { labelMap: labelMap?.path, raw: raw ? { kind: 'channels' as const, path: '' } : undefined };
  const reason = uncheckableReason(files, scheme);
  if (response && 'problem' in response) {
    const { problem } = response;
    findings.reconstructionReason = 'failed';
    findings.problem = problem;
    return { findings, sentences: [`${problem.file}: ${t(`errors.${problem.code}`, problem.facts)}`] };
  }
  if (reason) findings.reconstructionReason = reason;
  if (!response) return { findings, sentences: [t('reconstruction.uncheckable')] };
  const { summary, findings: own } = response;
  findings.reconstruction = summary;
  findings.scores = own.scores;
  findings.violations = own.violations.map(({ parent, child, voxels }) => {
    const size = voxels * own.voxelSize;
    return { parent, child, voxels, ...(own.dimensions === 2 ? { areaCm2: size } : { volumeMl: size }) };
  });
  const sentences = summary ? verdictSentences(summary, own, scheme, t) : [t('reconstruction.noLabelMap')];
  for (const { parent, child, voxels } of own.violations) {
    if (voxels === 0) continue;
    const pair = t('reconstruction.nestingPair', { child, parent });
    sentences.push(
      `${pair}: ${formatCount(voxels)} voxels, ${formatMeasure(voxels * own.voxelSize)} ${sizeUnit(own.dimensions)}`,
    );
  }
  if (own.scores) {
    const { rawRegions, painted } = own.scores;
    sentences.push(`Dice, ${t('reconstruction.setRaw')}: ${scoresLine(rawRegions)}`);
    sentences.push(`Dice, ${t('reconstruction.setPainted')}: ${scoresLine(painted)}`);
  }
  return { findings, sentences };
}

function scoresLine(scores: readonly ReadScore[]): string {
  return scores.map(({ name, dice }) => `${name} ${formatScore(dice)}`).join(', ');
}

interface CaseConfusion {
  caseId: string;
  model: string;
  confusion: Confusion;
}

/** The tables of all scored pairs; what cannot be read was told before. */
async function confusionsOf(
  { cases }: FoundCases,
  scheme: LabelScheme,
  pool: WorkerPool,
): Promise<CaseConfusion[]> {
  const found = await Promise.all(
    cases.map(async ({ caseId, reference, predictions }) => {
      try {
        const { results } = await pool.run('scoreCase', { caseId, reference, predictions, scheme });
        return results;
      } catch {
        return [];
      }
    }),
  );
  return found.flat();
}

function mixUpLine(model: string, caseId: string | null, mixUp: LabelMixUp, t: Translate): string {
  const renamed = renamingText(mixUp.renamed, t);
  const { improvedCases: improved, scoredCases: scored } = mixUp;
  if (caseId === null) {
    return t('reconstruction.mixUpCohort', { model, renamed, improved, scored, ...mixUpNumbers(mixUp) });
  }
  return `${caseId} ${model}: ${t('reconstruction.mixUpCase', { renamed, ...mixUpNumbers(mixUp) })}`;
}

function countsByVerdict(cases: readonly CaseFindings[], t: Translate): string {
  const verdicts = cases.map(({ reconstruction, reconstructionReason }) =>
    reconstructionReason === 'failed' ? 'failed' : (reconstruction?.verdict ?? 'uncheckable'),
  );
  return (['identical', 'explained', 'unexplained', 'failed', 'uncheckable'] as const)
    .map((verdict) => ({ verdict, count: verdicts.filter((item) => item === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) =>
      t('reconstruction.summaryCount', { count, verdict: t(`reconstruction.${verdict}`) }),
    )
    .join(' · ');
}
