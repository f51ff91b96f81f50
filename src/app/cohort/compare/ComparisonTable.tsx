import { readingVerdicts } from '../../../derived/readingVerdicts';
import type { Comparison } from '../../../derived/useComparison';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { formatPValue, formatScore, formatSigned } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { NumbersTable } from '../../parts/NumbersTable';
import { Swatch } from '../../parts/Swatch';

interface ComparisonTableProps {
  comparison: Comparison;
  scheme: LabelScheme;
  first: string;
  second: string;
}

/** Every structure by both models, all regions and then all labels: like stands beside like. */
export function ComparisonTable({ comparison, scheme, first, second }: ComparisonTableProps) {
  const { t } = useTranslate();
  const { compared } = comparison;
  if (!compared) return <p className="quiet">{t('compare.working')}</p>;
  const { asRegions, asLabels } = readingVerdicts(compared);
  const readings = [
    { title: t('compare.asRegions'), rows: compared.asRegions },
    { title: t('compare.asLabels'), rows: compared.asLabels },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <NumbersTable
      label={t('compare.title')}
      className="comparison"
      groups={readings}
      keyOf={({ structure }) => structureKey(structure)}
      columns={[
        {
          key: 'structure',
          head: t('scores.structure'),
          cell: ({ structure }) => (
            <>
              <Swatch color={structureColor(scheme, structure)} /> {structure.name}
            </>
          ),
        },
        { key: 'first', head: first, cell: ({ firstMean }) => formatScore(firstMean) },
        { key: 'second', head: second, cell: ({ secondMean }) => formatScore(secondMean) },
        {
          key: 'difference',
          head: t('compare.difference'),
          cell: ({ meanDifference }) => <b>{formatSigned(meanDifference)}</b>,
        },
        {
          key: 'interval',
          head: t('compare.interval'),
          cellHint: ({ interval }) => (Number.isFinite(interval.low) ? undefined : t('compare.noInterval')),
          cell: ({ interval: { low, high } }) =>
            Number.isFinite(low) ? (
              `${formatSigned(low)} … ${formatSigned(high)}`
            ) : (
              <>
                –<span className="visually-hidden"> ({t('compare.noInterval')})</span>
              </>
            ),
        },
        {
          key: 'p',
          head: t('compare.pValue'),
          hint: t('compare.pHint'),
          cell: ({ pValue, isExact }) => (
            <>
              {formatPValue(pValue)}{' '}
              <small className="quiet">
                {Number.isNaN(pValue) ? '' : t(isExact ? 'compare.exact' : 'compare.approximate')}
              </small>
            </>
          ),
        },
        {
          key: 'holm',
          head: t('compare.holm'),
          hint: t('compare.holmHint', { regions: asRegions.tested.length, labels: asLabels.tested.length }),
          cell: ({ adjustedPValue }) => formatPValue(adjustedPValue),
        },
        {
          key: 'rank',
          head: t('compare.rankBiserial'),
          hint: t('compare.rankBiserialHint'),
          cell: ({ rankBiserial }) => formatSigned(rankBiserial),
        },
        {
          key: 'wins',
          head: t('compare.wins'),
          hint: t('compare.winsHint'),
          cell: ({ wins, ties, losses }) => `${wins} / ${ties} / ${losses}`,
        },
        { key: 'n', head: 'n', cell: ({ count }) => count },
      ]}
    />
  );
}
