import { changeFilter } from '../../actions/changeCohortView';
import { PlotLegend } from '../../charts/plot/PlotLegend';
import type { PlotSeries } from '../../charts/plot/plotItem';
import { useCohortStore } from '../../stores/cohortStore';
import { useCohortViewStore } from '../../stores/cohortViewStore';

/** The legend of a chart; where it names the models, one of them is chosen in it, and again to show all. */
export function ModelLegend({ series }: { series: readonly PlotSeries[] }) {
  const models = useCohortStore((facts) => facts.cohort?.models);
  const chosen = useCohortViewStore((view) => view.filter.model);
  const isOfModels =
    models !== undefined && models.length > 1 && series.every(({ name }) => models.includes(name));
  return (
    <PlotLegend
      series={series}
      chosen={chosen}
      onChoose={isOfModels ? (name) => changeFilter({ model: name === chosen ? null : name }) : undefined}
    />
  );
}
