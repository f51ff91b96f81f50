import { describe, expect, test } from 'vitest';
import type { Message } from './message';
import { t, translator } from './translate';

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
