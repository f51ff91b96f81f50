import { type PresetId, presets, type SchemePreset } from '../domain/presets';

/** What a guess may rest on; nothing of it is proof. */
export interface SchemeHints {
  /** Paths of the files and, if there is one, the name in dataset.json. */
  names: readonly string[];
  /** Label values found in the files so far, 0 or not; empty before any file was read. */
  values: readonly number[];
}

/** Why a preset was ranked where it is. */
export type GuessReason =
  /** The folders are laid out as in this data set. */
  | { kind: 'layout'; example: string }
  /** A file or folder is named as in this data set. */
  | { kind: 'name'; example: string }
  /** All values found are labels of this scheme, and it has no others. */
  | { kind: 'values-match'; values: number[] }
  /** All values found are labels of this scheme; `missing` were not found. */
  | { kind: 'values-fit'; values: number[]; missing: number[] }
  /** The files hold values that this scheme does not know. */
  | { kind: 'values-unknown'; values: number[] }
  /** These schemes know the same values, but the integers mean different things there. */
  | { kind: 'same-values'; presets: PresetId[] };

export interface SchemeGuess {
  preset: SchemePreset;
  score: number;
  reasons: GuessReason[];
}

interface NameHint {
  preset: PresetId;
  pattern: RegExp;
  weight: number;
  kind: 'layout' | 'name';
}

const LAYOUT_WEIGHT = 40;
const EXACT_WEIGHT = 20;
const VAGUE_WEIGHT = 5;
const UNKNOWN_VALUE_WEIGHT = -100;
/** Enough names to see how a data set names its files. */
const MAX_NAMES = 2_000;

function hint(preset: PresetId, pattern: RegExp, weight: number, kind: NameHint['kind'] = 'name'): NameHint {
  return { preset, pattern, weight, kind };
}

const nameHints: NameHint[] = [
  // AUDIT's export renumbers the labels of the challenges that it takes its cases from.
  hint('audit', /(?:^|\/)predictions\/[^/]+\/([^/]+)\/\1_pred\./, LAYOUT_WEIGHT, 'layout'),
  hint('audit', /(?:^|[/_-])audit(?:[/_-]|$)/i, EXACT_WEIGHT),
  hint('nnunet-brats', /(?:Dataset|Task)(?:042|043|082|137)(?!\d)/i, EXACT_WEIGHT + 5),
  hint('nnunet-brats', /(?:Dataset|Task)\d{3}_BraTS/i, EXACT_WEIGHT + 2),
  hint('nnunet-brats', /(?:^|\/)labels(?:Tr|Ts)\/[^/]*brats/i, VAGUE_WEIGHT, 'layout'),
  hint(
    'kits-2023',
    /(?:Dataset|Task)(?:220|064)(?!\d)|kits[-_ ]?(?:19|21|23|20\d\d)?(?![a-z])/i,
    EXACT_WEIGHT,
  ),
  hint('lits', /(?:^|[/_-])lits(?![a-z])|Task003_Liver|Dataset003_Liver/i, EXACT_WEIGHT),
  hint('lits', /(?:^|[/_-])liver(?![a-z])/i, VAGUE_WEIGHT),
  hint('prostate-zones', /Task05_Prostate|(?:Dataset|Task)005_Prostate/i, EXACT_WEIGHT),
  hint('pancreas', /Task07_Pancreas|(?:Dataset|Task)007_Pancreas|(?:^|[/_-])panther(?![a-z])/i, EXACT_WEIGHT),
  hint('acdc', /(?:^|[/_-])acdc(?![a-z])|(?:Dataset|Task)027(?!\d)/i, EXACT_WEIGHT),
  hint('optic-disc-cup', /(?:^|[/_-])refuge(?![a-z])/i, EXACT_WEIGHT),
  hint('ribfrac', /ribfrac|Dataset015(?!\d)/i, EXACT_WEIGHT),
  hint('brats-2018', /brats[-_ ]?(?:20)?(?:17|18|19|20)(?!\d)/i, EXACT_WEIGHT),
  hint('brats-2021', /brats[-_ ]?(?:20)?21(?!\d)/i, EXACT_WEIGHT),
  hint('brats-2024-ped', /brats[-_ ]?(?:20)?24[-_ ]?ped/i, EXACT_WEIGHT + 5),
  hint('brats-2024', /brats[-_ ]?(?:20)?24(?!\d)[-_ ]?(?:gli|met)?/i, EXACT_WEIGHT),
  // Post-treatment cases of 2024 count their time points from 100.
  hint('brats-2024', /BraTS-GLI-\d{5}-1\d\d/, EXACT_WEIGHT),
  hint('brats-2023', /brats[-_ ]?(?:20)?23(?!\d)/i, EXACT_WEIGHT),
  hint('brats-2023', /brats[-_ ]?(?:20)?24[-_ ]?(?:ssa|men)/i, EXACT_WEIGHT + 5),
  hint('brats-2023', /BraTS-(?:GLI-\d{5}-0|(?:SSA|MEN|MET|PED)-)/, EXACT_WEIGHT - 2),
  hint('brats-2024-ped', /BraTS-PED-/, VAGUE_WEIGHT * 3),
  hint('brats-2024', /BraTS-MET-/, VAGUE_WEIGHT * 3),
  hint('brats-2023', /[-_](?:t1c|t1n|t2w|t2f)\./i, VAGUE_WEIGHT),
  hint('brats-2021', /[-_](?:t1ce|flair)\./i, VAGUE_WEIGHT),
  hint('brats-2018', /[-_](?:t1ce|flair)\./i, VAGUE_WEIGHT - 1),
];

