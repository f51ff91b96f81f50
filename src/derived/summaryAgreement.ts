import { isToldApart } from '../domain/indistinct';
import { maskKey } from '../domain/labelScheme';
import type {
  Summary,
  SummaryAgreement,
  SummaryCase,
  SummaryMetrics,
  SummaryReason,
} from '../domain/nnunetSummary';
import type { AnswerResult, Confusion } from '../domain/results';
import { countsOf, diceOf } from '../kernels/overlap';

/** Dice differing by less is the same number written by another program. */
const sameDice = 1e-12;

/**
 * Compares nnU-Net's own evaluation of one model with our results of it, case by case (matched by the names of
 * the prediction files) and structure by structure, whatever labels the summary was made on; those that a mask left
 * out leaves unknown are compared with nothing.
 */
export function summaryAgreement(
  summary: Summary,
  results: readonly AnswerResult[],
  ignoreLabel: number | null,
): SummaryAgreement {
  const byName = new Map(results.map((result) => [stemOf(result.prediction.file), result]));
  const structures = new Map<string, number[]>();
  const agreement: SummaryAgreement = {
    values: 0,
    equal: 0,
    structures: [],
    differences: [],
    missingFiles: [],
  };
  for (const item of summary.cases) {
    for (const { labels } of item.structures) structures.set(maskKey(labels), labels);
    const result = byName.get(stemOf(fileOf(item)));
    if (!result) {
      agreement.missingFiles.push(fileOf(item));
      continue;
    }
    for (const theirs of item.structures) {
      if (!isToldApart(theirs.labels, result.indistinct ?? [])) continue;
      agreement.values++;
      const ourDice = diceOf(countsOf(result.confusion, theirs.labels, ignoreLabel));
      const reason = differenceOf(theirs, result.confusion, ourDice, ignoreLabel);
      if (reason === null) agreement.equal++;
      else {
        const { labels, dice: theirDice } = theirs;
        agreement.differences.push({ caseId: result.caseId, labels, theirDice, ourDice, reason });
      }
    }
  }
  return { ...agreement, structures: [...structures.values()] };
}

function fileOf({ predictionFile, referenceFile }: SummaryCase): string {
  return predictionFile || referenceFile;
}

/** The name without folders and endings: probabilities and the map painted from them share it. */
function stemOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.replace(/(\.nii)?\.[^.]+$/, '');
}

/** null when the value is equal: the same Dice (or none) of the same voxels, where the summary counts them. */
function differenceOf(
  theirs: SummaryMetrics,
  confusion: Confusion,
  ourDice: number,
  ignoreLabel: number | null,
): SummaryReason | null {
  const ours = countsOf(confusion, theirs.labels, ignoreLabel);
  const isSame = (first: number, second: number) => Number.isNaN(second) || first === second;
  const isSameScore = Number.isNaN(ourDice)
    ? Number.isNaN(theirs.dice)
    : Math.abs(ourDice - theirs.dice) < sameDice;
  const isSameReference = isSame(ours.tp + ours.fn, theirs.tp + theirs.fn);
  const isSamePrediction = isSame(ours.tp + ours.fp, theirs.tp + theirs.fp);
  if (
    isSameScore &&
    isSameReference &&
    isSamePrediction &&
    isSame(ours.tp, theirs.tp) &&
    isSame(ours.tn, theirs.tn)
  )
    return null;
  const total = ({ tp, fp, fn, tn }: typeof ours) => tp + fp + fn + tn;
  if (!isSame(total(ours), total(theirs))) return 'other-grid';
  if (isAnotherLabel(theirs, confusion, ignoreLabel)) return 'other-labels';
  if (!isSameReference) return 'other-reference';
  return isSamePrediction ? 'other-places' : 'other-prediction';
}

/** True when exactly these counts belong to another of our labels. */
function isAnotherLabel(theirs: SummaryMetrics, confusion: Confusion, ignoreLabel: number | null): boolean {
  if (theirs.tp + theirs.fp + theirs.fn === 0) return false;
  return confusion.labels.some((label) => {
    if (label === 0 || maskKey([label]) === maskKey(theirs.labels)) return false;
    const { tp, fp, fn } = countsOf(confusion, [label], ignoreLabel);
    return tp === theirs.tp && fp === theirs.fp && fn === theirs.fn;
  });
}
