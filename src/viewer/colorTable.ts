import type { LabelScheme } from '../domain/labelScheme';
import type { PairCodes } from '../domain/pairCodes';
import { withCrowd } from '../domain/palette';
import type { View } from '../domain/view';
import { type CodeColor, codeColor, type Shares } from './codeColor';
import { modelCodeColor } from './modelCodeColor';
import { regionCodeColor } from './regionCodeColor';

/** What a byte can say that is no pair of labels. */
const byteCodes = 256;

/** What the colours of a view depend on beside the view: the codes of a volume. */
export type Coded = Pick<PairCodes, 'pairs' | 'crowd'>;

/**
 * A view as RGBA by code: of a pair (architecture.md, the pair code), or of what a byte says of the raw regions or
 * of two models. Alpha 0 means that nothing is drawn there, so what is drawn keeps at least 1: its outline must
 * survive a fill of opacity 0.
 */
export function colorTable(
  view: View,
  scheme: LabelScheme,
  { pairs, crowd = [] }: Coded,
  shares: Shares,
  opacity: number,
): Uint8ClampedArray {
  if (view.kind === 'heat' || view.kind === 'nesting') {
    return tableOf(byteCodes, (code) => regionCodeColor(view, scheme, code), opacity);
  }
  if (view.kind === 'models') return tableOf(byteCodes, modelCodeColor, opacity);
  const colored = withCrowd(scheme, crowd);
  return tableOf(pairs.length, (code) => codeColor(view, colored, shares, ...pairs[code]), opacity);
}

function tableOf(
  count: number,
  colorOf: (code: number) => CodeColor | null,
  opacity: number,
): Uint8ClampedArray {
  const table = new Uint8ClampedArray(4 * count);
  for (let code = 0; code < count; code++) {
    const drawn = colorOf(code);
    if (!drawn) continue;
    const alpha = Math.max(1, Math.round(255 * opacity * drawn.strength));
    table.set([...channelsOf(drawn.color), alpha], 4 * code);
  }
  return table;
}

function channelsOf(color: string): [number, number, number] {
  const packed = Number.parseInt(color.slice(1, 7), 16);
  return [packed >> 16, (packed >> 8) & 255, packed & 255];
}
