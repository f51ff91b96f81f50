import type { Claim } from '../../domain/recognition';

/**
 * Where folders of one model name hold the same cases (teamA/output and teamB/output), each becomes a model of
 * its own, named with the part of its path that tells them apart.
 */
export function nameModelsApart(claims: readonly Claim[]): readonly Claim[] {
  const foldersOfModel = new Map<string, Set<string>>();
  for (const { role, model, folder } of claims) {
    if (role !== 'prediction') continue;
    const folders = foldersOfModel.get(model);
    if (folders) folders.add(folder);
    else foldersOfModel.set(model, new Set([folder]));
  }
  const folderOfFile = new Map<string, string>();
  const contested = new Set<string>();
  for (const { role, model, folder, caseId, form, part } of claims) {
    if (role !== 'prediction' || foldersOfModel.get(model)!.size < 2) continue;
    const key = `${model}\n${caseId}\n${form}\n${part}`;
    const first = folderOfFile.get(key);
    if (first === undefined) folderOfFile.set(key, folder);
    else if (first !== folder) contested.add(model);
  }
  if (contested.size === 0) return claims;
  const names = new Map<string, ReadonlyMap<string, string>>(
    [...contested].map((model) => [model, namesByFolder(model, [...foldersOfModel.get(model)!])]),
  );
  return claims.map((claim) => {
    const name = claim.role === 'prediction' ? names.get(claim.model)?.get(claim.folder) : undefined;
    return name === undefined ? claim : { ...claim, model: name };
  });
}

function namesByFolder(model: string, folders: readonly string[]): Map<string, string> {
  const paths = folders.map((folder) => folder.split('/'));
  const shortest = Math.min(...paths.map(({ length }) => length));
  const isShared = (partOf: (path: string[]) => string) =>
    paths.every((path) => partOf(path) === partOf(paths[0]));
  let before = 0;
  while (before < shortest && isShared((path) => path[before])) before++;
  let after = 0;
  while (after < shortest - before && isShared((path) => path[path.length - 1 - after])) after++;
  return new Map(
    paths.map((path, index) => {
      const own = path.slice(before, path.length - after).join('/');
      if (own === '' || own === model) return [folders[index], model];
      return [folders[index], own.endsWith(`/${model}`) ? own : `${own}/${model}`];
    }),
  );
}
