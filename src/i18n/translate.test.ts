import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { type Language, languageKeys, languageOf, nextLanguage } from './languages';
import type { Message } from './message';
import { t, textsOf, translator } from './translate';

type Area = Record<string, Record<string, Message>>;

const areas = Object.entries(import.meta.glob<Area>('./messages/*.ts', { eager: true }));

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
}

describe('the messages', () => {
  test.each(areas)('of %s say the same in both languages, with the same values in them', (_, messages) => {
    for (const [key, { en, zh }] of Object.values(messages).flatMap(Object.entries)) {
      expect(en.trim(), `${key} in English`).not.toBe('');
      expect(zh.trim(), `${key} in Chinese`).not.toBe('');
      expect(new Set(placeholders(zh)), `values in ${key}`).toEqual(new Set(placeholders(en)));
    }
  });

  test('a count takes the right plural form, and values are filled in as they are', () => {
    expect(t('app.cases', { count: 1 })).toBe('1 case');
    expect(t('app.cases', { count: 12 })).toBe('12 cases');
    expect(translator('zh')('app.cases', { count: 12 })).toBe('12 个病例');
    expect(t('errors.not-3d', { dimensions: '2×<3>' })).toContain('2×<3>');
  });
});

describe('a further language', () => {
  const gap = {
    title: { en: 'Gap', zh: '差距', de: 'Abstand' },
    cases_one: { en: '{{count}} case', zh: '{{count}} 个病例', de: '{{count}} Fall' },
    cases_other: { en: '{{count}} cases', zh: '{{count}} 个病例', de: '{{count}} Fälle' },
  };

  test('is its messages: they become texts by the same function, with the plural forms of its own', async () => {
    const tongue = i18next.createInstance();
    await tongue.init({
      lng: 'de',
      keySeparator: false,
      nsSeparator: false,
      resources: { de: { translation: textsOf('de', { gap }) } },
    });
    expect(tongue.t('gap.title')).toBe('Abstand');
    expect([1, 3].map((count) => tongue.t('gap.cases', { count }))).toEqual(['1 Fall', '3 Fälle']);
  });

  test('is asked for by the tags of the browser, and the button leads through all that exist', () => {
    expect(languageOf(['zh-TW', 'en'])).toBe('zh');
    expect(languageOf(['de-AT', 'fr'])).toBe('en');
    expect(languageOf(['zhx'])).toBe('en');
    const round = languageKeys.map((_, steps) =>
      Array.from({ length: steps }).reduce<Language>((at) => nextLanguage(at), languageKeys[0]),
    );
    expect(round).toEqual(languageKeys);
    expect(nextLanguage(languageKeys.at(-1)!)).toBe(languageKeys[0]);
  });
});

test('a text that only one file says is taken as it stands, with its values', () => {
  const text = { en: '{{name}} & <{{count}}>', zh: '{{count}} 个 {{name}}' };
  expect(translator('en')(text, { name: 'ET', count: 2 })).toBe('ET & <2>');
  expect(translator('zh')(text, { name: 'ET', count: 2 })).toBe('2 个 ET');
});
