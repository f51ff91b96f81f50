import { parseArgs } from 'node:util';
import { largestTauMm } from '../domain/contourShift';
import type { NamedConvention } from '../domain/conventions/convention';
import { conventionNamed, conventions } from '../domain/conventions/conventions';
import { isLesionProfileName, type LesionProfileName, lesionProfileNames } from '../domain/lesions';
import { type PresetId, presets } from '../domain/presets';
import { isProfileName, type ProfileName, profileNames } from '../domain/profile';
import { exitCodeMeanings } from './exitCodes';

/** What a person asked for. */
export interface EvaluateOptions {
  /** null: the table of pairs names the files. */
  reference: string | null;
  predictions: string[];
  /** A table of pairs instead of folders. */
  map: string | null;
  dataset: string | null;
  preset: PresetId | null;
  profile: ProfileName;
  /** null: not computed. */
  lesions: LesionProfileName | null;
  hasSurface: boolean;
  hasGap: boolean;
  tauMm: number | null;
  allowsUnknownLabels: boolean;
  /** Names of regions in the order of a file's channels; null: worked out from nesting. */
  channels: string[] | null;
  out: string;
  csv: string | null;
  summary: string | null;
  /** Surface distances stand in the summary as well. */
  hasSummarySurfaces: boolean;
  conventions: NamedConvention[];
  conventionsCsv: string | null;
  threads: number | null;
}

export interface VerifyOptions {
  /** null: nothing is scored, only repainted and compared. */
  reference: string | null;
  predictions: string[];
  dataset: string | null;
  preset: PresetId | null;
  out: string | null;
  threads: number | null;
}

export type ParsedArguments =
  | { kind: 'help' | 'version' }
  | { kind: 'wrong'; message: string }
  | { kind: 'verify'; options: VerifyOptions }
  | { kind: 'evaluate'; options: EvaluateOptions };

/** The columns of the table of conventions: one number a row. */
export const conventionColumnNames = ['case', 'model', 'convention', 'labels', 'score', 'value'];

/** Names below the words of their option, as many a line as fit. */
function namesInLines(names: readonly string[]): string {
  const lines: string[] = [''];
  for (const name of names) {
    const line = lines[lines.length - 1];
    if (line.length + name.length > 90) lines.push(name);
    else lines[lines.length - 1] = line === '' ? name : `${line}, ${name}`;
  }
  return lines.map((line) => `${' '.repeat(22)}${line}`).join(',\n');
}

export const helpText = `Scores predicted label maps against reference label maps, with the kernels of the RegionLens page.

  regionlens evaluate --reference DIR --prediction DIR [--prediction DIR …] --out scores.json
  regionlens verify --prediction DIR [--prediction DIR …] [--reference DIR] [--out findings.json]

evaluate scores. verify holds label maps against the raw regions beside them (nnU-Net's --save_probabilities, or
one mask per region): is the scheme sound, is each map what its regions paint, and if not, why?

  --reference DIR     reference label maps
  --prediction DIR    predicted label maps; repeat for further models, each named after its folder
  --map FILE          instead of both: a CSV with the header case,reference,prediction[,model], one pair a line;
                      paths are relative to its folder
  --dataset FILE      nnU-Net's dataset.json; else the one in or beside the reference folder is used
  --preset NAME       a published label scheme: ${presets.map(({ id }) => id).join(', ')}
  --profile NAME      convention for empty structures: ${profileNames.join(', ')} (default nnunet)
  --surface           surface distances: HD95, HD100, ASD, NSD
  --lesions NAME      lesion-wise scores: ${lesionProfileNames.join(', ')}
  --gap               contour shift, errors within τ of the boundary, and a sentence a case: why its region and label
                      score differently, by volume effect (the same errors weigh more in a small label), accumulated
                      errors (mix-ups inside the region, of which it does not notice) and relieved errors (charged to
                      the region, not to this label)
  --tau MM            tolerance τ (default: the largest voxel edge, at least 1 mm)
  --out FILE          scores as JSON; the RegionLens page opens it by drop
  --csv FILE          scores as a table
  --summary FILE      nnU-Net's summary.json; with several models one each, FILE-<model>.json
  --summary-surfaces  HD95, ASSD and NSD in the summary as well, with the τ of NSD
  --convention NAME   scores as a published convention defines them; repeat for further ones:
${namesInLines(conventions.map(({ name }) => name))}
  --conventions-csv FILE  these scores as a table: ${conventionColumnNames.join(',')}
  --channels A,B,…    which region each channel of a file is, in the order of the file
  --allow-unknown-labels  exit with 0 although maps hold values that the scheme does not know
  --threads N         worker threads (default: one per processor)
  --help, --version

Of these, verify takes --reference, --prediction, --dataset, --preset, --out and --threads.

Exit code:
${Object.entries(exitCodeMeanings)
  .map(([code, meaning]) => `  ${code.padEnd(4)}${meaning}`)
  .join('\n')}`;

