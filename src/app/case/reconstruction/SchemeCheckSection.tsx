import { Button, CopyButton } from '@mantine/core';
import { checkScheme, type NestingNode, nestingTree, paintedLabels } from '../../../domain/checkScheme';
import type { LabelScheme } from '../../../domain/labelScheme';
import { labelColor, structureColor } from '../../../domain/palette';
import { labelText, schemeFindingText } from '../../../i18n/reconstructionSentences';
import { useTranslate } from '../../../i18n/translate';
import { NumbersTable } from '../../parts/NumbersTable';
import { Swatch } from '../../parts/Swatch';

/** Which label comes back from painting as what, how the regions nest, and the repair where something is lost. */
export function SchemeCheckSection({ scheme }: { scheme: LabelScheme }) {
  const { t } = useTranslate();
  const painted = paintedLabels(scheme);
  const findings = checkScheme(scheme);
  const repair = findings.find(({ kind }) => kind.startsWith('repair'));
  const isFailing = painted.some(({ label, paintedAs }) => label !== paintedAs);
  const told = findings.filter(
    (finding) => finding !== repair && !['label-repainted', 'label-in-no-region'].includes(finding.kind),
  );
  return (
    <section>
      <h2>{t('reconstruction.scheme')}</h2>
      <p>{t(isFailing ? 'reconstruction.schemeFails' : 'reconstruction.schemeSound')}</p>
      {isFailing && (
        <ul className="findings">
          {findings
            .filter(({ kind }) => kind === 'label-repainted' || kind === 'label-in-no-region')
            .map((finding) => (
              <li key={JSON.stringify(finding)}>{schemeFindingText(finding, scheme, t)}</li>
            ))}
        </ul>
      )}
      {repair && (
        <>
          <p>{schemeFindingText(repair, scheme, t)}</p>
          {'repaired' in repair && <OrderToCopy order={repair.repaired} />}
        </>
      )}
      {isFailing && !repair && <p>{t('reconstruction.noRepair')}</p>}
      {told.length > 0 && (
        <ul className="findings">
          {told.map((finding) => (
            <li key={JSON.stringify(finding)}>{schemeFindingText(finding, scheme, t)}</li>
          ))}
        </ul>
      )}
      <NumbersTable
        isNarrow
        rows={painted}
        keyOf={({ label }) => String(label)}
        columns={[
          {
            key: 'label',
            head: t('words.label'),
            cell: ({ label }) => (
              <>
                <Swatch color={labelColor(scheme, label)} /> {labelText(scheme, label, t)}
              </>
            ),
          },
          {
            key: 'last',
            head: t('reconstruction.lastPainted'),
            isText: true,
            cell: ({ lastRegion }) => lastRegion ?? '–',
          },
          {
            key: 'becomes',
            head: t('reconstruction.becomes'),
            isText: true,
            cell: ({ label, paintedAs }) =>
              label === paintedAs ? paintedAs : <strong>{labelText(scheme, paintedAs, t)}</strong>,
          },
        ]}
      />
      <h3>{t('reconstruction.tree')}</h3>
      <ul className="region-tree">
        {nestingTree(scheme.regions).map((node) => (
          <TreeNode key={node.region} node={node} scheme={scheme} />
        ))}
      </ul>
    </section>
  );
}

function TreeNode({ node, scheme }: { node: NestingNode; scheme: LabelScheme }) {
  const { t } = useTranslate();
  const { region, labels, children } = node;
  const place = scheme.regions.findIndex(({ name }) => name === region);
  const crossing = checkScheme(scheme).some(
    (finding) => finding.kind === 'overlap-not-nested' && finding.regions.includes(region),
  );
  return (
    <li>
      <Swatch color={structureColor(scheme, { kind: 'region', name: region, labels })} />{' '}
      <span className={crossing ? 'crossing' : undefined}>
        {crossing && '⚠ '}
        {region}
      </span>{' '}
      <code>{labels.join(', ')}</code>{' '}
      <span className="quiet">
        {t('reconstruction.paints', { value: scheme.regionsClassOrder[place] ?? '–' })}
      </span>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <TreeNode key={child.region} node={child} scheme={scheme} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** One line of dataset.json, ready to be pasted. */
function OrderToCopy({ order }: { order: number[] }) {
  const { t } = useTranslate();
  const json = `"regions_class_order": [${order.join(', ')}]`;
  return (
    <div className="json-copy">
      <code>{json}</code>
      <CopyButton value={json}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy}>
            {t(copied ? 'reconstruction.copied' : 'reconstruction.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
