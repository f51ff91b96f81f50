import { type LabelScheme, type Structure, structureKey } from '../domain/labelScheme';
import { crowdColor, errorColors, labelColor, modelColors, structureColor } from '../domain/palette';
import type { View } from '../domain/view';
import type { Translate } from '../i18n/translate';
import { heatColor } from './regionCodeColor';

/** One line of a legend. `hides` is the structureKey that switches it off, where it can be. */
export interface LegendEntry {
  id: string;
  name: string;
  color: string;
  isRegion: boolean;
  hides?: string;
  /** Where its colour stands for labels: these. */
  labels?: readonly number[];
}

/** A view on screen, the label values of its voxels, and those of them that share a colour. */
export interface ShownView {
  view: View;
  values: readonly number[];
  crowd?: readonly number[];
}

/** What the colours of several views mean, each once. */
export function legendOf(shown: readonly ShownView[], scheme: LabelScheme, t: Translate): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const pane of shown) {
    for (const entry of legendEntries(pane, scheme, t)) {
      // What judges wins no name over a label that is shown as itself.
      if (!entries.has(entry.id) || isMap(pane.view)) entries.set(entry.id, entry);
    }
  }
  return [...entries.values()];
}

function isMap({ kind }: View): boolean {
  return kind === 'reference' || kind === 'prediction' || kind === 'rebuilt' || kind === 'regions';
}

/** What the colours of a view mean, in the order in which the scheme names its structures. */
export function legendEntries(
  { view, values, crowd = [] }: ShownView,
  scheme: LabelScheme,
  t: Translate,
): LegendEntry[] {
  const isCrowd = new Set(crowd);
  const error = (id: keyof typeof errorColors, name: string): LegendEntry => ({
    id,
    name,
    color: errorColors[id],
    isRegion: false,
  });
  switch (view.kind) {
    case 'reference':
    case 'prediction':
      return labelEntries();
    case 'rebuilt':
      return [...scheme.labels.filter(isApart).map(labelEntry), ...crowdEntries()];
    case 'regions':
      return scheme.regions.map(({ name, labels }) => structureEntry({ kind: 'region', name, labels }, true));
    case 'structure':
      return [structureEntry(view.structure, false)];
    case 'errors':
      return [
        error('hit', t('viewer.hit')),
        error('missed', t('viewer.missed')),
        error('extra', t('viewer.extra')),
      ];
    case 'causes':
      return [
        error('shared', t('viewer.shared')),
        error('child', t('viewer.child')),
        error('relieved', t('viewer.relieved')),
        error('hit', t('viewer.agree', { name: view.pair.region.name })),
      ];
    case 'confusion':
      return [
        error('missed', t('viewer.missed')),
        error('extra', t('viewer.extra')),
        ...labelEntries().map((entry) => ({
          ...entry,
          name: t('viewer.takenFor', { name: entry.name }),
        })),
      ];
    case 'differences':
      return [
        error('missed', t('viewer.savedEmpty')),
        error('extra', t('viewer.savedBeyond')),
        ...labelEntries().map((entry) => ({
          ...entry,
          name: t('viewer.savedAs', { name: entry.name }),
          hides: undefined,
        })),
      ];
    case 'nesting':
      return [
        ...view.violations.map(({ parent, child }) => ({
          ...error('extra', t('viewer.outside', nested(parent, child))),
          id: `${parent} ${child}`,
        })),
        ...scheme.regions.map(({ name, labels }) => structureEntry({ kind: 'region', name, labels }, false)),
      ];
    case 'models': {
      const [first, second] = view.models;
      const model = (id: keyof typeof modelColors, name: string): LegendEntry => ({
        id,
        name,
        color: modelColors[id],
        isRegion: false,
      });
      return [
        model('bothRight', t('viewer.bothRight')),
        model('firstOnly', t('viewer.onlyRight', { model: first })),
        model('secondOnly', t('viewer.onlyRight', { model: second })),
        model('bothWrong', t('viewer.bothWrong')),
      ];
    }
    case 'heat':
      return [64, 128, 192, 255].map((step) => ({
        id: String(step),
        name: (step === 255 ? 1 : step / 256).toFixed(2),
        color: heatColor(step),
        isRegion: step <= view.thresholdStep,
      }));
  }

  function nested(parent: number, child: number): Record<string, string> {
    return { parent: scheme.regions[parent].name, child: scheme.regions[child].name };
  }

  function labelEntries(): LegendEntry[] {
    const unnamed = values.filter((value) => isUnnamed(value) && !isCrowd.has(value));
    return [
      ...scheme.labels.filter(isApart).map(labelEntry),
      ...unnamed.map(unnamedEntry),
      ...crowdEntries(),
    ];
  }

  function isApart({ value }: { value: number }): boolean {
    return !isCrowd.has(value);
  }

  function crowdEntries(): LegendEntry[] {
    if (crowd.length === 0) return [];
    const name = t('viewer.crowd', { count: crowd.length });
    return [{ id: 'crowd', name, color: crowdColor, isRegion: false, labels: crowd }];
  }

  function isUnnamed(value: number): boolean {
    return (
      value !== 0 && value !== scheme.ignoreLabel && scheme.labels.every((label) => label.value !== value)
    );
  }

  function labelEntry({ value, name }: { value: number; name: string }): LegendEntry {
    return structureEntry({ kind: 'label', name, labels: [value] }, true);
  }

  function unnamedEntry(value: number): LegendEntry {
    // Of regions that overlap a value stands for those that hold it.
    const holding = scheme.regions.filter(({ labels }) => labels.includes(value));
    const name = holding.map((region) => region.name).join(' + ') || t('viewer.unnamed', { value });
    return { ...labelEntry({ value, name }), color: labelColor(scheme, value) };
  }

  function structureEntry(structure: Structure, canHide: boolean): LegendEntry {
    const key = structureKey(structure);
    return {
      id: key,
      name: structure.name,
      color: structureColor(scheme, structure),
      isRegion: structure.kind === 'region',
      hides: canHide ? key : undefined,
      labels: structure.labels,
    };
  }
}
