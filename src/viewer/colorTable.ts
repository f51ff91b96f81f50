import type { LabelScheme } from '../domain/labelScheme';
import type { View } from '../domain/view';
import { codeColor } from './codeColor';

const entries = 256;

/**
 * A view as 256 RGBA entries, one per pair code (ARCHITECTURE.md "The pair code"). Alpha 0 means that nothing
 * is drawn there, so what is drawn keeps at least 1: its outline must survive a fill of opacity 0.
 */
export function colorTable(
  view: View,
  scheme: LabelScheme,
  values: readonly number[],
  hidden: ReadonlySet<string>,
  opacity: number,
): Uint8ClampedArray {
  const table = new Uint8ClampedArray(entries * 4);
  values.forEach((reference, row) => {
    values.forEach((prediction, column) => {
      const drawn = codeColor(view, scheme, hidden, reference, prediction);
      if (!drawn) return;
      const alpha = Math.max(1, Math.round(255 * opacity * drawn.strength));
      table.set([...channelsOf(drawn.color), alpha], 4 * (row * values.length + column));
    });
  });
  return table;
}

function channelsOf(color: string): [number, number, number] {
  const packed = Number.parseInt(color.slice(1, 7), 16);
  return [packed >> 16, (packed >> 8) & 255, packed & 255];
}
