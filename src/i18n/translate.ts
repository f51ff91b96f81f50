import i18next from 'i18next';
import { createContext, useContext } from 'react';
import { type Language, languageKeys } from './languages';
import type { Message } from './message';
import { app } from './messages/app';
import { cohort } from './messages/cohort';
import { compare } from './messages/compare';
import { conventions } from './messages/conventions';
import { errors } from './messages/errors';
import { findings } from './messages/findings';
import { gap } from './messages/gap';
import { inspector } from './messages/inspector';
import { intake } from './messages/intake';
import { measures } from './messages/measures';
import { offline } from './messages/offline';
import { rating } from './messages/rating';
import { reconstruction } from './messages/reconstruction';
import { report } from './messages/report';
import { scenes } from './messages/scenes';
import { scheme } from './messages/scheme';
import { scoreKinds } from './messages/scoreKinds';
import { scores } from './messages/scores';
import { session } from './messages/session';
import { summary } from './messages/summary';
import { view } from './messages/view';
import { viewer } from './messages/viewer';
import { words } from './messages/words';

/** All texts by area; an area is one file that holds both languages side by side. */
const areas = {
  app,
  cohort,
  compare,
  conventions,
  errors,
  findings,
  gap,
  inspector,
  intake,
  measures,
  offline,
  rating,
  report,
  scenes,
  scheme,
  scoreKinds,
  scores,
  session,
  summary,
  view,
  words,
  viewer,
  reconstruction,
};

type Areas = typeof areas;

type Stem<Key extends string> = Key extends `${infer Own}_${'one' | 'other' | 'flat'}` ? Own : Key;

/**
 * "area.key", checked against the messages that exist; plural forms, and what is said otherwise of slices
 * (`shapeOf` of sizeWords.ts), are asked for by their stem.
 */
export type MessageKey = {
  [Area in keyof Areas]: `${Area}.${Stem<keyof Areas[Area] & string>}`;
}[keyof Areas];

/** Takes a key, or the text itself where only one file says it. */
export type Translate = (text: MessageKey | Message, values?: Record<string, string | number>) => string;

/** What i18next takes of one language: the text of every "area.key". */
export function textsOf<Tongue extends string>(
  language: Tongue,
  ofAreas: Record<string, Record<string, Record<Tongue, string>>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ofAreas).flatMap(([area, messages]) =>
      Object.entries(messages).map(([key, text]) => [`${area}.${key}`, text[language]]),
    ),
  );
}

void i18next.init({
  lng: 'en',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(
    languageKeys.map((language) => [language, { translation: textsOf(language, areas) }]),
  ),
});

/** The text of a key in the current language; plural forms end in _one and _other and take `count`. */
export const t: Translate = (text, values) => translators[i18next.language as Language](text, values);

/** The text of a key in a given language, for exports that do not follow the page. */
export function translator(language: Language): Translate {
  const fixed = i18next.getFixedT(language);
  return (text, values) =>
    typeof text === 'string'
      ? fixed(text, values ?? {})
      : i18next.services.interpolator.interpolate(text[language], values ?? {}, language, {});
}

/** One function a language, so that what is remembered by `t` is worked out anew in another one. */
const translators = Object.fromEntries(
  languageKeys.map((language) => [language, translator(language)]),
) as Record<Language, Translate>;

/**
 * The language of the components inside. A context and not a subscription to i18next, so that a page of
 * thousands of rows can be drawn in another language in steps.
 */
export const LanguageContext = createContext<Language>('en');

/** `t` for components: renders again when the language changes. */
export function useTranslate(): { t: Translate; language: Language } {
  const language = useContext(LanguageContext);
  return { t: translators[language], language };
}

/** Sets the language of `t`. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}
