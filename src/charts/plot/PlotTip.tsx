import type { PlotArea } from './plotScale';

const heightPx = 24;
const gapPx = 8;

interface PlotTipProps {
  area: PlotArea;
  /** The place that it tells of, in pixels of the drawing. */
  x: number;
  y: number;
  /** On which side of that place it stands. */
  side: 'left' | 'right' | 'middle';
  text: string;
}

/** What is under the pointer, on a ground of its own: lines and dots do not run through the words. */
export function PlotTip({ area, x, y, side, text }: PlotTipProps) {
  const right = area.x + area.width;
  const [from, to] = { left: [area.x, x - gapPx], right: [x + gapPx, right], middle: [area.x, right] }[side];
  return (
    <foreignObject
      className="plot-tip"
      x={from}
      y={Math.min(area.y + area.height, Math.max(area.y + heightPx, y)) - heightPx}
      width={Math.max(0, to - from)}
      height={heightPx}
      pointerEvents="none"
    >
      <div data-side={side}>
        <span>{text}</span>
      </div>
    </foreignObject>
  );
}
