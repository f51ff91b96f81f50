import { Button, Checkbox, Group, NumberInput, Radio, Select, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { startRating } from '../../actions/rate';
import { drawCases, ratingOrder } from '../../derived/ratingOrder';
import { useCohortView } from '../../derived/useCohortView';
import { type CohortRow, isExcluded } from '../../domain/cohortRow';
import { type RatedItem, type RatingScale, type RatingStudy, ratingScaleNames } from '../../domain/rating';
import { useTranslate } from '../../i18n/translate';
import { useCohortStore } from '../../stores/cohortStore';
import { scaleTitles, stepWords } from './ratingWords';

type Choice = 'all' | 'filtered' | 'random';

const usualCount = 20;
const largestSeed = 1_000_000;
const noModels: string[] = [];
const noView: { rows: CohortRow[]; counted: CohortRow[] } = { rows: [], counted: [] };

/** What is rated, how it is shown and on which scale; the order follows from the seed. */
export function RatingSetup() {
  const { t } = useTranslate();
  const models = useCohortStore((facts) => facts.cohort?.models ?? noModels);
  const { rows: known, counted } = useCohortView() ?? noView;
  const all = useMemo(() => known.filter((row) => !isExcluded(row)), [known]);
  const [choice, setChoice] = useState<Choice>('all');
  const [count, setCount] = useState(usualCount);
  const [without, setWithout] = useState<readonly string[]>([]);
  const [drawing, setDrawing] = useState<RatingStudy['drawing']>('outline');
  const [isReferenceShown, showReference] = useState(false);
  const [scale, setScale] = useState<RatingScale>('five');
  const [seed, setSeed] = useState(() => Math.floor(Math.random() * largestSeed));
  const rows = choice === 'filtered' ? counted : all;
  const drawn =
    choice === 'random'
      ? drawCases(
          rows.map(({ caseId }) => caseId),
          count,
          seed,
        )
      : null;
  const items = itemsOf(rows, without, drawn);
  const begin = () =>
    startRating({ seed, items: ratingOrder(items, seed), scale, drawing, isReferenceShown });
  return (
    <div className="rating-tab">
      <section className="panel rating-setup">
        <p>{t('rating.intro')}</p>
        <Radio.Group
          label={t('rating.cases')}
          value={choice}
          onChange={(value) => setChoice(value as Choice)}
        >
          <Group gap="lg" mt={4} mih={36}>
            <Radio value="all" label={t('rating.allCases', { count: caseCount(all) })} />
            <Radio value="filtered" label={t('rating.filteredCases', { count: caseCount(counted) })} />
            <Radio value="random" label={t('rating.randomCases')} />
            {choice === 'random' && (
              <NumberInput
                w={110}
                aria-label={t('rating.caseCount')}
                min={1}
                max={Math.max(1, caseCount(all))}
                value={Math.min(count, Math.max(1, caseCount(all)))}
                onChange={(value) => typeof value === 'number' && setCount(value)}
              />
            )}
          </Group>
        </Radio.Group>
        <Checkbox.Group
          label={t('rating.models')}
          value={models.filter((model) => !without.includes(model))}
          onChange={(chosen) => setWithout(models.filter((model) => !chosen.includes(model)))}
        >
          <Group gap="lg" mt={4}>
            {models.map((model) => (
              <Checkbox key={model} value={model} label={model} />
            ))}
          </Group>
        </Checkbox.Group>
        <Radio.Group
          label={t('rating.drawing')}
          value={drawing}
          onChange={(value) => setDrawing(value === 'fill' ? 'fill' : 'outline')}
        >
          <Group gap="lg" mt={4}>
            <Radio value="outline" label={t('rating.outline')} />
            <Radio value="fill" label={t('rating.fill')} />
            <Checkbox
              label={t('rating.withReference')}
              checked={isReferenceShown}
              onChange={({ currentTarget }) => showReference(currentTarget.checked)}
            />
          </Group>
        </Radio.Group>
        <div className="rating-columns">
          <Stack gap={6}>
            <Select
              label={t('rating.scale')}
              allowDeselect={false}
              data={ratingScaleNames.map((value) => ({ value, label: t(scaleTitles[value]) }))}
              value={scale}
              onChange={(value) => setScale(ratingScaleNames.find((name) => name === value) ?? 'five')}
            />
            <ol className="rating-steps">
              {stepWords(scale, t).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ol>
          </Stack>
          <NumberInput
            label={t('rating.seed')}
            description={t('rating.seedHint')}
            inputWrapperOrder={['label', 'input', 'description']}
            min={0}
            max={largestSeed}
            allowDecimal={false}
            value={seed}
            onChange={(value) => typeof value === 'number' && setSeed(value)}
          />
        </div>
        <Group>
          <Button disabled={items.length === 0} onClick={begin}>
            {t('rating.begin')}
          </Button>
          <span className="quiet" role="status">
            {items.length === 0 ? t('rating.nothingToRate') : t('rating.toRate', { count: items.length })}
          </span>
        </Group>
      </section>
    </div>
  );
}

function caseCount(rows: readonly CohortRow[]): number {
  return new Set(rows.map(({ caseId }) => caseId)).size;
}

/** What could not be read cannot be shown. */
function itemsOf(
  rows: readonly CohortRow[],
  without: readonly string[],
  drawn: readonly string[] | null,
): RatedItem[] {
  const isDrawn = new Set(drawn);
  return rows
    .filter(({ problem, model }) => problem === null && !without.includes(model))
    .filter(({ caseId }) => drawn === null || isDrawn.has(caseId))
    .map(({ caseId, model }) => ({ caseId, model }));
}
