import type { ItemPlotProps } from '../../../charts/plot/ItemPlot';
import { linearAxis } from '../../../charts/plot/plotScale';
import type { Translate } from '../../../i18n/translate';

/** Dice from 0 to 1, whatever the rows hold. */
export function diceAxis(t: Translate): ItemPlotProps['y'] {
  const axis = linearAxis([], { from: 0, to: 1 });
  return { label: t('scoreKinds.dice'), ...axis, format: (value) => value.toFixed(1) };
}

/** Ticks with a sign and as many decimals as the finest of them needs. */
export function signedTicks(ticks: readonly number[]): (value: number) => string {
  const decimals = Math.max(...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  return (value) => {
    const size = Math.abs(value).toFixed(decimals);
    return value === 0 ? size : `${value > 0 ? '+' : '−'}${size}`;
  };
}
