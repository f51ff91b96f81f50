import type { Claim } from '../../domain/recognition';

const agreed = /consensus|staple|maj/i;

/**
 * Where several rows of the review hold a reference of one case (raters, or a label map beside masks), one is kept
 * and the others are left out: the one that a person chose; else, as a guess, a consensus or majority, then label
 * maps before masks, then the first by name. A file twice in one row stays twice, to be reported.
 */
export function chooseReferences(
  claims: readonly Claim[],
  isChosen: (index: number) => boolean,
): readonly Claim[] {
  const firstRow = new Map<string, string>();
  const contested = new Map<string, Map<string, number>>();
  for (const claim of claims) {
    if (claim.role !== 'reference') continue;
    const first = firstRow.get(claim.caseId);
    if (first === undefined) firstRow.set(claim.caseId, rowOf(claim));
    else if (first !== rowOf(claim)) contested.set(claim.caseId, new Map());
  }
  if (contested.size === 0) return claims;
  claims.forEach((claim, index) => {
    const rows = claim.role === 'reference' ? contested.get(claim.caseId) : undefined;
    if (rows && !rows.has(rowOf(claim))) rows.set(rowOf(claim), index);
  });
  const kept = new Map<string, { row: string; folder: string; isChosen: boolean }>();
  for (const [caseId, rows] of contested) {
    const ranked = [...rows].sort(([row, index], [otherRow, otherIndex]) => {
      return (
        Number(isChosen(otherIndex)) - Number(isChosen(index)) ||
        Number(agreed.test(otherRow)) - Number(agreed.test(row)) ||
        Number(claims[index].form === 'region-mask') - Number(claims[otherIndex].form === 'region-mask') ||
        (row < otherRow ? -1 : 1)
      );
    });
    const [[row, first]] = ranked;
    kept.set(caseId, { row, folder: claims[first].folder, isChosen: isChosen(first) });
  }
  return claims.map((claim, index) => {
    const one = claim.role === 'reference' ? kept.get(claim.caseId) : undefined;
    if (one === undefined) return claim;
    if (rowOf(claim) === one.row) return one.isChosen ? claim : { ...claim, isGuess: true };
    // Two rows that a person chose for one case contradict each other: that is reported as a duplicate.
    return isChosen(index) && one.isChosen
      ? claim
      : {
          ...claim,
          role: 'left-out',
          isGuess: !one.isChosen && !isChosen(index),
          instead: one.folder,
        };
  });
}

function rowOf({ folder, form }: Claim): string {
  return form === 'region-mask' ? `${folder}|masks` : folder;
}
