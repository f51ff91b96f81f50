export const caseMarks = ['ok', 'look-again', 'reference-wrong', 'excluded'] as const;

/** What a person thinks of a case; excluded cases leave the statistics, visibly. */
export type CaseMark = (typeof caseMarks)[number];

export interface Annotation {
  mark: CaseMark | null;
  note: string;
}

export const noAnnotation: Annotation = { mark: null, note: '' };

/** Whether the case of this annotation leaves the statistics. */
export function marksOut(annotation: Annotation | null | undefined): boolean {
  return annotation?.mark === 'excluded';
}
