import type { SliceTile } from './paneSides';

/** What a pane's largest slice is: where in the volume, in which contrast and scale. */
export interface CornerFacts {
  tile: SliceTile;
  /** Counted from 1, as stored. */
  slice: number;
  total: number;
  /** The intensities that run from black to white; null for a case without an image. */
  window: readonly [number, number] | null;
  zoom: number;
  pxPerMm: number;
}

/** The lines of the two upper corners. */
export type SayCorners = (facts: CornerFacts) => { left: string[]; right: string[] };

const insetPx = 6;
const longestBarPx = 110;
/** Narrower slices have room for one corner. */
const roomForTwoPx = 240;

/** The longest of 1, 2, 5, 10 … mm that fits. */
export function barLengthMm(pxPerMm: number, longestPx = longestBarPx): number {
  const most = longestPx / pxPerMm;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
}

/** Words and a scale bar in the corners of a pane's largest slice, as part of the page. */
export class CornerOverlay {
  private readonly box = document.createElement('div');
  private shown = '';

  constructor(container: HTMLElement) {
    this.box.className = 'pane-corners';
    container.append(this.box);
  }

  /** Changes the page only where something changed. */
  show(facts: CornerFacts | null, say: SayCorners | null): void {
    const words = facts && say ? say(facts) : null;
    const now = JSON.stringify([facts, words]);
    if (now === this.shown) return;
    this.shown = now;
    if (!facts || !words) {
      this.box.replaceChildren();
      return;
    }
    const { tile, pxPerMm } = facts;
    const right = tile.left + tile.width - insetPx;
    const isWide = tile.width >= roomForTwoPx;
    const lines = isWide ? words.left : [...words.left, ...words.right];
    const parts = [
      textBox('pane-corner', lines, `translate(${tile.left + insetPx}px, ${tile.top + insetPx}px)`),
    ];
    if (isWide)
      parts.push(
        textBox(
          'pane-corner right',
          words.right,
          `translate(${right}px, ${tile.top + insetPx}px) translateX(-100%)`,
        ),
      );
    const bottom = tile.top + tile.height - insetPx;
    const lengthMm = barLengthMm(pxPerMm, Math.min(longestBarPx, tile.width / 3));
    const bar = textBox(
      'pane-scale',
      [lengthMm >= 10 ? `${lengthMm / 10} cm` : `${lengthMm} mm`],
      `translate(${right}px, ${bottom}px) translate(-100%, -100%)`,
    );
    bar.style.width = `${lengthMm * pxPerMm}px`;
    this.box.replaceChildren(...parts, bar);
  }

  remove(): void {
    this.box.remove();
  }
}

function textBox(name: string, lines: readonly string[], transform: string): HTMLElement {
  const box = document.createElement('div');
  box.className = name;
  box.style.transform = transform;
  for (const line of lines) {
    const text = document.createElement('p');
    text.textContent = line;
    box.append(text);
  }
  return box;
}
