import { useMemo } from 'react';
import { textMeasure } from '../charts/plot/textMeasure';

/** How wide (CSS pixels) the widest of some texts is on the page, set in `size` rem. */
export function useTextWidth(size: number): (texts: readonly string[]) => number {
  return useMemo(() => {
    const { fontSize, fontFamily } = getComputedStyle(document.documentElement);
    const measure = textMeasure(`${size * Number.parseFloat(fontSize)}px ${fontFamily}`);
    return (texts) => Math.ceil(texts.reduce((most, text) => Math.max(most, measure(text)), 0));
  }, [size]);
}
