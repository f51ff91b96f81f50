import { create } from 'zustand';
import type { Annotation } from '../domain/annotation';

/** What a person noted about cases, by case id; a case without an entry has neither mark nor note. */
export interface AnnotationsFacts {
  annotations: Record<string, Annotation>;
}

export const emptyAnnotations: AnnotationsFacts = { annotations: {} };

export const useAnnotationsStore = create<AnnotationsFacts>(() => emptyAnnotations);
