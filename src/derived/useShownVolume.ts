import { useEffect } from 'react';
import { shownRegions } from '../actions/screen/shownRegions';
import type { PaintedVoxels, RegionVolumes } from '../domain/caseReconstruction';
import type { Geometry } from '../domain/geometry';
import type { LabelScheme } from '../domain/labelScheme';
import { pairsOf, type Structure } from '../domain/labelScheme';
import type { PairCodes } from '../domain/pairCodes';
import { remembered } from '../domain/remembered';
import type { ViewKind } from '../domain/view';
import { repaintAtThreshold, repainterOf } from '../kernels/reconstruction/repaintAtThreshold';
import { useCohortStore } from '../stores/cohortStore';
import { type ShownRegions, useRegionVolumesStore } from '../stores/regionVolumesStore';
import { useShownAnswerStore } from '../stores/shownAnswerStore';
import { useViewStore } from '../stores/viewStore';

/** The raw regions of the answer on screen; null while they are not read. */
export function useShownRegions(): ShownRegions | null {
  useShownAnswerStore(({ answer }) => answer);
  useRegionVolumesStore((facts) => facts.regions);
  useCohortStore();
  return shownRegions();
}

/**
 * The voxels that a view of the case on screen is drawn from: the answer as saved or as repainted at the chosen
 * threshold, or what the raw regions say. Null while the view's volume is not read, or where there is none.
 */
export function useShownVolume(kind: ViewKind, structure: Structure, scheme: LabelScheme): PairCodes | null {
  const answer = useShownAnswerStore((facts) => facts.answer);
  const regions = useShownRegions();
  const step = useViewStore((view) => view.thresholdStep);
  if (!answer) return null;
  if (isOfRawRegions(kind)) return regions && rawRegionVolume(kind, answer, regions, structure, scheme);
  // The reference is the same at every threshold: its pane uploads nothing while the slider moves.
  if (step === null || kind === 'reference' || !regions?.painted) return answer;
  return repainted(repainterFor(regions.painted, answer, scheme.regionsClassOrder), step);
}

type RawKind = 'differences' | 'nesting' | 'heat';

export function isOfRawRegions(kind: ViewKind): kind is RawKind {
  return kind === 'differences' || kind === 'nesting' || kind === 'heat';
}

/** The voxels of a view of the raw regions; null where these do not have them. */
export function rawRegionVolume(
  kind: RawKind,
  answer: PairCodes,
  { differences, bits, steps }: RegionVolumes,
  structure: Structure,
  scheme: LabelScheme,
): PairCodes | null {
  if (kind === 'differences') return differences;
  const bytes = kind === 'nesting' ? bits : steps?.[heatRegion(structure, scheme)];
  return bytes ? volumeOf(bytes, answer.geometry) : null;
}

/** The region whose probability is shown for a structure: itself, or the one that paints the label. */
export function heatRegion(structure: Structure, scheme: LabelScheme): number {
  const painting = pairsOf(scheme).find(({ label }) => label.labels[0] === structure.labels[0]);
  const name = structure.kind === 'region' ? structure.name : painting?.region.name;
  return Math.max(
    0,
    scheme.regions.findIndex((region) => region.name === name),
  );
}

/** The pane uploads voxels when it gets another object, so the same bytes give the same one. */
const volumeOf = remembered(
  (codes: Uint8Array<ArrayBuffer>, geometry: Geometry): PairCodes => ({
    codes,
    pairs: [],
    values: [],
    geometry,
  }),
);

/** Prepares the case on screen for the slider once its picture stands: the first move would stutter. */
export function usePreparedSlider(scheme: LabelScheme): void {
  const answer = useShownAnswerStore((facts) => facts.answer);
  const regions = useShownRegions();
  useEffect(() => {
    if (answer && regions?.painted) repainterFor(regions.painted, answer, scheme.regionsClassOrder);
  }, [answer, regions, scheme]);
}

/** For as long as the regions of the case on screen are there, with the last threshold and what it gave. */
const repainterFor = remembered(
  (painted: PaintedVoxels, answer: PairCodes, regionsClassOrder: readonly number[]) =>
    repainterOf(answer, painted, regionsClassOrder),
);
const repainted = remembered(repaintAtThreshold);
