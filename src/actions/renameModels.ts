import { answerKey, partsOfKey } from '../domain/cohort';
import type { History } from '../domain/history';
import type { SidePane } from '../domain/panes';
import type { Scene } from '../domain/scenes';
import { useAnswersStore } from '../stores/answersStore';
import { useCohortStore } from '../stores/cohortStore';
import { useCohortViewStore } from '../stores/cohortViewStore';
import { useRatingStore } from '../stores/ratingStore';
import { useScenesStore } from '../stores/scenesStore';
import { useViewStore } from '../stores/viewStore';

/** Gives models new names wherever something is kept of them: no voxel and no opinion is another one. */
export function renameModels(names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return;
  const nameOf = (model: string) => names.get(model) ?? model;
  const maybeName = (model: string | null) => model && nameOf(model);
  const keyOf = (key: string) => {
    const [caseId, model] = partsOfKey(key);
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
  useAnswersStore.setState(({ answers }) => ({
    answers: Object.fromEntries(
      Object.entries(answers).map(([key, { result, failure, ...more }]) => [
        keyOf(key),
        { ...more, ...(result && { result: named(result) }), ...(failure && { failure: named(failure) }) },
      ]),
    ),
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
