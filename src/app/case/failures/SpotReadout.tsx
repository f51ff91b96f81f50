import { lazy, Suspense } from 'react';
import { distanceToBoundary } from '../../../derived/distanceToBoundary';
import { useShownErrors } from '../../../derived/useShownErrors';
import { useShownRegions, useShownVolume } from '../../../derived/useShownVolume';
import { chosenStructure } from '../../../domain/chosenStructure';
import { type Geometry, voxelToMm } from '../../../domain/geometry';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { CaseOrientation } from '../../../domain/orientation';
import { formatMeasure } from '../../../i18n/formatNumber';
import { sideDoubtText } from '../../../i18n/sideLetters';
import { type Translate, useTranslate } from '../../../i18n/translate';
import type { ShownAnswer } from '../../../stores/shownAnswerStore';
import { useViewStore } from '../../../stores/viewStore';

const Intensity = lazy(async () => ({ default: (await import('../../../viewer/Intensity')).Intensity }));

interface SpotReadoutProps {
  answer: ShownAnswer;
  scheme: LabelScheme;
  image: { name: string; file: File; grid: Geometry | null } | null;
  /** How the picture lies that the crosshair is in. */
  orientation: CaseOrientation;
}

/** What is at the crosshair: place, intensity, labels, regions, distance to the reference boundary. */
export function SpotReadout({ answer, scheme, image, orientation }: SpotReadoutProps) {
  const { t } = useTranslate();
  const voxel = useViewStore((view) => view.voxel);
  const structure = chosenStructure(
    scheme,
    useViewStore((view) => view.structure),
  );
  const shown = useShownVolume('prediction', structure, scheme);
  const steps = useShownRegions()?.steps;
  if (!voxel) return null;
  const { shape } = answer.geometry;
  const { geometry, sideDoubt } = orientation;
  const doubt = sideDoubtText(sideDoubt, t);
  const [x, y, z] = voxel;
  if (voxel.some((at, axis) => at >= shape[axis])) return null;
  const place = x + shape[0] * (y + shape[1] * z);
  const { codes, pairs } = shown ?? answer;
  const [reference, prediction] = pairs[codes[place]];
  const textOf = (value: number) => {
    const alike = answer.indistinct?.find((values) => values.includes(value)) ?? [value];
    return alike.map((one) => labelText(scheme, one, t)).join(' / ');
  };
  return (
    // Its height is fixed: without a stop for the keyboard, what lies below would need a mouse.
    <dl className="spot" aria-label={t('inspector.spot')} tabIndex={0}>
      <Item name={t('inspector.voxel')}>{voxel.join(', ')}</Item>
      <Item name={t('inspector.world')} hint={doubt ?? t('inspector.worldHint')}>
        {voxelToMm(geometry.affine, voxel).map(oneDecimal).join(', ')} mm
        {doubt && (
          <>
            {' ?'}
            <span className="visually-hidden"> ({doubt})</span>
          </>
        )}
      </Item>
      {image && (
        <Item name={image.name} hint={t('inspector.intensity')}>
          <Suspense fallback="–">
            <Intensity file={image.file} grid={image.grid} voxel={voxel} geometry={answer.geometry} />
          </Suspense>
        </Item>
      )}
      <Item name={t('words.reference')}>{textOf(reference)}</Item>
      <Item name={t('words.prediction')}>{textOf(prediction)}</Item>
      {steps && (
        <Item name={t('inspector.probability')}>
          {scheme.regions
            .map(({ name }, region) => `${name} ${probability(steps[region][place])}`)
            .join(', ')}
        </Item>
      )}
      <BoundaryItem answer={answer} scheme={scheme} voxel={voxel} reference={reference} />
    </dl>
  );
}

function Item({ name, hint, children }: { name: string; hint?: string; children: React.ReactNode }) {
  return (
    <div title={hint}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface BoundaryItemProps {
  answer: ShownAnswer;
  scheme: LabelScheme;
  voxel: [number, number, number];
  reference: number;
}

function BoundaryItem({ answer, scheme, voxel, reference }: BoundaryItemProps) {
  const { t } = useTranslate();
  const structure = chosenStructure(
    scheme,
    useViewStore((view) => view.structure),
  );
  const { errors } = useShownErrors();
  const isInside = structure.labels.includes(reference) && reference !== scheme.ignoreLabel;
  const distance = errors && distanceToBoundary(errors.boundary, isInside, voxel, answer.geometry);
  const { name } = structure;
  const reason = errors ? t('inspector.noBoundary', { structure: name }) : t('inspector.unknown');
  return (
    <Item name={t('inspector.boundary')} hint={t('inspector.boundaryHint', { structure: name })}>
      {distance === null ? (
        <span className="missing" title={reason}>
          –<span className="visually-hidden"> ({reason})</span>
        </span>
      ) : (
        t(isInside ? 'inspector.inside' : 'inspector.outside', {
          distance: formatMeasure(distance),
          structure: name,
        })
      )}
    </Item>
  );
}

function labelText(scheme: LabelScheme, value: number, t: Translate): string {
  const label =
    value === 0
      ? t('inspector.background')
      : (scheme.labels.find((known) => known.value === value)?.name ?? String(value));
  const regions = scheme.regions.filter(({ labels }) => labels.includes(value)).map(({ name }) => name);
  if (regions.length === 0) return label;
  return t('inspector.labelInRegions', { label, regions: regions.join(', ') });
}

/** Probabilities are kept in 256ths; the last step is the only one that holds 1. */
function probability(step: number): string {
  return (step === 255 ? 1 : step / 256).toFixed(2);
}

function oneDecimal(value: number): string {
  const digits = Math.abs(value).toFixed(1);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}
