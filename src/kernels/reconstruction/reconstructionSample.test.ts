import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { thresholdCurves } from '../../derived/thresholdCurves';
import type { LabelScheme } from '../../domain/labelScheme';
import { presetById } from '../../domain/presets';
import { readLabelMap } from '../../io/readLabelMap';
import { readProbabilities } from '../../io/readProbabilities';
import { jointHistogram } from '../jointHistogram';
import { countsOf, diceOf } from '../overlap';
import { nestingViolations } from './nestingViolations';
import { declaredRule, paintCode, paintCodes } from './paintCodes';
import { reconstructionScores } from './reconstructionScores';
import { type RegionCodes, regionCodes } from './regionCodes';
import { thresholdTables } from './thresholdTables';
import { verifyReconstruction } from './verifyReconstruction';

const folder = '../shared/data/lumiere-nnunet';
const caseId = 'Patient-002-week-003';
const figuresPath = '../shared/reference/reconstruction.json';

async function labels(path: string): Promise<Uint8Array | Uint16Array> {
  const read = await readLabelMap({ path, blob: await openAsBlob(path) });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.voxels;
}

function countVoxels(size: number, isMeant: (voxel: number) => boolean): number {
  let count = 0;
  for (let voxel = 0; voxel < size; voxel++) if (isMeant(voxel)) count++;
  return count;
}

describe.skipIf(!existsSync(figuresPath))('the sample case with probabilities', () => {
  const scheme: LabelScheme = presetById('audit').scheme;
  let figures: Record<string, Record<string, number>>;
  let shape: [number, number, number];
  let probabilities: Float32Array[];
  let codes: RegionCodes;
  let saved: Uint8Array | Uint16Array;
  let reference: Uint8Array | Uint16Array;

  beforeAll(async () => {
    figures = JSON.parse(readFileSync(figuresPath, 'utf8'));
    const path = `${folder}/predictions_region_probabilities/${caseId}.npz`;
    const read = await readProbabilities({ path, blob: await openAsBlob(path) });
    if (!read.ok) throw new Error(read.problem.code);
    shape = read.value.shape;
    probabilities = read.value.regions;
    codes = regionCodes(probabilities, 0.5);
    saved = await labels(`${folder}/predictions_region_probabilities/${caseId}.nii.gz`);
    reference = await labels(`${folder}/labelsTr/${caseId}.nii.gz`);
  });

  const paintedWith = (order: readonly number[]) =>
    paintCodes(codes, (code) => paintCode(code, declaredRule(order)));

  it('is repainted identical to its saved label map', () => {
    const raw = { kind: 'probabilities' as const, probabilities, threshold: 0.5 };
    expect(verifyReconstruction(raw, saved, scheme, shape)).toEqual({
      verdict: 'identical',
      voxels: 7_221_032,
    });
  });

  it('has the voxels that violate the nesting, and as many voxels per region', () => {
    const violations = nestingViolations(codes, shape, scheme.regions);
    const voxelsOf = (child: string, parent: string) =>
      violations.find((violation) => violation.child === child && violation.parent === parent)?.voxels;
    expect({
      TC_outside_WT: voxelsOf('tumor_core', 'whole_tumor'),
      ET_outside_TC: voxelsOf('enhancing_tumor', 'tumor_core'),
      ET_outside_WT: voxelsOf('enhancing_tumor', 'whole_tumor'),
    }).toEqual(figures.nesting_violations_voxels);
    const inside = [0, 1, 2].map((region) =>
      countVoxels(codes.length, (voxel) => (codes[voxel] & (1 << region)) !== 0),
    );
    expect(inside).toEqual(Object.values(figures.region_voxels));
  });

  it('has the label volumes after painting, and differs as it must under wrong orders', () => {
    const painted = paintedWith([3, 2, 1]);
    for (const [label, voxels] of Object.entries(figures.label_voxels_after_painting)) {
      expect(countVoxels(painted.length, (voxel) => painted[voxel] === Number(label))).toBe(voxels);
    }
    for (const [order, voxels] of Object.entries(figures.differs_from_painted_when_order_is)) {
      const other = paintedWith(JSON.parse(order));
      expect(countVoxels(other.length, (voxel) => other[voxel] !== painted[voxel])).toBe(voxels);
    }
  });

  it('has three sets of scores that differ', () => {
    const scores = reconstructionScores(reference, codes, scheme, probabilities);
    const diceOfAll = (found: { dice: number }[]) => found.map(({ dice }) => dice);
    const expectClose = (found: number[], wanted: number[]) => {
      expect(found).toHaveLength(wanted.length);
      found.forEach((dice, index) => {
        expect(Math.abs(dice - wanted[index])).toBeLessThanOrEqual(1e-12);
      });
    };
    expectClose(
      diceOfAll(scores.rawRegions),
      Object.values(figures.region_dice_from_raw_thresholded_regions),
    );
    const regions = scores.painted.filter(({ kind }) => kind === 'region');
    expectClose(diceOfAll(regions), Object.values(figures.region_dice_from_painted_label_map));
    const { ED, NCR, ET } = figures.label_dice_from_painted_label_map;
    const labelDice = new Map(
      scores.painted.flatMap(({ kind, labels, dice }) => (kind === 'label' ? [[labels[0], dice]] : [])),
    );
    expectClose(
      [3, 2, 1].map((value) => labelDice.get(value) ?? Number.NaN),
      [ED, NCR, ET],
    );
  });

  it('names the wrong order and the share of differing voxels', () => {
    const wrong = paintedWith([1, 2, 3]);
    const raw = { kind: 'codes' as const, codes };
    const result = verifyReconstruction(raw, wrong, scheme, shape);
    if (result.verdict !== 'explained') throw new Error(result.verdict);
    expect(result.difference.differingVoxels).toBe(82_406);
    expect(result.causes).toEqual([
      {
        cause: { kind: 'class-order', regionsClassOrder: [1, 2, 3] },
        differingVoxels: 0,
        explainedShare: 1,
      },
    ]);
  });

  it('has threshold curves that pass through the scores at one half and through a recount elsewhere', () => {
    const tables = thresholdTables(probabilities, reference, scheme);
    const curves = thresholdCurves(tables, scheme);
    const scores = reconstructionScores(reference, codes, scheme, null);
    const atHalf = curves.map(({ dice }) => dice[128]);
    expect(atHalf).toEqual([...scores.rawRegions, ...scores.painted].map(({ dice }) => dice));
    const elsewhere = regionCodes(probabilities, 77 / 256);
    const painted = paintCodes(elsewhere, (code) => paintCode(code, declaredRule([3, 2, 1])));
    const confusion = jointHistogram(reference, painted);
    const wanted = scheme.labels.map(({ value }) => diceOf(countsOf(confusion, [value], null)));
    expect(curves.flatMap(({ kind, dice }) => (kind === 'label' ? [dice[77]] : []))).toEqual(wanted);
    for (const { dice, bestThreshold } of curves) {
      expect(dice[bestThreshold * 256]).toBe(Math.max(...dice.filter((value) => !Number.isNaN(value))));
    }
  });
});
