import { Bar, BarChart, Cell, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatScore } from '../i18n/formatNumber';
import { linearAxis } from './plot/plotScale';
import { barNames, quietAxis } from './quietAxis';

/** One step from the region's Dice to the label's; `near` and `far` split it by distance to the boundary. */
export interface WaterfallStep<Key extends string> {
  key: Key;
  name: string;
  color: string;
  /** Where the bar begins on the Dice axis; near and far continue from there, negative to the left. */
  start: number;
  near: number;
  far: number;
}

interface GapWaterfallProps<Key extends string> {
  regionDice: number;
  labelDice: number;
  steps: WaterfallStep<Key>[];
  label: string;
  chosen: Key | null;
  onChoose: (key: Key) => void;
}

const rowPx = 34;
const barPx = 18;

/** The steps between two Dice values, each where the one before ended; solid near the boundary, pale farther. */
export function GapWaterfall<Key extends string>(props: GapWaterfallProps<Key>) {
  const { regionDice, labelDice, steps, label, chosen, onChoose } = props;
  const ends = steps.flatMap(({ start, near, far }) => [start, start + near + far]);
  const axis = linearAxis([regionDice, labelDice, ...ends]);
  const opacity = (key: Key, strength: number) =>
    chosen === null || chosen === key ? strength : strength / 3;
  return (
    <figure className="chart" aria-label={label}>
      <ResponsiveContainer width="100%" height={rowPx * steps.length + 30}>
        <BarChart
          data={steps}
          layout="vertical"
          barGap={-barPx}
          margin={{ top: 4, right: 24, bottom: 0, left: 0 }}
        >
          <XAxis
            {...quietAxis}
            {...axis}
            interval={0}
            tickFormatter={formatScore}
            axisLine={false}
            allowDataOverflow
          />
          <YAxis {...barNames} width={108} />
          <ReferenceLine x={regionDice} stroke="var(--text)" strokeDasharray="3 3" ifOverflow="visible" />
          <ReferenceLine x={labelDice} stroke="var(--text)" ifOverflow="visible" />
          {(['near', 'far'] as const).map((part) => (
            <Bar
              key={part}
              dataKey={(step: WaterfallStep<Key>) => rangeOf(step, part)}
              barSize={barPx}
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_, index) => onChoose(steps[index].key)}
              xAxisId={0}
              yAxisId={0}
            >
              {steps.map(({ key, color }) => (
                <Cell
                  key={key}
                  fill={color}
                  stroke="var(--edge)"
                  fillOpacity={opacity(key, part === 'near' ? 1 : 0.5)}
                />
              ))}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

function rangeOf<Key extends string>({ start, near, far }: WaterfallStep<Key>, part: 'near' | 'far') {
  return part === 'near' ? [start, start + near] : [start + near, start + near + far];
}
