import { type LabelScheme, structuresOf } from '../../domain/labelScheme';
import type { ReadScore, ReconstructionScores } from '../../domain/reconstruction';
import type { Confusion, Counts } from '../../domain/results';
import { jointHistogram } from '../jointHistogram';
import { countsOf, diceOf } from '../overlap';
import { argmaxLabels, clipToParents, growToChildren } from './nestingRepairs';
import { declaredRule, paintCode, paintedTable } from './paintCodes';
import type { RegionCodes } from './regionCodes';

/** All sets of scores of one prediction; Dice is NaN where a structure is in neither map. */
export function reconstructionScores(
  reference: Uint8Array | Uint16Array,
  codes: RegionCodes,
  scheme: LabelScheme,
  probabilities: readonly (Float32Array | Float64Array)[] | null,
): ReconstructionScores {
  const { regions, regionsClassOrder } = scheme;
  const codeTable = jointHistogram(codes, reference);
  const rule = declaredRule(regionsClassOrder);
  const readAs = (repair: (code: number) => number) =>
    scoresOf(
      paintedTable(codeTable, (code) => paintCode(repair(code), rule), true),
      scheme,
    );
  return {
    rawRegions: rawRegionScores(codeTable, scheme),
    painted: readAs((code) => code),
    clipped: readAs((code) => clipToParents(code, regions)),
    grown: readAs((code) => growToChildren(code, regions)),
    argmax:
      probabilities &&
      scoresOf(jointHistogram(reference, argmaxLabels(probabilities, regions, regionsClassOrder)), scheme),
  };
}

/** The scores of every region and label of a table with the reference in its rows. */
export function scoresOf(confusion: Confusion, scheme: LabelScheme): ReadScore[] {
  return structuresOf(scheme).map((structure) => {
    const counts = countsOf(confusion, structure.labels, scheme.ignoreLabel);
    return { ...structure, counts, dice: diceOf(counts) };
  });
}

/** Regions as predicted, from the table of (code × reference label). */
export function rawRegionScores(codeTable: Confusion, { regions, ignoreLabel }: LabelScheme): ReadScore[] {
  return regions.map(({ name, labels }, index) => {
    const counts: Counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
    codeTable.counts.forEach((row, code) => {
      const isPredicted = (codeTable.labels[code] & (1 << index)) !== 0;
      row.forEach((voxels, column) => {
        const referenceLabel = codeTable.labels[column];
        if (referenceLabel === ignoreLabel) return;
        if (labels.includes(referenceLabel)) counts[isPredicted ? 'tp' : 'fn'] += voxels;
        else counts[isPredicted ? 'fp' : 'tn'] += voxels;
      });
    });
    return { kind: 'region', name, labels, counts, dice: diceOf(counts) };
  });
}
