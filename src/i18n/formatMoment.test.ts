import { expect, test } from 'vitest';
import { formatMoment } from './formatMoment';

const now = new Date(2026, 2, 12, 15, 0).getTime();

test.each([
  [new Date(2026, 2, 12, 14, 3), 'today at 14:03', '今天 14:03'],
  [new Date(2026, 2, 11, 23, 59), 'yesterday at 23:59', '昨天 23:59'],
  [new Date(2026, 0, 5, 8, 0), '5 January', '1月5日'],
  [new Date(2025, 11, 31, 8, 0), '31 December 2025', '2025年12月31日'],
])('%s is said as a person says it, in both languages', (moment, en, zh) => {
  expect(formatMoment(moment.getTime(), 'en', now)).toBe(en);
  expect(formatMoment(moment.getTime(), 'zh', now)).toBe(zh);
});
