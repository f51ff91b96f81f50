import { answerKey } from '../domain/cohort';
import type { History } from '../domain/history';
import type { SidePane } from '../domain/panes';
import type { Scene } from '../domain/scenes';
import { useCohortStore } from '../stores/cohortStore';
import { useCohortViewStore } from '../stores/cohortViewStore';
import { useMeasuresStore } from '../stores/measuresStore';
import { useRatingStore } from '../stores/ratingStore';
import { useReconstructionsStore } from '../stores/reconstructionsStore';
import { useResultsStore } from '../stores/resultsStore';
import { useScenesStore } from '../stores/scenesStore';
import { useViewStore } from '../stores/viewStore';

/** Gives models new names wherever something is kept of them: no voxel and no opinion is another one. */
export function renameModels(names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return;
  const nameOf = (model: string) => names.get(model) ?? model;
  const maybeName = (model: string | null) => model && nameOf(model);
  const keyOf = (key: string) => {
    const [caseId, model] = key.split('\n');
    return answerKey(caseId, nameOf(model));
  };
  const byKey = <Item>(items: Readonly<Record<string, Item>>) =>
    Object.fromEntries(Object.entries(items).map(([key, item]) => [keyOf(key), item]));
  const named = <Item extends { model: string }>(item: Item): Item =>
    names.has(item.model) ? { ...item, model: nameOf(item.model) } : item;
  const panes = (sidePanes: readonly SidePane[]) =>
    sidePanes.map((pane) => ({ ...pane, model: maybeName(pane.model) }));
  const ofScenes = (scenes: readonly Scene[]) =>
    scenes.map((scene) => {
      const picture = { ...named(scene.picture), sidePanes: panes(scene.picture.sidePanes) };
      return { ...scene, picture };
    });

  useCohortStore.setState(({ turnedByHeader, comparedByVoxel }) => ({
    turnedByHeader: turnedByHeader.map(keyOf),
    comparedByVoxel: comparedByVoxel.map(keyOf),
  }));
  useResultsStore.setState(({ results }) => ({
    results: Object.fromEntries(
      Object.values(results).map((item) => [answerKey(item.caseId, nameOf(item.model)), named(item)]),
    ),
  }));
  useMeasuresStore.setState(({ measures, failures }) => ({
    measures: byKey(measures),
    failures: byKey(failures),
  }));
  useReconstructionsStore.setState(({ checks, failures }) => ({
    checks: byKey(checks),
    failures: byKey(failures),
  }));
  useRatingStore.setState(({ study, ratings }) => ({
    study: study && { ...study, items: study.items.map(named) },
    ratings: byKey(ratings),
  }));
  useScenesStore.setState(({ scenes }) => ({ scenes: mapHistory(scenes, ofScenes) }));
  useViewStore.setState(({ model, sidePanes }) => ({
    model: maybeName(model),
    sidePanes: panes(sidePanes),
  }));
  useCohortViewStore.setState(({ selected, brushed, filter, firstModel, secondModel }) => ({
    selected: selected && keyOf(selected),
    brushed: brushed?.map(keyOf) ?? null,
    filter: { ...filter, model: maybeName(filter.model) },
    firstModel: maybeName(firstModel),
    secondModel: maybeName(secondModel),
  }));
}

function mapHistory<State>(
  { past, now, undone, ...rest }: History<State>,
  change: (state: State) => State,
): History<State> {
  return { ...rest, past: past.map(change), now: change(now), undone: undone.map(change) };
}
