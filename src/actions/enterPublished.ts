import type { PublishedScore } from '../domain/publishedScore';
import { usePublishedStore } from '../stores/publishedStore';

/** Keeps a published number beside the cohort; whether it may be compared is decided where it is shown. */
export function addPublished(score: Omit<PublishedScore, 'id'>): void {
  const id = crypto.randomUUID();
  usePublishedStore.setState(({ published }) => ({ published: [...published, { ...score, id }] }));
}

export function removePublished(id: string): void {
  usePublishedStore.setState(({ published }) => ({
    published: published.filter((score) => score.id !== id),
  }));
}
