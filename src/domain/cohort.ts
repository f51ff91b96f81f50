import type { LabelScheme } from './labelScheme';

/** A file by its path in the dropped folder, '/' between its parts. */
export interface FileEntry {
  path: string;
  size: number;
}

/** What tells an unchanged file from a changed one without reading it; the date in ms since 1970. */
export interface FileStamp {
  size: number;
  modified: number;
}

/** Where one model's answer for one case comes from. Paths are those of FileEntry. */
export interface Prediction {
  model: string;
  /** The label map as saved by the model; painted from the raw regions when it is missing. */
  labelMap?: string;
  /** Raw regions, as far as they were saved. */
  raw?:
    | { kind: 'probabilities'; path: string }
    | { kind: 'region-masks'; masks: { region: string; path: string }[] }
    | { kind: 'channels'; path: string };
  /** nnU-Net's fold ("0" … "4", "all") where the file came from one. */
  fold?: string;
}

export interface CaseImage {
  /** Modality as the file or dataset.json names it: "t1ce", "T1c". */
  name: string;
  path: string;
}

export interface Case {
  id: string;
  images: CaseImage[];
  reference?: string;
  /** The reference as one mask per region, where that is all there is. */
  referenceRaw?: Prediction['raw'];
  predictions: Prediction[];
}

/** What was found in a folder: names only, nothing read but small JSON files. */
export interface Cohort {
  name: string;
  cases: Case[];
  models: string[];
  /** From dataset.json; null where there is none, then the scheme is asked for. */
  scheme: LabelScheme | null;
  /** Files that no handler took. */
  unclaimed: string[];
}

/** The image of a modality; the first one where the case has none of it. */
export function chosenImage(images: readonly CaseImage[], modality: string | null): CaseImage | undefined {
  return images.find(({ name }) => name === modality) ?? images[0];
}

export function predictionOf(item: Case | undefined, model: string | null): Prediction | undefined {
  return item?.predictions.find((prediction) => prediction.model === model);
}

/** The key under which everything about one case and model is kept. */
export function answerKey(caseId: string, model: string): string {
  return `${caseId}\n${model}`;
}

/** The case and the model of an answerKey. */
export function partsOfKey(key: string): [caseId: string, model: string] {
  const end = key.indexOf('\n');
  return [key.slice(0, end), key.slice(end + 1)];
}
