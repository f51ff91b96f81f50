import { useMemo } from 'react';
import { textMeasure } from '../../charts/plot/textMeasure';

/**
 * How wide (CSS pixels) the widest of some texts is on the page, set in `size` rem. Digits count as zeros, which none
 * is wider than: of the thousands of cases that a number tells apart, one is measured.
 */
export function useTextWidth(size: number): (texts: readonly string[]) => number {
  return useMemo(() => {
    const { fontSize, fontFamily } = getComputedStyle(document.documentElement);
    const measure = textMeasure(`${size * Number.parseFloat(fontSize)}px ${fontFamily}`);
    return (texts) => {
      const shapes = new Set(texts.map((text) => text.replace(/\d/g, '0')));
      return Math.ceil([...shapes].reduce((most, shape) => Math.max(most, measure(shape)), 0));
    };
  }, [size]);
}
