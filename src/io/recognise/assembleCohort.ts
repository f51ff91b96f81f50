import type { Case, Cohort, Prediction } from '../../domain/cohort';
import type { Problem } from '../../domain/errors';
import type { Claim, RecognitionState } from './recognition';

/** A problem with the case and model that it belongs to, where it belongs to one. */
export type CaseProblem = Problem & { caseId?: string; model?: string };

/** The cohort that the claims add up to, and what is missing or there twice. Cases stand in natural order. */
export function assembleCohort(
  state: RecognitionState,
  claims: readonly Claim[],
): { cohort: Cohort; problems: CaseProblem[] } {
  const problems: CaseProblem[] = [...state.problems];
  const builders = new Map<string, CaseBuilder>();
  for (const claim of claims) {
    const builder = builders.get(claim.caseId) ?? new CaseBuilder(claim.caseId);
    builders.set(claim.caseId, builder);
    const earlier = builder.add(claim);
    if (earlier === null) continue;
    const facts = { otherFile: earlier };
    problems.push({ code: 'duplicate-case', file: claim.path, facts, ...placeOf(claim) });
  }
  const cases = sortNaturally([...builders.values()], ({ id }) => id).map((builder) => builder.build());
  const models = sortNaturally(
    [...new Set(claims.filter(({ role }) => role === 'prediction').map(({ model }) => model))],
    (model) => model,
  );
  const datasets = [...state.datasets].sort(
    (first, second) => depth(first.folder) - depth(second.folder) || (first.path < second.path ? -1 : 1),
  );
  const cohort: Cohort = {
    name: cohortName(claims) || datasets[0]?.dataset.name || '',
    cases,
    models,
    scheme: datasets[0]?.dataset.scheme ?? null,
    unclaimed: state.rest.map(({ path }) => path),
  };
  return { cohort, problems: [...problems, ...missingFiles(cases, models)] };
}

function placeOf({ caseId, model }: Claim): { caseId: string; model?: string } {
  return model === '' ? { caseId } : { caseId, model };
}

/** Collects the files of one case. */
class CaseBuilder {
  readonly id: string;
  private readonly images = new Map<string, string>();
  private readonly predictions = new Map<string, Prediction>();
  private reference: string | undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** Takes the file; the path of the one that stands in its place already, else null. */
  add(claim: Claim): string | null {
    if (claim.role === 'image') {
      const earlier = this.images.get(claim.part);
      if (earlier === undefined) this.images.set(claim.part, claim.path);
      return earlier ?? null;
    }
    if (claim.role === 'reference') {
      const earlier = this.reference;
      this.reference ??= claim.path;
      return earlier ?? null;
    }
    const prediction = this.predictions.get(claim.model) ?? { model: claim.model };
    this.predictions.set(claim.model, prediction);
    if (claim.fold !== null) prediction.fold ??= claim.fold;
    return addToPrediction(prediction, claim);
  }

  build(): Case {
    return {
      id: this.id,
      images: [...this.images].map(([name, path]) => ({ name, path })),
      ...(this.reference === undefined ? {} : { reference: this.reference }),
      predictions: sortNaturally([...this.predictions.values()], ({ model }) => model),
    };
  }
}

function addToPrediction(prediction: Prediction, { form, path, part }: Claim): string | null {
  if (form === 'volume') {
    const earlier = prediction.labelMap;
    prediction.labelMap ??= path;
    return earlier ?? null;
  }
  const { raw } = prediction;
  if (form === 'region-mask') {
    if (raw === undefined) {
      prediction.raw = { kind: 'region-masks', masks: [{ region: part, path }] };
      return null;
    }
    if (raw.kind !== 'region-masks') return raw.path;
    const earlier = raw.masks.find(({ region }) => region === part);
    if (earlier) return earlier.path;
    raw.masks.push({ region: part, path });
    return null;
  }
  if (raw !== undefined) return raw.kind === 'region-masks' ? raw.masks[0].path : raw.path;
  prediction.raw = { kind: form, path };
  return null;
}

function missingFiles(cases: readonly Case[], models: readonly string[]): CaseProblem[] {
  return cases.flatMap((one): CaseProblem[] => {
    if (one.reference === undefined) {
      const { labelMap, raw } = one.predictions[0] ?? {};
      const rawPath = raw && (raw.kind === 'region-masks' ? raw.masks[0].path : raw.path);
      const file = labelMap ?? rawPath ?? one.images[0]?.path ?? one.id;
      return [{ code: 'missing-reference', file, facts: {}, caseId: one.id }];
    }
    const file = one.reference;
    if (models.length === 0) return [{ code: 'missing-prediction', file, facts: {}, caseId: one.id }];
    const present = new Set(one.predictions.map(({ model }) => model));
    return models
      .filter((model) => !present.has(model))
      .map((model) => ({ code: 'missing-prediction', file, facts: {}, caseId: one.id, model }));
  });
}

/** The folder that holds everything; several dropped folders joined by " + "; '' for files without folder. */
function cohortName(claims: readonly Claim[]): string {
  if (claims.length === 0) return '';
  const roots = new Set(claims.map(({ source }) => source.split('/')[0]));
  if (roots.size > 1) return [...roots].sort().slice(0, 3).join(' + ');
  const sources = [...new Set(claims.map(({ source }) => source))].map((source) => source.split('/'));
  let shared = 0;
  while (sources[0].length > shared && sources.every((parts) => parts[shared] === sources[0][shared]))
    shared++;
  return sources[0][shared - 1] ?? '';
}

function depth(folder: string): number {
  return folder === '' ? 0 : folder.split('/').length;
}

/** Sorts so that "case 2" stands before "case 10". */
function sortNaturally<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: textOf(item).replace(/\d+/g, (digits) => digits.padStart(12, '0')) }))
    .sort((first, second) => (first.key < second.key ? -1 : first.key > second.key ? 1 : 0))
    .map(({ item }) => item);
}
