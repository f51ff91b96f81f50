import type { Case, CaseImage, Cohort, Prediction } from '../../domain/cohort';
import type { CaseProblem, Claim } from '../../domain/recognition';

/** The cohort that the claims add up to, and what is missing or there twice. Cases stand in natural order. */
export function assembleCohort(claims: readonly Claim[]): {
  cohort: Pick<Cohort, 'name' | 'cases' | 'models'>;
  problems: CaseProblem[];
} {
  const problems: CaseProblem[] = [];
  const builders = new Map<string, CaseBuilder>();
  for (const claim of claims) {
    let builder = builders.get(claim.caseId);
    if (!builder) {
      builder = new CaseBuilder(claim.caseId);
      builders.set(claim.caseId, builder);
    }
    const earlier = builder.add(claim);
    if (earlier === null) continue;
    const facts = { otherFile: earlier };
    problems.push({ code: 'duplicate-case', file: claim.path, facts, ...placeOf(claim) });
  }
  const models = sortNaturally(modelsOf(claims), (model) => model);
  const rank = new Map(models.map((model, index) => [model, index]));
  const cases = sortNaturally([...builders.values()], ({ id }) => id).map((builder) => builder.build(rank));
  const cohort = { name: cohortName(claims), cases, models };
  return { cohort, problems: [...problems, ...missingFiles(cases, models)] };
}

function modelsOf(claims: readonly Claim[]): string[] {
  const models = new Set<string>();
  for (const { role, model } of claims) if (role === 'prediction') models.add(model);
  return [...models];
}

function placeOf({ caseId, model }: Claim): { caseId: string; model?: string } {
  return model === '' ? { caseId } : { caseId, model };
}

/** Collects the files of one case. */
class CaseBuilder {
  readonly id: string;
  private readonly images: CaseImage[] = [];
  private readonly predictions: Prediction[] = [];
  private readonly reference: Prediction = { model: '' };

  constructor(id: string) {
    this.id = id;
  }

  /** Takes the file; the path of the one that stands in its place already, else null. */
  add(claim: Claim): string | null {
    if (claim.role === 'image') {
      const earlier = this.images.find(({ name }) => name === claim.part);
      if (!earlier) this.images.push({ name: claim.part, path: claim.path });
      return earlier?.path ?? null;
    }
    if (claim.role === 'reference') return addToPrediction(this.reference, claim);
    let prediction = this.predictions.find(({ model }) => model === claim.model);
    if (!prediction) {
      prediction = { model: claim.model };
      this.predictions.push(prediction);
    }
    if (claim.fold !== null) prediction.fold ??= claim.fold;
    return addToPrediction(prediction, claim);
  }

  /** `rank`: the order of the models. */
  build(rank: ReadonlyMap<string, number>): Case {
    const { labelMap, raw } = this.reference;
    return {
      id: this.id,
      images: this.images,
      ...(labelMap === undefined ? {} : { reference: labelMap }),
      ...(raw === undefined ? {} : { referenceRaw: raw }),
      predictions: this.predictions.sort((first, second) => rank.get(first.model)! - rank.get(second.model)!),
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
  if (raw !== undefined) return rawPathOf(raw) ?? null;
  prediction.raw = { kind: form, path };
  return null;
}

function missingFiles(cases: readonly Case[], models: readonly string[]): CaseProblem[] {
  return cases.flatMap((one): CaseProblem[] => {
    const file = one.reference ?? rawPathOf(one.referenceRaw);
    if (file === undefined) {
      const [first] = one.predictions;
      const shown = first?.labelMap ?? rawPathOf(first?.raw) ?? one.images[0]?.path ?? one.id;
      return [{ code: 'missing-reference', file: shown, facts: {}, caseId: one.id }];
    }
    if (models.length === 0) return [{ code: 'missing-prediction', file, facts: {}, caseId: one.id }];
    if (one.predictions.length === models.length) return [];
    const present = new Set(one.predictions.map(({ model }) => model));
    return models
      .filter((model) => !present.has(model))
      .map((model) => ({ code: 'missing-prediction', file, facts: {}, caseId: one.id, model }));
  });
}

function rawPathOf(raw: Prediction['raw']): string | undefined {
  return raw && (raw.kind === 'region-masks' ? raw.masks[0].path : raw.path);
}

/** The folder that holds everything; several dropped folders joined by " + "; '' for files without folder. */
function cohortName(claims: readonly Claim[]): string {
  if (claims.length === 0) return '';
  // Files that were dropped by themselves have no folder.
  const folders = [...new Set(claims.map(({ folder }) => folder))].filter((folder) => folder !== '');
  if (folders.length === 0) return '';
  const roots = new Set(folders.map((folder) => folder.split('/', 1)[0]));
  if (roots.size > 1) return [...roots].sort().slice(0, 3).join(' + ');
  const paths = folders.map((folder) => folder.split('/'));
  let shared = 0;
  while (paths[0].length > shared && paths.every((parts) => parts[shared] === paths[0][shared])) shared++;
  return paths[0][shared - 1] ?? '';
}

/** Sorts so that "case 2" stands before "case 10". */
function sortNaturally<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: textOf(item).replace(/\d+/g, (digits) => digits.padStart(12, '0')) }))
    .sort((first, second) => (first.key < second.key ? -1 : first.key > second.key ? 1 : 0))
    .map(({ item }) => item);
}
