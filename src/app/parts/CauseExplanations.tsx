import { errorColors } from '../../domain/palette';
import { useTranslate } from '../../i18n/translate';

const source = 'https://github.com/MIC-DKFZ/nnUNet/issues/2561';

/** The three causes people know, each with a drawing, what it means, and where it stands in the account. */
export function CauseExplanations() {
  const { t } = useTranslate();
  return (
    <section className="panel">
      <h2>{t('gap.threeCauses')}</h2>
      <div className="cause-cards">
        <article>
          <VolumeDrawing />
          <h3>{t('gap.volumeTitle')}</h3>
          <p>{t('gap.volumeText')}</p>
          <p className="quiet">{t('gap.volumeFormula')}</p>
        </article>
        <article>
          <BoundaryDrawing />
          <h3>{t('gap.boundaryTitle')}</h3>
          <p>{t('gap.boundaryText')}</p>
          <p className="quiet">{t('gap.boundaryFormula')}</p>
        </article>
        <article>
          <AccumulationDrawing />
          <h3>{t('gap.accumulationTitle')}</h3>
          <p>{t('gap.accumulationText')}</p>
          <p className="quiet">{t('gap.accumulationFormula')}</p>
        </article>
      </div>
      <p className="quiet">
        {t('gap.definition')} <code>{source}</code>
      </p>
    </section>
  );
}

/** The same missed rim on a large and on a small disc. */
function VolumeDrawing() {
  return (
    <svg viewBox="0 0 200 90" aria-hidden="true" className="drawing">
      {[
        { x: 62, radius: 36 },
        { x: 152, radius: 14 },
      ].map(({ x, radius }) => (
        <g key={x}>
          <circle cx={x} cy="45" r={radius} fill={errorColors.shared} />
          <circle cx={x} cy="45" r={radius - 5} fill={errorColors.hit} />
        </g>
      ))}
    </svg>
  );
}

/** A thick and a thin band with the same shift: of the thin one hardly anything is left. */
function BoundaryDrawing() {
  return (
    <svg viewBox="0 0 200 90" aria-hidden="true" className="drawing">
      {[
        { y: 12, height: 36 },
        { y: 64, height: 10 },
      ].map(({ y, height }) => (
        <g key={y}>
          <rect x="20" y={y} width="160" height={height} fill={errorColors.hit} />
          <rect x="20" y={y} width="160" height="5" fill={errorColors.missed} />
          <rect x="20" y={y + height} width="160" height="5" fill={errorColors.extra} />
        </g>
      ))}
    </svg>
  );
}

/** A ring label between two boundaries: it is charged for the errors of both, its region for the outer only. */
function AccumulationDrawing() {
  return (
    <svg viewBox="0 0 200 90" aria-hidden="true" className="drawing">
      <circle cx="100" cy="45" r="38" fill={errorColors.shared} />
      <circle cx="100" cy="45" r="34" fill={errorColors.hit} />
      <circle cx="100" cy="45" r="20" fill={errorColors.child} />
      <circle cx="100" cy="45" r="15" fill="var(--panel)" stroke={errorColors.hit} />
    </svg>
  );
}
