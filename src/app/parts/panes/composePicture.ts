import type { PanePicture } from '../../../viewer/paneScene';

/** A pane's place in the picture (CSS pixels), its title above it, and from where a curtain shows it (0 to 1). */
export interface PicturedPane {
  title: string;
  left: number;
  top: number;
  width: number;
  height: number;
  titleHeight: number;
  picture: PanePicture | null;
  from: number;
}

export interface PictureParts {
  width: number;
  height: number;
  panes: PicturedPane[];
  /** Case and what is seen of it. */
  title: string;
  legend: { name: string; color: string; isRegion: boolean; score: string }[];
  /** What every number depends on. */
  footer: string;
}

const [paper, ink, quiet, black, warning] = ['#15181d', '#e4e7ec', '#9aa4b2', '#000000', '#ffd9a0'];
const font = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", sans-serif';
const margin = 10;
const lineHeight = 22;
const barLengthsMm = [100, 50, 20, 10, 5, 2, 1];

/** Panes, legend, scores, scale bars and the case's name on one canvas, at `scale` pixels per CSS pixel. */
export function composePicture(parts: PictureParts, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  context.font = `12px ${font}`;
  const lines = legendLines(context, parts);
  const height = lineHeight + parts.height + (lines.length + 1) * lineHeight + margin;
  canvas.width = Math.round(parts.width * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  context.fillStyle = paper;
  context.fillRect(0, 0, parts.width, height);
  context.textBaseline = 'middle';
  write(context, parts.title, margin, lineHeight / 2, ink, `600 13px ${font}`);
  context.save();
  context.translate(0, lineHeight);
  for (const pane of parts.panes) drawPane(context, pane);
  context.restore();
  let y = lineHeight + parts.height + lineHeight / 2 + margin / 2;
  for (const line of lines) {
    for (const { entry, x } of line) drawEntry(context, entry, x, y);
    y += lineHeight;
  }
  write(context, parts.footer, margin, y, quiet, `11px ${font}`);
  return canvas;
}

function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  color: string,
  style = `12px ${font}`,
): void {
  context.font = style;
  context.fillStyle = color;
  context.fillText(text, x, y);
}

function drawPane(context: CanvasRenderingContext2D, pane: PicturedPane): void {
  const { left, top, width, height, titleHeight, picture, from } = pane;
  context.save();
  context.beginPath();
  context.rect(left + from * width, top, width - from * width, height);
  context.clip();
  context.fillStyle = paper;
  context.fillRect(left, top, width, titleHeight);
  write(context, pane.title, left + from * width + margin, top + titleHeight / 2, ink, `600 12px ${font}`);
  context.fillStyle = black;
  context.fillRect(left, top + titleHeight, width, height - titleHeight);
  if (picture) {
    context.drawImage(picture.canvas, left, top + titleHeight, width, height - titleHeight);
    drawRuler(context, picture.ruler, left, top + titleHeight, width);
    drawSides(context, picture, left, top + titleHeight, left + from * width);
  }
  context.restore();
}

function drawRuler(
  context: CanvasRenderingContext2D,
  ruler: PanePicture['ruler'],
  left: number,
  top: number,
  width: number,
): void {
  const lengthMm = ruler && barLengthsMm.find((mm) => mm * ruler.pxPerMm < width / 4);
  if (!ruler || !lengthMm) return;
  const length = lengthMm * ruler.pxPerMm;
  const right = left + ruler.right - margin;
  const bottom = top + ruler.bottom - margin;
  context.fillStyle = ink;
  context.fillRect(right - length, bottom - 2, length, 2);
  context.textAlign = 'right';
  write(context, `${lengthMm} mm`, right, bottom - 10, ink, `11px ${font}`);
  context.textAlign = 'left';
}

function drawSides(
  context: CanvasRenderingContext2D,
  { letters, doubt }: PanePicture,
  left: number,
  top: number,
  visibleLeft: number,
): void {
  context.shadowColor = black;
  context.shadowBlur = 4;
  context.textAlign = 'center';
  for (const { text, x, y } of letters) write(context, text, left + x, top + y, ink);
  context.textAlign = 'left';
  if (doubt) write(context, doubt, visibleLeft + margin, top + 2 * margin + 12, warning);
  context.shadowBlur = 0;
}

type Entry = PictureParts['legend'][number];

const textOf = ({ name, score }: Entry) => (score ? `${name}  ${score}` : name);

function legendLines(
  context: CanvasRenderingContext2D,
  { legend, width }: PictureParts,
): { entry: Entry; x: number }[][] {
  const lines: { entry: Entry; x: number }[][] = [[]];
  let x = margin;
  for (const entry of legend) {
    const needed = context.measureText(textOf(entry)).width + 34;
    if (x + needed > width && x > margin) {
      lines.push([]);
      x = margin;
    }
    lines[lines.length - 1].push({ entry, x });
    x += needed;
  }
  return lines;
}

function drawEntry(context: CanvasRenderingContext2D, entry: Entry, x: number, y: number): void {
  context.globalAlpha = entry.isRegion ? 0.35 : 1;
  context.fillStyle = entry.color;
  context.fillRect(x, y - 6, 12, 12);
  context.globalAlpha = 1;
  context.strokeStyle = entry.color;
  context.strokeRect(x + 0.5, y - 5.5, 11, 11);
  write(context, textOf(entry), x + 18, y, ink);
}
