import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconPalette, IconPhoto, IconVector } from '@tabler/icons-react';
import { memo, type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import { changeCohortView } from '../../actions/changeCohortView';
import { figureSvg, pngOfSvg } from '../../charts/plot/chartPicture';
import { chosenStructure } from '../../domain/chosenStructure';
import { pairKey, pairsOf, structureKey, usualPair } from '../../domain/labelScheme';
import { type MessageKey, useTranslate } from '../../i18n/translate';
import { useAttributesStore } from '../../stores/attributesStore';
import { type ChartKind, chartKinds, useCohortViewStore } from '../../stores/cohortViewStore';
import { downloadFile } from '../downloadFile';
import { FigureMenu } from '../FigureMenu';
import { StructureSelect } from '../StructureSelect';
import { useNextStep } from '../useNextStep';
import { CohortChart } from './CohortChart';
import { firstAttribute } from './chartSeries';
import { chartConvention } from './columnTexts';
import type { CohortView } from './useCohortView';

const chartTitles: Record<ChartKind, MessageKey> = {
  slopes: 'cohort.chartSlopes',
  gaps: 'cohort.chartGaps',
  diceVolume: 'cohort.chartDiceVolume',
  gapVolume: 'cohort.chartGapVolume',
  heatMap: 'cohort.chartHeatMap',
  cumulative: 'cohort.chartCumulative',
  groups: 'cohort.chartGroups',
};

const ofPair: ChartKind[] = ['slopes', 'gapVolume', 'cumulative'];
const ofStructure: ChartKind[] = ['diceVolume', 'groups'];
const needsPairs: ChartKind[] = [...ofPair, 'gaps'];
const canColor: ChartKind[] = ['slopes', 'diceVolume', 'gapVolume', 'groups'];

const pixelRatio = 2;

interface ChartPanelProps {
  view: CohortView;
}

/** One chart of the rows at a time, chosen by name, with its caption, its convention and ways to save it. */
export const ChartPanel = memo(function ChartPanel({ view }: ChartPanelProps) {
  const { t } = useTranslate();
  const { scheme } = view;
  const chart = useCohortViewStore((facts) => facts.chart);
  const chosenPair = useCohortViewStore((facts) => facts.pair);
  const structureName = useCohortViewStore((facts) => facts.structure);
  const hasAttributes = useAttributesStore((joined) => joined.attributes !== null);
  const figure = useRef<HTMLElement>(null);
  const pairs = pairsOf(scheme);
  const kinds = chartKinds.filter(
    (kind) => (pairs.length > 0 || !needsPairs.includes(kind)) && (hasAttributes || kind !== 'groups'),
  );
  const kind = kinds.includes(chart) ? chart : kinds[0];
  const pair = pairs.find((item) => pairKey(item) === chosenPair) ?? usualPair(pairs) ?? null;
  const structure = chosenStructure(scheme, structureName);
  const convention = chartConvention(view, t);
  const title = [
    t(chartTitles[kind]),
    ofPair.includes(kind) && pair ? `${pair.region.name} → ${pair.label.name}` : '',
    ofStructure.includes(kind) ? structure.name : '',
  ]
    .filter(Boolean)
    .join(' · ');
  const asked = useMemo(() => ({ kind, pair, structure, title }), [kind, pair, structure, title]);
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
          data={kinds.map((value) => ({ value, label: t(chartTitles[value]) }))}
          value={kind}
          onChange={(value) => changeCohortView({ chart: chartKinds.find((known) => known === value) })}
        />
        {ofPair.includes(kind) && pair && (
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
        {ofStructure.includes(kind) && (
          <StructureSelect
            scheme={scheme}
            className="grow"
            value={structureKey(structure)}
            choose={(key) => changeCohortView({ structure: key })}
          />
        )}
        <div className="chart-bar-end">
          {hasAttributes && canColor.includes(kind) && (
            <ColorBy ofGroups={kind === 'groups' ? firstAttribute(view.allColumns) : null} />
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
        {isNext ? <CohortChart {...drawn} view={view} scheme={scheme} /> : <div className="plot" />}
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
