import { create } from 'zustand';
import type { PublishedScore } from '../domain/publishedScore';

/** Published numbers that a person entered, in the order of entering. */
export interface PublishedFacts {
  published: PublishedScore[];
}

export const emptyPublished: PublishedFacts = { published: [] };

export const usePublishedStore = create<PublishedFacts>(() => emptyPublished);
