/** One step from the first value to the last; its bar runs from where the step before ended. */
export interface Step<Key extends string> {
  key: Key;
  name: string;
  /** What the name means. */
  gloss: string;
  /** What lies behind the step. */
  facts: string;
  color: string;
  from: number;
  to: number;
  value: string;
}

/** What the steps lead from and to. */
export interface StepEnd {
  name: string;
  color: string;
  at: number;
  value: string;
}

interface StepBarProps<Key extends string> {
  start: StepEnd;
  steps: Step<Key>[];
  end: StepEnd;
  label: string;
  axisName: string;
  chosen: Key | null;
  onChoose: (key: Key) => void;
}

/** The way from one value to another, a button a step; a step of nothing cannot be chosen. */
export function StepBar<Key extends string>(props: StepBarProps<Key>) {
  const { start, steps, end, label, axisName, chosen, onChoose } = props;
  const low = Math.min(0, ...steps.map(({ to }) => to));
  const high = Math.max(1, ...steps.map(({ to }) => to));
  const percent = (value: number) => (100 * (value - low)) / (high - low);
  const bar = (from: number, to: number, color: string) => (
    <span className="step-track" aria-hidden="true">
      <span
        style={{
          left: `${percent(Math.min(from, to))}%`,
          width: `${percent(Math.max(from, to)) - percent(Math.min(from, to))}%`,
          background: color,
        }}
      />
    </span>
  );
  const whole = ({ name, color, at, value }: StepEnd) => (
    <li className="step-end">
      <span className="step-name">{name}</span>
      {bar(0, at, color)}
      <span className="step-value">{value}</span>
    </li>
  );
  return (
    <figure className="step-bar" aria-label={label}>
      <ol>
        {whole(start)}
        {steps.map(({ key, name, gloss, facts, color, from, to, value }) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={key === chosen}
              disabled={from === to}
              onClick={() => onChoose(key)}
            >
              <span className="step-name">{name}</span>
              {bar(from, to, color)}
              <span className="step-value">{value}</span>
              <span className="step-gloss">{gloss}</span>
              <span className="step-facts">{facts}</span>
            </button>
          </li>
        ))}
        {whole(end)}
      </ol>
      <div className="step-axis" aria-hidden="true">
        <span>
          <span>{low < 0 ? '' : 0}</span>
          <span>{axisName}</span>
          <span>{high > 1 ? '' : 1}</span>
        </span>
      </div>
    </figure>
  );
}
