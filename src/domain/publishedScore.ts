import { maskKey, type Structure, structureKey } from './labelScheme';
import { type ProfileName, profileNames } from './profile';

/** What a paper's number may follow: one of the conventions here, lesion-wise scoring, or it does not say. */
export const publishedConventions = [...profileNames, 'lesion-wise', 'unknown'] as const;
export type PublishedConvention = ProfileName | 'lesion-wise' | 'unknown';

export const publishedKinds = ['region', 'label', 'unknown'] as const;
export type PublishedKind = (typeof publishedKinds)[number];

export const publishedCases = ['these', 'other', 'unknown'] as const;
export type PublishedCases = (typeof publishedCases)[number];

/** A mean Dice that someone published, with everything that decides whether it may stand beside ours. */
export interface PublishedScore {
  id: string;
  value: number;
  /** structureKey of the structure of the scheme that the source means. */
  structure: string;
  /** What that structure was called; numbers entered before this was kept have none. */
  structureName?: string;
  /** How the source read the structure: as a region or as a label. */
  kind: PublishedKind;
  convention: PublishedConvention;
  /** Whether the source scored the very cases that were open here when it was entered. */
  cases: PublishedCases;
  /** caseSetKey of those cases; numbers entered before this was kept have none. */
  caseSet?: string;
  source: string;
}

export type IncomparableReason =
  | 'no-such-structure'
  | 'other-kind'
  | 'kind-unknown'
  | 'other-convention'
  | 'lesion-wise'
  | 'convention-unknown'
  | 'other-cases'
  | 'cases-unknown'
  | 'part-of-cases';

/** The structure of a scheme that a number is of: the same values under another name are another structure. */
export function publishedStructure(
  { structure, structureName }: PublishedScore,
  structures: readonly Structure[],
): Structure | undefined {
  return structures.find(
    (item) =>
      structureKey(item) === structure && (structureName === undefined || item.name === structureName),
  );
}

/** Equal for equal sets of cases: how many, and a hash (FNV-1a, 32 bits) of their names in order. */
export function caseSetKey(caseIds: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const letter of caseIds.toSorted().join('\n')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `${caseIds.length} ${hash.toString(16)}`;
}

/**
 * Why a published number may not stand beside ours; empty when it may. Where the scheme has a region of the
 * same single label, both readings are the same voxels and the kind makes no difference. `isEveryCase`: the
 * numbers here are of every case that is open; `caseSet` is the caseSetKey of these.
 */
export function incomparableReasons(
  published: PublishedScore,
  structures: readonly Structure[],
  profile: ProfileName,
  isEveryCase: boolean,
  caseSet: string,
): IncomparableReason[] {
  const structure = publishedStructure(published, structures);
  const isSameEitherWay = structures.some(
    (item) => structure && item.kind !== structure.kind && maskKey(item.labels) === maskKey(structure.labels),
  );
  const reasons: IncomparableReason[] = [];
  if (!structure) reasons.push('no-such-structure');
  else if (published.kind !== structure.kind && !isSameEitherWay) {
    reasons.push(published.kind === 'unknown' ? 'kind-unknown' : 'other-kind');
  }
  const { convention } = published;
  if (convention === 'lesion-wise') reasons.push('lesion-wise');
  else if (convention === 'unknown') reasons.push('convention-unknown');
  else if (convention !== profile) reasons.push('other-convention');
  if (published.cases === 'unknown') reasons.push('cases-unknown');
  else if (published.cases === 'other' || (published.caseSet ?? caseSet) !== caseSet) {
    reasons.push('other-cases');
  } else if (!isEveryCase) reasons.push('part-of-cases');
  return reasons;
}
