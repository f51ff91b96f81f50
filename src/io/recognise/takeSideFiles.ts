import type { Problem } from '../../domain/errors';
import { parseDatasetJson } from '../parseDatasetJson';
import type { ParsedFile } from './parsePath';
import type { DatasetFile, Handler } from './recognition';

const byProduct =
  /^(plans|nnUNetPlans.*|dataset_fingerprint|splits_final|debug|postprocessing|predict_from_raw_data_args|inference_information|inference_instance_list|determine_postprocessing|progress|training_log.*|validation_summary.*|dataset_properties|checkpoint_.*|model_(best|final|latest).*)\.(json|pkl|txt|png|pth|pdf|model)$/i;

/** Whether a JSON file is nnU-Net's dataset.json. */
export function isDatasetJson({ fileName }: ParsedFile): boolean {
  return fileName.toLowerCase() === 'dataset.json';
}

/** Whether a JSON file is a summary as nnU-Net's evaluation writes it. */
export function isSummaryJson({ kind, fileName }: ParsedFile): boolean {
  return kind === 'json' && /^summary/i.test(fileName);
}

/**
 * A handler that takes dataset.json (with its text), summaries, and what nnU-Net leaves beside its models.
 * A dataset.json that cannot be used becomes a problem; one without a text is listed as not taken.
 */
export function takeSideFiles(texts: ReadonlyMap<string, string>): Handler {
  return (state) => {
    const rest: ParsedFile[] = [];
    const datasets: DatasetFile[] = [...state.datasets];
    const summaries = [...state.summaries];
    const problems: Problem[] = [...state.problems];
    let byProductCount = state.byProductCount;
    for (const file of state.rest) {
      const text = texts.get(file.path);
      if (isDatasetJson(file) && text !== undefined) {
        const parsed = parseDatasetJson(file.path, text);
        if (parsed.ok) datasets.push({ path: file.path, folder: file.folder, dataset: parsed.value });
        else problems.push(parsed.problem);
      } else if (isSummaryJson(file)) {
        summaries.push(file.path);
      } else if (byProduct.test(file.fileName) || file.fileName.endsWith('.pkl')) {
        byProductCount++;
      } else {
        rest.push(file);
      }
    }
    return { ...state, rest, datasets, summaries, problems, byProductCount };
  };
}
