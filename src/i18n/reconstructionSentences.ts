import type { ReconstructionFindings, VerdictSummary } from '../domain/caseReconstruction';
import type { SchemeFinding } from '../domain/checkScheme';
import type { LabelScheme } from '../domain/labelScheme';
import type { ReconstructionCause } from '../domain/reconstruction';
import { formatCount, formatMeasure, formatScore } from './formatNumber';
import type { Translate } from './translate';

/** Longer lists of component sizes are cut: the largest ones tell. */
const mostSizes = 5;

const axisNames = ['x', 'y', 'z'];

/** What was found of one saved map, in plain words; several causes that explain it equally are joined by "or". */
export function verdictSentences(
  { verdict, differingVoxels, causes, nearest }: VerdictSummary,
  findings: Pick<ReconstructionFindings, 'voxels' | 'difference'> | null,
  scheme: LabelScheme,
  t: Translate,
): string[] {
  const voxels = findings && formatCount(findings.voxels);
  if (verdict === 'identical') {
    return [voxels ? t('reconstruction.sayIdentical', { voxels }) : t('reconstruction.identicalHint')];
  }
  const differing = formatCount(differingVoxels);
  const sentences = [
    voxels
      ? t('reconstruction.sayDiffers', { differing, voxels })
      : t('reconstruction.sayDiffersKnown', { differing }),
  ];
  const place = findings?.difference?.place;
  if (place) {
    const [first, last] = [place.first, place.last].map((voxel) => `(${voxel.join(', ')})`);
    sentences.push(t('reconstruction.sayPlace', { first, last }));
  }
  const said = causes.map((cause) => causeText(cause, scheme, t)).join(t('reconstruction.or'));
  // The right softmax repaints nothing wrongly: the arrays are no regions.
  const isEqual = differingVoxels === 0;
  if (isEqual) return [t('reconstruction.sayNotTheRegions', { causes: said })];
  if (verdict === 'explained') return [...sentences, t('reconstruction.sayExplained', { causes: said })];
  sentences.push(t('reconstruction.sayUnexplained'));
  if (nearest) {
    const share = t('words.percent', { value: (100 * nearest.explainedShare).toFixed(1) });
    sentences.push(t('reconstruction.sayNearest', { cause: causeText(nearest.cause, scheme, t), share }));
  }
  return sentences;
}

/** One cause as part of a sentence. */
export function causeText(cause: ReconstructionCause, scheme: LabelScheme, t: Translate): string {
  switch (cause.kind) {
    case 'class-order':
      return t('reconstruction.causeClassOrder', {
        order: `[${cause.regionsClassOrder.join(', ')}]`,
        declared: `[${scheme.regionsClassOrder.join(', ')}]`,
      });
    case 'paint-sequence':
      return t('reconstruction.causePaintSequence', { regions: cause.regions.join(' → ') });
    case 'region-order':
      return t('reconstruction.causeRegionOrder', { regions: cause.regions.join(' → ') });
    case 'labels-renamed':
      return t('reconstruction.causeRenamed', { renamed: renamedText(cause.renamed) });
    case 'region-ignored':
      return t('reconstruction.causeIgnored', { region: cause.region });
    case 'threshold':
      return thresholdText(cause, t);
    case 'components-removed':
      return t('reconstruction.causeRemoved', {
        count: cause.componentVoxels.length,
        structure: structureName(cause.structure, t),
        sizes: sizesText(cause.componentVoxels, t),
        value: cause.replacedBy,
      });
    case 'holes-filled':
      return t('reconstruction.causeFilled', {
        count: cause.holeVoxels.length,
        structure: structureName(cause.structure, t),
        sizes: sizesText(cause.holeVoxels, t),
        value: cause.filledWith,
      });
    case 'axes':
      return axesText(cause, t);
    case 'softmax':
      return t('reconstruction.causeSoftmax', { channels: cause.channels });
  }
}

