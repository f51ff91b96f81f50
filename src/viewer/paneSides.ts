import type { Plane } from '../domain/planeAxis';
import type { SideLetters } from '../i18n/sideLetters';

/** A slice on a pane, in CSS pixels. */
export interface SliceTile {
  plane: Plane;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What is said of the patient's sides: the letters of each plane, and why there are none. */
export interface PaneSides {
  letters: Record<Plane, SideLetters>;
  doubt: string | null;
}

/** A letter and where its middle lies on the pane, in CSS pixels. */
export interface PlacedLetter {
  text: string;
  x: number;
  y: number;
}

const insetPx = 10;

/** The letters of every slice, at the middle of its four sides. */
export function placedLetters(tiles: readonly SliceTile[], letters: PaneSides['letters']): PlacedLetter[] {
  return tiles.flatMap(({ plane, left, top, width, height }) => {
    const [x, y] = [left + width / 2, top + height / 2];
    return [
      { text: letters[plane].left, x: left + insetPx, y },
      { text: letters[plane].right, x: left + width - insetPx, y },
      { text: letters[plane].top, x, y: top + insetPx },
      { text: letters[plane].bottom, x, y: top + height - insetPx },
    ];
  });
}

/** The letters over a canvas as part of the page, so that whatever reads the page reads them. */
export class SideOverlay {
  private readonly box = document.createElement('div');
  private shown = '';

  constructor(container: HTMLElement) {
    this.box.className = 'pane-sides';
    container.append(this.box);
  }

  /** Changes the page only where something moved. */
  show(letters: readonly PlacedLetter[], doubt: string | null): void {
    const now = JSON.stringify([letters, doubt]);
    if (now === this.shown) return;
    this.shown = now;
    const spans = letters.map(({ text, x, y }) => {
      const span = document.createElement('span');
      span.textContent = text;
      span.style.transform = `translate(-50%, -50%) translate(${x}px, ${y}px)`;
      return span;
    });
    const words = document.createElement('p');
    words.textContent = doubt;
    this.box.replaceChildren(...spans, ...(doubt ? [words] : []));
  }

  remove(): void {
    this.box.remove();
  }
}
