import type { PublishedScore } from '../domain/publishedScore';
import { usePublishedStore } from '../stores/publishedStore';
import { newId } from './newId';

/** Keeps a published number beside the cohort; whether it may be compared is decided where it is shown. */
export function addPublished(score: Omit<PublishedScore, 'id'>): void {
  usePublishedStore.setState(({ published }) => ({ published: [...published, { ...score, id: newId() }] }));
}

export function removePublished(id: string): void {
  usePublishedStore.setState(({ published }) => ({
    published: published.filter((score) => score.id !== id),
  }));
}
