/**
 * The languages of the app, each by its own name and the locale that dates and screen readers take. A further one is
 * a line here; the build then fails wherever its words are missing.
 */
export const languages = {
  en: { name: 'English', locale: 'en-GB' },
  zh: { name: '中文', locale: 'zh-CN' },
} as const;

export type Language = keyof typeof languages;

export const languageKeys = Object.keys(languages) as Language[];

/** The first of the tags a browser lists that is spoken here ("zh-TW" is zh), else English. */
export function languageOf(tags: readonly string[]): Language {
  const wanted = tags.map((tag) => languageKeys.find((key) => tag.split('-')[0] === key));
  return wanted.find((key) => key !== undefined) ?? 'en';
}

/** The one that follows, the first after the last: what a button that switches leads to. */
export function nextLanguage(language: Language): Language {
  return languageKeys[(languageKeys.indexOf(language) + 1) % languageKeys.length];
}
