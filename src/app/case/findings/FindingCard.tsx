import type { FindingPlace, StructureFindings } from '../../../domain/caseFindings';
import type { LabelScheme } from '../../../domain/labelScheme';
import { markColor, structureColor } from '../../../domain/palette';
import { type FindingSentence, findingSentences } from '../../../i18n/findingSentences';
import { useTranslate } from '../../../i18n/translate';
import { StructureButton } from '../scores/StructureButton';
import { showFinding } from './showFinding';

interface FindingCardProps {
  findings: StructureFindings;
  scheme: LabelScheme;
  /** Lesions and contours will be there in a while. */
  isMeasurable: boolean;
}

/** One structure: its volumes at once, contour and lesions as soon as they are measured, in room kept for them. */
export function FindingCard({ findings, scheme, isMeasurable }: FindingCardProps) {
  const { t } = useTranslate();
  const { structure, presence } = findings;
  const { volume, lesions, contour } = findingSentences(findings, t);
  const lead = (place: FindingPlace) => showFinding(structure, place);
  const isNowhere = presence === 'both-empty' || presence === 'left-out';
  return (
    <article className="finding-card" style={{ borderColor: markColor(structureColor(scheme, structure)) }}>
      <h2>
        <StructureButton structure={structure} scheme={scheme} />
      </h2>
      <Sentences sentences={volume} onLead={lead} className="finding-volume" />
      {!isNowhere && (contour || isMeasurable) && (
        <Sentences
          sentences={contour ?? [{ text: t('findings.measuringContour'), place: null }]}
          onLead={lead}
          className="finding-contour"
        />
      )}
      {!isNowhere && (lesions || isMeasurable) && (
        <Sentences
          sentences={lesions ?? [{ text: t('findings.countingLesions'), place: null }]}
          onLead={lead}
          className="finding-lesions"
        />
      )}
    </article>
  );
}

interface SentencesProps {
  sentences: readonly FindingSentence[];
  onLead: (place: FindingPlace) => void;
  className: string;
}

function Sentences({ sentences, onLead, className }: SentencesProps) {
  const { t } = useTranslate();
  return (
    <p className={className}>
      {sentences.map(({ text, place }) =>
        place === null ? (
          <span key={text}>{text} </span>
        ) : (
          <span key={text}>
            <button
              type="button"
              className="plain finding-link"
              title={t('measures.showLesion')}
              onClick={() => onLead(place)}
            >
              {text}
            </button>{' '}
          </span>
        ),
      )}
    </p>
  );
}
