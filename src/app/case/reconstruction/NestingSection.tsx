import { navigate } from '../../../actions/navigate';
import { placeOfMost } from '../../../derived/placeOfMost';
import { useShownRegions } from '../../../derived/useShownVolume';
import type { ReconstructionFindings } from '../../../domain/caseReconstruction';
import { sizeUnit } from '../../../domain/geometry';
import type { LabelScheme } from '../../../domain/labelScheme';
import { formatCount, formatMeasure } from '../../../i18n/formatNumber';
import { useTranslate } from '../../../i18n/translate';

interface NestingSectionProps {
  findings: ReconstructionFindings;
  scheme: LabelScheme;
}

/** Voxels predicted as child but not as parent, each pair leading to its place. */
export function NestingSection({ findings, scheme }: NestingSectionProps) {
  const { t } = useTranslate();
  const regions = useShownRegions();
  const { violations, voxelSize, dimensions } = findings;
  const found = violations.filter(({ voxels }) => voxels > 0);
  const show = (parent: string, child: string) => {
    if (!regions?.bits) return;
    const [outer, inner] = [parent, child].map((name) => bitOf(scheme, name));
    const isCounted = Uint8Array.from({ length: 256 }, (_, code) =>
      (code & inner) !== 0 && (code & outer) === 0 ? 1 : 0,
    );
    const { bits: codes, geometry } = regions;
    navigate({ view: 'nesting', voxel: placeOfMost({ codes, geometry }, isCounted) });
  };
  return (
    <section>
      <h2>{t('reconstruction.nesting')}</h2>
      {found.length === 0 && (
        <p>{t(violations.length > 0 ? 'reconstruction.nestingNone' : 'reconstruction.nestingNoPairs')}</p>
      )}
      {found.length > 0 && (
        <>
          <table className="numbers">
            <thead>
              <tr>
                <th scope="col">{t('words.region')}</th>
                <th scope="col">{t('reconstruction.voxels')}</th>
                <th scope="col">{sizeUnit(dimensions)}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {violations.map(({ parent, child, voxels }) => (
                <tr key={`${child} ${parent}`}>
                  <th scope="row">{t('reconstruction.nestingPair', { child, parent })}</th>
                  <td>{formatCount(voxels)}</td>
                  <td>{formatMeasure(voxels * voxelSize)}</td>
                  <td>
                    {voxels > 0 && (
                      <button
                        type="button"
                        className="plain"
                        disabled={!regions?.bits}
                        aria-label={`${t('reconstruction.show')}: ${t('reconstruction.nestingPair', { child, parent })}`}
                        onClick={() => show(parent, child)}
                      >
                        {t('reconstruction.show')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet">{t('reconstruction.nestingPainted')}</p>
          {regions && !regions.bits && <p className="quiet">{t('reconstruction.nestingTooMany')}</p>}
        </>
      )}
    </section>
  );
}

function bitOf({ regions }: LabelScheme, name: string): number {
  return 1 << regions.findIndex((region) => region.name === name);
}
