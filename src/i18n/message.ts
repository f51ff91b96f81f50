/** One text in every language; {{name}} marks an interpolated value. A missing language fails the build. */
export interface Message {
  en: string;
  zh: string;
}

export type Language = keyof Message;

/** Keeps the keys of an area's messages literal, so that a wrong key fails the build. */
export function defineMessages<Key extends string>(messages: Record<Key, Message>): Record<Key, Message> {
  return messages;
}
