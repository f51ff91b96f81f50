export const caseMarks = ['ok', 'look-again', 'reference-wrong', 'excluded'] as const;

/** What a person thinks of a case; excluded cases leave the statistics, visibly. */
export type CaseMark = (typeof caseMarks)[number];

export interface Annotation {
  mark: CaseMark | null;
  note: string;
}

export const noAnnotation: Annotation = { mark: null, note: '' };

export function isCaseMark(value: unknown): value is CaseMark {
  return caseMarks.some((mark) => mark === value);
}
