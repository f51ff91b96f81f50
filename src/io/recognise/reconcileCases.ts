import type { Claim } from '../../domain/recognition';
import { nameMatcher } from './matchNames';

/**
 * Gives images and predictions the case of the reference that they belong to where names differ, folder by folder
 * (`nameMatcher`); marked as a guess where more differs than words that say what a file is. `isJoined`: a person chose
 * the case, which then stays, and which no other file of the folder is matched to.
 */
export function reconcileCases(
  claims: readonly Claim[],
  isJoined: (claim: Claim) => boolean,
): readonly Claim[] {
  const references = idsByFolder(claims, ({ role }) => role === 'reference');
  const known = [...references.values()];
  if (known.length === 0) return claims;
  const isFollowing = ({ role }: Claim) => role === 'prediction' || role === 'image';
  const joined = idsByFolder(claims, (claim) => isFollowing(claim) && isJoined(claim));
  const isMatched = (claim: Claim) => isFollowing(claim) && !isJoined(claim);
  const match = nameMatcher(known);
  const renamed = new Map<string, ReturnType<typeof match>>();
  for (const [key, ids] of idsByFolder(claims, isMatched)) {
    const found = match(ids, joined.get(key));
    if (found.size > 0) renamed.set(key, found);
  }
  if (renamed.size === 0) return claims;
  return claims.map((claim) => {
    const found = isMatched(claim) ? renamed.get(keyOf(claim))?.get(claim.caseId) : undefined;
    if (found === undefined) return claim;
    return { ...claim, caseId: found.name, isGuess: claim.isGuess || found.without !== 'role-words' };
  });
}

function keyOf({ role, folder }: Claim): string {
  return `${role}\n${folder}`;
}

function idsByFolder(
  claims: readonly Claim[],
  isWanted: (claim: Claim) => boolean,
): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (!isWanted(claim)) continue;
    const key = keyOf(claim);
    const known = ids.get(key);
    if (known) known.add(claim.caseId);
    else ids.set(key, new Set([claim.caseId]));
  }
  return ids;
}