/**
 * Ranks the presets, best first, by names of files and folders and by the values found. It is a guess to be
 * shown and confirmed, never applied silently: the same integers mean different structures in different data
 * sets. The order of `presets` decides between equals.
 */
export function guessScheme({ names, values }: SchemeHints): SchemeGuess[] {
  const seen = names.slice(0, MAX_NAMES);
  const found = [...new Set(values)].filter((value) => value > 0).sort((first, second) => first - second);
  const guesses = presets.map((preset): SchemeGuess => {
    const byName = namesSpeakingFor(preset.id, seen);
    const byValue = valuesSpeakingFor(preset, found);
    const others = presetsOfSameValues(preset);
    return {
      preset,
      score: byName.score + byValue.score,
      reasons: [
        ...byName.reasons,
        ...byValue.reasons,
        ...(others.length > 0 ? [{ kind: 'same-values' as const, presets: others }] : []),
      ],
    };
  });
  return guesses.sort((first, second) => second.score - first.score);
}

/** Whether something speaks for the guess: a name, a layout, or a value; else it is only the first in line. */
export function isFounded({ score }: SchemeGuess): boolean {
  return score > 0;
}

function namesSpeakingFor(id: PresetId, names: readonly string[]): { score: number; reasons: GuessReason[] } {
  let score = 0;
  const reasons: GuessReason[] = [];
  for (const { preset, pattern, weight, kind } of nameHints) {
    const example = preset === id ? names.find((name) => pattern.test(name)) : undefined;
    if (example === undefined) continue;
    score = Math.max(score, weight);
    if (!reasons.some((reason) => reason.kind === kind)) reasons.push({ kind, example });
  }
  return { score, reasons };
}

function valuesSpeakingFor(
  { scheme }: SchemePreset,
  found: readonly number[],
): { score: number; reasons: GuessReason[] } {
  if (found.length === 0) return { score: 0, reasons: [] };
  const known = scheme.labels.map(({ value }) => value);
  const unknown = found.filter((value) => !known.includes(value));
  if (unknown.length > 0) {
    return {
      score: UNKNOWN_VALUE_WEIGHT * unknown.length,
      reasons: [{ kind: 'values-unknown', values: unknown }],
    };
  }
  const missing = known.filter((value) => !found.includes(value));
  if (missing.length === 0) return { score: 3, reasons: [{ kind: 'values-match', values: [...found] }] };
  return {
    score: Math.max(1, 3 - missing.length),
    reasons: [{ kind: 'values-fit', values: [...found], missing }],
  };
}

function presetsOfSameValues({ id, scheme }: SchemePreset): PresetId[] {
  const key = (labels: SchemePreset['scheme']['labels']) => labels.map(({ value }) => value).join();
  return presets
    .filter((other) => other.id !== id && key(other.scheme.labels) === key(scheme.labels))
    .filter((other) => !isSameMeaning(other, scheme))
    .map((other) => other.id);
}

/** Same regions from the same values: BraTS 2018 and 2021 differ in the names of labels only. */
function isSameMeaning(preset: SchemePreset, scheme: SchemePreset['scheme']): boolean {
  return (
    JSON.stringify(preset.scheme.regions) === JSON.stringify(scheme.regions) &&
    preset.scheme.regionsClassOrder.join() === scheme.regionsClassOrder.join()
  );
}
