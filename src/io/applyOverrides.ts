import type { Cohort } from '../domain/cohort';
import { ownValue } from '../domain/ownValue';
import type { Claim, Recognition, Role, RoleOverrides, Source } from '../domain/recognition';
import { assembleCohort } from './recognise/assembleCohort';
import { chooseReferences } from './recognise/chooseReferences';
import { exactFolderRole } from './recognise/folderRole';
import { nameModelsApart } from './recognise/nameModelsApart';
import { reconcileCases } from './recognise/reconcileCases';

/**
 * The recognition as a person corrected it: roles by Source.key, models by their recognised name, cases by path. Starts from
 * what was found, never from earlier corrections, so an edit is undone by passing the former overrides.
 */
export function applyOverrides(recognition: Recognition, overrides: RoleOverrides): Recognition {
  const { claims: found, otherFiles, problems: foundProblems } = recognition.found;
  const keys = found.map(sourceKey);
  const isChosen = (key: string) => ownValue(overrides.roles, key) !== undefined;
  const named = correctedClaims(found, overrides);
  const claims = named.map((claim) => {
    const name =
      claim.role === 'prediction' ? ownValue(overrides.modelNames, claim.model)?.trim() : undefined;
    return name ? { ...claim, model: name } : claim;
  });
  const used = claims.filter(({ role }) => role !== 'left-out');
  const unclaimed = claims
    .filter(({ role }, index) => role === 'left-out' && !isChosen(keys[index]))
    .map(({ path }) => path);
  const { cohort, problems } = assembleCohort(used);
  const [first] = recognition.schemes;
  const modelOfFolder = new Map(
    used.filter(({ role }) => role === 'prediction').map(({ path, model }) => [parentOf(path), model]),
  );
  const whole: Cohort = {
    ...cohort,
    name: cohort.name || (first?.datasetName ?? ''),
    scheme: first?.scheme ?? null,
    unclaimed: [...unclaimed, ...otherFiles],
  };
  return {
    ...recognition,
    cohort: whole,
    problems: [...foundProblems, ...problems],
    sources: sourcesOf(
      claims,
      keys,
      named.map(({ model }) => model),
      isChosen,
    ),
    summaries: recognition.summaries.map(({ path }) => ({
      path,
      model: modelOfFolder.get(parentOf(path)) ?? null,
    })),
    leftOutCount: claims.length - used.length - unclaimed.length,
    isGuess: claims.some(({ isGuess }, index) => isGuess && !isChosen(keys[index])),
    guessedPaths: claims
      .filter(({ isGuess }, index) => isGuess && !isChosen(keys[index]))
      .map(({ path }) => path),
  };
}

/** What each file stands for, in the order of `found`: roles and cases as chosen, cases and references as matched. */
export function correctedClaims(found: readonly Claim[], overrides: RoleOverrides): readonly Claim[] {
  const roles = found.map((claim) => ownValue(overrides.roles, sourceKey(claim)));
  const { cases = {} } = overrides;
  const chosen = found.map((claim, index) => {
    const caseId = ownValue(cases, claim.path);
    const inRole = withRole(claim, roles[index]);
    return caseId === undefined ? inRole : { ...inRole, caseId, isGuess: false };
  });
  const reconciled = reconcileCases(chosen, ({ path }) => ownValue(cases, path) !== undefined);
  return nameModelsApart(chooseReferences(reconciled, (index) => roles[index] !== undefined));
}

/** The row of the review that a file belongs to: its folder, images apart from label maps. */
function sourceKey({ folder, role, handler, model }: Claim): string {
  if (role === 'image') return `${folder}|images`;
  if (role === 'prediction' && handler === 'case-files') return `${folder}|${model}`;
  return `${folder}|maps`;
}

function withRole(claim: Claim, role: Role | undefined): Claim {
  if (role === undefined) return claim;
  // Probabilities alone cannot be a reference, and a channel file is no image of one modality.
  if (role === 'reference' && claim.form === 'probabilities')
    return { ...claim, role: 'left-out', model: '' };
  if (role !== 'prediction') return { ...claim, role, model: '', isGuess: false };
  return { ...claim, role, model: claim.model || modelOf(claim.folder), isGuess: false };
}

/** The nearest folder that is not just "labels" or "images", else the nearest. */
function modelOf(folder: string): string {
  const folders = folder.split('/').filter((part) => part !== '');
  return (
    folders.findLast((part) => exactFolderRole(part) === null || part === folders.at(-1)) || 'prediction'
  );
}

const roleOrder: Role[] = ['reference', 'prediction', 'image', 'left-out'];

function sourcesOf(
  claims: readonly Claim[],
  keys: readonly string[],
  foundModels: readonly string[],
  isChosen: (key: string) => boolean,
): Source[] {
  const sources = new Map<string, { source: Source; caseIds: Set<string> }>();
  claims.forEach((claim, index) => {
    const { role, model, folder, handler, path, caseId } = claim;
    const key = keys[index];
    let entry = sources.get(key);
    if (!entry) {
      const counts = { fileCount: 0, caseCount: 0, example: path };
      const source = {
        key,
        folder,
        role,
        model,
        foundModel: foundModels[index],
        handler,
        ...counts,
        isGuess: false,
        isChosen: isChosen(key),
      };
      entry = { source, caseIds: new Set() };
      sources.set(key, entry);
    }
    // A row of which some files are the reference of their case is one of references.
    if (entry.source.role === 'left-out') entry.source.role = role;
    entry.source.fileCount++;
    entry.source.isGuess ||= claim.isGuess && !entry.source.isChosen;
    entry.caseIds.add(caseId);
  });
  return [...sources.values()]
    .map(({ source, caseIds }) => ({ ...source, caseCount: caseIds.size }))
    .sort(
      (first, second) =>
        roleOrder.indexOf(first.role) - roleOrder.indexOf(second.role) || (first.key < second.key ? -1 : 1),
    );
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
