import type { Claim } from '../../domain/recognition';
import { prefixesOf } from './takeModelFiles';

/**
 * Matches predictions to references whose case is named differently: `case1_unet` is case1, and the `00000` of
 * a challenge submission is BraTS2021_00000. Only for folders of which no file matches as it is, only where the
 * match is unique both ways, and marked as a guess.
 */
export function reconcileCases(claims: readonly Claim[]): readonly Claim[] {
  const referenceIds = new Set(claims.filter(({ role }) => role === 'reference').map(({ caseId }) => caseId));
  if (referenceIds.size === 0) return claims;
  const idsOfFolder = new Map<string, Set<string>>();
  for (const { role, folder, caseId } of claims) {
    if (role !== 'prediction') continue;
    const ids = idsOfFolder.get(folder);
    if (ids) ids.add(caseId);
    else idsOfFolder.set(folder, new Set([caseId]));
  }
  const unmatched = [...idsOfFolder].filter(([, ids]) => ![...ids].some((id) => referenceIds.has(id)));
  if (unmatched.length === 0) return claims;
  const endings = uniqueEndings(referenceIds);
  const renamed = new Map<string, ReadonlyMap<string, string>>();
  for (const [folder, ids] of unmatched) {
    const match = matchIds(ids, referenceIds, endings);
    if (match.size > 0) renamed.set(folder, match);
  }
  if (renamed.size === 0) return claims;
  return claims.map((claim) => {
    const caseId = claim.role === 'prediction' ? renamed.get(claim.folder)?.get(claim.caseId) : undefined;
    return caseId === undefined ? claim : { ...claim, caseId, isGuess: true };
  });
}

function matchIds(
  ids: ReadonlySet<string>,
  referenceIds: ReadonlySet<string>,
  endings: ReadonlyMap<string, string | null>,
): Map<string, string> {
  const match = new Map<string, string>();
  const used = new Set<string>();
  for (const id of ids) {
    const found = prefixesOf(id).find((prefix) => referenceIds.has(prefix)) ?? endings.get(id);
    if (found === undefined || found === null) continue;
    if (used.has(found)) return new Map();
    used.add(found);
    match.set(id, found);
  }
  return match;
}

/** Every ending of an id behind a separator, with its id; null where several ids end so. */
function uniqueEndings(ids: ReadonlySet<string>): Map<string, string | null> {
  const endings = new Map<string, string | null>();
  for (const id of ids) {
    for (const { index } of id.matchAll(/[-_. ]/g)) {
      const ending = id.slice(index + 1);
      endings.set(ending, endings.has(ending) ? null : id);
    }
  }
  return endings;
}
