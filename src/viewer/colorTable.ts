import type { LabelScheme } from '../domain/labelScheme';
import type { View } from '../domain/view';
import { type CodeColor, codeColor, type Shares } from './codeColor';
import { modelCodeColor } from './modelCodeColor';
import { regionCodeColor } from './regionCodeColor';

const entries = 256;

/**
 * A view as 256 RGBA entries, one per code: a pair (architecture.md, the pair code), or what a byte says of the
 * raw regions or of two models. Alpha 0 means that nothing is drawn there, so what is drawn keeps at least 1: its outline must
 * survive a fill of opacity 0.
 */
export function colorTable(
  view: View,
  scheme: LabelScheme,
  values: readonly number[],
  shares: Shares,
  opacity: number,
): Uint8ClampedArray {
  const table = new Uint8ClampedArray(entries * 4);
  const draw = (code: number, drawn: CodeColor | null) => {
    if (!drawn) return;
    const alpha = Math.max(1, Math.round(255 * opacity * drawn.strength));
    table.set([...channelsOf(drawn.color), alpha], 4 * code);
  };
  if (view.kind === 'heat' || view.kind === 'nesting') {
    for (let code = 0; code < entries; code++) draw(code, regionCodeColor(view, scheme, code));
    return table;
  }
  if (view.kind === 'models') {
    for (let code = 0; code < entries; code++) draw(code, modelCodeColor(code));
    return table;
  }
  values.forEach((reference, row) => {
    values.forEach((prediction, column) => {
      draw(row * values.length + column, codeColor(view, scheme, shares, reference, prediction));
    });
  });
  return table;
}

function channelsOf(color: string): [number, number, number] {
  const packed = Number.parseInt(color.slice(1, 7), 16);
  return [packed >> 16, (packed >> 8) & 255, packed & 255];
}
