import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconPalette, IconPhoto, IconVector } from '@tabler/icons-react';
import { memo, type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { changeCohortView } from '../../../actions/changeCohortView';
import { figureSvg, pngOfSvg } from '../../../charts/plot/chartPicture';
import { chartConvention } from '../../../derived/columnTexts';
import type { CohortView } from '../../../derived/useCohortView';
import { chosenStructure } from '../../../domain/chosenStructure';
import { pairKey, pairsOf, structureKey, usualPair } from '../../../domain/labelScheme';
import { useTranslate } from '../../../i18n/translate';
import { useAttributesStore } from '../../../stores/attributesStore';
import { useCohortViewStore } from '../../../stores/cohortViewStore';
import { downloadFile } from '../../parts/downloadFile';
import { FigureMenu } from '../../parts/FigureMenu';
import { StructureSelect } from '../../parts/StructureSelect';
import { useNextStep } from '../../parts/useNextStep';
import { firstAttribute } from './chartSeries';
import { cohortCharts } from './cohortCharts';

const pixelRatio = 2;

interface ChartPanelProps {
  view: CohortView;
}

/** One chart of the rows at a time, chosen by name, with its caption, its convention and ways to save it. */
export const ChartPanel = memo(function ChartPanel({ view }: ChartPanelProps) {
  const { t } = useTranslate();
  const { scheme } = view;
  const chosenKind = useCohortViewStore((facts) => facts.chart);
  const chosenPair = useCohortViewStore((facts) => facts.pair);
  const structureName = useCohortViewStore((facts) => facts.structure);
  const hasAttributes = useAttributesStore((joined) => joined.attributes !== null);
  const figure = useRef<HTMLElement>(null);
  const pairs = pairsOf(scheme);
  const charts = cohortCharts.filter(
    ({ of, byAttribute }) =>
      (pairs.length > 0 || (of !== 'pair' && of !== 'allPairs')) &&
      (hasAttributes || byAttribute !== 'always'),
  );
  const { kind, of, byAttribute, Chart, ...named } =
    charts.find((known) => known.kind === chosenKind) ?? charts[0];
  const pair =
    of === 'pair' ? (pairs.find((item) => pairKey(item) === chosenPair) ?? usualPair(pairs) ?? null) : null;
  const structure = chosenStructure(scheme, structureName);
  const convention = chartConvention(view, t);
  const title = [
    t(named.title),
    pair ? `${pair.region.name} → ${pair.label.name}` : '',
    of === 'structure' ? structure.name : '',
  ]
    .filter(Boolean)
    .join(' · ');
  const asked = useMemo(() => ({ Chart, pair, structure, title }), [Chart, pair, structure, title]);
  const drawn = useDeferredValue(asked);
  const isNext = useNextStep();
  const pictured = () => {
    const caption = figure.current?.querySelector('figcaption p')?.textContent ?? '';
    const background = getComputedStyle(document.documentElement).getPropertyValue('--panel').trim();
    return figure.current && figureSvg(figure.current, [title, caption, convention], background);
  };
  const fileName = `regionlens-${kind}`;
  const saveSvg = () => {
    const svg = pictured();
    if (svg) downloadFile(`${fileName}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
  };
  const savePng = async () => {
    const svg = pictured();
    if (svg) downloadFile(`${fileName}.png`, await pngOfSvg(svg, pixelRatio));
  };
  return (
    <section className="panel chart-panel">
      <div className="chart-bar">
        <Select
          size="xs"
          w={210}
          aria-label={t('cohort.chart')}
          allowDeselect={false}
          data={charts.map((chart) => ({ value: chart.kind, label: t(chart.title) }))}
          value={kind}
          onChange={(value) => changeCohortView({ chart: value ?? kind })}
        />
        {pair && (
          <Select
            size="xs"
            className="grow"
            aria-label={t('scores.pair')}
            allowDeselect={false}
            data={pairs.map((item) => ({
              value: pairKey(item),
              label: `${item.region.name} → ${item.label.name}`,
            }))}
            value={pairKey(pair)}
            onChange={(value) => changeCohortView({ pair: value })}
          />
        )}
        {of === 'structure' && (
          <StructureSelect
            scheme={scheme}
            className="grow"
            value={structureKey(structure)}
            choose={(key) => changeCohortView({ structure: key })}
          />
        )}
        <div className="chart-bar-end">
          {hasAttributes && byAttribute !== 'never' && (
            <ColorBy ofGroups={byAttribute === 'always' ? firstAttribute(view.allColumns) : null} />
          )}
          <SaveButton title={t('cohort.saveSvg')} onClick={saveSvg}>
            <IconVector size={16} />
          </SaveButton>
          <SaveButton title={t('cohort.savePng')} onClick={() => void savePng()}>
            <IconPhoto size={16} />
          </SaveButton>
          <FigureMenu fileName={fileName} captions={[title, convention]} />
        </div>
      </div>
      <figure className="cohort-chart" ref={figure} aria-label={title}>
        {isNext ? <drawn.Chart {...drawn} view={view} /> : <div className="plot" />}
        <p className="quiet chart-convention">
          {convention} · {t('cohort.chartHint')}
        </p>
      </figure>
    </section>
  );
});

/** A chart of subgroups always has some: those of this attribute until another one is chosen. */
function ColorBy({ ofGroups }: { ofGroups: string | null }) {
  const { t } = useTranslate();
  const colorBy = useCohortViewStore((facts) => facts.colorBy);
  const columns = useAttributesStore((facts) => facts.attributes?.columns ?? none);
  const chosen = colorBy ?? ofGroups;
  return (
    <Select
      size="xs"
      w={130}
      aria-label={t('cohort.colorBy')}
      leftSection={<IconPalette size={14} />}
      data={[
        ...(ofGroups === null ? [{ value: '', label: t('words.model') }] : []),
        ...columns.map((name) => ({ value: `=${name}`, label: name })),
      ]}
      allowDeselect={false}
      value={chosen === null ? '' : `=${chosen}`}
      onChange={(value) => changeCohortView({ colorBy: value ? value.slice(1) : null })}
    />
  );
}

const none: string[] = [];

function SaveButton(props: { title: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={props.title}>
      <ActionIcon variant="subtle" aria-label={props.title} onClick={props.onClick}>
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
