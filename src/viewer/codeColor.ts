import { paintedLabels } from '../domain/checkScheme';
import { errorCause } from '../domain/errorCause';
import { type LabelScheme, type Structure, structureKey } from '../domain/labelScheme';
import { errorColors, labelColor, structureColor } from '../domain/palette';
import type { PairView } from '../domain/view';

/** How a voxel is shown: its colour (#rrggbb) and the share of the chosen opacity that its fill gets. */
export interface CodeColor {
  color: string;
  strength: number;
}

/** A region is a light tint under its outline, a label a fill. */
const regionStrength = 0.5;
/** Right voxels stay in the background, so that the wrong ones are seen. */
const hitStrength = 0.4;

/** What share of the opacity a structure (structureKey) gets; 0 hides it, 1 where it is not named. */
export type Shares = ReadonlyMap<string, number>;

const noShares: Shares = new Map();

const shown = (color: string, strength = 1): CodeColor => ({ color, strength });

/**
 * The colour of every voxel with this reference and predicted label in a view; null where nothing is drawn.
 * `shares` count in the views that show whole maps. Where the reference is to be
 * ignored, no view that judges the prediction draws anything.
 */
export function codeColor(
  view: PairView,
  scheme: LabelScheme,
  shares: Shares,
  reference: number,
  prediction: number,
): CodeColor | null {
  const isIgnored = reference === scheme.ignoreLabel;
  switch (view.kind) {
    case 'reference':
      return labelFill(scheme, shares, reference);
    case 'prediction':
      return labelFill(scheme, shares, prediction);
    case 'rebuilt':
      return labelFill(scheme, shares, rebuilt(scheme, prediction));
    case 'regions':
      return regionTint(scheme, shares, view.of === 'reference' ? reference : prediction);
    case 'structure':
      return structureFill(scheme, view.structure, view.of === 'reference' ? reference : prediction);
    case 'errors':
      return isIgnored ? null : errorFill(view.structure, reference, prediction);
    case 'causes': {
      if (isIgnored) return null;
      const cause = errorCause(view.pair, reference, prediction);
      if (cause !== 'none') return (view.only ?? cause) === cause ? shown(errorColors[cause]) : null;
      return view.pair.region.labels.includes(reference) ? shown(errorColors.hit, hitStrength) : null;
    }
    case 'confusion':
      return isIgnored ? null : confusionFill(scheme, shares, reference, prediction);
    case 'differences':
      return confusionFill(scheme, noShares, reference, prediction);
  }
}

function labelFill(scheme: LabelScheme, shares: Shares, value: number): CodeColor | null {
  const share = shares.get(structureKey({ kind: 'label', name: '', labels: [value] })) ?? 1;
  return value === 0 || share === 0 ? null : shown(labelColor(scheme, value), share);
}

/** A value that the scheme does not name is in no region, so painting does not bring it back. */
function rebuilt(scheme: LabelScheme, value: number): number {
  if (scheme.regions.length === 0) return value;
  return paintedLabels(scheme).find(({ label }) => label === value)?.paintedAs ?? 0;
}

function regionTint(scheme: LabelScheme, shares: Shares, value: number): CodeColor | null {
  const regions = scheme.regions.map(({ name, labels }): Structure => ({ kind: 'region', name, labels }));
  const innermost = regions.findLast(
    (region) => region.labels.includes(value) && shares.get(structureKey(region)) !== 0,
  );
  if (!innermost) return null;
  const share = shares.get(structureKey(innermost)) ?? 1;
  return shown(structureColor(scheme, innermost), regionStrength * share);
}

function structureFill(scheme: LabelScheme, structure: Structure, value: number): CodeColor | null {
  if (!structure.labels.includes(value)) return null;
  return shown(structureColor(scheme, structure), structure.kind === 'region' ? regionStrength : 1);
}

function errorFill({ labels }: Structure, reference: number, prediction: number): CodeColor | null {
  const isReference = labels.includes(reference);
  const isPrediction = labels.includes(prediction);
  if (isReference && isPrediction) return shown(errorColors.hit, hitStrength);
  if (isReference) return shown(errorColors.missed);
  return isPrediction ? shown(errorColors.extra) : null;
}

/** A voxel of one label taken for another has the colour of the label that it was taken for. */
function confusionFill(
  scheme: LabelScheme,
  shares: Shares,
  reference: number,
  prediction: number,
): CodeColor | null {
  if (reference === prediction) return null;
  if (prediction === 0) return shown(errorColors.missed);
  if (reference === 0) return shown(errorColors.extra);
  return labelFill(scheme, shares, prediction);
}