/** One finding of the scheme check as a sentence; repairs end where the JSON to copy follows. */
export function schemeFindingText(finding: SchemeFinding, scheme: LabelScheme, t: Translate): string {
  const named = (value: number) => labelText(scheme, value, t);
  switch (finding.kind) {
    case 'order-length':
      return t('reconstruction.findingOrderLength', { ...finding });
    case 'label-repainted':
      return t('reconstruction.findingRepainted', {
        label: named(finding.label),
        painted: named(finding.paintedAs),
        region: finding.region,
      });
    case 'label-in-no-region':
      return t('reconstruction.findingInNoRegion', { label: named(finding.label) });
    case 'labels-inseparable':
      return t('reconstruction.findingInseparable', {
        labels: finding.labels.map(named).join(t('reconstruction.and')),
        regions: finding.regions.join(t('reconstruction.and')),
      });
    case 'region-hidden':
      return t('reconstruction.findingHidden', { ...finding });
    case 'overlap-not-nested':
      return t('reconstruction.findingOverlap', {
        first: finding.regions[0],
        second: finding.regions[1],
        labels: finding.labels.map(named).join(t('reconstruction.and')),
      });
    case 'repair-class-order':
      return t('reconstruction.repairClassOrder');
    case 'repair-region-order':
      return t('reconstruction.repairRegionOrder', { regions: finding.regions.join(' → ') });
    case 'alphabetical-keys':
      return t('reconstruction.findingAlphabetical', {
        regions: finding.regions.join(t('reconstruction.and')),
      });
  }
}

/** "2 necrosis", the number alone where the scheme has no name for it. */
export function labelText({ labels }: LabelScheme, value: number, t: Translate): string {
  if (value === 0) return `0 ${t('reconstruction.background')}`;
  const label = labels.find((candidate) => candidate.value === value);
  return label ? `${value} ${label.name}` : String(value);
}

/** A renaming of labels as part of a sentence: an exchange where it is one. */
export function renamingText(renamed: readonly { from: number; to: number }[], t: Translate): string {
  const [first, second] = renamed;
  if (renamed.length === 2 && first.from === second.to && first.to === second.from) {
    return t('reconstruction.mixUpExchange', { first: first.from, second: second.from });
  }
  return t('reconstruction.mixUpRename', { renamed: renamedText(renamed) });
}

/** The mean Dice before and after a suspected renaming, for a sentence. */
export function mixUpNumbers(mixUp: { meanDiceBefore: number; meanDiceAfter: number }) {
  return { before: formatScore(mixUp.meanDiceBefore), after: formatScore(mixUp.meanDiceAfter) };
}

function renamedText(renamed: readonly { from: number; to: number }[]): string {
  return renamed.map(({ from, to }) => `${from} → ${to}`).join(', ');
}

function thresholdText(
  { isCommon, thresholds }: Extract<ReconstructionCause, { kind: 'threshold' }>,
  t: Translate,
): string {
  const rangeText = ({ atLeast, below }: { atLeast: number; below: number }) =>
    below - atLeast < 0.005
      ? t('reconstruction.thresholdAbout', { value: formatMeasure((atLeast + below) / 2) })
      : t('reconstruction.thresholdBetween', {
          atLeast: formatScore(atLeast),
          below: formatScore(below),
        });
  if (isCommon) return t('reconstruction.causeThreshold', { range: rangeText(thresholds[0]) });
  const ranges = thresholds.map((bounds) => `${bounds.region} ${rangeText(bounds)}`);
  return t('reconstruction.causeThresholds', { ranges: ranges.join(t('reconstruction.and')) });
}

function structureName({ kind, name }: { kind: string; name: string }, t: Translate): string {
  return kind === 'foreground' ? t('reconstruction.foreground') : name;
}

function sizesText(sizes: readonly number[], t: Translate): string {
  const shown = sizes.slice(0, mostSizes).map(formatCount).join(', ');
  return sizes.length > mostSizes ? t('reconstruction.sizesMore', { sizes: shown }) : shown;
}

function axesText({ axes, flipped }: Extract<ReconstructionCause, { kind: 'axes' }>, t: Translate): string {
  const names = axes.map((axis) => axisNames[axis]).join(', ');
  const turned = axisNames.filter((_, axis) => flipped[axis]).join(', ');
  const isTransposed = axes.some((axis, place) => axis !== place);
  if (!isTransposed) return t('reconstruction.causeFlipped', { axes: turned });
  if (turned === '') return t('reconstruction.causeTransposed', { axes: names });
  return t('reconstruction.causeTransposedFlipped', { axes: names, flipped: turned });
}
