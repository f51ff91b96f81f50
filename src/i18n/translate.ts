import i18next from 'i18next';
import { createContext, useContext } from 'react';
import type { Language, Message } from './message';
import { app } from './messages/app';
import { cohort } from './messages/cohort';
import { compare } from './messages/compare';
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
  scores,
  session,
  summary,
  view,
  words,
  viewer,
  reconstruction,
};

type Areas = typeof areas;

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** "area.key", checked against the messages that exist; plural forms are asked for by their stem. */
export type MessageKey = {
  [Area in keyof Areas]: `${Area}.${WithoutPlural<keyof Areas[Area] & string>}`;
}[keyof Areas];

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

function textsOf(language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(areas).flatMap(([area, messages]) =>
      Object.entries(messages as Record<string, Message>).map(([key, text]) => [
        `${area}.${key}`,
        text[language],
      ]),
    ),
  );
}

void i18next.init({
  lng: 'en',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: textsOf('en') }, zh: { translation: textsOf('zh') } },
});

/** The text of a key in the current language; plural forms end in _one and _other and take `count`. */
export const t: Translate = (key, values) => i18next.t(key, values ?? {});

/** The text of a key in a given language, for exports that do not follow the page. */
export function translator(language: Language): Translate {
  const fixed = i18next.getFixedT(language);
  return (key, values) => fixed(key, values ?? {});
}

/** One function a language, so that what is remembered by `t` is worked out anew in another one. */
const translators: Record<Language, Translate> = { en: translator('en'), zh: translator('zh') };

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
