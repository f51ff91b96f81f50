import { changeFilter } from '../../../actions/changeCohortView';
import { PlotLegend } from '../../../charts/plot/PlotLegend';
import type { PlotSeries } from '../../../charts/plot/plotItem';
import { useCohortStore } from '../../../stores/cohortStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';

/** The legend of a chart, in which one of several models is chosen, and again to show all. */
export function ModelLegend({ series }: { series: readonly PlotSeries[] }) {
  const models = useCohortStore((facts) => facts.cohort?.models);
  const chosen = useCohortViewStore((view) => view.filter.model);
  return (
    <PlotLegend
      series={series}
      choices={models && models.length > 1 ? models : undefined}
      chosen={chosen}
      onChoose={(name) => changeFilter({ model: name === chosen ? null : name })}
    />
  );
}
