import { Button } from '@mantine/core';
import { useState } from 'react';
import { navigate } from '../../../actions/navigate';
import { type Dimensions, sizeOfMm } from '../../../domain/geometry';
import { type Structure, structureKey } from '../../../domain/labelScheme';
import { type Lesion, type LesionPlace, type LesionScores, missedHd95Mm } from '../../../domain/lesions';
import { formatMeasure } from '../../../i18n/formatNumber';
import { sizeWords } from '../../../i18n/sizeWords';
import { type MessageKey, useTranslate } from '../../../i18n/translate';
import { NumbersTable } from '../../parts/NumbersTable';
import { Score } from '../../parts/Score';

interface Row {
  key: string;
  name: string;
  outcome: MessageKey;
  place: LesionPlace;
  dice: number;
  hd95Mm: number;
}

/** Predictions made of noise have thousands of components. */
const fewRows = 30;

const outcomes: Record<Lesion['outcome'], MessageKey> = {
  found: 'measures.outcomeFound',
  missed: 'measures.outcomeMissed',
  'below-threshold': 'measures.outcomeBelow',
};

/** The lesions and false positives behind a lesion-wise score; each leads to its place in the image. */
export function LesionTable({
  structure,
  scores,
  dimensions,
}: {
  structure: Structure;
  scores: LesionScores;
  dimensions: Dimensions;
}) {
  const { t } = useTranslate();
  const [isWhole, showWhole] = useState(false);
  const rows = rowsOf(scores);
  if (rows.length === 0) {
    const isEmpty = scores.truePositives + scores.falsePositives + scores.falseNegatives === 0;
    return <p className="quiet">{t(isEmpty ? 'measures.noLesions' : 'measures.noLesionList')}</p>;
  }
  return (
    <>
      <NumbersTable
        label={t('measures.lesionsOf', { structure: structure.name })}
        isNarrow
        rows={rows.slice(0, isWhole ? rows.length : fewRows)}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'lesion',
            head: t('measures.lesion'),
            cell: ({ name, place }) => (
              <button
                type="button"
                className="plain"
                title={t('measures.showLesion')}
                onClick={() =>
                  navigate({ voxel: place.centre, structure: structureKey(structure), view: 'errors' })
                }
              >
                {name}
              </button>
            ),
          },
          { key: 'outcome', head: t('measures.outcome'), isText: true, cell: ({ outcome }) => t(outcome) },
          {
            key: 'size',
            head: t('measures.size', sizeWords(dimensions, t)),
            cell: ({ place }) => formatMeasure(sizeOfMm(place.volumeMm3, dimensions)),
          },
          { key: 'dice', head: t('scoreKinds.dice'), cell: ({ dice }) => <Score value={dice} /> },
          {
            key: 'hd95',
            head: `${t('scoreKinds.hd95Mm')} mm`,
            cell: ({ hd95Mm }) => <Score value={hd95Mm} format={formatMeasure} />,
          },
        ]}
      />
      {!isWhole && rows.length > fewRows && (
        <Button size="compact-xs" variant="subtle" onClick={() => showWhole(true)}>
          {t('measures.allLesions', { count: rows.length })}
        </Button>
      )}
    </>
  );
}

/** Lesions of the reference by volume, then the predicted components that meet none. */
function rowsOf({ lesions, components }: LesionScores): Row[] {
  return [
    ...lesions.map((lesion) => ({
      key: `lesion ${lesion.id}`,
      name: String(lesion.id),
      outcome: outcomes[lesion.outcome],
      place: lesion,
      dice: lesion.dice,
      hd95Mm: lesion.hd95Mm,
    })),
    ...components
      .filter((component) => component.lesions.length === 0)
      .map((component) => ({
        key: `component ${component.id}`,
        name: `+${component.id}`,
        outcome: 'measures.outcomeFalsePositive' as const,
        place: component,
        dice: 0,
        hd95Mm: missedHd95Mm,
      })),
  ];
}
