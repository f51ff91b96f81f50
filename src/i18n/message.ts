import type { Language } from './languages';

/** One text in every language; {{name}} marks an interpolated value. A missing language fails the build. */
export type Message = Record<Language, string>;

/** Keeps the keys of an area's messages literal, so that a wrong key fails the build. */
export function defineMessages<Key extends string>(messages: Record<Key, Message>): Record<Key, Message> {
  return messages;
}
