import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { failure, type Problem } from '../domain/errors';
import type { LabelScheme } from '../domain/labelScheme';
import { presetById } from '../domain/presets';
import { parseDatasetJson } from '../io/parseDatasetJson';
import { maxJsonBytes } from '../io/recogniseCohort';
import type { EvaluateOptions } from './parseArguments';
import { systemReason } from './terminal';

export type ChosenScheme =
  | { kind: 'chosen'; scheme: LabelScheme; from: string }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'none' };

/** The scheme that was named, or of the dataset.json that lies with the references; never a guess. */
export function chooseScheme(
  options: Pick<EvaluateOptions, 'dataset' | 'preset'> & { reference: string },
): ChosenScheme {
  if (options.preset)
    return { kind: 'chosen', scheme: presetById(options.preset).scheme, from: options.preset };
  const nearby = [options.reference, dirname(resolve(options.reference))].map((folder) =>
    join(folder, 'dataset.json'),
  );
  const path = options.dataset ?? nearby.find((candidate) => existsSync(candidate));
  if (path === undefined) return { kind: 'none' };
  let text: string;
  try {
    if (statSync(path).size > maxJsonBytes) throw new Error(`more than ${maxJsonBytes / 2 ** 20} MB`);
    text = readFileSync(path, 'utf8');
  } catch (reason) {
    return {
      kind: 'problem',
      problem: failure('unreadable-file', path, { detail: systemReason(reason) }).problem,
    };
  }
  const parsed = parseDatasetJson(path, text);
  if (!parsed.ok) return { kind: 'problem', problem: parsed.problem };
  return { kind: 'chosen', scheme: parsed.value.scheme, from: path };
}
