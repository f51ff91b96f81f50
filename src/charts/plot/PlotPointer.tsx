import { type PointerEvent, useState } from 'react';
import { PlotTip } from './PlotTip';
import { itemsPath, keysWithin, nearestItem, type PlotItem } from './plotItem';
import type { PlotArea, PlotScale } from './plotScale';

interface PlotPointerProps {
  area: PlotArea;
  scale: PlotScale;
  items: PlotItem[];
  shown: ReadonlySet<string> | null;
  onOpen: (key: string, series: number) => void;
  onBrush?: (keys: string[]) => void;
}

interface Pixel {
  x: number;
  y: number;
}

const reach = 24;
/** A press that moves less is a click. */
const leastDrag = 5;

/** What the pointer does over a plot: names the nearest case, opens it, or keeps the cases in a rectangle. */
export function PlotPointer({ area, scale, items, shown, onOpen, onBrush }: PlotPointerProps) {
  const [hovered, setHovered] = useState<PlotItem | null>(null);
  const [drag, setDrag] = useState<{ from: Pixel; to: Pixel } | null>(null);
  const itemAt = (pixel: Pixel) => {
    const candidates = shown === null ? items : items.filter(({ key }) => shown.has(key));
    return nearestItem(candidates, scale, pixel, reach);
  };
  const box = onBrush && drag && isDrag(drag) ? rectangle(drag) : null;
  return (
    <g>
      {hovered && !box && <Hovered item={hovered} area={area} scale={scale} />}
      {box && (
        <rect
          x={box.left}
          y={box.top}
          width={box.right - box.left}
          height={box.bottom - box.top}
          fill="var(--accent)"
          fillOpacity={0.12}
          stroke="var(--accent)"
        />
      )}
      <rect
        className="plot-surface"
        x={area.x}
        y={area.y}
        width={area.width}
        height={area.height}
        fill="transparent"
        cursor={hovered ? 'pointer' : 'crosshair'}
        onPointerMove={(event) => {
          const to = pixelOf(event, area);
          if (drag) setDrag({ ...drag, to });
          else setHovered(itemAt(to));
        }}
        onPointerLeave={() => setHovered(null)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const from = pixelOf(event, area);
          setDrag({ from, to: from });
        }}
        onPointerUp={(event) => {
          const to = pixelOf(event, area);
          setDrag(null);
          if (!drag) return;
          if (isDrag({ ...drag, to })) {
            onBrush?.(keysWithin(items, scale, rectangle({ ...drag, to })));
            return;
          }
          const item = itemAt(to);
          if (item) onOpen(item.key, item.series);
        }}
      />
    </g>
  );
}

function Hovered({ item, area, scale }: { item: PlotItem; area: PlotArea; scale: PlotScale }) {
  const [x, y] = item.places[item.places.length - 1];
  const left = scale.x(x);
  const isRight = left > area.x + area.width / 2;
  return (
    <g pointerEvents="none">
      <path d={itemsPath([item], scale, 5)} stroke="var(--text)" fill="none" strokeWidth={1.5} />
      <PlotTip area={area} x={left} y={scale.y(y)} side={isRight ? 'left' : 'right'} text={item.title()} />
    </g>
  );
}

/** The pointer in pixels of the drawing, whose plot area begins at `area`. */
function pixelOf(event: PointerEvent<SVGRectElement>, area: PlotArea): Pixel {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: area.x + event.clientX - box.left, y: area.y + event.clientY - box.top };
}

function isDrag({ from, to }: { from: Pixel; to: Pixel }): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) >= leastDrag;
}

function rectangle({ from, to }: { from: Pixel; to: Pixel }) {
  return {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
}
