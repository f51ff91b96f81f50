import { Button, Group } from '@mantine/core';
import { showError, stepError } from '../../../actions/stepError';
import { useShownErrors } from '../../../derived/useShownErrors';
import { chosenStructure } from '../../../domain/chosenStructure';
import { dimensionsOf, type SizeUnit, sizeUnit, voxelSize } from '../../../domain/geometry';
import { isToldApart } from '../../../domain/indistinct';
import type { LabelScheme } from '../../../domain/labelScheme';
import { errorColors } from '../../../domain/palette';
import type { ErrorComponent } from '../../../domain/structureErrors';
import { formatCount, formatMeasure } from '../../../i18n/formatNumber';
import { type Translate, useTranslate } from '../../../i18n/translate';
import { useCohortStore } from '../../../stores/cohortStore';
import { useShownAnswerStore } from '../../../stores/shownAnswerStore';
import { useViewStore } from '../../../stores/viewStore';
import { ProblemLine } from '../../parts/ProblemLine';
import { Swatch } from '../../parts/Swatch';

/** The largest errors of the chosen structure; each leads to where it is largest. */
export function ErrorsPanel() {
  const { t } = useTranslate();
  const scheme = useCohortStore((facts) => facts.scheme);
  const geometry = useShownAnswerStore((facts) => facts.answer?.geometry);
  const indistinct = useShownAnswerStore((facts) => facts.answer?.indistinct);
  // What cannot be read says so where the picture would be.
  const isElsewhere = useShownAnswerStore(
    (facts) => facts.answer === null && (facts.loadingKey !== null || facts.problem !== null),
  );
  const structureName = useViewStore((view) => view.structure);
  const { errors, problem, current } = useShownErrors();
  if (problem) return <ProblemLine problem={problem} />;
  if (!scheme || isElsewhere) return null;
  if (!geometry) return <p className="quiet">{t('inspector.errorsNeedFiles')}</p>;
  const { name, labels } = chosenStructure(scheme, structureName);
  if (indistinct && !isToldApart(labels, indistinct)) return <p>{t('findings.sayMaskLeftOut')}</p>;
  if (!errors) return <p className="quiet">{t('inspector.searching')}</p>;
  const { components, count, voxels } = errors;
  const unit = sizeUnit(dimensionsOf(geometry));
  if (count === 0) return <p>{t('inspector.noErrors', { structure: name })}</p>;
  return (
    <section>
      <h2>{t('inspector.errorsOf', { structure: name })}</h2>
      <p>
        {t('inspector.errorsSummary', { count, volume: formatMeasure(voxels * voxelSize(geometry)), unit })}{' '}
        {components.length < count && t('inspector.errorsListed', { listed: components.length })}
      </p>
      <Group gap="xs" mb="xs">
        <Button size="compact-sm" variant="default" aria-keyshortcuts="P" onClick={() => void stepError(-1)}>
          {t('inspector.previousError')} <kbd>P</kbd>
        </Button>
        <Button size="compact-sm" variant="default" aria-keyshortcuts="N" onClick={() => void stepError(1)}>
          {t('inspector.nextError')} <kbd>N</kbd>
        </Button>
      </Group>
      <p className="visually-hidden" role="status">
        {current !== null &&
          components[current] &&
          currentText(components[current], current, components.length, unit, t)}
      </p>
      <div className="scroll-x">
        <table className="numbers error-rows">
          <thead>
            <tr>
              <th scope="col">{t('inspector.kind')}</th>
              <th scope="col">{unit}</th>
              <th scope="col" title={t('inspector.farthestHint')}>
                {t('inspector.farthest')}
              </th>
              <th scope="col" className="text">
                {t('inspector.takenFor')}
              </th>
            </tr>
          </thead>
          <tbody>
            {components.map((component, index) => (
              <ErrorRow
                // Components of one case never share a first spot.
                key={component.spots[2].voxel.join()}
                component={component}
                index={index}
                isCurrent={index === current}
                scheme={scheme}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ErrorRowProps {
  component: ErrorComponent;
  index: number;
  isCurrent: boolean;
  scheme: LabelScheme;
}

function ErrorRow({ component, index, isCurrent, scheme }: ErrorRowProps) {
  const { t } = useTranslate();
  const { kind, voxels, size, farthestMm, confusions } = component;
  const [first] = confusions;
  return (
    <tr className={isCurrent ? 'current' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="plain"
          aria-current={isCurrent ? 'true' : undefined}
          onClick={() => showError(index)}
        >
          <span className="quiet number">{index + 1}</span> <Swatch color={errorColors[kind]} />{' '}
          {t(`inspector.${kind}`)}
        </button>
      </th>
      <td title={`${formatCount(voxels)}`}>{formatMeasure(size)}</td>
      <td>{formatMeasure(farthestMm ?? Number.NaN)}</td>
      <td className="text">
        {nameOf(scheme, first.reference, t)} → {nameOf(scheme, first.prediction, t)}
        {confusions.length > 1 && (
          <span
            className="quiet"
            title={confusions
              .map(
                ({ reference, prediction, voxels: count }) =>
                  `${nameOf(scheme, reference, t)} → ${nameOf(scheme, prediction, t)}: ${formatCount(count)}`,
              )
              .join('\n')}
          >
            {' '}
            {t('inspector.more', { count: confusions.length - 1 })}
          </span>
        )}
      </td>
    </tr>
  );
}

function nameOf(scheme: LabelScheme, value: number, t: Translate): string {
  if (value === 0) return t('inspector.background');
  return scheme.labels.find((label) => label.value === value)?.name ?? String(value);
}

function currentText(
  { kind, size }: ErrorComponent,
  index: number,
  total: number,
  unit: SizeUnit,
  t: Translate,
): string {
  return t('inspector.currentError', {
    place: index + 1,
    total,
    kind: t(`inspector.${kind}`),
    volume: formatMeasure(size),
    unit,
  });
}
