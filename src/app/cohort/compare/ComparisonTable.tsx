import { readingVerdicts } from '../../../derived/readingVerdicts';
import type { Comparison } from '../../../derived/useComparison';
import type { StructureComparison } from '../../../domain/comparison';
import { type LabelScheme, structureKey } from '../../../domain/labelScheme';
import { structureColor } from '../../../domain/palette';
import { formatPValue, formatScore, formatSigned } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';
import { ScrollX } from '../../parts/ScrollX';
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
    <ScrollX>
      <table className="numbers comparison" aria-label={t('compare.title')}>
        <thead>
          <tr>
            <th scope="col">{t('scores.structure')}</th>
            <th scope="col">{first}</th>
            <th scope="col">{second}</th>
            <th scope="col">{t('compare.difference')}</th>
            <th scope="col">{t('compare.interval')}</th>
            <th scope="col" title={t('compare.pHint')}>
              {t('compare.pValue')}
            </th>
            <th
              scope="col"
              title={t('compare.holmHint', {
                regions: asRegions.tested.length,
                labels: asLabels.tested.length,
              })}
            >
              {t('compare.holm')}
            </th>
            <th scope="col" title={t('compare.rankBiserialHint')}>
              {t('compare.rankBiserial')}
            </th>
            <th scope="col" title={t('compare.winsHint')}>
              {t('compare.wins')}
            </th>
            <th scope="col">n</th>
          </tr>
        </thead>
        {readings.map(({ title, rows }) => (
          <tbody key={title}>
            <tr className="reading">
              <th colSpan={10} scope="rowgroup">
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <ComparisonRow
                key={structureKey(row.structure)}
                row={row}
                color={structureColor(scheme, row.structure)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollX>
  );
}

function ComparisonRow({ row, color }: { row: StructureComparison; color: string }) {
  const { t } = useTranslate();
  const method = t(row.isExact ? 'compare.exact' : 'compare.approximate');
  return (
    <tr>
      <th scope="row">
        <Swatch color={color} /> {row.structure.name}
      </th>
      <td>{formatScore(row.firstMean)}</td>
      <td>{formatScore(row.secondMean)}</td>
      <td>
        <b>{formatSigned(row.meanDifference)}</b>
      </td>
      {Number.isFinite(row.interval.low) ? (
        <td>
          {formatSigned(row.interval.low)} … {formatSigned(row.interval.high)}
        </td>
      ) : (
        <td title={t('compare.noInterval')}>
          –<span className="visually-hidden"> ({t('compare.noInterval')})</span>
        </td>
      )}
      <td title={t('compare.pHint')}>
        {formatPValue(row.pValue)} <small className="quiet">{Number.isNaN(row.pValue) ? '' : method}</small>
      </td>
      <td>{formatPValue(row.adjustedPValue)}</td>
      <td>{formatSigned(row.rankBiserial)}</td>
      <td>
        {row.wins} / {row.ties} / {row.losses}
      </td>
      <td>{row.count}</td>
    </tr>
  );
}
