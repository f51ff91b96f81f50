import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { SchemeFinding } from '../../../domain/checkScheme';
import { type Translate, useTranslate } from '../../../i18n/translate';

export type Repair = Extract<SchemeFinding, { kind: 'repair-class-order' | 'repair-region-order' }>;

interface FindingListProps {
  findings: SchemeFinding[];
  hasRegions: boolean;
  onRepair?: (repair: Repair) => void;
}

/** In words, what painting makes of each label, and the order that would make it right. */
export function FindingList({ findings, hasRegions, onRepair }: FindingListProps) {
  const { t } = useTranslate();
  const repair = findings.find((finding) => isRepair(finding));
  const sentences = findings.filter((finding) => !isRepair(finding));
  if (sentences.length === 0) {
    return (
      <p className="finding quiet">
        {hasRegions && <IconCheck size={16} aria-hidden="true" />}
        {t(hasRegions ? 'scheme.rebuilds' : 'scheme.noRegionsYet')}
      </p>
    );
  }
  return (
    <div className="findings">
      <ul>
        {sentences.map((finding) => (
          <li key={JSON.stringify(finding)} className="finding">
            <IconAlertTriangle size={16} aria-hidden="true" />
            <span>{sentence(finding, t)}</span>
          </li>
        ))}
      </ul>
      {repair && onRepair && (
        <Button size="compact-sm" variant="light" onClick={() => onRepair(repair)}>
          {repairText(repair, t)}
        </Button>
      )}
      {onRepair && <p className="quiet">{t('scheme.stillUsable')}</p>}
    </div>
  );
}

function isRepair(finding: SchemeFinding): finding is Repair {
  return finding.kind === 'repair-class-order' || finding.kind === 'repair-region-order';
}

function repairText(repair: Repair, t: Translate): string {
  const order = repair.repaired.join(', ');
  if (repair.kind === 'repair-class-order') return t('scheme.repairClassOrder', { order });
  return t('scheme.repairRegionOrder', { regions: repair.regions.join(', '), order });
}

function sentence(finding: Exclude<SchemeFinding, Repair>, t: Translate): string {
  switch (finding.kind) {
    case 'order-length':
      return t('scheme.orderLength', {
        orderLength: finding.orderLength,
        regionCount: finding.regionCount,
      });
    case 'label-repainted':
      return t('scheme.paintedAsBy', {
        label: finding.label,
        painted: finding.paintedAs,
        region: finding.region,
      });
    case 'label-in-no-region':
      return t('scheme.inNoRegion', { label: finding.label });
    case 'labels-inseparable':
      return t('scheme.inseparable', { labels: finding.labels.join(', ') });
    case 'region-hidden':
      return t('scheme.hidden', { region: finding.region, cover: finding.coveredBy });
    case 'overlap-not-nested': {
      const [first, second] = finding.regions;
      return t('scheme.crossing', { first, second, labels: finding.labels.join(', ') });
    }
    case 'alphabetical-keys':
      return t('scheme.alphabetical');
  }
}
