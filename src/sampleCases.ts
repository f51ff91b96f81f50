import { existsSync, openAsBlob, readFileSync } from 'node:fs';
import type { LabelMap } from './domain/labelMap';
import { readLabelMap } from './io/readLabelMap';

/** For tests only: the sample data and the check figures outside the project, where they are present. */

const dataFolder = '../shared/data';
const figuresFile = '../shared/reference/overlap-surface-gap.json';

export const hasSampleCases = existsSync(figuresFile) && existsSync(dataFolder);

/** One entry of overlap-surface-gap.json: a case of one model. */
export interface SampleFigures {
  dataset: 'brats-ssa' | 'brats-ped' | 'lumiere';
  case: string;
  model: string;
  spacing: number[];
  shape: number[];
  confusion_ref_rows_pred_cols: number[][];
  structures: Record<
    string,
    { Dice: number; IoU: number; TP: number; FP: number; FN: number; TN: number } & Record<string, number>
  >;
  gap: Record<
    string,
    {
      region: string;
      label: string;
      region_volume_sum: number;
      label_volume_sum: number;
      shared_error_voxels: number;
      child_error_voxels: number;
      relieved_error_voxels: number;
      region_dice: number;
      label_dice: number;
      volume_effect: number;
      accumulated_child_error: number;
      relief: number;
    }
  >;
}

/** The label values of each structure of the sample data. */
export const sampleStructures: Record<string, number[]> = {
  WT: [1, 2, 3],
  TC: [1, 2],
  ET: [1],
  NCR: [2],
  ED: [3],
};

export function sampleFigures(): SampleFigures[] {
  return hasSampleCases ? (JSON.parse(readFileSync(figuresFile, 'utf8')) as SampleFigures[]) : [];
}

/** Where the reference and the prediction of an entry lie. */
export function samplePaths(figures: Pick<SampleFigures, 'dataset' | 'case' | 'model'>): {
  reference: string;
  prediction: string;
} {
  const name = figures.case;
  if (figures.dataset === 'lumiere') {
    const folder = `${dataFolder}/lumiere-nnunet`;
    return {
      reference: `${folder}/labelsTr/${name}.nii.gz`,
      prediction: `${folder}/predictions_${figures.model === 'nnUnet' ? 'nnUNet' : figures.model}/${name}.nii.gz`,
    };
  }
  const folder = `${dataFolder}/${figures.dataset}`;
  return {
    reference: `${folder}/images/${name}/${name}_seg.nii.gz`,
    prediction: `${folder}/predictions/${figures.model}/${name}/${name}_pred.nii.gz`,
  };
}

export async function sampleLabelMap(path: string): Promise<LabelMap> {
  const result = await readLabelMap({ path, blob: await openAsBlob(path) });
  if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.problem)}`);
  return result.value;
}
