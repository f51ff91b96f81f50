import { caseSetKey, type PublishedScore } from '../domain/publishedScore';
import { usePublishedStore } from '../stores/publishedStore';
import { openCaseIds } from './caseSources';
import { newId } from './newId';

/** Keeps a published number beside the cohort; whether it may be compared is decided where it is shown. */
export function addPublished(score: Omit<PublishedScore, 'id' | 'caseSet'>): void {
  const caseSet = caseSetKey(openCaseIds());
  usePublishedStore.setState(({ published }) => ({
    published: [...published, { ...score, id: newId(), caseSet }],
  }));
}

export function removePublished(id: string): void {
  usePublishedStore.setState(({ published }) => ({
    published: published.filter((score) => score.id !== id),
  }));
}
