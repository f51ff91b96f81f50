import { Button, TextInput } from '@mantine/core';
import { markCase, noteCase } from '../../../actions/annotate';
import { markTitles } from '../../../derived/columnTexts';
import { type Annotation, caseMarks, marksOut } from '../../../domain/annotation';
import type { Surprise } from '../../../domain/triage';
import { surpriseSentence } from '../../../i18n/surpriseSentence';
import { useTranslate } from '../../../i18n/translate';

/** More would make one case fill the screen. */
const mostReasons = 3;

interface TriageCaseProps {
  measure: (element: HTMLElement | null) => void;
  index: number;
  start: number;
  surprise: Surprise;
  annotation: Annotation | null;
  isCurrent: boolean;
  onOpen: () => void;
  onSelect: () => void;
  /** Back to the list, which takes the keys. */
  onLeave: () => void;
}

/** The id of a case's note, so that a key can lead there. */
export function triageNoteId(caseId: string): string {
  return `note-${caseId}`;
}

/** One case: why it stands out, what a person thinks of it. */
export function TriageCase(props: TriageCaseProps) {
  const { measure, index, start, surprise, annotation, isCurrent, onOpen, onSelect, onLeave } = props;
  const { t } = useTranslate();
  const { caseId, reasons } = surprise;
  const others = reasons.slice(mostReasons).map(({ reason }) => surpriseSentence(reason, t));
  const isOut = marksOut(annotation);
  return (
    <li
      ref={measure}
      data-index={index}
      className={isOut ? 'triage-case excluded' : 'triage-case'}
      aria-current={isCurrent}
      style={{ transform: `translateY(${start}px)` }}
    >
      <button type="button" className="plain case-link" onClick={onOpen} onFocus={onSelect}>
        {caseId}
      </button>
      <ul>
        {reasons.slice(0, mostReasons).map(({ reason }) => {
          const sentence = surpriseSentence(reason, t);
          return <li key={sentence}>{sentence}</li>;
        })}
        {reasons.length > mostReasons && (
          <li className="quiet">
            <details>
              <summary>{t('cohort.moreReasons', { count: others.length })}</summary>
              {others.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </details>
          </li>
        )}
        {reasons.length === 0 && <li className="quiet">{t('cohort.notSurprising')}</li>}
      </ul>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame. */}
      <div className="marks" role="group" aria-label={`${t('cohort.mark')}: ${caseId}`}>
        {caseMarks.map((mark, place) => (
          <Button
            key={mark}
            size="compact-xs"
            variant={annotation?.mark === mark ? 'filled' : 'default'}
            aria-pressed={annotation?.mark === mark}
            title={String(place + 1)}
            onClick={() => {
              onSelect();
              markCase(caseId, mark);
            }}
          >
            {t(markTitles[mark])}
          </Button>
        ))}
      </div>
      <TextInput
        id={triageNoteId(caseId)}
        size="xs"
        aria-label={`${t('cohort.note')}: ${caseId}`}
        placeholder={t('cohort.note')}
        value={annotation?.note ?? ''}
        onFocus={onSelect}
        onKeyDown={(event) => {
          if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
        onChange={({ currentTarget }) => noteCase(caseId, currentTarget.value)}
      />
    </li>
  );
}
