import { type Language, languages } from './languages';

const dayMs = 86_400_000;

/** A past moment as one says it: "today at 14:03", "yesterday at 9:20", else the date. */
export function formatMoment(moment: number, language: Language, now = Date.now()): string {
  const locale = languages[language].locale;
  const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const daysAgo = Math.round((startOfDay(now) - startOfDay(moment)) / dayMs);
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(moment);
  if (daysAgo <= 1) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.max(0, daysAgo), 'day');
    return language === 'zh' ? `${day} ${time}` : `${day} at ${time}`;
  }
  const isThisYear = new Date(now).getFullYear() === new Date(moment).getFullYear();
  const year = isThisYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year }).format(moment);
}
