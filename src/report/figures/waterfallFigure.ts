import { type Cause, causes } from '../../domain/errorCause';
import { errorColors } from '../../domain/palette';
import type { GapAccount } from '../../domain/results';
import { formatScore, formatSigned } from '../../i18n/formatNumber';
import { edge, ink, svgFigure, svgLine, svgRect, svgText } from './svgText';

const width = 430;
const nameWidth = 128;
const rowPx = 22;

interface WaterfallNames {
  region: string;
  label: string;
  cause: (cause: Cause) => string;
  chart: string;
}

/** The way from the region's Dice to the label's: each part begins where the one before ended. */
export function waterfallFigure(account: GapAccount, names: WaterfallNames, color: string): string {
  const parts: Record<Cause, number> = {
    shared: -account.volumeEffect,
    child: -account.accumulatedError,
    relieved: account.relief,
  };
  let at = account.regionDice;
  const steps = causes.map((cause) => {
    const start = at;
    at += parts[cause];
    return { cause, start, end: at };
  });
  const ends = [account.regionDice, account.labelDice, ...steps.map(({ end }) => end)];
  const low = Math.max(0, Math.min(...ends) - 0.05);
  const high = Math.min(1, Math.max(...ends) + 0.02);
  const x = (dice: number) => nameWidth + ((dice - low) / (high - low || 1)) * (width - nameWidth - 52);
  const whole = (row: number, name: string, dice: number, opacity: number) =>
    svgText(0, row * rowPx + 15, name, { fill: ink.text }) +
    svgRect(x(low), row * rowPx + 5, x(dice) - x(low), 13, color, `fill-opacity="${opacity}" ${edge}`) +
    svgText(width, row * rowPx + 15, formatScore(dice), { anchor: 'end', fill: ink.text });
  const bars = steps.map(({ cause, start, end }, index) => {
    const y = (index + 1) * rowPx;
    const from = Math.min(start, end);
    return (
      svgText(0, y + 15, names.cause(cause)) +
      svgRect(
        x(from),
        y + 5,
        Math.max(0.8, x(Math.max(start, end)) - x(from)),
        13,
        errorColors[cause],
        edge,
      ) +
      svgLine(x(end), y + 5, x(end), y + rowPx + 5, ink.quiet, 'stroke-width="0.7"') +
      svgText(width, y + 15, formatSigned(parts[cause]), { anchor: 'end' })
    );
  });
  const body =
    whole(0, names.region, account.regionDice, 0.35) +
    bars.join('') +
    whole(4, names.label, account.labelDice, 1);
  return svgFigure(width, 5 * rowPx + 2, names.chart, body);
}
