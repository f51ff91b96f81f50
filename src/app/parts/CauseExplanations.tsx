import { errorColors } from '../../domain/palette';
import { useTranslate } from '../../i18n/translate';

const source = 'https://github.com/MIC-DKFZ/nnUNet/issues/2561';

/** The three parts of every gap, each with a drawing, what it means, and how it is counted. */
export function CauseExplanations() {
  const { t } = useTranslate();
  return (
    <>
      <div className="cause-cards">
        <article>
          <VolumeDrawing />
          <h3>{t('gap.shared')}</h3>
          <p>{t('gap.volumeText')}</p>
          <p className="quiet">{t('gap.volumeFormula')}</p>
        </article>
        <article>
          <AccumulationDrawing />
          <h3>{t('gap.child')}</h3>
          <p>{t('gap.accumulatedText')}</p>
          <p className="quiet">{t('gap.accumulatedFormula')}</p>
        </article>
        <article>
          <ReliefDrawing />
          <h3>{t('gap.relieved')}</h3>
          <p>{t('gap.relievedText')}</p>
          <p className="quiet">{t('gap.relievedFormula')}</p>
        </article>
      </div>
      <p className="quiet">
        {t('gap.definition')} <code>{source}</code>
      </p>
    </>
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

/** A label inside its region: what the region misses outside of it is nothing to the label. */
function ReliefDrawing() {
  return (
    <svg viewBox="0 0 200 90" aria-hidden="true" className="drawing">
      <circle cx="100" cy="45" r="38" fill={errorColors.relieved} />
      <circle cx="100" cy="45" r="33" fill="var(--panel)" stroke={errorColors.hit} />
      <circle cx="100" cy="45" r="16" fill={errorColors.hit} />
    </svg>
  );
}
