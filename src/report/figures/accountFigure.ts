import { type Cause, causes } from '../../domain/errorCause';
import { errorColors } from '../../domain/palette';
import { formatSigned } from '../../i18n/formatNumber';
import type { GapSummary } from '../reportContent';
import { niceTicks } from './niceTicks';
import { edge, ink, svgFigure, svgLine, svgRect, svgText } from './svgText';

const width = 640;
const nameWidth = 210;
const rowPx = 26;
const barPx = 14;

/** Mean gaps split into their parts, stacked on both sides of zero, with the gap and its interval on top. */
export function accountFigure(gaps: GapSummary[], nameOf: (cause: Cause) => string, label: string): string {
  const sums = gaps.flatMap(({ parts, gap }) => [
    sumOf(parts, 1),
    sumOf(parts, -1),
    ...[gap.interval.low, gap.interval.high].filter(Number.isFinite),
  ]);
  const low = Math.min(0, ...sums);
  const high = Math.max(0.01, ...sums);
  const x = (value: number) => nameWidth + 8 + ((value - low) / (high - low)) * (width - nameWidth - 76);
  const head = 22;
  const bottom = head + gaps.length * rowPx;
  let legendX = nameWidth + 8;
  const legend = causes.map((cause) => {
    const entry =
      svgRect(legendX, 3, 10, 10, errorColors[cause], edge) + svgText(legendX + 15, 12, nameOf(cause));
    legendX += 34 + 6.6 * widthOf(nameOf(cause));
    return entry;
  });
  const grid = niceTicks(low, high, 5).map(
    (tick) =>
      svgLine(x(tick), head, x(tick), bottom, tick === 0 ? ink.quiet : ink.line) +
      svgText(x(tick), bottom + 14, formatSigned(tick), { anchor: 'middle', size: 10 }),
  );
  const rows = gaps.map(({ region, label: name, model, parts, gap }, row) => {
    const y = head + row * rowPx + rowPx / 2;
    let right = 0;
    let left = 0;
    const bars = causes.map((cause) => {
      const part = parts[cause].mean;
      const from = part >= 0 ? right : left + part;
      if (part >= 0) right += part;
      else left += part;
      return svgRect(
        x(from),
        y - barPx / 2,
        x(from + Math.abs(part)) - x(from),
        barPx,
        errorColors[cause],
        edge,
      );
    });
    const interval = Number.isFinite(gap.interval.low)
      ? svgLine(x(gap.interval.low), y, x(gap.interval.high), y, ink.text, 'stroke-width="1.4"')
      : '';
    const mark = svgLine(x(gap.mean), y - 9, x(gap.mean), y + 9, ink.text, 'stroke-width="2"');
    const number = svgText(width, y + 4, formatSigned(gap.mean), { anchor: 'end', fill: ink.text });
    return (
      svgText(0, y - 1, `${region.name} → ${name.name}`, { fill: ink.text, size: 10.5 }) +
      svgText(0, y + 10, model, { size: 9.5 }) +
      bars.join('') +
      interval +
      mark +
      number
    );
  });
  return svgFigure(width, bottom + 20, label, legend.join('') + grid.join('') + rows.join(''));
}

function sumOf(parts: GapSummary['parts'], sign: 1 | -1): number {
  return causes.reduce((sum, cause) => sum + (parts[cause].mean * sign > 0 ? parts[cause].mean : 0), 0);
}

/** Letters of Chinese and the like are about twice as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 1.8 : 1), 0);
}
