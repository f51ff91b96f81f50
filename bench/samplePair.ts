import { openAsBlob } from 'node:fs';
import { inflateWithZlib } from '../src/cli/inflateWithZlib';
import type { LabelMap } from '../src/domain/labelMap';
import { readLabelMap } from '../src/io/readLabelMap';
import type { SamplePair } from './benchmark';

export async function readMap(path: string): Promise<LabelMap> {
  const read = await readLabelMap({ path, blob: await openAsBlob(path) }, undefined, inflateWithZlib);
  if (!read.ok) throw new Error(`${read.problem.code}: ${path}`);
  return read.value;
}

export async function samplePair(referencePath: string, predictionPath: string): Promise<SamplePair> {
  const [reference, prediction] = await Promise.all([readMap(referencePath), readMap(predictionPath)]);
  return { referencePath, predictionPath, reference, prediction };
}