const wrong = (message: string): ParsedArguments => ({ kind: 'wrong', message });

/** Reads the arguments after the program's name; whatever is wrong with them is said in one sentence. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (reason) {
    return wrong(reason instanceof Error ? reason.message : String(reason));
  }
  const { values, positionals } = parsed;
  if (values.help || argv.length === 0) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...more] = positionals;
  if ((command !== 'evaluate' && command !== 'verify') || more.length > 0) {
    return wrong(`Unknown command "${positionals.join(' ')}": the commands are "evaluate" and "verify".`);
  }
  const isEvaluating = command === 'evaluate';
  const { map = null, prediction: predictions = [] } = values;
  if (map !== null && !isEvaluating) return wrong('verify takes folders, not --map.');
  if (map !== null && (values.reference !== undefined || predictions.length > 0)) {
    return wrong('Give --map, or --reference and --prediction, not both.');
  }
  if (map === null && isEvaluating && values.reference === undefined)
    return wrong('--reference DIR is missing.');
  if (map === null && predictions.length === 0) return wrong('--prediction DIR is missing.');
  if (isEvaluating && values.out === undefined) return wrong('--out FILE is missing.');
  if (values.dataset !== undefined && values.preset !== undefined) {
    return wrong('Give --dataset or --preset, not both.');
  }
  const preset = presets.find(({ id }) => id === values.preset)?.id ?? null;
  if (values.preset !== undefined && preset === null) {
    return wrong(`No preset "${values.preset}": ${presets.map(({ id }) => id).join(', ')}.`);
  }
  const { profile, lesions } = values;
  if (!isProfileName(profile)) return wrong(`No profile "${profile}": ${profileNames.join(', ')}.`);
  if (lesions !== undefined && !isLesionProfileName(lesions)) {
    return wrong(`No lesion profile "${lesions}": ${lesionProfileNames.join(', ')}.`);
  }
  const tauMm = values.tau === undefined ? null : Number(values.tau);
  if (tauMm !== null && !(tauMm > 0 && tauMm <= largestTauMm)) {
    return wrong(`--tau has to be above 0 and at most ${largestTauMm} mm, not "${values.tau}".`);
  }
  const threads = values.threads === undefined ? null : Number(values.threads);
  if (threads !== null && !(Number.isInteger(threads) && threads > 0)) {
    return wrong(`--threads has to be a whole number above 0, not "${values.threads}".`);
  }
  const names = values.convention ?? [];
  const unknown = names.find((name) => !conventionNamed(name));
  if (unknown !== undefined) {
    return wrong(`No convention "${unknown}": ${conventions.map(({ name }) => name).join(', ')}.`);
  }
  const conventionsCsv = values['conventions-csv'] ?? null;
  if (names.length > 0 !== (conventionsCsv !== null)) {
    return wrong('--convention NAME and --conventions-csv FILE go together.');
  }
  const hasSummarySurfaces = values['summary-surfaces'];
  if (hasSummarySurfaces && values.summary === undefined) {
    return wrong('--summary-surfaces adds to --summary FILE, which is missing.');
  }
  const { reference = null, dataset = null, out = null } = values;
  if (!isEvaluating) {
    return { kind: 'verify', options: { reference, predictions, dataset, preset, out, threads } };
  }
  return {
    kind: 'evaluate',
    options: {
      reference,
      predictions,
      map,
      dataset,
      preset,
      profile,
      lesions: lesions ?? null,
      hasSurface: values.surface,
      hasGap: values.gap,
      tauMm,
      allowsUnknownLabels: values['allow-unknown-labels'],
      channels: values.channels?.split(',').map((name) => name.trim()) ?? null,
      out: out ?? '',
      csv: values.csv ?? null,
      summary: values.summary ?? null,
      hasSummarySurfaces,
      conventions: [...new Set(names.flatMap((name) => conventionNamed(name) ?? []))],
      conventionsCsv,
      threads,
    },
  };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      reference: { type: 'string' },
      prediction: { type: 'string', multiple: true },
      map: { type: 'string' },
      dataset: { type: 'string' },
      preset: { type: 'string' },
      profile: { type: 'string', default: 'nnunet' },
      lesions: { type: 'string' },
      surface: { type: 'boolean', default: false },
      gap: { type: 'boolean', default: false },
      tau: { type: 'string' },
      out: { type: 'string' },
      csv: { type: 'string' },
      summary: { type: 'string' },
      'summary-surfaces': { type: 'boolean', default: false },
      convention: { type: 'string', multiple: true },
      'conventions-csv': { type: 'string' },
      threads: { type: 'string' },
      channels: { type: 'string' },
      'allow-unknown-labels': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  });
}
