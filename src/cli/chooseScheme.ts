import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../domain/errors';
import type { LabelScheme } from '../domain/labelScheme';
import { presetById } from '../domain/presets';
import { parseDatasetJson } from '../io/parseDatasetJson';
import type { EvaluateOptions } from './parseArguments';

export type ChosenScheme =
  | { kind: 'chosen'; scheme: LabelScheme; from: string }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'none' };

/** The scheme that was named, or of the dataset.json that lies with the references; never a guess. */
export function chooseScheme(
  options: Pick<EvaluateOptions, 'dataset' | 'preset' | 'reference'>,
): ChosenScheme {
  if (options.preset)
    return { kind: 'chosen', scheme: presetById(options.preset).scheme, from: options.preset };
  const nearby = [options.reference, dirname(resolve(options.reference))].map((folder) =>
    join(folder, 'dataset.json'),
  );
  const path = options.dataset ?? nearby.find((candidate) => existsSync(candidate));
  if (path === undefined) return { kind: 'none' };
  const parsed = parseDatasetJson(path, readFileSync(path, 'utf8'));
  if (!parsed.ok) return { kind: 'problem', problem: parsed.problem };
  return { kind: 'chosen', scheme: parsed.value.scheme, from: path };
}
